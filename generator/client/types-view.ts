// The contract as openapi-typescript can read it: plain 3.0 or 3.1, every operation under one of its eight methods.
import type { Api, ApiOperation, Schema } from '../../spec/contract/api.js';
import type { BodyExtension } from '../../spec/contract/docproof.js';
import { pointer } from '../../spec/contract/pointer.js';
import { asList, asObject } from '../../spec/is-object.js';
import { contestedSchema } from '../contested-schema.js';
import { withoutEagerCycles } from './eager-cycles.js';
import { withoutFarReferences } from './far-references.js';
import { pathPieces } from './path-template.js';
import { type Side, type Sides, sidesOf } from './schema-sides.js';
import { mapValues } from './schema-walk.js';

type Json = Record<string, unknown>;

const KNOWN = new Set(['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE']);

/** OpenAPI 3.1, "Parameter Object": header parameters of these names are ignored. */
const IGNORED_HEADERS = new Set(['accept', 'content-type', 'authorization']);

/**
 * Operations of methods that openapi-typescript does not know stand under `PATH#METHOD`, to be taken out of its `paths` again.
 *
 * @param name gives each operation the key that it gets in `operations`
 */
export function typesView(api: Api, name: (operation: ApiOperation) => string): Json {
  const root = withoutFarReferences(api.document);
  const sides = sidesOf(asObject(asObject(root['components'])['schemas']), (schema) => deref(root, schema));
  const paths: Record<string, Json> = {};
  for (const operation of api.operations) {
    const isKnown = KNOWN.has(operation.method);
    const key = isKnown ? operation.path : `${operation.path}#${operation.method}`;
    paths[key] ??= {};
    paths[key][isKnown ? operation.method.toLowerCase() : 'post'] = viewOf(
      api,
      root,
      sides,
      operation,
      name(operation),
    );
  }
  const { openapi, info, components } = root;
  const version = String(openapi).startsWith('3.0') ? openapi : '3.1.0';
  return {
    openapi: version,
    info: { title: 'API', version: '0', ...asObject(info) },
    paths,
    ...(components === undefined ? {} : { components: componentsOf(asObject(components), sides) }),
  };
}

function viewOf(api: Api, root: Json, sides: Sides, operation: ApiOperation, operationId: string): Json {
  const item = deref(root, asObject(root['paths'])[operation.path]);
  const raw = rawOperation(item, operation.method);
  const { requestBody, responses, summary, description, deprecated } = raw;
  const parameters = [...asList(item['parameters']), ...asList(raw['parameters'])];
  return {
    operationId,
    ...(summary === undefined ? {} : { summary: String(summary) }),
    ...(description === undefined ? {} : { description: String(description) }),
    ...(deprecated === true ? { deprecated } : {}),
    parameters: sides.of('sent', parametersOf(api, root, operation, parameters)),
    ...(requestBody === undefined ? {} : { requestBody: sides.of('sent', widened(api, root, requestBody)) }),
    responses: mapValues(asObject(responses), (response) => sides.of('received', widened(api, root, response))),
  };
}

function rawOperation(item: Json, method: string): Json {
  const additional = asObject(item['additionalOperations'] ?? item['x-additionalOperations']);
  return asObject(item[method.toLowerCase()] ?? additional[method]);
}

/** Parameters of path and operation, the operation's first; keys that may be null say so. */
function parametersOf(api: Api, root: Json, operation: ApiOperation, raw: unknown[]): unknown[] {
  const nullable = new Set(
    pathPieces(api, operation).flatMap((p) => ('variable' in p && p.as === 'nullableKey' ? [p.variable] : [])),
  );
  const byKey = new Map<string, unknown>(
    pathPieces(api, operation).flatMap((p): [string, unknown][] =>
      'variable' in p
        ? [[`path ${p.variable}`, { name: p.variable, in: 'path', required: true, schema: { type: 'string' } }]]
        : [],
    ),
  );
  for (const parameter of raw) {
    const resolved = deref(root, parameter);
    const [name, where] = [String(resolved['name']), String(resolved['in'])];
    if (!['path', 'query', 'header', 'cookie'].includes(where)) continue;
    if (where === 'header' && IGNORED_HEADERS.has(name.toLowerCase())) continue;
    const mayBeNull = where === 'path' && nullable.has(name);
    const schema = resolved['schema'] ?? documentSchema(resolved);
    const typed = mayBeNull
      ? { ...resolved, schema: orNull(api, schema as Schema) }
      : resolved['schema'] === undefined && schema !== undefined
        ? { ...resolved, schema, content: undefined }
        : parameter;
    byKey.set(`${where} ${name}`, typed);
  }
  return [...byKey.values()];
}

/** The schema of a value that is written as a document: openapi-typescript takes it for its text. */
function documentSchema(parameter: Json): unknown {
  const [media] = Object.values(asObject(parameter['content']));
  return media === undefined ? undefined : asObject(media)['schema'];
}

function orNull(api: Api, schema: Schema): Schema {
  const type = api.resolve(schema).type;
  if (Array.isArray(type) && type.includes('null')) return schema;
  return api.openapi.startsWith('3.0')
    ? { ...api.resolve(schema), nullable: true }
    : { anyOf: [schema, { type: 'null' }] };
}

/** A body or response; where it is contested, its schemas accept both sides. */
function widened(api: Api, root: Json, raw: unknown): unknown {
  const body = deref(root, raw);
  const contested = (asObject(body['x-docproof']) as BodyExtension).contested ?? [];
  if (contested.length === 0) return filled(raw);
  const content = Object.entries(asObject(body['content'])).map(([type, media]) => {
    const m = asObject(media);
    return [type, { ...m, schema: contestedSchema(asObject(m['schema']) as Schema, contested, api.resolve) }] as const;
  });
  return { ...body, content: Object.fromEntries(content) };
}

/** A body or response in which an object stands wherever one must, be it that somebody left the place empty. */
function filled(raw: unknown): Json {
  const { content, headers, ...rest } = asObject(raw);
  return {
    ...rest,
    ...(headers === undefined ? {} : { headers: mapValues(asObject(headers), asObject) }),
    ...(content === undefined ? {} : { content: mapValues(asObject(content), asObject) }),
  };
}

/** Which side has what stands in a section of the components; in those that are not named no type stands. */
const SECTIONS: Record<string, Side> = {
  parameters: 'sent',
  requestBodies: 'sent',
  headers: 'received',
  responses: 'received',
};

function componentsOf(components: Json, sides: Sides): Json {
  const kept = Object.entries(SECTIONS)
    .filter(([section]) => components[section] !== undefined)
    .map(
      ([section, side]) =>
        [section, mapValues(asObject(components[section]), (one) => sides.of(side, filled(one)))] as const,
    );
  const schemas = components['schemas'] === undefined ? {} : { schemas: withoutEagerCycles(sides.schemas) };
  return { ...schemas, ...Object.fromEntries(kept) };
}

function deref(root: Json, value: unknown): Json {
  let current = asObject(value);
  for (let hops = 0; hops < 32 && typeof current['$ref'] === 'string'; hops++)
    current = asObject(pointer(root, current['$ref'].slice(1)));
  return current;
}
