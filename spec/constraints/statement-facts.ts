// Phrases of the wording templates → what each of them states about the value.
import { oneOfCharacters, readCharacters } from './character-set.js';
import { type Around, number } from './limit-facts.js';
import { readCondition } from './requirement.js';
import { schemesIn } from './schemes.js';
import { StatedValues } from './stated-values.js';
import {
  type BeforeCharacters,
  type Flag,
  isFlag,
  standsBeforeCharacters,
  THEN_CHARACTERS,
} from './statement-kinds.js';
import type { Statement } from './statement-order.js';
import { bareValue } from './values.js';
import { mayMatch, plainKey } from './wording-lists.js';

/** Stands for a phrase that was used, so that what is left over stays in pieces. */
export const USED = '\u0001';

/** `"__"`: a sign several times is a text, of which one alone is something else. */
const REPEATED = /^\s{0,4}["“「`']?([!-/:-@[-`{-~])\1/;

/** A phrase that begins inside quotes and ends outside is none: in "`always`, `never`" nothing says "always X". */
function leavesQuotes(before: string, phrase: string): boolean {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return ['`', '"'].some((quote) => phrase.indexOf(quote) > 0 && line.split(quote).length % 2 === 0);
}

/** Formats of which a text is told by their name alone; a date may be written in many ways. */
const SURE_FORMATS: ReadonlySet<string> = new Set(['uuid', 'email', 'ipv4', 'ipv6', 'hostname']);

/** Numbers are written with fewer digits than this. */
const MOST_DIGITS = 40;

export class StatementFacts extends StatedValues {
  protected statements(from: string, kinds: readonly Statement[]): string {
    let text = from;
    // Phrases are only taken out of the text: a word that it never had does not come to be in it.
    const plain = from.toLowerCase();
    for (const kind of kinds)
      for (const template of this.wording.statements[kind])
        if (mayMatch(template, plain)) text = this.apply(kind, template.pattern, text);
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
      if (leavesQuotes(around.before, found[0])) continue;
      const used = standsBeforeCharacters(kind)
        ? this.thenCharacters(kind, text, end)
        : this.state(kind, groups, found[0], around) && end;
      if (used === false) continue;
      // A class of characters that has been counted is still to be read, with those beside it.
      const { class: named = this.counted(groups, found[0], around) } = groups;
      const mark = found[0].startsWith(named) ? named + USED : USED + named;
      out += text.slice(from, found.index) + mark;
      from = used;
      template.lastIndex = used;
    }
    return from === 0 ? text : out + text.slice(from);
  }

  /** A unit that names a class: "8 digits", "4 to 8 digits" say of what the value is made, too; "number of digits: 4 - 8" does not. */
  private counted({ unit, length, min, max }: Record<string, string | undefined>, phrase: string, at: Around): string {
    const most = length ?? (min === undefined ? undefined : max);
    if (unit === undefined || most === undefined || phrase.indexOf(unit) < phrase.search(/\d/)) return '';
    // Of more digits no number is made: they are characters. So are those of which something else says what they are.
    const plain = this.wording.classes.has(plainKey(unit)) && number(most) <= MOST_DIGITS;
    return plain && (this.isJoined(at.after) || !this.namesClass(`${at.before}\n${at.after}`)) ? unit : '';
  }

  private isJoined(after: string): boolean {
    this.wording.joiners.lastIndex = 0;
    return /^\s*[,、/]/.test(after) || this.wording.joiners.exec(after.trimStart())?.index === 0;
  }

  private namesClass(text: string): boolean {
    this.wording.classPattern.lastIndex = 0;
    return this.wording.classPattern.test(text);
  }

  /** The characters stand behind the phrase; where they end, the statement ends. */
  private thenCharacters(kind: BeforeCharacters, text: string, at: number): number | false {
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

  private forbid(kind: Exclude<BeforeCharacters, 'startsWith'>, characters: Set<string>): void {
    if (kind === 'startsNotWith' || kind === 'edgesNotWith')
      this.forbidden = new Set([...(this.forbidden ?? []), ...characters]);
    if (kind === 'endsNotWith' || kind === 'edgesNotWith')
      this.forbiddenLast = new Set([...(this.forbiddenLast ?? []), ...characters]);
    if (kind === 'containsNot') this.excluded = new Set([...(this.excluded ?? []), ...characters]);
  }

  /** Takes one statement; false where its words turn out to mean nothing that can be used. */
  private state(
    kind: Exclude<Statement, BeforeCharacters>,
    g: Record<string, string | undefined>,
    matched: string,
    around: Around,
  ): boolean {
    if (isFlag(kind)) {
      this.flag(kind, matched);
      return true;
    }
    switch (kind) {
      case 'pattern':
        return this.pattern(g['regex'] ?? '');
      case 'integerDigits':
      case 'fractionDigits':
        this.digits[kind === 'integerDigits' ? 'integer' : 'fraction'] = number(g['max'] ?? g['length']);
        return true;
      case 'length':
        return this.length(g, around);
      case 'schemes':
        return this.readSchemes(g['values'] ?? '');
      case 'schemeSlash':
        this.slashed = this.membersOf(g['values'] ?? '');
        this.uri = true;
        return true;
      case 'firstAllowed':
        return this.firstAllowed(g['chars'] ?? '');
      case 'firstForbidden':
        return this.firstForbidden(g['chars'] ?? '');
      case 'requiredIf':
        return this.requiredIf(g['values'] ?? '', matched);
      case 'default':
        return this.default(g['value'], matched, around);
      case 'only':
      case 'oneOf':
        // "At least one of A and B" is no list of values.
        if (/\bat (?:least|most) $/i.test(around.before)) return false;
        return this.closedList(g['value'] ?? g['values'] ?? '', kind === 'only');
      case 'reference':
        return this.reference(g, matched);
      case 'number':
      case 'minimum':
      case 'maximum':
        return this.range(g, around);
      case 'numberRange':
        return this.isTyped() && !this.wording.exampleBefore.test(around.before) && this.range(g, around);
      case 'uniqueItems':
        if (this.isArray()) this.schema.uniqueItems = true;
        return this.isArray();
      case 'signed':
        this.signed = bareValue(g['value'] ?? '-') === '-';
        return this.signed;
      case 'formatted':
        return this.formatted(g['type']);
      case 'notNegative':
      case 'positive':
        return this.isNumeric() && this.range(kind === 'positive' ? { above: '0' } : { min: '0' }, around);
      case 'alwaysEmpty':
        if (this.isArray()) this.schema.maxItems = 0;
        return this.isArray();
      case 'notEmpty':
        return this.notEmpty();
      case 'someItems':
        return this.isArray() && (g['max'] === undefined ? this.notEmpty() : this.atMost(g['max']));
      case 'itemRange':
        return this.isArray() && this.range(g, around);
      case 'multipleOf':
        return this.multipleOf(g, around);
    }
  }

  private flag(kind: Flag, matched: string): void {
    switch (kind) {
      case 'plain':
        return;
      case 'remark':
        this.out.prose.push(matched.trim());
        return;
      case 'generated':
        this.out.defaultGenerated = true;
        return;
      case 'uri':
        this.uri = true;
        return;
      case 'noFragment':
        this.noFragment = true;
        return;
      case 'trailingSlash':
        this.uri = true;
        this.trailingSlash = true;
        return;
      case 'noTrailingSlash':
        this.forbiddenLast = new Set([...(this.forbiddenLast ?? []), '/']);
        return;
      case 'firstSymbols':
        this.forbidSymbolsFirst = true;
        return;
      case 'notNullable':
        this.out.nullable = false;
        return;
      case 'nullable':
        this.out.nullable ??= true;
        return;
      case 'addressRanges':
        this.addresses = true;
        return;
      case 'boolean':
        this.schema.type ??= 'boolean';
        return;
      case 'duration':
      case 'dateTime':
      case 'date':
      case 'isoDate':
        this.written(kind === 'dateTime' ? 'date-time' : kind === 'isoDate' ? 'date' : kind);
        return;
      case 'tokens':
      case 'commaList':
        this.separator = kind === 'tokens' ? ' ' : ',';
        return;
      case 'deprecated':
        this.out.deprecated = true;
        return;
      case 'readOnly':
      case 'writeOnly':
        this.schema[kind] = true;
    }
  }

  private written(format: string): void {
    if (!this.isTextual() && this.schema.type !== undefined) return;
    this.schema.format ??= format;
    if (this.schema.type === undefined) this.out.inferred.push('type');
    this.schema.type ??= 'string';
  }

  /** "Must be a valid UUID" of a text. */
  private formatted(name: string | undefined): boolean {
    const { type, format = '' } = this.wording.types.get(plainKey(name ?? '')) ?? {};
    if (type !== 'string' || !SURE_FORMATS.has(format)) return false;
    this.written(format);
    return true;
  }

  private requiredIf(text: string, matched: string): boolean {
    if (this.out.required === 'yes') return true;
    this.out.required = 'conditional';
    const condition = readCondition(text, this.wording);
    this.out.conditions.push(this.wording.unless.test(matched) ? { kind: 'prose', text: matched } : condition);
    return true;
  }

  private readSchemes(text: string): boolean {
    const schemes = this.membersOf(text);
    if (schemes.length === 0 || this.schemes.length > 0) return false;
    this.uri = true;
    this.schemes = schemes;
    return true;
  }

  private membersOf(text: string): string[] {
    const { schemes, nullable } = schemesIn(text, this.wording);
    if (nullable) this.out.nullable ??= true;
    return schemes;
  }

  private firstAllowed(text: string): boolean {
    const set = oneOfCharacters(text, this.wording);
    if (!set) return false;
    this.first = set.characters;
    return true;
  }

  private firstForbidden(text: string): boolean {
    const set = oneOfCharacters(text, this.wording);
    if (!set || REPEATED.test(text)) return false;
    this.forbidden = new Set([...(this.forbidden ?? []), ...set.characters]);
    return true;
  }
}
