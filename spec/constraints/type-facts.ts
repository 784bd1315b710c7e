// Names of types in a cell ("array of strings", "Boolean. Set to true to …") → the type of the value.
import type { ConstraintCells } from './constraints.js';
import { LimitFacts } from './limit-facts.js';
import { readValues } from './values.js';
import type { NamedType } from './wording.js';
import { mayMatch, plainKey } from './wording-lists.js';

/** Each method takes the text of a cell and returns what is left of it. */
export class TypeFacts extends LimitFacts {
  /** The name of the type is that of a time, which leaves open how it is written. */
  private timeByName = false;

  /** A type at the start of its own cell: `Int`, `array of strings`, `string or null`. */
  protected type(text: string, own: boolean): string {
    const maybe = own && text.startsWith('?') ? 1 : 0;
    const found = this.wording.typePattern.exec(text.slice(maybe));
    if (!found) return text;
    const type = this.wording.types.get(plainKey(found[0]));
    if (!type) return text;
    const listed = this.wording.listBehindType.exec(text.slice(found[0].length));
    if (listed && own) {
      this.setType({ type: 'array' });
      return text.slice(found[0].length + listed[0].length);
    }
    const sized = this.sized(type, this.withoutMembers(type, text.slice(maybe + found[0].length)));
    this.setType(type);
    if (own && (maybe > 0 || sized.startsWith('?'))) {
      this.out.nullable = true;
      return sized.replace(/^\?/, '');
    }
    const rest = own ? this.refined(type, sized) : sized;
    const other = own ? this.wording.otherType.exec(rest) : null;
    if (other?.[1]) {
      const second = this.wording.types.get(plainKey(other[1]));
      if (this.wording.nullWords.has(plainKey(other[1]))) this.out.nullable = true;
      else if (second?.type && second.type === this.schema.type) this.closer(second, other[0]);
      else if (second?.type)
        this.schema.type = [...new Set([...([] as string[]).concat(this.schema.type ?? []), second.type])];
      else return rest;
      return rest.slice(other[0].length);
    }
    return rest;
  }

  /** `map<string, integer>`, `map[string]integer`: what is in an object whose keys are not known. */
  private withoutMembers(type: NamedType, rest: string): string {
    if (type.type !== 'object') return rest;
    const found = /^\s?(?:<(?:[^<>,\n]{1,30},)?([^<>,\n]{1,30})>|\[[^[\]\n]{1,60}\](\w{0,30}))/.exec(rest);
    if (!found) return rest;
    const values = this.wording.types.get(plainKey(found[1] ?? found[2] ?? ''))?.type;
    if (values && values !== 'object' && values !== 'array') this.schema.additionalProperties = { type: values };
    return rest.slice(found[0].length);
  }

  /** "string, UUID" says closer what it is, "string or URL" what it may be. */
  private closer({ format }: NamedType, phrase: string): void {
    if (/^\s*,/.test(phrase) && format !== undefined) this.schema.format ??= format;
  }

  /** `String(128)`: the size of a text, as databases write it. */
  private sized(type: NamedType, rest: string): string {
    const size = type.type === 'string' ? /^\s?\((\d{1,9})\)/.exec(rest) : null;
    if (!size) return rest;
    this.schema.maxLength ??= Number(size[1]);
    return rest.slice(size[0].length);
  }

  /** `string (date-time)`, `integer<int64>`: the same type, said closer. */
  private refined(type: NamedType, rest: string): string {
    const found = /^\s?(?:\(([^()\n]{1,40})\)|<([^<>\n]{1,40})>)/.exec(rest);
    const closer = found && this.wording.types.get(plainKey(found[1] ?? found[2] ?? ''));
    if (!closer || closer.type !== type.type || closer.items) return rest;
    this.setType(closer);
    return rest.slice(found[0].length);
  }

