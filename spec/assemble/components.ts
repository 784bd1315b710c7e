// Shared components: equal things are written once and referenced; names are given in the order of the pages.
import { nothingYet } from '../nothing-yet.js';
import { pascal, unique } from './names.js';

export type Json = Record<string, unknown>;
type Kind = 'parameters' | 'headers' | 'schemas' | 'responses' | 'requestBodies';

/** One reference asked for, so that it can be asked for again without comparing the value. */
export interface Referral {
  kind: Kind;
  name: string;
  value: Json;
  key: string;
  ref: string;
}

export class Components {
  private asked: Referral[] | undefined;
  private readonly kinds: Record<Kind, Json> = {
    schemas: nothingYet(),
    requestBodies: nothingYet(),
    responses: nothingYet(),
    parameters: nothingYet(),
    headers: nothingYet(),
  };
  /** Names by what makes them the same but for their words. */
  private readonly known = new Map<string, string[]>();

  /**
   * A reference to the component equal to `value`, made under `name` (or `name2`, …) where there is none.
   *
   * @param identity what makes two values the same but for their words; the whole value where absent
   */
  refer(kind: Kind, name: string, value: Json, identity: unknown = value): { $ref: string } {
    return this.referByKey(kind, name, value, `${kind} ${JSON.stringify(identity)}`);
  }

  private referByKey(kind: Kind, name: string, value: Json, key: string): { $ref: string } {
    const alike = this.known.get(key) ?? [];
    let found = alike.find((one) => this.saysTheSame(kind, one, value));
    if (found === undefined) {
      found = unique(componentName(name), this.kinds[kind]);
      this.kinds[kind][found] = value;
      this.known.set(key, [...alike, found]);
    } else this.describe(kind, found, value);
    const ref = `#/components/${kind}/${found}`;
    this.asked?.push({ kind, name, value, key, ref });
    return { $ref: ref };
  }

  /** What a page says of its parameter is not lost to what another page says; what says nothing says the same as anything. */
  private saysTheSame(kind: Kind, name: string, { description }: Json): boolean {
    const known = (this.kinds[kind][name] as Json)['description'];
    return known === undefined || description === undefined || plain(known) === plain(description);
  }

  /** Where what is equal but for its words came without any first, the next page's serve. */
  private describe(kind: Kind, name: string, { description }: Json): void {
    const known = this.kinds[kind][name] as Json;
    if (description === undefined || known['description'] !== undefined || !('schema' in known)) return;
    const { schema, ...rest } = known;
    this.kinds[kind][name] = { ...rest, description, schema };
  }

  /** What `work` gives, with the references that it asks for. */
  recording<T>(work: () => T): { result: T; asked: Referral[] } {
    const asked: Referral[] = [];
    this.asked = asked;
    const result = work();
    this.asked = undefined;
    return { result, asked };
  }

  /** Asks for the same references again; false as soon as one has become another. */
  replay(asked: readonly Referral[]): boolean {
    return asked.every(({ kind, name, value, key, ref }) => this.referByKey(kind, name, value, key).$ref === ref);
  }

  /** Only the kinds that have members. */
  toJson(): Json {
    return Object.fromEntries(Object.entries(this.kinds).filter(([, members]) => Object.keys(members).length > 0));
  }
}

/** Words without what does not change what they say: case, blanks, full stops. */
function plain(words: unknown): string {
  return String(words)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function componentName(name: string): string {
  return /^[A-Za-z0-9._-]+$/.test(name) ? name : pascal(name) || 'Value';
}
