// The route table of a contract: main operations with their alias forms, as the server's runtime and the mock read it.
import type {
  Api,
  ApiBody,
  ApiMedia,
  ApiOperation,
  ApiParameter,
  ApiResponse,
  Schema,
} from '../../spec/contract/api.js';
import { firstServer } from '../../spec/contract/first-server.js';
import { type Mark, oneWay } from '../../spec/contract/one-way.js';
import { pointerPart } from '../../spec/json-pointer.js';
import { withoutEnd } from '../../spec/without-end.js';
import { type EntitySet, entitySets } from '../../templates/server/runtime/entity-sets.js';
import { essence, FORM, isJson } from '../../templates/server/runtime/media-type.js';
import { readPathTemplate } from '../../templates/server/runtime/path-template.js';
import type {
  FieldStyle,
  JsonSchema,
  Route,
  RouteBody,
  RouteMedia,
  RouteParameter,
} from '../../templates/server/runtime/route.js';
import { contestedSchema } from '../contested-schema.js';
import { distinctIds } from '../distinct-ids.js';
import { camelCase, Names } from '../typescript/names.js';
import { mainForms } from './main-forms.js';
import { SchemaReferences } from './schema-references.js';
import { type SchemaReader, validationSchema } from './validation-schema.js';

/** A main operation, the route it becomes, and its alias forms. */
export interface RoutedOperation {
  operation: ApiOperation;
  aliases: ApiOperation[];
  route: Route;
}

export interface RouteTable {
  operations: RoutedOperation[];
  definitions: Record<string, JsonSchema>;
  /** Path of the API's first server URL, without a slash at its end. */
  basePath: string;
}

/** Who hears of what the schemas have that the server can't use. */
export interface TableReport {
  pattern(pattern: string, reason: string): void;
  /** A reference that leads nowhere; `at` says where it stands, in `operation` or in the components. */
  reference(to: string, at: string, operation?: ApiOperation): void;
}

const SILENT: TableReport = { pattern: () => {}, reference: () => {} };

/** Makes the route table of an API. */
export function routeTable(api: Api, report: TableReport = SILENT): RouteTable {
  const { mains, aliases } = mainForms(api.operations.map((given) => widened(given, api)));
  const sets = entitySets(api.operations.map((operation) => operation.path));
  const names = new Names();
  const ids = distinctIds(mains);
  const references = new SchemaReferences(api);
  const reader: ReaderAt = (at, operation) => ({
    pattern: report.pattern,
    resolve: api.resolve,
    reference: (ref, root) => {
      const found = references.follow(ref, root);
      if (found === undefined) report.reference(ref, at, operation);
      return found;
    },
  });
  return {
    operations: mains.map((operation) => {
      const forms = aliases.get(operation.id) ?? [];
      return {
        operation,
        aliases: forms,
        route: route(names.take(camelCase(ids.get(operation) ?? operation.id)), operation, forms, sets, reader),
      };
    }),
    // Last: what the operations refer to is among them.
    definitions: definitions(api, references, reader),
    basePath: basePath(firstServer(api.document['servers'])),
  };
}

/** The reader of the schemas at a place. */
type ReaderAt = (at: string, operation?: ApiOperation) => SchemaReader;

function definitions(api: Api, references: SchemaReferences, reader: ReaderAt): Record<string, JsonSchema> {
  const read = (schema: Schema | boolean, root: unknown, at: string): JsonSchema =>
    validationSchema(oneWay(schema, 'readOnly', api.resolve), reader(at), root);
  const found = Object.entries(api.schemas).map(([name, schema]): [string, JsonSchema] => [
    name,
    read(schema, schema, `#/components/schemas/${pointerPart(name)}`),
  ]);
  // Reading one may add others.
  for (const { name, schema, root } of references.added) found.push([name, read(schema, root, name)]);
  return Object.fromEntries(found);
}

