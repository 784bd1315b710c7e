// What an error answer says: a code of the catalogue for its status, a text that is one, nothing that the request rules out. Pure.
import type { Api, JsonValue, Schema } from '../../spec/contract/api.js';
import { patternTest } from '../../spec/contract/pattern.js';
import { typeOf } from '../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { isObject } from '../../spec/is-object.js';
import { valueAt } from '../../spec/json-pointer.js';
import { rememberedFor } from '../../spec/remember.js';
import { parseBody } from '../plan/body.js';
import { headerOf } from '../send/header.js';
import type { HttpAnswer, HttpRequest } from '../send/http.js';
import { decode } from '../url/key-path.js';
import type { AnswerContext, Finding } from './answer.js';
import { formFindings } from './text-forms.js';
import { textsIn } from './texts-in.js';
import { toldCode } from './told-code.js';

type Catalogue = NonNullable<Api['docs']['errors']>;
type Entry = Catalogue[number];

/** The code that the operation's own words give. */
export function toldFindings(
  { api, op, level }: AnswerContext,
  { status }: HttpAnswer,
  value: JsonValue | undefined,
  at: object,
): Finding[] {
  const code = isObject(value) ? toldCode(api, op, status) : undefined;
  if (code === undefined) return [];
  const texts = textsIn(value as JsonValue);
  const ok = texts.some((text) => text.includes(code));
  return [{ id: 'told-code', level, ok, expected: code, actual: excerpt(texts.join(', ')), ...at }];
}

/** Findings only where the documents list their errors. */
export function errorFindings(
  context: AnswerContext,
  answer: HttpAnswer,
  value: JsonValue | undefined,
  at: object,
): Finding[] {
  const catalogue = context.api.docs.errors ?? [];
  if (catalogue.length === 0) return [];
  // What plain documents tell of all operations is no list of all that there is.
  if (context.api.docs.keySyntax === 'plain' && !catalogue.some(({ status }) => status === answer.status)) return [];
  const texts = value === undefined ? [] : textsIn(value);
  const { pattern, byCode } = codesOf(catalogue);
  const coded = codeIn(value, context);
  if (coded !== undefined && isOfOperation(coded, context)) return [];
  if (
    texts
      .join('\n')
      .match(WORD)
      ?.some((word) => !byCode.has(word) && isOfAnswer(word, context))
  )
    return [];
  // What is a code and nothing else is the answer's; a message may name another one.
  const own = coded === undefined ? texts.filter((text) => byCode.has(text)) : [coded];
  const named = own.length > 0 ? own : texts.join('\n').match(pattern);
  const found = [...new Set(named)].flatMap((code) => byCode.get(code) ?? []);
  const fitting = found.filter((e) => e.status === answer.status);
  const finding = (id: string, ok: boolean, expected: string, actual: string): Finding => ({
    id,
    level: context.level,
    ok,
    expected,
    actual,
    ...at,
  });
  const code = finding(
    'error-code',
    fitting.length > 0,
    `a code that the error list gives for ${answer.status}`,
    found.map((e) => `${e.code} (${e.status})`).join(', ') || (answer.body ? excerpt(answer.body) : 'no body'),
  );
  if (fitting.length === 0) return [code];
  const told = [
    ...textFinding(texts, fitting, context.request),
    ...nameFinding(value, fitting),
    ...formFindings(context, answer.status, value).map(
      ({ property, ok, form, actual }): Told => ['error-form', ok, `${property} in the form ${form}`, actual],
    ),
    ...(catalogue.some((e) => e.oauth !== undefined) ? wantedNameFinding(value, context.expect.oauth) : []),
  ];
  // Where there is no better one, the nearest has to do.
  const better = catalogue.some((e) => e.status === answer.status && untrueOf(e, context) === undefined);
  const untrue = better && fitting.length === 1 && fitting[0] ? untrueOf(fitting[0], context) : undefined;
  if (untrue !== undefined)
    told.push(['error-reason', false, `a code for what is wrong with this request: ${untrue}`, said(fitting)]);
  return [code, ...told.map((one) => finding(...one))];
}

/** What stands where the documents show the code. */
function codeIn(value: JsonValue | undefined, { api }: AnswerContext): string | undefined {
  const { code: at } = api.docs.errorMembers ?? {};
  return at === undefined || value === undefined ? undefined : String(valueAt(value, at) ?? '');
}

/** A code that is in no list, but in what the operation says of its refusals. */
function isOfOperation(code: string, { api, op }: AnswerContext): boolean {
  if (code === '' || api.docs.errors?.some((entry) => entry.code === code)) return false;
  return [op.description, ...op.responses.map((r) => r.description)].some((text) => text?.includes(code));
}

/** A word with a digit in it, as codes are. */
const WORD = /(?<![\w-])(?=[A-Z-]{1,40}\d)[\w-]{5,60}(?![\w-])/g;

