// Values that words state: the default, all that may be, where they are listed.
import type { Around } from './limit-facts.js';
import { TypeFacts } from './type-facts.js';
import { announcedValues, bareValue, quotedValues } from './values.js';
import { plainKey } from './wording-lists.js';

export class StatedValues extends TypeFacts {
  /** @param raw absent: the words mean the empty string */
  protected default(raw: string | undefined, matched: string, { before, after }: Around): boolean {
    // "Defaults to `desc` for `made_at` and to `asc` for `name`": there is none for all.
    const { startsCase, defaultSigns } = this.wording;
    if (startsCase.test(after) && !defaultSigns.test(/^[^.;。\n]*/.exec(after)?.[0] ?? '')) return false;
    if (raw === undefined) {
      this.defaultText ??= '';
      return true;
    }
    const value = bareValue(raw);
    if (/^[-–—.:]*$/.test(value) && !/["'`[「“]/.test(raw)) return false;
    // "Nothing is sent by default": the last word of a sentence is no value, a word by itself or a sign of code is.
    if (matched.startsWith(raw) && /^[A-Za-z]+$/.test(raw) && /[^\n\u0001.。:：;,、(（]\s*$/.test(before)) return false;
    if (this.wording.nullWords.has(plainKey(value))) {
      this.out.nullable ??= true;
      this.defaultText ??= 'null';
      return true;
    }
    if (matched.startsWith(raw) && /^[A-Za-z][a-z]+$/.test(raw) && !this.couldBe(raw, /default/i.test(matched)))
      return false;
    // "Export_{date}" is made anew for each request.
    if (/\{[^{}]+\}/.test(value) && !/["[]/.test(value)) this.out.defaultGenerated = true;
    else if (/["'`[「“]/.test(matched) || (isValueLike(value) && !this.wording.articles.has(plainKey(value))))
      this.defaultText ??= value;
    else return false;
    return true;
  }

  /** Whether a plain word may be the value: one of the list, where there is one. */
  private couldBe(word: string, isDefault: boolean): boolean {
    if (/^(?:true|false)$/i.test(word)) return true;
    if (this.values) return this.values.some((value) => value.toLowerCase() === word.toLowerCase());
    return isDefault && this.schema.format === undefined && !this.wording.noValues.has(plainKey(word));
  }

  protected closedList(text: string, only: boolean): boolean {
    const quoted = quotedValues(text);
    const values =
      only && quoted.length === 0 ? [bareValue(text)].filter(isValueLike) : announcedValues(text, this.wording);
    if (!values || values.length === 0 || (!only && values.length === 1 && quoted.length === 0)) return false;
    // "Must be 5 or more" is no list of numbers.
    if (this.isNumeric() && quoted.length === 0 && values.some((value) => !/^-?\d/.test(value))) return false;
    const others = values.filter((value) => !this.isNull(value));
    if (others.length < values.length) this.out.nullable ??= true;
    if (others.length === 0) return true;
    if (only && others.length === 1 && /^true$/i.test(others[0] as string)) this.onlyTrue = true;
    if (!only) this.markedDefault(others, text);
    this.values ??= others;
    return true;
  }

  /** `"a" (default), "b"`. */
  protected markedDefault(list: string[], text: string): void {
    for (const value of list)
      for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1))
        if (!/[\w.-]$/.test(text.slice(0, at)) && this.wording.defaultMark.test(text.slice(at + value.length)))
          this.defaultText ??= value;
  }

  protected reference(g: Record<string, string | undefined>, matched: string): boolean {
    const quoted = quotedValues(matched);
    const title = quoted[0] ?? (g['value'] ? bareValue(g['value']) : undefined);
    const page = g['values']?.trim();
    this.out.reference ??=
      title === undefined ? { kind: 'table' } : { kind: 'title', title, ...(page ? { page } : {}) };
    return true;
  }
}

/** A default that no quotes mark: a number, a word of code, or one plain word. */
function isValueLike(value: string): boolean {
  return (
    /^[A-Za-z0-9_*$+#@.:/-]{1,200}$/.test(value) &&
    !/^(?:as|the|is|are|a|an|set|to|of|in|by|that|this|used|given|value)$/i.test(value)
  );
}
