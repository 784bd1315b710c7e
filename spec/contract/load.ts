// Loads an OpenAPI document (3.0, 3.1 or 3.2; YAML or JSON; with or without x-docproof) into the Api model. Pure.
import type { Diagnostic } from '../diagnostic.js';
import { asList, asObject, isObject } from '../is-object.js';
import { readYaml } from '../yaml-source.js';
import type {
  Api,
  ApiBody,
  ApiExample,
  ApiMedia,
  ApiOperation,
  ApiParameter,
  ApiResponse,
  JsonValue,
  Schema,
} from './api.js';
import type { RootExtension } from './docproof.js';
import { faultsOf, isFaulty } from './faults.js';
import { FIXED_METHODS } from './methods.js';
import { parseQuickly } from './parse-quickly.js';
import { offsetAt, pointer } from './pointer.js';
import { bodyExtension, operationExtension, rootExtension } from './read-extension.js';
import { inTodaysDialect } from './schema-dialect.js';
import { securitySchemes } from './security-schemes.js';
import { isSupported, NOT_OPENAPI, whyUnusable } from './supported.js';

/** Keys of a Responses Object that are no extension (OpenAPI 3.2, 4.16); names and types are made of them. */
const STATUS = /^(?:[1-5]\d\d|[1-5]XX|default)$/i;

const PLAIN: RootExtension = {
  version: 1,
  docs: { digest: '', languages: [] },
  bases: [],
  sampleHosts: [],
  keySyntax: 'plain',
  // A precondition names the version that the sender knows (RFC 9110, section 13.1.1).
  placeholders: [{ in: 'header', name: 'If-Match', means: 'etag' }],
};

type Json = Record<string, unknown>;

/**
 * Reads the text of an OpenAPI document.
 *
 * @param text YAML or JSON
 * @param file name for diagnostics
 * @param parse gives what the text says, without positions; undefined where that is left to the parser that knows them
 * @returns the model, or undefined with at least one `spec/…` error that says where and why
 */
export function loadApi(
  text: string,
  file: string,
  parse: (text: string) => unknown = parseQuickly,
): { api?: Api; diagnostics: Diagnostic[] } {
  const quick = parse(text);
  if (isObject(quick) && isSupported(quick['openapi'])) {
    const { api, isDoubtful } = read(quick);
    if (!isDoubtful) return { api, diagnostics: [] };
  }
  // Something is to be reported: read again, by the parser that knows where things stand.
  const yaml = readYaml(text, 10_000);
  const fail = (code: string, message: string, offset = 0, help?: string): Diagnostic => ({
    ...{ code, severity: 'error', file, ...yaml.placeAt(offset), message },
    ...(help ? { help } : {}),
  });
  if (yaml.broken) return { diagnostics: [fail('spec/invalid-yaml', yaml.broken.message, yaml.broken.offset)] };
  const root = yaml.value;
  const unusable = whyUnusable(root);
  if (unusable || !isObject(root)) {
    const { code, message, help } = unusable ?? NOT_OPENAPI;
    return { diagnostics: [fail(code, message, 0, help)] };
  }
  const { api, isDoubtful } = read(root);
  const faults = isDoubtful ? faultsOf(root) : [];
  if (faults.length === 0) return { api, diagnostics: [] };
  return { diagnostics: faults.map((f) => fail(f.code, f.message, offsetAt(yaml.document.contents, f.path), f.help)) };
}

/** The model of an OpenAPI document that has been parsed, or was never text. */
export function apiOf(document: Record<string, unknown>): Api {
  return read(document).api;
}

function read(document: Json): { api: Api; isDoubtful: boolean } {
  const is30 = String(document['openapi']).startsWith('3.0');
  const reader = new Reader(is30 ? inTodaysDialect(document) : document);
  return { api: { ...reader.api(), document }, isDoubtful: reader.isDoubtful };
}

class Reader {
  /** Something that was read is not what must stand there: time for a closer look, which costs more than reading. */
  isDoubtful = false;

  /** What references lead to, by their text. */
  private readonly pointed = new Map<string, unknown>();

