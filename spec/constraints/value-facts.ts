// What the phrases of a row have told so far, and the schema that follows from all of it together.
import type { JsonValue, Schema } from '../contract/api.js';
import type { CharacterSet } from './character-set.js';
import { typedValue } from './conditional-schema.js';
import type { Constraints } from './constraints.js';
import {
  addressRangesPattern,
  charactersPattern,
  edgesForbiddenPattern,
  excludedPattern,
  firstAllowedPattern,
  firstForbiddenPattern,
  tokensPattern,
  uriPattern,
} from './pattern.js';
import { bareValue } from './values.js';
import type { Wording } from './wording.js';
import { plainKey } from './wording-lists.js';

/** Facts are gathered by the reader of the row; `finish` puts them together. */
export class ValueFacts {
  protected readonly schema: Schema = {};
  protected readonly out: Constraints = {
    schema: this.schema,
    conditions: [],
    inferred: [],
    unread: [],
    prose: [],
    remarks: [],
  };
  protected characters?: CharacterSet;
  protected forbidden?: Set<string>;
  protected forbiddenLast?: Set<string>;
  /** Characters that must stand nowhere. */
  protected excluded?: Set<string>;
  protected first?: Set<string>;
  protected forbidSymbolsFirst = false;
  protected uri = false;
  protected schemes: string[] = [];
  protected trailingSlash = false;
  /** Schemes of which a URI ends with a slash, whatever others do. */
  protected slashed: string[] = [];
  protected noFragment = false;
  protected addresses = false;
  protected separator?: ' ' | ',';
  protected values?: string[];
  /** A regular expression that the row gives itself. */
  protected documentedPattern?: string;
  protected onlyTrue = false;
  /** With a minus in front, each of the values is one, too. */
  protected signed = false;
  /** A length is said to be that of each member of a list. */
  protected eachLimited = false;
  protected defaultText?: string;
  protected digits: { integer?: number; fraction?: number } = {};

  constructor(protected readonly wording: Wording) {}

  /** Something says of which type the value is; a number that was only concluded may yet be one with a fraction. */
  protected isTyped(): boolean {
    return this.schema.type !== undefined && !this.out.inferred.includes('type');
  }

  /** A number for certain. */
  protected isNumeric(): boolean {
    return this.isTyped() && !this.isTextual() && !this.isArray() && this.schema.type !== 'boolean';
  }

  protected isArray(): boolean {
    return this.schema.type === 'array';
  }

  protected isTextual(): boolean {
    const types = ([] as string[]).concat(this.schema.type ?? []);
    if (types.length === 0) return this.uri || this.characters !== undefined || this.schema.maxLength !== undefined;
    return !types.includes('integer') && !types.includes('number');
  }

  protected isNull(text: string): boolean {
    return this.wording.nullWords.has(plainKey(bareValue(text)));
  }

  protected finish(): void {
    this.finishNumber();
    this.finishPattern();
    this.finishItems();
    this.finishValues();
    if (this.listsBeginnings()) delete this.schema.enum;
    if (this.out.nullable && this.schema.type === undefined) {
      this.schema.type = 'string';
      this.out.inferred.push('type');
    }
    if (this.out.nullable && typeof this.schema.type === 'string') this.schema.type = [this.schema.type, 'null'];
    if (this.out.nullable && this.schema.enum) this.schema.enum = [...this.schema.enum, null];
    this.finishDefault();
  }

  /** `name,asc` beside "`name` or `created`": what is listed is how values begin. */
  private listsBeginnings(): boolean {
    const { defaultText = '' } = this;
    return (this.schema.enum ?? []).some(
      (one) =>
        typeof one === 'string' && defaultText.startsWith(one) && /^[,:;+ ]\w/.test(defaultText.slice(one.length)),
    );
  }

