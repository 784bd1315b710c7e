// The oracle's first layers: does one answer keep what the documents promise for it? Pure.
import type {
  Api,
  ApiMedia,
  ApiOperation,
  ApiResponse,
  ApiResponseHeader,
  JsonValue,
} from '../../spec/contract/api.js';
import type { SourceRef } from '../../spec/contract/docproof.js';
import { patternTest } from '../../spec/contract/pattern.js';
import { valueAt } from '../../spec/json-pointer.js';
import { essence } from '../../spec/media-type.js';
import type { Expectation, Level, Relaxation } from '../plan/story.js';
import { headerOf } from '../send/header.js';
import type { HttpAnswer, HttpRequest } from '../send/http.js';
import { answerJson } from './answer-json.js';
import { computedFindings } from './computed.js';
import { acceptContested, acceptNulls, acceptSamples } from './contested.js';
import { documentedMedia, isRange } from './documented-media.js';
import { echoFindings } from './echoed.js';
import { elementFinding } from './element.js';
import { errorFindings, toldFindings } from './errors.js';
import { acceptUnexpanded } from './expanded.js';
import { multistatusFindings } from './multistatus.js';
import { nullsIn } from './nulls-in.js';
import { isOfReplays } from './replayed.js';
import { type SchemaError, UnusableSchema, type Validator } from './schemas.js';
import { acceptFractions } from './shown-whole.js';
import { statusFindings } from './told-status.js';
import { wrongFieldFindings } from './wrong-field.js';

/** An assertion before it is recorded; texts may still hold secrets. */
export interface Finding {
  id: string;
  level: Level;
  ok: boolean;
  expected: string;
  actual: string;
  pointer?: string;
  source?: SourceRef;
}

export interface Assessment {
  findings: Finding[];
  relaxations: Relaxation[];
  /** Parsed body, where it is JSON. */
  value?: JsonValue;
  /** The documented response that was compared. */
  response?: ApiResponse;
}

export interface AnswerContext {
  api: Api;
  op: ApiOperation;
  /** What was sent. */
  request: HttpRequest;
  /** The operation that the request really goes to, where that is another one. */
  meant?: ApiOperation;
  expect: Expectation;
  level: Level;
  source?: SourceRef;
  /** Properties that a request may leave out or send as null: an answer may have null for them. */
  nullable: () => Set<string>;
  validator: (schema: import('../../spec/contract/api.js').Schema) => Validator;
}

/** Headers that HTTP or a request condition makes optional whatever a page lists. */
const CONDITIONAL_HEADERS = new Set([
  'set-cookie',
  'retry-after',
  'warning',
  'age',
  'date',
  'connection',
  'transfer-encoding',
]);

/** `4XX` says `400`, too. */
function fewest(statuses: string[]): string[] {
  return statuses.filter((status) => status.endsWith('XX') || !statuses.includes(`${status[0]}XX`));
}

export function assessAnswer(answer: HttpAnswer, context: AnswerContext): Assessment {
  const { op, expect, level } = context;
  const source = context.source ?? op.docs.source;
  const at = source ? { source } : {};
  const ok = expect.statuses.some((want) => statusMatches(want, answer.status));
  const findings: Finding[] = [
    {
      id: 'status',
      level,
      ok,
      expected: `${fewest(expect.statuses).join(' or ')} (${expect.because})`,
      actual: String(answer.status),
      ...at,
    },
  ];
  const value = parseJson(answer);
  const parsed = value === undefined ? {} : { value };
  if (!ok) return { findings, relaxations: [], ...parsed };
  if (expect.element && answer.status < 400)
    findings.push(elementFinding(expect.element, answer.body, { level, ...at }));
  const documented = documentedResponse(op, answer.status);
  if (expect.error && documented?.content.length !== 0 && op.method !== 'HEAD')
    findings.push(
      ...errorFindings(context, answer, value, at),
      ...wrongFieldFindings(context, answer.status, value, at),
    );
  if (expect.error && op.method !== 'HEAD')
    findings.push(...toldFindings(context, answer, value, at), ...statusFindings(context, answer, value, at));
  const response = documented;
  if (!expect.response || !response) return { findings, relaxations: [], ...parsed };
  const { headers, relaxations } = promisedHeaders(context, response, answer.status);
  const plain = context.api.document['x-docproof'] === undefined;
  findings.push(...headerFindings(headers, answer, { level, plain }, at));
  const body = bodyFindings({ context, response, answer, value, at });
  return {
    findings: [...findings, ...body.findings],
    relaxations: [...relaxations, ...body.relaxations],
    response,
    ...parsed,
  };
}

