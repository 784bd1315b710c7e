// Parameter tables, URL variables and query-option links → OpenAPI parameters and the headers that OpenAPI ignores.
import type { JsonValue, Schema } from '../contract/api.js';
import type { DocumentedHeader } from '../contract/docproof.js';
import type { Endpoint, FieldRow, Page, ParameterFact } from '../extract/page.js';
import { withoutEnd } from '../without-end.js';
import type { Components, Json } from './components.js';
import type { FieldReading, ReadField } from './field-schema.js';
import { isKeyHeader } from './key-headers.js';
import { mediaTypesIn } from './media.js';
import type { Form, Group } from './plan.js';

/** OpenAPI 3.2, Parameter Object: parameters of these names are ignored. */
const IGNORED = new Set(['authorization', 'accept', 'content-type']);

function isIgnoredHeader(name: string): boolean {
  return IGNORED.has(name.toLowerCase());
}

interface Option {
  name: string;
  description: string;
  schema: Schema;
  examples?: { name: string; value: string }[];
}

export interface Options {
  /** What lists of the pages have in common. */
  ofLists: (group: Group) => readonly ParameterFact[];
  /** Headers that pages tell of all requests. */
  ofAll: (group: Group) => readonly ParameterFact[];
  /** Query options that pages explain, by page id and by name. */
  byPage: ReadonlyMap<string, Option>;
  variables: ReadonlyMap<string, string>;
  /** Parameters of an operation, with those that its sentences describe. */
  ofWords: (endpoint: Endpoint, method: string) => readonly ParameterFact[];
  /** What a sentence of a page says of a path variable. */
  ofVariable: (page: Page, name: string) => FieldRow | undefined;
}

export class Parameters {
  constructor(
    private readonly components: Components,
    private readonly read: ReadField,
    private readonly options: Options,
  ) {}