  protected finishNumber(): void {
    this.finishExclusive('exclusiveMinimum', 'minimum', 1);
    this.finishExclusive('exclusiveMaximum', 'maximum', -1);
    const { integer, fraction } = this.digits;
    if (integer === undefined) return;
    this.schema.type ??= 'number';
    const limit = Number(
      `${'9'.repeat(Math.min(integer, 15))}${fraction ? `.${'9'.repeat(Math.min(fraction, 15))}` : ''}`,
    );
    this.schema.maximum ??= limit;
    this.schema.minimum ??= -limit;
  }

  /** Above 0 means from 1 on, where whole numbers are meant. */
  private finishExclusive(
    from: 'exclusiveMinimum' | 'exclusiveMaximum',
    to: 'minimum' | 'maximum',
    step: number,
  ): void {
    const limit = this.schema[from];
    if (typeof limit !== 'number' || this.schema.type !== 'integer' || !Number.isInteger(limit)) return;
    delete this.schema[from];
    this.schema[to] ??= limit + step;
  }

  protected finishPattern(): void {
    if (this.documentedPattern) this.schema.pattern = this.documentedPattern;
    else if (this.addresses) this.schema.pattern = addressRangesPattern();
    else if (this.uri) {
      if (this.schema.format === undefined) this.schema.format = 'uri';
      this.schema.pattern = uriPattern(this.schemes, {
        trailingSlash: this.trailingSlash,
        slashed: this.slashed,
        noFragment: this.noFragment,
        noTrailingSlash: this.forbiddenLast?.has('/') === true,
      });
    } else if (this.characters) this.schema.pattern = this.ofCharacters(this.characters);
    else if (this.forbiddenLast) this.schema.pattern = edgesForbiddenPattern(this.forbidden, this.forbiddenLast);
    else if (this.forbidden) this.schema.pattern = firstForbiddenPattern(this.forbidden);
    else if (this.first) this.schema.pattern = firstAllowedPattern(this.first);
    else if (this.excluded) this.schema.pattern = excludedPattern(this.excluded);
    else if (this.noFragment) this.schema.pattern = '^[^#]*$';
    const { type, pattern, minLength, maxLength } = this.schema;
    if (type === undefined && [pattern, minLength, maxLength].some((facet) => facet !== undefined)) {
      this.schema.type = 'string';
      this.out.inferred.push('type');
    }
  }

  private ofCharacters(named: CharacterSet): string {
    const all = this.withForbiddenAtEdges(named);
    const allowed = without(all.characters, this.excluded);
    const set = allowed.size > 0 ? { ...all, characters: allowed } : all;
    const first = this.firstCharacters(set);
    const last = this.forbiddenLast && without(set.characters, this.forbiddenLast);
    return charactersPattern(set, { first, last: last?.size ? last : undefined }, !this.schema.minLength);
  }

  /** "At least 8 characters including a digit": others are allowed, too. */
  protected areSome(before: string, behind: string): boolean {
    // Between may stand how many, which is read already.
    return this.wording.someBefore.test(before) || this.wording.someBehind.test(behind.replace('\u0001', ''));
  }

  /** What must not stand first or last may stand between: "alphanumeric, may not start with - or _". */
  private withForbiddenAtEdges(set: CharacterSet): CharacterSet {
    const others = without(new Set([...(this.forbidden ?? []), ...(this.forbiddenLast ?? [])]), set.characters);
    return others.size === 0 ? set : { ...set, characters: new Set([...set.characters, ...others]) };
  }

  /** What limits texts is meant of the members of a list. */
  private finishItems(): void {
    if (!this.isArray() || (this.schema.items === undefined && !this.eachLimited)) return;
    const { minLength, maxLength, pattern, format, 'x-docproof': bytes, items } = this.schema;
    const texts = { minLength, maxLength, pattern, format, 'x-docproof': bytes };
    const limits = Object.fromEntries(Object.entries(texts).filter(([, facet]) => facet !== undefined));
    const type = items?.type ?? 'string';
    for (const facet of Object.keys(texts)) delete this.schema[facet];
    if (Object.keys(limits).length > 0 && type === 'string') this.schema.items = { type, ...items, ...limits };
  }

