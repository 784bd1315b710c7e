// Shared components: equal things are written once and referenced; names are given in the order of the pages.
import { pascal, unique } from './names.js';

export type Json = Record<string, unknown>;
type Kind = 'parameters' | 'headers' | 'schemas' | 'responses' | 'requestBodies';

export class Components {
  private readonly kinds: Record<Kind, Json> = {
    schemas: {},
    requestBodies: {},
    responses: {},
    parameters: {},
    headers: {},
  };
  private readonly known = new Map<string, string>();

  /**
   * A reference to the component equal to `value`, made under `name` (or `name2`, …) where there is none.
   *
   * @param identity what makes two values the same; the whole value where absent
   */
  refer(kind: Kind, name: string, value: Json, identity: unknown = value): { $ref: string } {
    const key = `${kind} ${JSON.stringify(identity)}`;
    let found = this.known.get(key);
    if (found === undefined) {
      found = unique(componentName(name), new Set(Object.keys(this.kinds[kind])));
      this.kinds[kind][found] = value;
      this.known.set(key, found);
    }
    return { $ref: `#/components/${kind}/${found}` };
  }

  /** Only the kinds that have members. */
  toJson(): Json {
    return Object.fromEntries(Object.entries(this.kinds).filter(([, members]) => Object.keys(members).length > 0));
  }
}

function componentName(name: string): string {
  return /^[A-Za-z0-9._-]+$/.test(name) ? name : pascal(name) || 'Value';
}