  /** Query and header parameters of all pages of the group; the first page that documents one wins. */
  of(group: Group): Json[] {
    const out = new Map<string, Json>();
    const common = this.options.ofLists(group);
    for (const { endpoint } of group.sources) {
      for (const row of this.options.ofWords(endpoint, group.method)) {
        if (row.in === 'path' || (row.in === 'header' && (isIgnoredHeader(row.name) || isKeyHeader(row)))) continue;
        const key = `${row.in} ${row.in === 'header' ? row.name.toLowerCase() : row.name}`;
        if (!out.has(key)) out.set(key, this.parameter(withCommon(row, common)));
      }
      for (const link of endpoint.options) {
        const page = link.href.replace(/^.*\//, '').replace(/(?:\.(?:md|html))?(?:#.*)?$/, '');
        const option = this.options.byPage.get(page) ?? this.options.byPage.get(link.name);
        const name = option?.name ?? link.name;
        if (!out.has(`query ${name}`)) out.set(`query ${name}`, this.option(name, option));
      }
    }
    for (const row of this.options.ofAll(group)) {
      const key = `header ${row.name.toLowerCase()}`;
      if (!out.has(key) && !isIgnoredHeader(row.name)) out.set(key, this.parameter(row));
    }
    for (const row of common) if (!out.has(`query ${row.name}`)) out.set(`query ${row.name}`, this.parameter(row));
    for (const name of group.main.shape.query)
      if (!out.has(`query ${name}`)) out.set(`query ${name}`, this.option(name, undefined));
    return [...out.values()];
  }

  queryNames(group: Group): string[] {
    const { main, sources, method } = group;
    const rows = sources.flatMap(({ endpoint }) => this.options.ofWords(endpoint, method));
    const own = rows.filter((row) => row.in === 'query');
    const told = [...own, ...this.options.ofLists(group)].map(({ name }) => name);
    return [...new Set([...told, ...main.shape.query])];
  }

  /** Headers that OpenAPI ignores, as the pages list them. */
  ignoredHeaders(group: Group): DocumentedHeader[] {
    const out = new Map<string, DocumentedHeader>();
    for (const { endpoint } of group.sources)
      for (const row of endpoint.parameters)
        if (row.in === 'header' && isIgnoredHeader(row.name) && !out.has(row.name.toLowerCase()))
          out.set(row.name.toLowerCase(), this.documented(row));
    return [...out.values()];
  }

  documented(row: FieldRow): DocumentedHeader {
    const { schema } = this.read(row);
    const description = describe(row);
    const value = schema.default;
    return {
      name: row.name,
      required: row.required,
      default: value === undefined || value === null ? null : String(value),
      ...(description ? { description } : {}),
    };
  }

  private parameter(row: ParameterFact): Json {
    const reading: Pick<FieldReading, 'schema' | 'commas'> = row.aside ? this.aside(row, row.aside) : this.read(row);
    const { deprecated, ...schema } = stringly(reading.schema);
    const description = describe(row);
    const shown = row.aside?.value ?? row.shown;
    const isInferred = row.aside !== undefined && Object.keys(schema).every((name) => name === 'type');
    // Members that are not in one value repeat their name (OpenAPI 3.2, "Style Values").
    const isJoined = row.in === 'query' && schema.type === 'array' && reading.commas === true;
    const value: Json = {
      name: row.name,
      in: row.in,
      required: row.required,
      ...(deprecated ? { deprecated } : {}),
      ...(description ? { description } : {}),
      ...(isJoined ? { explode: false } : {}),
      schema,
      ...(shown === undefined ? {} : { example: typedLike(shown, schema) }),
      ...(isInferred || row.toldAt
        ? { 'x-docproof': { ...(isInferred ? { inferred: true } : {}), ...(row.toldAt ? { source: row.toldAt } : {}) } }
        : {}),
    };
    return this.components.refer('parameters', row.name.replace(/^\$/, ''), value, [
      row.name.toLowerCase(),
      row.in,
      row.required,
      isJoined,
      isInferred,
      deprecated,
      withoutWords(schema),
    ]);
  }

  /** What a command shows of it is outweighed by what is told in brackets behind its name. */
  private aside(
    row: ParameterFact,
    aside: NonNullable<ParameterFact['aside']>,
  ): Pick<FieldReading, 'schema' | 'commas'> {
    const shown = schemaOf(aside);
    if (aside.behind === undefined) return { schema: shown };
    const { schema, commas } = this.read({ ...row, notes: aside.behind });
    return { schema: schema.type === undefined ? { ...shown, ...schema } : schema, ...(commas ? { commas } : {}) };
  }

  private option(name: string, option: Option | undefined): Json {
    const value: Json = {
      name,
      in: 'query',
      required: false,
      ...(option?.description ? { description: option.description } : {}),
      schema: option?.schema ?? { type: 'string' },
      ...(option?.examples
        ? {
            examples: Object.fromEntries(option.examples.map(({ name: key, value: shown }) => [key, { value: shown }])),
          }
        : {}),
    };
    return this.components.refer('parameters', name.replace(/^\$/, ''), value, ['option', name]);
  }

  /** The variables of a form's path. */
  path(form: Form): Json[] {
    const rows = form.endpoint.parameters.filter((row) => row.in === 'path');
    return form.shape.variables.map((name) => {
      const plain = withoutEnd(name, '0123456789');
      const row = rows.find((r) => r.name === name) ?? rows.find((r) => r.name === plain) ?? this.listed(form, name);
      const description = row ? describe(row) : (this.options.variables.get(name) ?? this.options.variables.get(plain));
      const schema = row ? stringly(this.read(row).schema) : { type: 'string' };
      const value: Json = { name, in: 'path', required: true, ...(description ? { description } : {}), schema };
      return this.components.refer('parameters', name, value, ['path', name, withoutWords(schema)]);
    });
  }

  /** A variable whose values a sentence lists. */
  private listed({ page }: Form, name: string): FieldRow | undefined {
    const row = this.options.ofVariable(page, name);
    return row && this.read(row).schema.enum ? row : undefined;
  }
}

/** What an operation only shows of an option, or says aside, does not hide what the pages say of it for all lists. */
function withCommon(row: ParameterFact, common: readonly ParameterFact[]): ParameterFact {
  const told = row.in === 'query' && row.aside ? common.find(({ name }) => name === row.name) : undefined;
  if (!told) return row;
  const notes = [row.notes, told.notes].filter(Boolean).join('\n');
  return told.aside ? { ...row, notes, aside: { ...told.aside, ...row.aside } } : { ...told, notes };
}

/** What a value that an address shows is: a number, a truth value, or any text. */
function schemaOf({ value = '' }: { value?: string }): Schema {
  if (/^(?:0|[1-9]\d{0,8})$/.test(value)) return { type: 'integer' };
  return { type: /^(?:true|false)$/.test(value) ? 'boolean' : 'string' };
}

function typedLike(value: string, { type }: Schema): JsonValue {
  return type === 'integer' ? Number(value) : type === 'boolean' ? value === 'true' : value;
}

/** Names of security schemes that the Authorization header's words mean: `Bearer {AccessToken}`, `Basic {String}`. */
export function authorization(group: Group): { schemes: ('bearer' | 'basic')[]; required: boolean } | undefined {
  const row = group.sources
    .flatMap((s) => s.endpoint.parameters)
    .find((p) => p.in === 'header' && p.name.toLowerCase() === 'authorization');
  if (!row) return undefined;
  const text = `${row.effective}\n${row.type}\n${row.overview}`;
  const schemes: ('bearer' | 'basic')[] = [];
  if (/\bbearer\b|oauth/i.test(text)) schemes.push('bearer');
  if (/\bbasic\b/i.test(text)) schemes.push('basic');
  return { schemes: schemes.length > 0 ? schemes : ['bearer'], required: row.required };
}

/** Every option page under its id and under the option's name. */
export function optionPages(pages: Page[], read: ReadField): Options['byPage'] {
  const out = new Map<string, Option>();
  for (const page of pages) {
    if (!page.option) continue;
    const { value, examples, ...named } = page.option;
    const schema = stringly(value ? read(value).schema : {});
    const option: Option = {
      name: named.name,
      description: [named.description, ...besideOthers(named.name, value)].filter(Boolean).join('\n\n'),
      schema,
      ...(examples ? { examples } : {}),
    };
    const base = page.file.replace(/^.*\//, '').replace(/\.\w+$/, '');
    for (const key of [page.id, base, page.option.name]) if (!out.has(key)) out.set(key, option);
  }
  return out;
}

/** What a value may be beside another option: "$expand 0-100 when query is specified". */
function besideOthers(name: string, value: FieldRow | undefined): string[] {
  const lines = value?.effective.split('\n').map((line) => line.trim()) ?? [];
  return lines.filter((line) => line.match(/\$[a-z]+\b/gi)?.some((other) => other !== name));
}

/** On the wire every header, query and path value is text: what the documents leave open is a string. */
function stringly(schema: Schema): Schema {
  const { description: _, ...facets } = schema;
  if (facets.type !== undefined || facets.const !== undefined) return facets;
  if (facets.enum?.some((value) => typeof value !== 'string')) return facets;
  return { type: 'string', ...facets };
}

function withoutWords(schema: Schema): Schema {
  const { description: _, ...rest } = schema;
  return rest;
}

export function describe(row: FieldRow): string {
  const media = mediaTypesIn(row.effective).length > 0 ? '' : row.effective;
  return [row.overview, media, row.notes, row.rest].filter(Boolean).join('\n');
}