  protected firstCharacters(set: CharacterSet): Set<string> | undefined {
    if (this.first) {
      const both = new Set([...this.first].filter((c) => set.characters.has(c)));
      return both.size > 0 ? both : this.first;
    }
    const forbidden = this.forbidden ?? (this.forbidSymbolsFirst ? set.symbols : undefined);
    if (!forbidden) return undefined;
    const allowed = without(set.characters, forbidden);
    return allowed.size > 0 ? allowed : undefined;
  }

  protected finishValues(): void {
    if (!this.values || this.values.length === 0) return;
    // Where some are listed with their minus, the words explain what it means.
    const unsigned = this.signed && !this.values.some((value) => `${value}`.startsWith('-'));
    const values = unsigned ? this.values.flatMap((value) => [value, `-${value}`]) : this.values;
    if (this.separator) {
      this.out.tokens = { values, separator: this.separator };
      const members = values.filter((v) => !/\s/.test(v));
      if (([] as string[]).concat(this.schema.type ?? []).includes('array'))
        this.schema.items = { type: 'string', enum: members };
      else if (members.length > 0) this.schema.pattern = tokensPattern(members, this.separator);
      this.schema.type ??= 'string';
      return;
    }
    if (([] as string[]).concat(this.schema.type ?? []).includes('array')) {
      this.schema.items = { ...this.schema.items, enum: values.map((v) => typedValue(v, this.schema.items)) };
      return;
    }
    if (this.schema.type === undefined) {
      this.schema.type = this.onlyTrue ? 'boolean' : this.numbersListed(values) ? 'integer' : 'string';
      this.out.inferred.push('type');
    }
    this.schema.enum = values.map((v) => typedValue(v, this.schema));
  }

  /** Whole numbers of which one is the default, none in quotes: "0, 1 or 2", "default: 0". */
  private numbersListed(values: readonly string[]): boolean {
    return values.every((value) => /^(?:0|-?[1-9]\d{0,14})$/.test(value)) && values.includes(this.defaultText ?? '');
  }

  /** A default tells the type of a value that nothing else describes. */
  protected typeOfDefault(text: string): string | undefined {
    if (/^(?:true|false)$/i.test(text)) return 'boolean';
    if (/^-?\d{1,15}$/.test(text)) return 'integer';
    return /^-?\d{1,15}\.\d{1,15}$/.test(text) ? 'number' : undefined;
  }

  protected finishDefault(): void {
    if (this.defaultText === undefined || (this.out.defaultGenerated && this.defaultText !== 'null')) return;
    if (this.defaultText === 'null') {
      if (this.out.nullable) this.schema.default = null;
      return;
    }
    const type = this.schema.type === undefined ? this.typeOfDefault(this.defaultText) : undefined;
    if (type) {
      this.schema.type = type;
      this.out.inferred.push('type');
    }
    const value = defaultValue(this.defaultText, this.schema);
    if (value !== undefined) this.schema.default = value;
  }
}

function without(characters: ReadonlySet<string>, some: ReadonlySet<string> | undefined): Set<string> {
  return new Set([...characters].filter((c) => !some?.has(c)));
}

/** Undefined where the words are no value of the type: an object or list that none of them is. */
function defaultValue(text: string, schema: Schema): JsonValue | undefined {
  // Code marks around `[]` are stripped with its brackets.
  if (schema.type === 'array' && /^(?:\[\])?$/.test(text)) return [];
  if (schema.type === 'object') return text === '{}' ? {} : undefined;
  // "Defaults to today" is no date.
  if (/^date(?:-time)?$/.test(String(schema.format)) && !/^\d/.test(text)) return undefined;
  const value = typedValue(text, schema);
  const known = schema.enum?.find((v) => typeof v === 'string' && v.toLowerCase() === text.toLowerCase());
  return known ?? value;
}
