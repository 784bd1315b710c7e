// Statuses, headers, tables and samples of a page → Responses Object.
import type { JsonValue, Schema } from '../contract/api.js';
import type { Contested, DocumentedHeader } from '../contract/docproof.js';
import type { BodyFacts, FieldRow, ParameterFact, ResponseFacts, Sample } from '../extract/page.js';
import { mentions } from '../profiles/mentions.js';
import type { Profile } from '../profiles/profile.js';
import { bodySchemas, looseValue, samplesFor, sampleValue } from './body-schema.js';
import type { Components, Json } from './components.js';
import { examplesOf, merged } from './content.js';
import { contradictions, nullableWhereNull } from './contested.js';
import type { ReadField, TableReading } from './field-schema.js';
import { fixedValue } from './fixed-value.js';
import { responseMedia } from './media.js';
import { pascal } from './names.js';
import { describe } from './parameters.js';
import type { Group, Source } from './plan.js';
import { reason } from './reason.js';
import { sampleSchema } from './sample-schema.js';
import { withShownTimes } from './shown-times.js';

/** A sentence about a success that has the header in it: "with its address in `Location`". */
const LOCATION = /(?:^|[^-\w])Location(?![-\w])(?![^.]*\b(?:if|when|unless|may)\b)/;
const TEXT = { schema: { type: 'string' } };

/** RFC 9110: 1xx, 204, 304 have no content. */
function hasNoContent(status: string): boolean {
  return /^1/.test(status) || status === '204' || status === '205' || status === '304';
}

export type Detailed = (schema: Schema, samples: readonly JsonValue[]) => Schema;

export interface BodyContext {
  id: string;
  target: string;
  targets: ReadonlySet<string>;
}

/** One status of an answer, as a page documents it. */
interface Answer {
  status: string;
  description: string;
  facts: ResponseFacts;
  /** What the page says of the header that asks for a media type. */
  accept: ParameterFact | undefined;
}

export class Responses {
  constructor(
    private readonly components: Components,
    private readonly read: ReadField,
    private readonly profile: Profile,
    /** What a sample shows, with what is told of such things elsewhere. */
    private readonly detailed?: Detailed,
    /** Pages say of all dates which form they have. */
    private readonly toldTimes = false,
  ) {}

