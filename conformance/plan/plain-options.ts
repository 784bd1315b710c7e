// Options that a spec writes as one object, as the single ones that they are in addresses: `pageable: { page, size }` is
// `?page=…&size=…`, `filter: { state }` in the style deepObject `?filter[state]=…`.
import type { Api, ApiOperation, ApiParameter } from '../../spec/contract/api.js';
import { typeOf } from '../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';

/** @returns the same API where it has no such option */
export function withPlainOptions(api: Api): Api {
  const operations = api.operations.map((op) => unfolded(api, op));
  return operations.every((op, i) => op === api.operations[i]) ? api : { ...api, operations };
}

function unfolded(api: Api, op: ApiOperation): ApiOperation {
  const parameters = op.parameters.flatMap((parameter) => membersOf(api, parameter) ?? [parameter]);
  return parameters.length === op.parameters.length && parameters.every((p, i) => p === op.parameters[i])
    ? op
    : { ...op, parameters };
}

function membersOf(api: Api, parameter: ApiParameter): ApiParameter[] | undefined {
  const { name, style = 'form', explode = style === 'form', mediaType } = parameter;
  const deep = style === 'deepObject';
  if (parameter.in !== 'query' || mediaType !== undefined || !(deep || (style === 'form' && explode))) return undefined;
  const { properties, required = [], oneOf, anyOf, additionalProperties } = mergedSchema(api, parameter.schema);
  if (!properties || oneOf || anyOf || typeof additionalProperties === 'object') return undefined;
  // One of them has to be there, and nobody knows which.
  if (deep && parameter.required && required.length === 0) return undefined;
  const kinds = Object.values(properties).map((raw) => typeOf(mergedSchema(api, raw)));
  if (kinds.some((kind) => kind === 'object' || (deep && kind === 'array'))) return undefined;
  const example = parameter.example as Record<string, ApiParameter['example']> | undefined;
  return Object.entries(properties).map(([member, raw]): ApiParameter => {
    const schema = mergedSchema(api, raw);
    const shown = example?.[member];
    const words = [schema.description, parameter.description].filter((one) => one !== undefined).join(' ');
    return {
      name: deep ? `${name}[${member}]` : member,
      in: 'query',
      required: parameter.required && required.includes(member),
      schema: raw,
      ...(words === '' ? {} : { description: words }),
      ...(shown === undefined ? {} : { example: shown, examples: [shown] }),
      ...(parameter.inferred ? { inferred: true } : {}),
      ...(parameter.deprecated ? { deprecated: true } : {}),
    };
  });
}
