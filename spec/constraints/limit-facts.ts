// Lengths, sizes, ranges and patterns that a phrase gives → facets.
import { notLinear } from './linear-pattern.js';
import { ValueFacts } from './value-facts.js';
import { plainKey } from './wording-lists.js';

type Groups = Record<string, string | undefined>;
/** What stands in front of a phrase and behind it. */
export interface Around {
  before: string;
  after: string;
}

/** "1 MB" is the size of something, not its value. */
const SIZE = /^\s?(?:[kmgt]i?(?:b|o|bytes?|octets?)|(?:kilo|mega|giga)?(?:bytes?|octets?))(?![a-z])/i;
/** "2 km" is no length of a text. */
const MEASURE = /^\s?(?:[mck]?m|m?g|kg|m?s|sec|min|h|seconds?|minutes?|hours?|days?|px|pixels?|%)(?![a-z])/i;

/** What only a regular expression has: a class with a range in it, `\d`. */
const REGEX = /\[\^?[^\]\s"',]{0,60}[A-Za-z0-9]-[A-Za-z0-9][^\]\n]{0,60}\]|\\[dw]/;

/** Each method takes the groups of a matched template; false where they turn out to mean nothing that can be used. */
export class LimitFacts extends ValueFacts {
  protected length(g: Groups, { before, after }: Around): boolean {
    // "3 digits, a hyphen, 4 digits": parts of a value, none of which is its length.
    if (g['length'] !== undefined && /^[^\n\u0001(.;]*\d\s?[\p{L}]/u.test(after)) return false;
    if (g['unit'] === undefined && (SIZE.test(after) || MEASURE.test(after))) return false;
    const min = g['min'] ?? g['length'] ?? (g['above'] && String(number(g['above']) + 1));
    const max = g['max'] ?? g['length'] ?? (g['below'] && String(number(g['below']) - 1));
    const unit = this.wording.unitOf(g['unit'] ?? '');
    // Numbers have no length: of a list of them it is how many there are.
    const items = this.schema.items?.type;
    const ofNumbers = this.isArray() && (items === 'integer' || items === 'number');
    if (unit === 'item' || ofNumbers) return this.items(min, max);
    if (this.ofEach(before, after)) {
      if (!this.isArray()) return false;
      this.eachLimited = true;
    }
    if (unit === 'byte') return this.bytes(min, max);
    if (min !== undefined) this.schema.minLength ??= number(min);
    if (max !== undefined) this.schema.maxLength ??= number(max);
    return true;
  }

  private items(min: string | undefined, max: string | undefined): boolean {
    if (this.schema.type === 'object' && this.schema.additionalProperties !== undefined) {
      if (min !== undefined) this.schema.minProperties ??= number(min);
      if (max !== undefined) this.schema.maxProperties ??= number(max);
      return true;
    }
    if (!this.isArray()) return false;
    if (min !== undefined) this.schema.minItems ??= number(min);
    if (max !== undefined) this.schema.maxItems ??= number(max);
    return true;
  }

  protected notEmpty(): boolean {
    if (this.isArray()) this.schema.minItems ??= 1;
    else if (this.schema.type === undefined || this.isTextual()) this.schema.minLength ??= 1;
    else return false;
    return true;
  }

  /** "Up to 20" of a list: of numbers it may be each of them. */
  protected atMost(max: string): boolean {
    const items = this.schema.items?.type;
    return items !== 'integer' && items !== 'number' && this.items(undefined, max);
  }

  /** A regular expression is taken where no text can make it slow; one that begins and ends anywhere is of the whole value. */
  protected pattern(written: string): boolean {
    const regex = /^\^|\$$/.test(written) ? written : `^(?:${written})$`;
    if (regex !== written && (!REGEX.test(written) || this.isNumeric())) return false;
    if (notLinear(regex) !== undefined) return false;
    try {
      new RegExp(regex, 'u');
    } catch {
      return false;
    }
    this.documentedPattern ??= regex;
    return true;
  }

  /** UTF-8 takes one to four bytes for a character, so a limit in bytes bounds the characters too. */
  private bytes(min: string | undefined, max: string | undefined): boolean {
    const limits: Record<string, number> = {};
    if (min !== undefined) {
      limits['minBytes'] = number(min);
      this.schema.minLength ??= Math.ceil(number(min) / 4);
    }
    if (max !== undefined) {
      limits['maxBytes'] = number(max);
      this.schema.maxLength ??= number(max);
    }
    this.schema['x-docproof'] = { ...(this.schema['x-docproof'] as object | undefined), ...limits };
    return true;
  }

  protected range(g: Groups, { before, after }: Around): boolean {
    if (SIZE.test(after)) return false;
    const { min, max, above, below } = g;
    if (this.isArray()) return this.numberOfThings(g, { before, after });
    // "Up to 10", of a list in one text: how many they are.
    if (this.isTextual() || (this.out.commas && !this.isNumeric())) return false;
    const named = g['type'] === undefined ? undefined : this.wording.types.get(plainKey(g['type']));
    if (named && named.type !== 'integer' && named.type !== 'number') return false;
    if (!this.isTyped() && this.counts(after)) return false;
    if (min !== undefined) this.schema.minimum ??= number(min);
    if (max !== undefined) this.schema.maximum ??= number(max);
    if (above !== undefined) this.schema.exclusiveMinimum ??= number(above);
    if (below !== undefined) this.schema.exclusiveMaximum ??= number(below);
    // More than 0 may be a half; from 0 on is a whole number unless something says otherwise.
    const fraction = above !== undefined || below !== undefined || [min, max].some((n) => n?.includes('.'));
    if (named?.type && !this.isTyped()) {
      this.schema.type = named.type;
      this.out.inferred = this.out.inferred.filter((keyword) => keyword !== 'type');
    } else this.inferNumber(fraction);
    return true;
  }

  protected multipleOf(g: Groups, { after }: Around): boolean {
    const step = number(g['length']);
    if (step <= 0 || this.isArray() || this.isTextual() || SIZE.test(after) || this.counts(after)) return false;
    this.schema.multipleOf ??= step;
    this.inferNumber(!Number.isInteger(step));
    return true;
  }

  private inferNumber(fraction: boolean): void {
    if (this.isTyped()) return;
    if (this.schema.type === undefined) this.out.inferred.push('type');
    if (this.schema.type === undefined || fraction) this.schema.type = fraction ? 'number' : 'integer';
  }

  /** "Up to 10 Roles" of a list that is not of numbers. */
  private numberOfThings({ min, max }: Groups, { before, after }: Around): boolean {
    const items = this.schema.items?.type;
    if (items === 'integer' || items === 'number' || this.ofEach(before, after)) return false;
    return this.counts(after) && this.items(min, max);
  }

  /** Whether a word stands behind the number that is no measure: what is counted. */
  private counts(after: string): boolean {
    if (!/^\s?\p{L}/u.test(after)) return false;
    const words = after.trimStart();
    this.wording.measures.lastIndex = 0;
    if (this.wording.measures.test(words)) return false;
    // "1 to 100, an integer": the name of a number is not counted either.
    const type = this.wording.types.get(plainKey(this.wording.typePattern.exec(words)?.[0] ?? ''))?.type;
    return type !== 'integer' && type !== 'number';
  }

  private ofEach(before: string, after: string): boolean {
    return this.wording.each.before.test(before.slice(-80)) || this.wording.each.behind.test(after);
  }
}

export function number(text: string | undefined): number {
  return Number((text ?? '0').replace('−', '-').replace(/[,_]/g, ''));
}
