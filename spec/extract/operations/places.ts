// Where an attribute of a request goes: by its own words, the URL, the section that it stands in, the method.
import type { Place, Role } from '../../profiles/profile.js';
import type { Endpoint } from '../page.js';
import type { Attribute } from './attributes.js';
import { pathVariables } from './shown-requests.js';

/** Methods whose attributes travel in the query (RFC 9110, section 9.3: content has no meaning there). */
export const WITHOUT_BODY: ReadonlySet<string> = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE']);

/** The place; the name of one in the path loses its marks. */
export function placeOf(attribute: Attribute, role: Role | undefined, { urls, methods }: Endpoint): Place {
  const bare = attribute.name.replace(/^[:{<]|[}>]$/g, '');
  const inPath = urls.some((url) => pathVariables(url.text).includes(bare));
  if (attribute.place) {
    if (attribute.place === 'path') attribute.name = bare;
    return attribute.place;
  }
  if (inPath || role === 'path') {
    attribute.name = bare;
    return 'path';
  }
  if (role === 'query') return 'query';
  if (role === 'requestHeader') return 'header';
  if (role === 'requestBody') return 'body';
  return WITHOUT_BODY.has(methods[0]?.value ?? 'GET') ? 'query' : 'body';
}
