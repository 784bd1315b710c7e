// Schemas of one spec as validators of answers: compiled when first wanted, once.
import { createRequire } from 'node:module';
import type { Ajv2020 as Ajv, ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import type { Api, Schema } from '../../spec/contract/api.js';
import { oneWay } from '../../spec/contract/one-way.js';
import { patternTest } from '../../spec/contract/pattern.js';

export interface SchemaError {
  pointer: string;
  message: string;
}

/**
 * Validates a value; all errors, none when it fits.
 *
 * @throws UnusableSchema
 */
export type Validator = (value: unknown) => SchemaError[];

/** The spec's fault, not the answer's: what it promises cannot be told. */
export class UnusableSchema extends Error {}

/** A validator sees a few dozen values: compiling it fast matters more than how fast it then runs. */
const QUICK = { code: { optimize: false }, inlineRefs: false };

const ROOT = 'docproof:spec';
const load = createRequire(import.meta.url);

/**
 * One ajv instance per spec; ajv is loaded when the first schema is wanted. What only requests have is not required of an
 * answer (OpenAPI 3.0, Schema Object, `writeOnly`).
 *
 * @throws UnusableSchema by the returned function, where a schema breaks the rules of JSON Schema
 */
export function schemasOf(api: Api): (schema: Schema) => Validator {
  const compiled = new WeakMap<Schema, Validator>();
  /** Every response refers to shared schemas by a reference of its own: one validator for all that lead to the same. */
  const referred = new Map<string, Validator>();
  let ajv: Ajv | undefined;
  return (schema) => {
    const reference = Object.keys(schema).length === 1 ? schema.$ref : undefined;
    const known = reference === undefined ? compiled.get(schema) : referred.get(reference);
    if (known) return known;
    ajv ??= open(api);
    const validate = compile(ajv, absolute(oneWay(schema, 'writeOnly', api.resolve)));
    const validator: Validator = (value) =>
      validate(value) ? [] : (validate.errors ?? []).map((e) => ({ pointer: e.instancePath, message: explain(e) }));
    if (reference === undefined) compiled.set(schema, validator);
    else referred.set(reference, validator);
    return validator;
  };
}

function compile(ajv: Ajv, schema: Schema): ValidateFunction {
  try {
    return ajv.compile(schema);
  } catch (error) {
    throw new UnusableSchema(`a schema of the spec cannot be used: ${(error as Error).message}`);
  }
}

/** How ajv runs the patterns of a spec that nobody vouches for. */
const engine = Object.assign(
  (source: string) => {
    const test = patternTest(source);
    if (!test) throw new UnusableSchema(`${source} is no regular expression`);
    return {
      test: (text: string): boolean => {
        const fits = test(text);
        if (fits === undefined)
          throw new UnusableSchema(`the pattern ${source} of the spec takes too long on an answer`);
        return fits;
      },
      toString: () => source,
    };
  },
  { code: 'patternTest' },
);

function open(api: Api): Ajv {
  const { Ajv2020 } = load('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js');
  const formats = load('ajv-formats') as { default: (ajv: Ajv) => void };
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    // A property may be called `constructor`, which every object inherits.
    ownProperties: true,
    validateFormats: true,
    logger: false,
    // What a keyword must be is looked at where it is compiled: the schema of schemas costs more than all of those of a spec.
    meta: false,
    validateSchema: false,
    code: { ...QUICK.code, regExp: engine },
    inlineRefs: QUICK.inlineRefs,
  });
  formats.default(ajv);
  const schemas = Object.entries(api.schemas).map(([name, schema]) => [name, oneWay(schema, 'writeOnly', api.resolve)]);
  ajv.addSchema({ $id: ROOT, components: { schemas: Object.fromEntries(schemas) } });
  return ajv;
}

/** References of the document become references into the registered root. */
function absolute(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    key === '$ref' && typeof value === 'string' && value.startsWith('#/') ? `${ROOT}${value}` : value,
  ) as Schema;
}

function explain(error: ErrorObject): string {
  const detail = error.keyword === 'additionalProperties' ? `: ${String(error.params['additionalProperty'])}` : '';
  const allowed = error.keyword === 'enum' ? `: ${JSON.stringify(error.params['allowedValues'])}` : '';
  const constant = error.keyword === 'const' ? `: ${JSON.stringify(error.params['allowedValue'])}` : '';
  return `${error.message ?? error.keyword}${detail}${allowed}${constant}`;
}