  /** Lines that say what holds for each type of the value (`Edm.String: …`) limit no value of every type. */
  protected byType(text: string): string {
    const lines = text.split('\n');
    const typed = lines.filter((line) => {
      const found = this.wording.typePattern.exec(line);
      return found !== null && /^\s?:\s?\S/.test(line.slice(found[0].length));
    });
    if (typed.length < 2) return text;
    this.out.prose.push(...typed);
    return lines.filter((line) => !typed.includes(line)).join('\n');
  }

  /** An effective-value cell that is, or starts with, the name of a type: `Boolean. Set to true to …`. */
  protected typeWord(text: string): string {
    const lead = /^(?:(?:an?|any)\s{1,3})?(?:valid\s{1,3})?/i.exec(text)?.[0] ?? '';
    const named = text.slice(lead.length);
    // "Array of Role names": of what kind its members are is said in words.
    if (this.wording.lineOfList.test(named)) this.schema.type ??= 'array';
    const found = this.wording.typePattern.exec(named);
    if (!found) return text;
    const rest = named.slice(found[0].length);
    if (this.isOrNull(rest)) {
      this.out.nullable ??= true;
      return this.type(named.slice(0, found[0].length), false);
    }
    // "Integer (1-5)": a number may have its range in brackets, other words in brackets may be about anything.
    const numeric = /^(?:integer|number|array)$/.test(this.wording.types.get(plainKey(found[0]))?.type ?? '');
    if (!/^\s*(?:[.。\n]|$)/.test(rest) && !(numeric && /^\s?[(（,、]/.test(rest)) && !this.startsWithLength(rest))
      return text;
    if (readValues(text, this.wording)) return text;
    // Lines that are all names of types, or of one system of types, are the values of a field that names a type.
    const [, second = ''] = text.split('\n');
    const system = /^\w+\./.exec(named)?.[0];
    if (this.wording.typePattern.test(second.trim()) || (system && second.trim().startsWith(system))) return text;
    return this.type(named, false);
  }

  /** "timestamp" beside "seconds since the Unix epoch" is a number. */
  protected timeAsNumber({ type, overview, effective, notes }: ConstraintCells): void {
    const words = [type, overview, effective, notes].join('\n');
    if (!this.timeByName || this.schema.format !== 'date-time' || !this.wording.unixTime.test(words)) return;
    this.schema.type = 'integer';
    this.schema.format = 'int64';
  }

  /** "or null", ", null": all that follows the name of a type. */
  private isOrNull(rest: string): boolean {
    const other = rest.replace(this.wording.joiners, ',').replace(/^[\s,/|]+/, '');
    return other.length < rest.length && this.isNull(other);
  }

  /** "Array of strings, up to 10 elements" in one line. */
  private startsWithLength(rest: string): boolean {
    if (!/^\s\S/.test(rest)) return false;
    const plain = rest.toLowerCase();
    return this.wording.statements.length.some((template) => {
      template.pattern.lastIndex = 1;
      return mayMatch(template, plain) && template.pattern.exec(rest)?.index === 1;
    });
  }

  /** Notes that begin with the name of a list: `Array of strings`. */
  protected arrayWord(text: string): string {
    const lead = /^an?\s{1,3}/i.exec(text)?.[0] ?? '';
    const found = this.wording.typePattern.exec(text.slice(lead.length));
    const type = found && this.wording.types.get(plainKey(found[0]));
    if (!found || !type?.items || (this.isTyped() && !this.isArray())) return text;
    const rest = text.slice(lead.length + found[0].length);
    if (!/^\s?(?:[.。\n(（,、]|$)/.test(rest) && !this.startsWithLength(rest)) return text;
    return this.type(text.slice(lead.length), false);
  }

  private setType(type: NamedType): void {
    if (this.schema.type === undefined && type.format === 'date-time') this.timeByName = true;
    if (this.schema.type === undefined && type.type) this.schema.type = type.type;
    if (type.format && this.schema.format === undefined) this.schema.format = type.format;
    if (type.values) this.schema.additionalProperties = { type: type.values };
    if (type.items) this.schema.items = { type: type.items };
    if (type.minimum !== undefined) this.schema.minimum ??= type.minimum;
  }
}
