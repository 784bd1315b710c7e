// Checks values against the contract's JSON Schemas. Each schema is compiled when it is first needed.
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import type { Problem } from './http.js';
import type { ParameterValues } from './parameters.js';
import type { Route, RouteMedia } from './route.js';
import { type Compile, loadCompiler } from './schema-compiler.js';
import type { Definitions } from './schema-kind.js';

export interface Validator {
  parameters(route: Route, values: ParameterValues): Promise<Problem[]>;
  body(media: RouteMedia, value: unknown): Promise<Problem[]>;
}

/** Values of more parts get their first problem only: each part may have several, and finding them all takes seconds. */
const MOST_PARTS = 2000;

/** Problems that are told of one value. */
const MOST_PROBLEMS = 100;

/** What only repeats in other words what another error says. */
const ECHOES = new Set(['if']);

/** Makes a validator for schemas whose `$ref`s point into `#/components/schemas/`. */
export function createValidator(definitions: Definitions): Validator {
  let loaded: Promise<Compile> | undefined;
  const compiled = { first: new Map<unknown, ValidateFunction>(), all: new Map<unknown, ValidateFunction>() };
  const compile = async (key: unknown, schema: () => object, which: 'first' | 'all'): Promise<ValidateFunction> => {
    let validate = compiled[which].get(key);
    if (!validate) {
      loaded ??= loadCompiler(definitions);
      validate = (await loaded)(schema(), which === 'all');
      compiled[which].set(key, validate);
    }
    return validate;
  };
  const errors = async (key: unknown, schema: () => object, value: unknown): Promise<ErrorObject[]> => {
    const first = await compile(key, schema, 'first');
    if (first(value)) return [];
    const validate = isLarge(value) ? first : await compile(key, schema, 'all');
    validate(value);
    return (validate.errors ?? []).filter(({ keyword }) => !ECHOES.has(keyword)).slice(0, MOST_PROBLEMS);
  };
  return {
    async parameters(route, values) {
      if (route.parameters.length === 0) return [];
      return (await errors(route, () => parametersSchema(route), values)).map(parameterProblem);
    },
    async body(media, value) {
      return (await errors(media, () => ({ allOf: [absolute(media.schema)] }), value)).map(bodyProblem);
    },
  };
}

/** Whether a value has more parts than are worth looking at all. */
function isLarge(value: unknown): boolean {
  const open = [value];
  for (let parts = 0; open.length > 0; parts++) {
    if (parts > MOST_PARTS || open.length > MOST_PARTS) return true;
    const one = open.pop();
    if (typeof one !== 'object' || one === null) continue;
    const inner = Object.values(one);
    if (inner.length > MOST_PARTS) return true;
    open.push(...inner);
  }
  return false;
}

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