function route(
  id: string,
  operation: ApiOperation,
  aliases: readonly ApiOperation[],
  sets: ReadonlyMap<string, EntitySet>,
  reader: ReaderAt,
): Route {
  const nullable = nullableVariables(operation.path, sets);
  const body = operation.body && routeBody(operation.body, (type) => reader(`the body ${type}`, operation));
  return {
    id,
    method: operation.method,
    path: operation.path,
    ...(aliases.length > 0 ? { aliases: aliases.map((alias) => alias.path) } : {}),
    parameters: parameters(operation).map((p) =>
      routeParameter(p, nullable.has(p.name), reader(`the parameter ${p.name}`, operation)),
    ),
    ...(body ? { body } : {}),
    responses: Object.fromEntries(operation.responses.map((r) => [r.status, r.content.map((media) => media.type)])),
  };
}

/**
 * The operation with bodies that accept both sides of what its pages contradict themselves about, and demand nothing
 * that their way does not have.
 */
function widened(operation: ApiOperation, api: Api): ApiOperation {
  const widen = <B extends ApiBody | ApiResponse>(body: B, absent: Mark): B => ({
    ...body,
    content: body.content.map((media) => {
      const { contested } = body.docs;
      const schema = contested === undefined ? media.schema : contestedSchema(media.schema, contested, api.resolve);
      return { ...media, schema: oneWay(schema, absent, api.resolve) };
    }),
  });
  return {
    ...operation,
    ...(operation.body ? { body: widen(operation.body, 'readOnly') } : {}),
    responses: operation.responses.map((response) => widen(response, 'writeOnly')),
  };
}

/** Documented parameters in places that are supported, and the path's variables that no parameter describes. */
export function parameters(operation: ApiOperation): ApiParameter[] {
  const variables = [...operation.path.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '');
  const path = [...new Set(variables)].map(
    (name): ApiParameter =>
      operation.parameters.find((p) => p.in === 'path' && p.name === name) ?? {
        name,
        in: 'path',
        required: true,
        schema: { type: 'string' },
      },
  );
  return [...path, ...operation.parameters.filter((p) => ['query', 'header', 'cookie'].includes(p.in))];
}

function routeParameter(parameter: ApiParameter, nullable: boolean, reader: SchemaReader): RouteParameter {
  const { name, required, style, explode } = parameter;
  return {
    name,
    in: parameter.in,
    required,
    schema: validationSchema(parameter.schema, reader),
    ...(nullable ? { nullable } : {}),
    ...(parameter.mediaType !== undefined ? { json: true as const } : {}),
    ...(style === undefined ? {} : { style }),
    ...(explode === undefined ? {} : { explode }),
  };
}

function routeBody(body: ApiBody, reader: (type: string) => SchemaReader): RouteBody {
  return {
    required: body.required,
    content: body.content.map((media) => ({
      type: media.type,
      schema: validationSchema(media.schema, reader(media.type)),
      ...formEncoding(media),
    })),
  };
}

/** OpenAPI 3.2, 4.15: with a style, a field of an urlencoded form is written as a query parameter is; else by its media type. */
function formEncoding({ type, encoding = {} }: ApiMedia): Pick<RouteMedia, 'encoding'> {
  const fields = Object.entries(encoding).flatMap(
    ([name, { contentType = '', style, explode }]): [string, FieldStyle][] => {
      if (style !== undefined || explode !== undefined)
        return [[name, { ...(style === undefined ? {} : { style }), ...(explode === undefined ? {} : { explode }) }]];
      return isJson(contentType) ? [[name, { json: true }]] : [];
    },
  );
  return essence(type) === FORM && fields.length > 0 ? { encoding: Object.fromEntries(fields) } : {};
}

/** Variables of keys that some documented form of their entity set leaves out. */
function nullableVariables(path: string, sets: ReadonlyMap<string, EntitySet>): Set<string> {
  const variables = readPathTemplate(path).flatMap((segment) =>
    segment.kind === 'keys'
      ? segment.keys
          .filter((key) => key.name !== '' && !sets.get(segment.set)?.required.has(key.name))
          .map((k) => k.variable)
      : [],
  );
  return new Set(variables);
}

function basePath(server: string | undefined): string {
  const path = /^(?:[a-z][a-z0-9+.-]*:\/\/[^/]*)?(\/[^?#]*)?/i.exec(server ?? '')?.[1] ?? '';
  return path.includes('{') ? '' : withoutEnd(path, '/');
}