/** A code that is in no list, but in what is said of the refusal's own fields: "only when the code is \"E-17\"". */
function isOfAnswer(code: string, { api, op }: AnswerContext): boolean {
  const refusals = op.responses.filter(({ status }) => /^(?:[45]|default)/.test(status));
  const fields = refusals.flatMap(({ content }) =>
    content.flatMap(({ schema }) => Object.values(mergedSchema(api, schema).properties ?? {})),
  );
  const quoted = new RegExp(`["'“「]${code}["'”」]`);
  return fields.some((field) => quoted.test(mergedSchema(api, field).description ?? ''));
}

type Told = [id: string, ok: boolean, expected: string, actual: string];

/** The message of a code is for somebody to read, with its placeholders filled in. */
function textFinding(texts: string[], entries: Entry[], { url, body = '' }: HttpRequest): Told[] {
  const messages = texts.filter((t) => !entries.some((e) => e.code === t) && !LANGUAGE.test(t));
  if (messages.length === 0 || entries.every((e) => e.message === '')) return [];
  const raw = /\{\d\}/;
  const open = entries.some((e) => raw.test(e.message)) && !raw.test(decode(url) + body);
  const unfilled = open ? messages.find((t) => raw.test(t)) : undefined;
  const ok = messages.some((t) => t.trim() !== '') && unfilled === undefined;
  const expected = unfilled === undefined ? 'a message' : 'a message with the value for each placeholder';
  return [['error-text', ok, expected, unfilled ?? (ok ? 'a message' : 'an empty text')]];
}

const LANGUAGE = /^[a-z]{2,3}(?:[-_][A-Za-z]+)?$/;

function oauthName(value: JsonValue | undefined): JsonValue | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value['error'] : undefined;
}

/** It is one of those that OAuth has for what is wrong with the request. */
function wantedNameFinding(value: JsonValue | undefined, wanted: string[] = []): Told[] {
  const name = oauthName(value);
  if (typeof name !== 'string' || wanted.length === 0) return [];
  return [['error-reason', wanted.includes(name), `${wanted.join(' or ')}, as RFC 6749 calls it`, name]];
}

/** The name that OAuth has for the error (RFC 6749, section 5.2) is the one that the catalogue gives for its code. */
function nameFinding(value: JsonValue | undefined, entries: Entry[]): Told[] {
  const name = oauthName(value);
  const wanted = [...new Set(entries.flatMap((e) => e.oauth ?? []))];
  if (typeof name !== 'string' || wanted.length === 0) return [];
  return [['error-name', wanted.includes(name), `${wanted.join(' or ')}, as listed for ${said(entries)}`, name]];
}

function said(entries: Entry[]): string {
  return entries.map((e) => `${e.code} (${e.message})`).join(', ');
}

/** Says why a code cannot be true of a request: its message speaks of something that the request has not. */
function untrueOf({ status, message }: Entry, context: AnswerContext): string | undefined {
  const { request, op, api } = context;
  const option = [...message.matchAll(/\$[a-z]+/g)].find(([name]) => !decode(request.url).includes(name))?.[0];
  if (option !== undefined) return `it has no ${option}`;
  const { header } = /\b(?<header>[a-z][\w-]{0,60}) header is (?:required|missing)\b/i.exec(message)?.groups ?? {};
  if (header !== undefined && hasHeader(request, header)) return `it has ${header}`;
  const ofFields = [400, 422].includes(status) && OF_FIELDS.test(message);
  if (ofFields && isComplete(request, op, api)) return 'its body has all that is required, and nothing else';
  const given = Object.keys(request.headers).some((name) => CREDENTIAL.test(name)) || /token/i.test(request.body ?? '');
  if (status === 401 && !given && op.security.flat().length > 0 && OF_TOKENS.test(message)) return 'it has no token';
  if (/\bjson parse\b/i.test(message) && isWellFormed(request, bodySchemaOf(op, api), api))
    return 'its body is JSON of the documented types';
  if (status === 400 && OF_ONE_FIELD.test(message) && isNoJson(request, op)) return 'its body is no JSON';
  if (status === 400 && /\brequest body\b/i.test(message) && isWrongByHeader(context))
    return 'its body is as documented, and a header is not';
  if (status === 404 && /\bentity set\b/i.test(message)) return 'what it names is of a documented kind';
  const ofLinks = request.url.includes('$links') || op.path.includes('$links') || /\)\/[^/]*$/.test(op.path);
  if (status === 409 && /^links?\b/i.test(message) && !ofLinks) return 'it is about no link';
  if (status === 409 && request.method === 'DELETE' && !ofLinks && /\balready exists\b/i.test(message))
    return 'it makes nothing, and gives nothing another name';
  const makes = request.method === 'POST' && !Object.keys(request.headers).some((name) => /override/i.test(name));
  return makes && /\bhas related data\b/i.test(message) ? 'it removes nothing' : undefined;
}

