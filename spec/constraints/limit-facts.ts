// Lengths, sizes, ranges and patterns that a phrase gives → facets.
import { notLinear } from './linear-pattern.js';
import { ValueFacts } from './value-facts.js';

type Groups = Record<string, string | undefined>;

/** Each method takes the groups of a matched template; false where they turn out to mean nothing that can be used. */
export class LimitFacts extends ValueFacts {
  /** @param after what stands behind the phrase */
  protected length(g: Groups, after: string): boolean {
    // "3 digits, a hyphen, 4 digits": parts of a value, none of which is its length.
    if (g['length'] !== undefined && /^[^\n\u0001]*\d\s?[\p{L}]/u.test(after)) return false;
    const min = g['min'] ?? g['length'] ?? (g['above'] && String(number(g['above']) + 1));
    const max = g['max'] ?? g['length'] ?? (g['below'] && String(number(g['below']) - 1));
    const unit = this.wording.unitOf(g['unit'] ?? '');
    if (unit === 'byte') return this.bytes(min, max);
    if (unit === 'item') return this.items(min, max);
    if (min !== undefined) this.schema.minLength ??= number(min);
    if (max !== undefined) this.schema.maxLength ??= number(max);
    return true;
  }

  private items(min: string | undefined, max: string | undefined): boolean {
    if (this.schema.type !== 'array') return false;
    if (min !== undefined) this.schema.minItems ??= number(min);
    if (max !== undefined) this.schema.maxItems ??= number(max);
    return true;
  }

  /** A regular expression is taken where no text can make it slow. */
  protected pattern(regex: string): boolean {
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

  protected range(g: Groups): boolean {
    if (this.isTextual()) return false;
    const { min, max, above, below } = g;
    if (min !== undefined) this.schema.minimum ??= number(min);
    if (max !== undefined) this.schema.maximum ??= number(max);
    if (above !== undefined) this.schema.exclusiveMinimum ??= number(above);
    if (below !== undefined) this.schema.exclusiveMaximum ??= number(below);
    if (this.schema.type === undefined) {
      this.schema.type = [min, max, above, below].some((n) => n?.includes('.')) ? 'number' : 'integer';
      this.out.inferred.push('type');
    }
    return true;
  }
}

export function number(text: string | undefined): number {
  return Number((text ?? '0').replace('−', '-').replace(/[,_]/g, ''));
}