/** @param want `204`, a class (`2XX`) or `default`, as OpenAPI writes them */
export function statusMatches(want: string, status: number): boolean {
  const text = String(status);
  return want === text || want === 'default' || (/^[1-5]XX$/i.test(want) && want[0] === text[0]);
}

/** The response of exactly this status, else of its class or of the one that documents do not say, else the default one. */
export function documentedResponse(op: ApiOperation, status: number): ApiResponse | undefined {
  const text = String(status);
  const unsaid = /^2/.test(text) && op.docs.inferred?.includes('responseStatus');
  return (
    op.responses.find((r) => r.status === text) ??
    op.responses.find((r) => r.status.toUpperCase() === `${text[0]}XX`) ??
    (unsaid ? op.responses.find((r) => r.status === '200') : undefined) ??
    op.responses.find((r) => r.status === 'default')
  );
}

function parseJson(answer: HttpAnswer): JsonValue | undefined {
  return answer.body === '' ? undefined : answerJson(answer.body);
}

/** A command that means another operation is held to the headers that the documents of both promise. */
function promisedHeaders(
  context: AnswerContext,
  response: ApiResponse,
  status: number,
): { headers: ApiResponseHeader[]; relaxations: Relaxation[] } {
  const other = context.meant ? documentedResponse(context.meant, status) : undefined;
  if (!other) return { headers: response.headers, relaxations: [] };
  const both = new Set(other.headers.map((h) => h.name.toLowerCase()));
  const headers = response.headers.filter((h) => both.has(h.name.toLowerCase()));
  const left = response.headers.filter((h) => !headers.includes(h)).map((h) => h.name);
  const reason = `${left.join(', ')}: promised by the page, not by the documents of ${context.meant?.id}, which the command calls`;
  return { headers, relaxations: left.length > 0 ? [{ id: 'header-of-another-operation', reason }] : [] };
}

/**
 * A header that the spec says need not be there is none that must.
 * @param promise `plain`: of a spec that was not built from pages a header is promised only where it says `required`
 */
function headerFindings(
  headers: ApiResponseHeader[],
  answer: HttpAnswer,
  promise: { level: Level; plain: boolean },
  at: object,
): Finding[] {
  return headers.flatMap((documented): Finding[] => {
    const name = documented.name.toLowerCase();
    if (CONDITIONAL_HEADERS.has(name) && !documented.required) return [];
    if (isOfReplays(documented)) return [];
    if (name.startsWith('content-') && answer.body === '') return [];
    const actual = headerOf(answer.headers, name);
    const { const: fixed, enum: values, pattern } = documented.schema;
    const allowed = fixed !== undefined ? [fixed] : values;
    const want = allowed ? allowed.map(String).join(' or ') : 'present';
    // An empty value says nothing of what the documents say that the header is.
    const empty = actual === '' && !allowed && documented.description !== undefined;
    const listed = !allowed || allowed.some((v) => String(v) === actual);
    const fits = actual !== undefined && !empty && listed && fitsPattern(pattern, actual);
    const missing = actual === undefined || empty;
    const told = documented.required ?? !promise.plain;
    const level = missing && !told ? 'SHOULD' : promise.level;
    const seen = empty ? 'empty' : (actual ?? 'absent');
    return [{ id: `header/${documented.name}`, level, ok: fits, expected: want, actual: seen, ...at }];
  });
}

/** @throws UnusableSchema where the pattern can't tell */
function fitsPattern(pattern: unknown, value: string): boolean {
  if (typeof pattern !== 'string') return true;
  const fits = patternTest(pattern)?.(value);
  if (fits === undefined) throw new UnusableSchema(`the pattern ${pattern} of the spec can't be used on a header`);
  return fits;
}

