// What an operation's words say of how the thing is made that it is for: "a charge that was created with `capture=false`".
import type { JsonValue } from '../../spec/contract/api.js';
import { typeOf } from '../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { toldBy } from '../told/told.js';
import { bodySchema, type Operation, type Resource } from './resources.js';

/** Members of the body that makes it. */
export function madeWith({ op }: Operation, { create }: Resource): { [name: string]: JsonValue } {
  const { name, value: text } = toldBy(op.description, 'madeWith');
  const properties = (create && bodySchema(create)?.properties) ?? {};
  if (!create || name === undefined || text === undefined || !Object.hasOwn(properties, name)) return {};
  const schema = mergedSchema(create.api, properties[name] ?? {});
  const type = typeOf(schema);
  if (type === 'boolean') return text === 'true' || text === 'false' ? { [name]: text === 'true' } : {};
  if (type === 'integer' || type === 'number') return Number.isNaN(Number(text)) ? {} : { [name]: Number(text) };
  return type === 'string' && (schema.enum?.includes(text) ?? true) ? { [name]: text } : {};
}