  /** Shared responses and parameters as read, by what their references lead to. */
  private readonly responses = new WeakMap<Json, ApiResponse>();
  private readonly parameters = new WeakMap<Json, ApiParameter>();

  /** References of schemas that were followed. */
  private readonly leads = new Map<string, boolean>();

  constructor(private readonly root: Json) {}

  api(): Omit<Api, 'document'> {
    const info = asObject(this.root['info']);
    const components = asObject(this.root['components']);
    const schemas = asObject(components['schemas']) as Record<string, Schema>;
    // Those that nothing refers to as well: whatever is made of the document takes all of them.
    for (const schema of Object.values(schemas)) this.schema(schema);
    for (const raw of Object.values(asObject(components['parameters']))) this.parameter(this.deref(raw));
    return {
      title: string(info['title']) ?? 'API',
      version: string(info['version']) ?? '0',
      openapi: String(this.root['openapi']),
      servers: asList(this.root['servers']).map((s) => string(asObject(s)['url']) ?? '/'),
      tags: new Map(
        asList(this.root['tags']).map((tag) => [
          string(asObject(tag)['name']) ?? '',
          string(asObject(tag)['description']) ?? '',
        ]),
      ),
      docs: { ...PLAIN, ...rootExtension(this.root['x-docproof']) },
      operations: Object.entries(asObject(this.root['paths'])).flatMap(([path, item]) =>
        this.operations(path, this.item(path, item)),
      ),
      schemas,
      securitySchemes: securitySchemes(asObject(components['securitySchemes']), (raw) => this.deref(raw)),
      resolve: (schema) => this.deref(schema) as Schema,
    };
  }

  private item(path: string, raw: unknown): Json {
    const item = this.deref(raw);
    const isSound = isObject(raw) && FIXED_METHODS.every((m) => item[m] === undefined || isObject(item[m]));
    if (!isSound && !path.startsWith('x-')) this.isDoubtful = true;
    return item;
  }

  private operations(path: string, item: Json): ApiOperation[] {
    const named = FIXED_METHODS.filter((m) => isObject(item[m])).map((m) => [m.toUpperCase(), item[m]] as const);
    const additional = asObject(item['additionalOperations'] ?? item['x-additionalOperations']);
    if (!Object.values(additional).every(isObject)) this.isDoubtful = true;
    return [...named, ...Object.entries(additional)].map(([method, op]) =>
      this.operation(path, method, asObject(op), item),
    );
  }

  private operation(path: string, method: string, op: Json, item: Json): ApiOperation {
    const parameters = new Map<string, ApiParameter>();
    for (const raw of [...asList(item['parameters']), ...asList(op['parameters'])]) {
      const shared = this.parameter(this.deref(raw));
      const description = wordsAt(raw);
      const parameter = description === undefined ? shared : { ...shared, description };
      parameters.set(`${parameter.in} ${parameter.name}`, parameter);
    }
    const body = op['requestBody'] === undefined ? undefined : this.body(this.deref(op['requestBody']));
    return {
      id: string(op['operationId']) ?? `${method.toLowerCase()} ${path}`,
      method,
      path,
      ...optional('summary', string(op['summary'])),
      ...optional('description', string(op['description'])),
      deprecated: op['deprecated'] === true,
      tags: asList(op['tags']).map(String),
      parameters: [...parameters.values()],
      ...optional('body', body),
      responses: Object.entries(asObject(op['responses']))
        .filter(([status]) => STATUS.test(status))
        .map(([status, raw]) => this.response(status, this.deref(raw))),
      security: asList(op['security'] ?? this.root['security']).map((s) => Object.keys(asObject(s))),
      docs: { pages: [], ...operationExtension(op['x-docproof']) },
    };
  }

  private parameter(raw: Json): ApiParameter {
    const known = this.parameters.get(raw);
    if (known) return known;
    const found = this.readParameter(raw);
    this.parameters.set(raw, found);
    return found;
  }

