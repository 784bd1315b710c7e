// Variables of URLs as frameworks write them, with their type beside the name: `<int:id>`, `{id:int}`, `(int:id)` → `{id}`.
import type { Profile } from '../../profiles/profile.js';
import type { Endpoint } from '../page.js';
import { type Attribute, bullet } from './attributes.js';

/** The type in front: Flask, Django, and what documents Python. */
const IN_FRONT = /<([a-z]{2,10}):([A-Za-z_][\w-]{0,80})>|(?<=[/.])\(([a-z]{2,10}):([A-Za-z_][\w-]{0,80})\)/g;
/** The type, or a pattern, behind: ASP.NET, Express, Spring; none of it has braces. */
const BEHIND = /\{([A-Za-z_][\w-]{0,80}):([^{}\s]{1,60})\}/g;

const TYPES: ReadonlyMap<string, string> = new Map([
  ['int', 'integer'],
  ['long', 'integer'],
  ['integer', 'integer'],
  ['uuid', 'uuid'],
  ['guid', 'uuid'],
]);

/** Writes the variables of the endpoint's URLs without their types. @returns those whose type says something */
export function typedVariables({ urls }: Endpoint, profile: Profile): Attribute[] {
  const found: Attribute[] = [];
  for (const url of urls) {
    const { span } = url;
    const variable = (name: string, type: string): string => {
      const known = TYPES.get(type);
      if (known)
        found.push({
          ...bullet({ kind: 'item', indent: 0, text: '', span, links: [] }, name, known, '', profile),
          place: 'path',
        });
      return `{${name}}`;
    };
    url.text = url.text
      .replace(IN_FRONT, (_, type = '', name = '', other = '', called = '') => variable(name || called, type || other))
      .replace(BEHIND, (_, name: string, type: string) => variable(name, type));
  }
  return found;
}
