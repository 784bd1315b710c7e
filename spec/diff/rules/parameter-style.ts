// How the text of a parameter is made of a list or an object.
import type { ApiParameter } from '../../contract/api.js';
import type { Rule } from '../change.js';

export const parameterStyle: Rule = {
  id: 'diff/parameter-style',
  about: 'the value of a parameter is written in another way',
  parameter({ old, new: after }) {
    if (!old || !after || styleOf(old) === styleOf(after)) return [];
    const message = `${after.in} parameter ${after.name}: was written as ${styleOf(old)} and is written as ${styleOf(after)}`;
    return [{ level: 'breaking', message, word: after.name }];
  },
};

/** With the defaults of OpenAPI 3.2, 4.12: `form` in queries and cookies, `simple` elsewhere; only `form` explodes by itself. */
function styleOf({ in: place, style, explode, mediaType }: ApiParameter): string {
  if (mediaType !== undefined) return mediaType;
  const name = style ?? (place === 'query' || place === 'cookie' ? 'form' : 'simple');
  return `${name}${(explode ?? name === 'form') ? ', exploded' : ''}`;
}