  /** Responses of all pages of the group by status; the first page that documents a status wins, the others add headers. */
  of(group: Group, context: BodyContext): Record<string, Json> {
    const out: Record<string, Json> = {};
    for (const source of group.sources)
      for (const facts of source.endpoint.responses.map((one) => withUsual(one, this.profile.infer.status)))
        for (const [status, description] of statusesOf(facts, source, this.profile.infer.status))
          this.add(out, { status, description, facts, accept: acceptOf(source) }, context);
    return Object.fromEntries(Object.entries(out).sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  private add(out: Record<string, Json>, answer: Answer, context: BodyContext): void {
    const { status } = answer;
    const made = this.response(answer, context);
    const before = out[status];
    if (!before) {
      out[status] = made;
      return;
    }
    const more = String(made['description']).split('\n\n').slice(1).join('\n\n');
    if (more !== '' && !String(before['description']).includes(more))
      before['description'] = `${String(before['description'])}\n\n${more}`;
    before['headers'] = { ...(made['headers'] as Json | undefined), ...(before['headers'] as Json | undefined) };
    if (Object.keys(before['headers'] as Json).length === 0) delete before['headers'];
    if (made['content']) before['content'] = merged((before['content'] ?? {}) as Json, made['content'] as Json);
  }

  private response(answer: Answer, context: BodyContext): Json {
    const { status, description, facts } = answer;
    const failed = isFailureBeside(status, facts);
    const headers: Json = {};
    const ignored: DocumentedHeader[] = [];
    for (const row of facts.headers) {
      if (!this.comesWith(row, status, facts)) continue;
      if (row.name.toLowerCase() === 'content-type')
        ignored.push({ name: row.name, ...(describe(row) ? { description: describe(row) } : {}) });
      else headers[row.name] = this.header(row);
    }
    if (/^20[12]$/.test(status) && LOCATION.test(description) && !Object.hasOwn(headers, 'Location'))
      headers['Location'] = this.components.refer('headers', 'Location', TEXT, ['location', TEXT.schema]);
    const empty =
      failed ||
      (hasNoContent(status) &&
        (severalOf(facts) || (facts.body.tables.length === 0 && facts.body.samples.length === 0)));
    const { content, contested } = empty ? { content: undefined, contested: [] } : this.content(answer, context);
    const docproof: Json = {
      ...(ignored.length > 0 ? { headers: ignored } : {}),
      ...(contested.length > 0 ? { contested } : {}),
    };
    // Of an answer without a body, what explains it ("redirects to …", its parameters) has no other place.
    const explained =
      content || failed ? [] : [facts.title ?? '', ...facts.body.explanations.map((fact) => fact.value)];
    return {
      description: [description || reason(status), ...explained].filter(Boolean).join('\n\n'),
      ...(Object.keys(headers).length > 0 ? { headers } : {}),
      ...(content ? { content } : {}),
      ...(Object.keys(docproof).length > 0 ? { 'x-docproof': docproof } : {}),
    };
  }

  /** Whether a header comes with an answer: "only for status code 200", "except for 304", "only if it fails"; else with those that are no failures. */
  private comesWith({ notes: told, described = '' }: FieldRow, status: string, facts: ResponseFacts): boolean {
    const notes = `${described}\n${told}`;
    const named = (notes.match(/(?<!\d)[1-5]\d\d(?!\d)/g) ?? []).filter((code) =>
      facts.statuses.some((s) => s.code === code),
    );
    const failed = isFailureBeside(status, facts);
    const only = mentions(notes, 'only', this.profile);
    if (named.length > 0 && !only && mentions(notes, 'except', this.profile)) return !failed && !named.includes(status);
    if (named.includes(status)) return true;
    if (
      only &&
      mentions(notes, 'failing', this.profile) &&
      facts.statuses.some(({ code }) => isFailureBeside(code, facts))
    )
      return failed;
    return !failed && (named.length === 0 || !only);
  }

  /** With what pages tell of all answers: headers that it has not yet. */
  withHeaders(made: Json, rows: readonly FieldRow[]): Json {
    const known = (made['headers'] ?? {}) as Json;
    const names = new Set(Object.keys(known).map((name) => name.toLowerCase()));
    const more = rows.filter(({ name }) => !names.has(name.toLowerCase()));
    if (more.length === 0) return made;
    const headers = { ...known, ...Object.fromEntries(more.map((row) => [row.name, this.header(row)])) };
    const { description, headers: _, ...rest } = made;
    return { description, headers, ...rest };
  }

  private header(row: FieldRow): Json {
    const fixed = fixedValue(`${row.overview}\n${row.notes}`, this.profile);
    const { description: _, default: __, ...facets } = this.read(row).schema;
    const schema: Schema = fixed === undefined ? { type: 'string', ...facets } : { type: 'string', const: fixed };
    const description = describe(row);
    const required = row.maybe ? { required: false } : {};
    const source = row.toldAt ? { 'x-docproof': { source: row.toldAt } } : {};
    const value: Json = { ...(description ? { description } : {}), ...required, schema, ...source };
    return this.components.refer('headers', row.name, value, [row.name.toLowerCase(), row.maybe, schema]);
  }

  private content({ facts, accept, status }: Answer, context: BodyContext): { content?: Json; contested: Contested[] } {
    const { body } = facts;
    const hasBody =
      body.tables.length > 0 ||
      body.samples.length > 0 ||
      body.format !== undefined ||
      (body.prose.length > 0 && !body.none);
    if (!hasBody) return { contested: [] };
    const type = facts.headers.find((row) => row.name.toLowerCase() === 'content-type');
    const [media = this.profile.media.default, ...others] = responseMedia(body, type, accept, this.profile);
    const suffix = facts.failure ? 'Failure' : status === 'default' ? 'Default' : /^2/.test(status) ? '' : status;
    const { schema, contested } = namedBody(
      body,
      context,
      `${pascal(context.id)}Response${suffix}`,
      { read: this.read, wording: this.profile.wording },
      this.components,
      {
        closed: false,
        infer: this.profile.infer.samples,
        toldTimes: this.toldTimes,
        ...(this.detailed ? { detailed: this.detailed } : {}),
      },
    );
    const examples = examplesOf(samplesFor(body, context), media);
    const made: Json = { ...(schema ? { schema } : {}), ...(examples ? { examples } : {}) };
    return { content: Object.fromEntries([media, ...others].map((name) => [name, made])), contested };
  }
}

/** Where nothing has changed an answer is a 304 instead of the usual one (RFC 9110, section 15.4.5), which goes without saying. */
function withUsual(facts: ResponseFacts, usual: string | undefined): ResponseFacts {
  const [first] = facts.statuses;
  if (!first || usual === undefined || facts.statuses.some(({ code }) => code !== '304')) return facts;
  return { ...facts, statuses: [{ ...first, code: usual, description: '' }, ...facts.statuses] };
}

function acceptOf({ endpoint }: Source): ParameterFact | undefined {
  return endpoint.parameters.find((p) => p.in === 'header' && p.name.toLowerCase() === 'accept');
}

/** A failure in a list of statuses that has a success: headers, tables and samples are those of the success. */
function isFailureBeside(status: string, facts: ResponseFacts): boolean {
  return /^[45]/.test(status) && facts.statuses.some(({ code }) => /^[23]/.test(code));
}

/** Component reference (or plain schema) of a body, with what its samples contradict. */
export function namedBody(
  body: BodyFacts,
  context: BodyContext,
  name: string,
  reading: TableReading,
  components: Components,
  options: { closed: boolean; infer?: boolean; sent?: string[]; detailed?: Detailed; toldTimes?: boolean },
): { schema?: Json; contested: Contested[] } {
  const { schema, variants } = bodySchemas(body, context, reading, {
    open: !options.closed,
    sent: options.sent ?? [],
  });
  const { toldTimes } = options;
  const shown = samplesFor(body, context);
  const samples = valuesOf(shown, sampleValue);
  // What a sample means that is no JSON only for a comma or a line break counts as well.
  const meant = valuesOf(shown, looseValue);
  // What a request may say, the tables of some profiles tell in full.
  const isTold = options.closed && !options.infer;
  const widen = (one: Schema): Schema =>
    isTold
      ? one
      : meant.reduce<Schema>(nullableWhereNull, options.closed ? one : withShownTimes(one, meant, toldTimes));
  const alternatives = (schema ? [schema] : variants.map((v) => v.schema)).map(widen);
  const contested = new Map<string, Contested>();
  for (const sample of meant) {
    const found =
      alternatives.map((one) => contradictions(one, sample, options)).sort((a, b) => a.length - b.length)[0] ?? [];
    for (const one of found) if (!contested.has(one.pointer)) contested.set(one.pointer, one);
  }
  if (schema) return { schema: components.refer('schemas', name, widen(schema)), contested: [...contested.values()] };
  if (variants.length === 0) {
    const shows = options.infer && body.tables.length === 0 ? sampleSchema(samples) : undefined;
    const told = shows && options.detailed ? options.detailed(shows, samples) : shows;
    const inferred = told && withShownTimes(told, meant, toldTimes);
    return inferred ? { schema: components.refer('schemas', name, inferred), contested: [] } : { contested: [] };
  }
  return {
    schema: {
      anyOf: variants.map((variant) =>
        components.refer('schemas', `${name}${pascal(variant.name)}`, widen(variant.schema)),
      ),
    },
    contested: [...contested.values()],
  };
}

function valuesOf(samples: Sample[], read: (text: string) => JsonValue | undefined): JsonValue[] {
  return samples.map((sample) => read(sample.text)).filter((value) => value !== undefined);
}

/**
 * A failure without a status is any of those that the operation lists.
 * @param usual the status of an answer without one, where the profile tells it
 */
function statusesOf(facts: ResponseFacts, { endpoint }: Source, usual: string | undefined): [string, string][] {
  if (facts.statuses.length > 0)
    return [...new Map(facts.statuses.map((s): [string, string] => [s.code, s.description]))];
  const { tables, samples, format } = facts.body;
  const says = facts.headers.length > 0 || tables.length > 0 || samples.length > 0 || format !== undefined;
  if (!says) return [];
  const listed = facts.failure ? endpoint.responses.flatMap(({ statuses }) => statuses) : [];
  const failed = listed.filter(({ code }) => /^[45]/.test(code)).map((s): [string, string] => [s.code, s.description]);
  return failed.length > 0 ? failed : [[usual ?? 'default', facts.title ?? '']];
}

function severalOf(facts: ResponseFacts): boolean {
  return new Set(facts.statuses.map((s) => s.code)).size > 1;
}