  private readParameter(raw: Json): ApiParameter {
    const [mediaType, content] = Object.entries(asObject(raw['content']))[0] ?? [];
    const examples = this.examples(raw).map((one) => one.value);
    if (typeof raw['name'] !== 'string' || typeof raw['in'] !== 'string') this.isDoubtful = true;
    return {
      name: String(raw['name']),
      in: raw['in'] as ApiParameter['in'],
      required: raw['required'] === true || raw['in'] === 'path',
      ...optional('description', string(raw['description'])),
      schema: this.schema(raw['schema'] ?? asObject(content)['schema']),
      ...optional('style', string(raw['style'])),
      ...optional('deprecated', raw['deprecated'] === true ? (true as const) : undefined),
      ...optional('explode', typeof raw['explode'] === 'boolean' ? raw['explode'] : undefined),
      ...optional('mediaType', mediaType),
      ...optional('example', examples[0]),
      ...optional('examples', examples.length > 0 ? examples : undefined),
      ...optional('inferred', asObject(raw['x-docproof'])['inferred'] === true ? (true as const) : undefined),
    };
  }

  private body(raw: Json): ApiBody {
    return {
      required: raw['required'] === true,
      ...optional('description', string(raw['description'])),
      content: this.content(raw),
      docs: bodyExtension(raw['x-docproof']),
    };
  }

  private response(status: string, raw: Json): ApiResponse {
    const known = this.responses.get(raw);
    if (known) return known.status === status ? known : { ...known, status };
    const found = this.readResponse(status, raw);
    this.responses.set(raw, found);
    return found;
  }

  private readResponse(status: string, raw: Json): ApiResponse {
    return {
      status,
      description: string(raw['description']) ?? '',
      headers: Object.entries(asObject(raw['headers'])).map(([name, header]) => {
        const h = this.deref(header);
        return {
          name,
          ...optional('required', typeof h['required'] === 'boolean' ? h['required'] : undefined),
          schema: this.schema(h['schema']),
          ...optional('description', wordsAt(header) ?? string(h['description'])),
        };
      }),
      content: this.content(raw),
      docs: bodyExtension(raw['x-docproof']),
    };
  }

  private content(raw: Json): ApiMedia[] {
    return Object.entries(asObject(raw['content'])).map(([type, media]) => {
      const m = this.deref(media);
      const encoding = isObject(m['encoding']) ? (m['encoding'] as NonNullable<ApiMedia['encoding']>) : undefined;
      return {
        type,
        schema: this.schema(m['schema']),
        examples: this.examples(m),
        ...optional('encoding', encoding),
      };
    });
  }

  private examples(media: Json): ApiExample[] {
    const named = Object.entries(asObject(media['examples'])).map(([name, raw]) => {
      const example = this.deref(raw);
      const value = example['value'] ?? example['dataValue'] ?? example['serializedValue'];
      return { name, ...optional('summary', string(example['summary'])), value: value as JsonValue };
    });
    return media['example'] === undefined
      ? named
      : [{ name: 'example', value: media['example'] as JsonValue }, ...named];
  }

  private schema(value: unknown): Schema {
    if (value !== undefined && isFaulty(value, this.root, this.leads)) this.isDoubtful = true;
    return asObject(value) as Schema;
  }

  /** Follows local references; a cycle of references or a foreign one ends in an empty object. */
  private deref(value: unknown): Json {
    let current = value;
    for (let hops = 0; hops < 32 && isObject(current) && typeof current['$ref'] === 'string'; hops++) {
      const ref = current['$ref'];
      current = ref.startsWith('#/') ? this.at(ref) : undefined;
      if (current === undefined) this.isDoubtful = true;
    }
    if (isObject(current) && typeof current['$ref'] === 'string') this.isDoubtful = true;
    return asObject(current);
  }

  private at(ref: string): unknown {
    if (!this.pointed.has(ref)) this.pointed.set(ref, pointer(this.root, ref.slice(1)));
    return this.pointed.get(ref);
  }
}

/** The description of a Reference Object, which stands for that of what it leads to. */
function wordsAt(reference: unknown): string | undefined {
  return isObject(reference) && '$ref' in reference ? string(reference['description']) : undefined;
}

function string(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });
}
