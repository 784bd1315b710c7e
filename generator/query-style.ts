// Decides how a query parameter, or the field of a form, is written where its name and one text are not enough.
import type { Api, ApiMedia, ApiParameter, Schema } from '../spec/contract/api.js';
import type { QueryStyle } from '../templates/client/runtime/query.js';
import { isJson } from '../templates/server/runtime/media-type.js';
import { type Definitions, schemaKinds } from '../templates/server/runtime/schema-kind.js';

const SEPARATED: Readonly<Record<string, QueryStyle>> = { spaceDelimited: 'space', pipeDelimited: 'pipe' };

/** OpenAPI 3.2, section 4.12: `form` is the default style and explodes unless it is told not to, no other style does. */
function queryStyle(parameter: ApiParameter, api: Api): QueryStyle | undefined {
  const { style = 'form', explode = style === 'form' } = parameter;
  if (parameter.mediaType !== undefined) return 'json';
  const kinds = schemaKinds(parameter.schema, api.schemas as Definitions);
  // One that may also be a text is written as what it is.
  if ((kinds.has('object') || kinds.has('array')) && style === 'deepObject') return 'deepObject';
  const kind = kinds.size === 1 ? [...kinds][0] : 'string';
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

/** The styles of a form's fields: a list repeats its name and an object is JSON, unless a style is given (section 4.15). */
export function formStyles(media: ApiMedia, api: Api): Record<string, QueryStyle> {
  const fields = Object.entries(media.encoding ?? {}).flatMap(
    ([name, { style, explode, contentType }]): ApiParameter[] => {
      const field = { name, in: 'query', required: false, schema: propertyOf(api, media.schema, name) } as const;
      if (style === undefined && explode === undefined)
        return isJson(contentType ?? '') ? [{ ...field, mediaType: 'application/json' }] : [];
      return [{ ...field, ...(style === undefined ? {} : { style }), ...(explode === undefined ? {} : { explode }) }];
    },
  );
  return queryStyles(fields, api);
}

/** The schema of an object's property, wherever its parts or its first choice have it. */
export function propertyOf(api: Api, schema: Schema, name: string): Schema {
  const s = api.resolve(schema);
  const own = s.properties && Object.hasOwn(s.properties, name) ? s.properties[name] : undefined;
  if (own) return api.resolve(own);
  const parts = [...(s.allOf ?? []), ...(s.oneOf ?? s.anyOf ?? []).slice(0, 1)];
  return parts.map((part) => propertyOf(api, part, name)).find((found) => Object.keys(found).length > 0) ?? {};
}
