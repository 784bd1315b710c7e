// How a value gets into a path or a header: most as their text; a document as JSON, an object in parts (OpenAPI 3.2, section 4.12.4).
import type { Api, ApiParameter } from '../../spec/contract/api.js';
import { type Definitions, schemaKind } from '../../templates/server/runtime/schema-kind.js';
import { propertyKey } from '../typescript/literal.js';

/** Source of the text to write, of the source of the value; undefined where the value itself will do. */
export function valueCode(api: Api, parameter: ApiParameter | undefined, value: string): string | undefined {
  if (parameter?.mediaType !== undefined) return `JSON.stringify(${value})`;
  if (!parameter || schemaKind(parameter.schema, api.schemas as Definitions) !== 'object') return undefined;
  return `simpleParts(${value}, ${parameter.explode === true})`;
}

/** `.name`, or `['odd name']`. */
export function memberAccess(name: string): string {
  const key = propertyKey(name);
  return key === name ? `.${name}` : `[${key}]`;
}
