// Checks values against the contract's JSON Schemas. ajv is loaded, and each schema compiled, when it is first needed.
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import type { Problem } from './http.js';
import type { ParameterValues } from './parameters.js';
import type { Route, RouteMedia } from './route.js';
import type { Definitions } from './schema-kind.js';

export interface Validator {
  parameters(route: Route, values: ParameterValues): Promise<Problem[]>;
  body(media: RouteMedia, value: unknown): Promise<Problem[]>;
}

type Compile = (schema: object) => ValidateFunction;

/** Makes a validator for schemas whose `$ref`s point into `#/components/schemas/`. */
export function createValidator(definitions: Definitions): Validator {
  let loaded: Promise<Compile> | undefined;
  const compiled = new Map<unknown, ValidateFunction>();
  const compile = async (key: unknown, schema: () => object): Promise<ValidateFunction> => {
    let validate = compiled.get(key);
    if (!validate) {
      loaded ??= loadAjv(definitions);
      validate = (await loaded)(schema());
      compiled.set(key, validate);
    }
    return validate;
  };
  return {
    async parameters(route, values) {
      if (route.parameters.length === 0) return [];
      const validate = await compile(route, () => parametersSchema(route));
      return validate(values) ? [] : (validate.errors ?? []).map(parameterProblem);
    },
    async body(media, value) {
      const validate = await compile(media, () => ({ allOf: [absolute(media.schema)] }));
      if (validate(value)) return [];
      return (validate.errors ?? []).map(bodyProblem);
    },
  };
}

async function loadAjv(definitions: Definitions): Promise<Compile> {
  const [{ Ajv2020 }, formats] = await Promise.all([import('ajv/dist/2020.js'), import('ajv-formats')]);
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    logger: false,
    validateSchema: false,
    // 19.99 is a multiple of 0.01, though not as floating point numbers divide.
    multipleOfPrecision: 6,
    code: { regExp },
  });
  formats.default.default(ajv);
  ajv.addSchema({ $id: 'api', components: { schemas: definitions } });
  return (schema) => ajv.compile(schema);
}

/** Patterns are ECMA-262 with the u flag; those that only work without it (`\\-`, `\\_`) are taken, too. */
const regExp = Object.assign(
  (pattern: string, flags: string): RegExp => {
    try {
      return new RegExp(pattern, flags);
    } catch {
      return new RegExp(pattern);
    }
  },
  { code: 'new RegExp' },
);

/** The schema with its references made absolute, so that it can be compiled on its own. */
function absolute(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(absolute);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref' && typeof inner === 'string' && inner.startsWith('#') ? `api${inner}` : absolute(inner),
    ]),
  );
}

const PLACES = { path: 'path', query: 'query', header: 'headers', cookie: 'cookies' } as const;

function parametersSchema(route: Route): object {
  const properties: Record<string, { type: 'object'; properties: Record<string, unknown>; required: string[] }> = {};
  for (const parameter of route.parameters) {
    const place = PLACES[parameter.in];
    properties[place] ??= { type: 'object', properties: {}, required: [] };
    const schema = absolute(parameter.schema);
    properties[place].properties[parameter.name] = parameter.nullable ? { anyOf: [{ type: 'null' }, schema] } : schema;
    if (parameter.required) properties[place].required.push(parameter.name);
  }
  return { type: 'object', properties };
}

function parameterProblem(error: ErrorObject): Problem {
  const [, place = '', name = ''] = error.instancePath.split('/').map(unescapePointer);
  const where = place === 'headers' ? 'header' : place === 'cookies' ? 'cookie' : place;
  const missing = error.keyword === 'required' ? String(error.params['missingProperty']) : undefined;
  const at = missing ?? name;
  const label = where === 'path' ? 'key' : `${where} parameter`;
  return {
    in: where as Problem['in'],
    at,
    rule: error.keyword,
    message: missing ? `the ${label} ${at} is missing` : `the ${label} ${at} ${error.message ?? 'is not valid'}`,
    details: error.params,
  };
}

function bodyProblem(error: ErrorObject): Problem {
  const where = error.instancePath === '' ? 'the body' : error.instancePath;
  const names = error.keyword === 'additionalProperties' ? ` (${String(error.params['additionalProperty'])})` : '';
  return {
    in: 'body',
    at: error.instancePath,
    rule: error.keyword,
    message: `${where} ${error.message ?? 'is not valid'}${names}`,
    details: error.params,
  };
}

function unescapePointer(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}
