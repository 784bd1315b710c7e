// Decides how a query parameter is written where its name and one text are not enough.
import type { Api, ApiParameter } from '../spec/contract/api.js';
import type { QueryStyle } from '../templates/client/runtime/query.js';
import { type Definitions, schemaKind } from '../templates/server/runtime/schema-kind.js';

const SEPARATED: Readonly<Record<string, QueryStyle>> = { spaceDelimited: 'space', pipeDelimited: 'pipe' };

/** OpenAPI 3.2, section 4.12: `form` is the default style and explodes unless it is told not to, no other style does. */
function queryStyle(parameter: ApiParameter, api: Api): QueryStyle | undefined {
  const { style = 'form', explode = style === 'form' } = parameter;
  if (parameter.mediaType !== undefined) return 'json';
  const kind = schemaKind(parameter.schema, api.schemas as Definitions);
  if (kind === 'object' && style === 'deepObject') return 'deepObject';
  if (kind === 'object' && explode) return 'spread';
  if (kind !== 'object' && (kind !== 'array' || explode)) return undefined;
  return SEPARATED[style] ?? 'comma';
}

/** The styles of an operation's query parameters that have one. */
export function queryStyles(parameters: readonly ApiParameter[], api: Api): Record<string, QueryStyle> {
  return Object.fromEntries(
    parameters.flatMap((parameter): [string, QueryStyle][] => {
      const style = parameter.in === 'query' ? queryStyle(parameter, api) : undefined;
      return style === undefined ? [] : [[parameter.name, style]];
    }),
  );
}