const CREDENTIAL = /^(?:authorization|cookie|.*(?:key|token|auth).*)$/i;
/** What is missing in a body, or too much. */
const OF_FIELDS = /\{\d\}\W{0,3} is (?:required|missing)\b|\bunknown (?:property|field|member)\b/i;
/** What is wrong with one field of a body that was read. */
const OF_ONE_FIELD =
  /\bbody format error\b|\bfield \[?\{\d\}|\{\d\}\W{0,3} (?:is (?:required|missing)|does not exist)\b/i;
/** What can be wrong with a token that was sent. */
const OF_TOKENS = /\bexpired\.?$|\bdsig\b|\bsignature\b|\brefresh token\b|\btoken parse\b|\bpassword change\b/i;

/** A body that says so much that nobody takes it for none, and breaks off or goes on where JSON does not. */
function isNoJson({ body = '' }: HttpRequest, { body: documented }: AnswerContext['op']): boolean {
  const json = documented?.content.some(({ type }) => /json/i.test(type)) === true;
  return json && body.trim() !== '' && parseBody(body).kind !== 'json' && /^\s*\{/.test(body);
}

/** A documented header has a value that its schema forbids, and the body is one that its schema allows. */
function isWrongByHeader({ request, op, api, validator }: AnswerContext): boolean {
  const wrong = op.parameters.some(({ in: place, name, schema: raw }) => {
    const value = place === 'header' ? headerOf(Object.entries(request.headers), name.toLowerCase()) : undefined;
    const { pattern, minLength = 0, maxLength = Number.POSITIVE_INFINITY } = mergedSchema(api, raw);
    const test = typeof pattern === 'string' ? patternTest(pattern) : undefined;
    return value !== undefined && (value.length < minLength || value.length > maxLength || test?.(value) === false);
  });
  const parsed = wrong ? parseBody(request.body) : undefined;
  return parsed?.kind === 'json' && validator(bodySchemaOf(op, api))(parsed.value).length === 0;
}

function hasHeader({ headers }: HttpRequest, wanted: string): boolean {
  return Object.entries(headers).some(([name, value]) => name.toLowerCase() === wanted.toLowerCase() && value.trim());
}

/** Keywords by which what is required, or known, hangs on the rest of the body. */
const CONDITIONS = ['if', 'anyOf', 'oneOf', 'not', 'dependentRequired', 'dependentSchemas'];

/** A request that speaks by its body alone, of documented texts: none of them is missing, and none says nothing. */
function isComplete(request: HttpRequest, op: AnswerContext['op'], api: Api): boolean {
  const schema = bodySchemaOf(op, api);
  if (!request.body || !schema.properties || request.url.includes('?')) return false;
  if (CONDITIONS.some((keyword) => keyword in schema)) return false;
  const { properties = {}, required = [] } = schema;
  const parsed = parseBody(request.body);
  if (parsed.kind !== 'json' || typeof parsed.value !== 'object' || !parsed.value || Array.isArray(parsed.value))
    return false;
  const { value } = parsed;
  const says = (one: unknown): boolean => typeof one === 'string' && one.trim() !== '';
  return (
    required.every((name) => Object.hasOwn(value, name)) &&
    Object.entries(value).every(([name, one]) => Object.hasOwn(properties, name) && says(one))
  );
}

function bodySchemaOf(op: AnswerContext['op'], api: Api): Schema {
  return mergedSchema(api, op.body?.content.find(({ type }) => /json/i.test(type))?.schema ?? {});
}

/** Whether nothing about a body keeps a reader from taking it in: each member is documented, of its type, and none is missing. */
function isWellFormed({ body }: HttpRequest, { properties = {}, required = [] }: Schema, api: Api): boolean {
  const parsed = parseBody(body);
  if (parsed.kind !== 'json' || typeof parsed.value !== 'object' || !parsed.value || Array.isArray(parsed.value))
    return false;
  const members = parsed.value;
  if (required.some((name) => !Object.hasOwn(members, name))) return false;
  return Object.entries(members).every(([name, value]) => {
    const schema = properties[name] && mergedSchema(api, properties[name]);
    return schema && !schema.enum && typeOf(schema) === 'string' && typeof value === 'string';
  });
}

/** The codes of a catalogue: what finds them, the longest where one begins like another, and what each means. */
interface Codes {
  pattern: RegExp;
  byCode: Map<string, Entry[]>;
}

const codesOf = rememberedFor((catalogue: Catalogue): Codes => {
  const byCode = new Map<string, Entry[]>();
  // What stands for no code is in any text.
  for (const entry of catalogue.filter((one) => /\w/.test(one.code)))
    byCode.set(entry.code, [...(byCode.get(entry.code) ?? []), entry]);
  const longestFirst = [...byCode.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(longestFirst.map((code) => code.replace(/[^\w-]/g, '\\$&')).join('|'), 'g');
  return { pattern, byCode };
});

function excerpt(text: string): string {
  return text.length > 160 ? `${text.slice(0, 157)}…` : text;
}
