// Values that answers show of what a body sends: what is no text of its own choice (a version, a code) cannot be made up.
import type { Schema } from '../../spec/contract/api.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { textFits } from '../../spec/fitting/well-known.js';
import { likestObject } from '../assess/entity-in.js';
import type { Operation } from './resources.js';

/** The schema with what its answers show as examples of plain texts of which it tells no form and no example. */
export function withShownValues({ api, op }: Operation, schema: Schema): Schema {
  const { properties, required = [] } = schema;
  if (!properties || required.length === 0) return schema;
  const names = Object.keys(properties);
  const answers = op.responses.filter(({ status }) => status.startsWith('2')).flatMap(({ content }) => content);
  const samples = answers.flatMap(({ examples }) => examples.map(({ value }) => likestObject(value, names)));
  const shown = samples.find((sample) => sample !== undefined);
  if (!shown) return schema;
  const known = required.flatMap((name): [string, Schema][] => {
    const own = properties[name] && mergedSchema(api, properties[name]);
    const value = shown[name];
    return own && typeof value === 'string' && isOpen(own) && isWhole(value) && textFits(own, value)
      ? [[name, { ...own, examples: [value] }]]
      : [];
  });
  return known.length === 0 ? schema : { ...schema, properties: { ...properties, ...Object.fromEntries(known) } };
}

const TELLING = ['enum', 'const', 'default', 'example', 'examples', 'format', 'pattern', 'oneOf', 'anyOf'];

function isOpen(schema: Schema): boolean {
  return schema.type === 'string' && TELLING.every((keyword) => schema[keyword] === undefined);
}

/** Nothing is left out of it, hidden, or to be filled in. */
function isWhole(value: string): boolean {
  return value !== '' && value !== 'string' && !/\.\.\.|…|\*\*|[<>{}]/.test(value);
}
