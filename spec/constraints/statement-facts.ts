// Phrases of the wording templates → what each of them states about the value.
import { onlyCharacters, readCharacters } from './character-set.js';
import { type Around, number } from './limit-facts.js';
import { readCondition } from './requirement.js';
import type { Statement } from './statement-order.js';
import { TypeFacts } from './type-facts.js';
import { announcedValues, bareValue, quotedValues } from './values.js';
import { plainKey } from './wording.js';

/** Stands for a phrase that was used, so that what is left over stays in pieces. */
export const USED = '\u0001';

/** Words that describe a default rather than being it. */
const NO_VALUE =
  /^(?:now|today|current|automatic|generated|random|indefinite|infinite|unlimited|forever|never|always|nothing|none|unspecified)$/i;

/** `"__"`: a sign several times is a text, of which one alone is something else. */
const REPEATED = /^\s{0,4}["“「`']?([!-/:-@[-`{-~])\1/;
/** Statements that characters follow; `whole` ones mean nothing where more than the characters follows. */
const THEN_CHARACTERS = {
  edgesNotWith: 'whole',
  endsNotWith: 'whole',
  containsNot: 'whole',
  startsNotWith: 'part',
  startsWith: 'part',
} as const;

export class StatementFacts extends TypeFacts {
  protected statements(from: string, kinds: readonly Statement[]): string {
    let text = from;
    for (const kind of kinds)
      for (const template of this.wording.statements[kind]) text = this.apply(kind, template, text);
    return text;
  }

  /** Puts a mark in the place of every phrase that the template reads. */
  private apply(kind: Statement, template: RegExp, text: string): string {
    let out = '';
    let from = 0;
    template.lastIndex = 0;
    for (let found = template.exec(text); found && found[0] !== ''; found = template.exec(text)) {
      const end = found.index + found[0].length;
      const groups = found.groups ?? {};
      const around = { before: text.slice(0, found.index), after: text.slice(end, end + 80) };
      const used =
        kind in THEN_CHARACTERS
          ? this.thenCharacters(kind as keyof typeof THEN_CHARACTERS, text, end)
          : this.state(kind, groups, found[0], around) && end;
      if (used === false) continue;
      // A class of characters that has been counted is still to be read, with those beside it.
      const { class: named = this.counted(groups, found[0]) } = groups;
      const mark = found[0].startsWith(named) ? named + USED : USED + named;
      out += text.slice(from, found.index) + mark;
      from = used;
      template.lastIndex = used;
    }
    return from === 0 ? text : out + text.slice(from);
  }

  /** A unit that names a class: "8 digits", "4 to 8 digits" say of what the value is made, too; "number of digits: 4 - 8" does not. */
  private counted({ unit, length, min, max }: Record<string, string | undefined>, phrase: string): string {
    const all = length !== undefined || (min !== undefined && max !== undefined);
    const named = unit !== undefined && all && phrase.indexOf(unit) > phrase.search(/\d/);
    return named && this.wording.classes.has(plainKey(unit)) ? unit : '';
  }

  /** The characters stand behind the phrase; where they end, the statement ends. */
  private thenCharacters(kind: keyof typeof THEN_CHARACTERS, text: string, at: number): number | false {
    const { set, end, members } = readCharacters(text, at, this.wording);
    if (members === 0 || REPEATED.test(text.slice(at, at + 20))) return false;
    // "Must not contain spaces at its end" is of some only.
    const whole = set.characters.size > 0 && !set.vague && /^[\s"'”)]*(?:[.。\n\u0001]|$)/.test(text.slice(end));
    if (THEN_CHARACTERS[kind] === 'whole' && !whole) return false;
    const except = this.wording.except.exec(text.slice(end, end + 40));
    if (except && kind === 'startsWith') {
      this.forbid('startsNotWith', set.characters);
      return end + except[0].length;
    }
    if (kind === 'startsWith') this.first = set.characters;
    else this.forbid(kind, set.characters);
    return end;
  }

  private forbid(kind: Exclude<keyof typeof THEN_CHARACTERS, 'startsWith'>, characters: Set<string>): void {
    if (kind === 'startsNotWith' || kind === 'edgesNotWith')
      this.forbidden = new Set([...(this.forbidden ?? []), ...characters]);
    if (kind === 'endsNotWith' || kind === 'edgesNotWith')
      this.forbiddenLast = new Set([...(this.forbiddenLast ?? []), ...characters]);
    if (kind === 'containsNot') this.excluded = new Set([...(this.excluded ?? []), ...characters]);
  }

  /** Takes one statement; false where its words turn out to mean nothing that can be used. */
  private state(kind: Statement, g: Record<string, string | undefined>, matched: string, around: Around): boolean {
    switch (kind) {
      case 'plain':
        return true;
      case 'generated':
        this.out.defaultGenerated = true;
        return true;
      case 'pattern':
        return this.pattern(g['regex'] ?? '');
      case 'integerDigits':
      case 'fractionDigits':
        this.digits[kind === 'integerDigits' ? 'integer' : 'fraction'] = number(g['max'] ?? g['length']);
        return true;
      case 'length':
        return this.length(g, around);
      case 'uri':
        this.uri = true;
        return true;
      case 'schemes':
        return this.readSchemes(g['values'] ?? '');
      case 'noFragment':
        this.noFragment = true;
        return true;
      case 'trailingSlash':
        this.uri = true;
        this.trailingSlash = true;
        return true;
      case 'noTrailingSlash':
        this.forbiddenLast = new Set([...(this.forbiddenLast ?? []), '/']);
        return true;
      case 'firstSymbols':
        this.forbidSymbolsFirst = true;
        return true;
      case 'firstAllowed':
        return this.firstAllowed(g['chars'] ?? '');
      case 'firstForbidden':
        return this.firstForbidden(g['chars'] ?? '');
      case 'requiredIf':
        return this.requiredIf(g['values'] ?? '', matched);
      case 'notNullable':
        this.out.nullable = false;
        return true;
      case 'nullable':
        this.out.nullable ??= true;
        return true;
      case 'default':
        return this.default(g['value'], matched, around.before);
      case 'addressRanges':
        this.addresses = true;
        return true;
      case 'dateTime':
      case 'date':
        if (this.isTextual() || this.schema.type === undefined) {
          this.schema.format ??= kind === 'date' ? 'date' : 'date-time';
          if (this.schema.type === undefined) this.out.inferred.push('type');
          this.schema.type ??= 'string';
        }
        return true;
      case 'tokens':
      case 'commaList':
        this.separator = kind === 'tokens' ? ' ' : ',';
        return true;
      case 'only':
      case 'oneOf':
        // "At least one of A and B" is no list of values.
        if (/\bat (?:least|most) $/i.test(around.before)) return false;
        return this.closedList(g['value'] ?? g['values'] ?? '', kind === 'only');
      case 'reference':
        return this.reference(g, matched);
      case 'boolean':
        return this.boolean();
      case 'number':
      case 'minimum':
      case 'maximum':
        return this.range(g, around);
      case 'numberRange':
        return this.isTyped() && !this.wording.exampleBefore.test(around.before) && this.range(g, around);
      case 'multipleOf':
        return this.multipleOf(g, around);
      case 'edgesNotWith':
      case 'endsNotWith':
      case 'containsNot':
      case 'startsNotWith':
      case 'startsWith':
        return false;
      case 'deprecated':
        this.out.deprecated = true;
        return true;
      case 'itemRange':
        return this.isArray() && this.range(g, around);
      case 'readOnly':
      case 'writeOnly':
        this.schema[kind] = true;
        return true;
    }
  }

  private requiredIf(text: string, matched: string): boolean {
    if (this.out.required === 'yes') return true;
    this.out.required = 'conditional';
    const condition = readCondition(text, this.wording);
    this.out.conditions.push(/unless/i.test(matched) ? { kind: 'prose', text: matched } : condition);
    return true;
  }

  private readSchemes(text: string): boolean {
    const members = text
      .replace(/[()（）]/g, ' ')
      .replace(this.wording.joiners, ',')
      .split(/[,/、]+/)
      .map((s) => s.trim().split(/\s+/))
      .filter(([name]) => name !== '');
    const schemes: string[] = [];
    for (const [word = '', ...rest] of members) {
      const found = /^([a-z][a-z0-9+.-]{0,40})(?![\w])(?::(?:\/\/)?)?(.*)$/.exec(word.toLowerCase());
      if (!found?.[1]) break;
      schemes.push(found[1]);
      // Words of a language without blanks follow the last one: "…、urnのいずれか".
      if (found[2]) break;
      // In flattened text the next statement follows on the same line.
      if (rest.length > 0 && this.wording.nullWords.has(plainKey(rest[0] as string))) this.out.nullable ??= true;
      if (rest.length > 0) break;
    }
    if (schemes.length === 0 || this.schemes.length > 0) return false;
    this.uri = true;
    this.schemes = schemes;
    return true;
  }

  private firstAllowed(text: string): boolean {
    const set = onlyCharacters(text, this.wording);
    if (!set) return false;
    this.first = set.characters;
    return true;
  }

  private firstForbidden(text: string): boolean {
    const set = onlyCharacters(text, this.wording);
    if (!set || REPEATED.test(text)) return false;
    this.forbidden = new Set([...(this.forbidden ?? []), ...set.characters]);
    return true;
  }

  /** @param raw absent: the words mean the empty string */
  private default(raw: string | undefined, matched: string, before: string): boolean {
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
    else if (/["'`[「“]/.test(matched) || isValueLike(value)) this.defaultText ??= value;
    else return false;
    return true;
  }

  /** Whether a plain word may be the value: one of the list, where there is one. */
  private couldBe(word: string, isDefault: boolean): boolean {
    if (/^(?:true|false)$/i.test(word)) return true;
    if (this.values) return this.values.some((value) => value.toLowerCase() === word.toLowerCase());
    return isDefault && this.schema.format === undefined && !NO_VALUE.test(word);
  }

  private closedList(text: string, only: boolean): boolean {
    const quoted = quotedValues(text);
    const values =
      only && quoted.length === 0 ? [bareValue(text)].filter(isValueLike) : announcedValues(text, this.wording);
    if (!values || values.length === 0 || (!only && values.length === 1 && quoted.length === 0)) return false;
    const others = values.filter((value) => !this.isNull(value));
    if (others.length < values.length) this.out.nullable ??= true;
    if (others.length === 0) return true;
    if (only && others.length === 1 && /^true$/i.test(others[0] as string)) this.onlyTrue = true;
    this.values ??= others;
    return true;
  }

  private reference(g: Record<string, string | undefined>, matched: string): boolean {
    const quoted = quotedValues(matched);
    const title = quoted[0] ?? (g['value'] ? bareValue(g['value']) : undefined);
    const page = g['values']?.trim();
    this.out.reference ??=
      title === undefined ? { kind: 'table' } : { kind: 'title', title, ...(page ? { page } : {}) };
    return true;
  }

  private boolean(): boolean {
    if (this.schema.type === undefined) this.schema.type = 'boolean';
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