/** An answer and what the documents say of it. */
interface Compared {
  context: AnswerContext;
  response: ApiResponse;
  answer: HttpAnswer;
  /** The body as JSON. */
  value: JsonValue | undefined;
  at: object;
}

type Found = Pick<Assessment, 'findings' | 'relaxations'>;

function bodyFindings(compared: Compared): Found {
  const { context, response, answer, at } = compared;
  const { level, op } = context;
  if ([204, 205, 304].includes(answer.status)) {
    const actual = answer.body ? `${answer.bytes} bytes` : 'no body';
    return only({ id: 'no-body', level, ok: answer.body === '', expected: 'no body', actual, ...at });
  }
  if (response.content.length === 0 || op.method === 'HEAD') return { findings: [], relaxations: [] };
  const type = headerOf(answer.headers, 'content-type');
  const media = documentedMedia(op, response, answer.status, type);
  const ok = media !== undefined;
  const expected = response.content.map((m) => essence(m.type)).join(' or ');
  const typed: Finding = { id: 'media-type', level, ok, expected, actual: type ?? 'absent', ...at };
  const used = media ?? response.content[0];
  if (!used) return only(typed);
  if (!/json/i.test(isRange(used.type) ? (type ?? '') : used.type)) {
    const dav = ok ? multistatusFindings(context.request, answer, used, { level, ...at }) : [];
    return { findings: [typed, ...dav], relaxations: [] };
  }
  const { findings, relaxations } = jsonFindings(compared, used);
  return { findings: [typed, ...findings], relaxations };
}

function only(finding: Finding): Found {
  return { findings: [finding], relaxations: [] };
}

/** Whether a body has the documented schema, as far as documents agree with themselves on it. */
function jsonFindings({ context, response, answer, value, at }: Compared, media: ApiMedia): Found {
  const { level } = context;
  if (value === undefined || answer.cut) {
    const actual = answer.cut ? 'a body longer than is read' : excerpt(answer.body);
    return only({ id: 'schema', level, ok: false, expected: 'JSON', actual, ...at });
  }
  const validate = context.validator(media.schema);
  const samples = media.examples.map((e) => e.value);
  const contested = acceptContested(value, validate, response.docs.contested ?? []);
  const plain = acceptUnexpanded(contested.errors, context.op, context.request.url);
  const whole = acceptFractions(plain.errors, context.op, value);
  const judged = acceptSamples(whole.errors, samples, validate);
  const nulls =
    judged.errors.length > 0
      ? acceptNulls(judged.errors, value, new Set([...context.nullable(), ...nullsIn(samples)]))
      : { errors: [], relaxations: [] };
  const computed = computedFindings(context.api, media.schema, value, context.op).map(
    ({ property, ...found }): Finding => ({ id: `computed/${property}`, level, ...found, ...at }),
  );
  const echoed = echoFindings(context, media.schema, value).map(
    ({ property, ...found }): Finding => ({ id: `asked/${property}`, level, ...found, ...at }),
  );
  return {
    findings: [...schemaFindings(nulls.errors, level, at, value), ...computed, ...echoed],
    relaxations: [
      ...contested.relaxations,
      ...plain.relaxations,
      ...whole.relaxations,
      ...judged.relaxations,
      ...nulls.relaxations,
    ],
  };
}

/** One finding per place, at most twenty; one that passed where there is no error. */
function schemaFindings(errors: SchemaError[], level: Level, at: object, value: JsonValue): Finding[] {
  if (errors.length === 0)
    return [{ id: 'schema', level, ok: true, expected: 'the documented schema', actual: 'fits', ...at }];
  return errors.slice(0, 20).map((error) => ({
    id: 'schema',
    level,
    ok: false,
    expected: error.message,
    actual: excerpt(JSON.stringify(valueAt(value, error.pointer)) ?? 'absent'),
    pointer: error.pointer,
    ...at,
  }));
}

function excerpt(text: string): string {
  return text.length > 160 ? `${text.slice(0, 157)}…` : text;
}
