// How anybody gets an account of their own and lets themselves in, where no operator has to give a token: told by who may call
// what, and by what bodies and answers hold.
import type { JsonValue, Schema } from '../../spec/contract/api.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { bodySchema, type Model, type Operation, successes } from './resources.js';
import { logsIn } from './safe-methods.js';
import { valueAt } from './value-at.js';

/** Where something stands in a JSON body, by the names of the properties that lead to it. */
export type Place = readonly string[];

/** A body that says who somebody is, and proves it. */
export interface Proof {
  operation: Operation;
  password: Place;
  /** What tells one account from another. */
  names: Place[];
}

/** Where the answer of an operation has tokens. */
export interface Issued {
  access: Place;
  refresh?: Place;
}

export interface Registration {
  register: Proof & { issued?: Issued };
  /** Absent where the registration itself gives a token, and nothing else does. */
  login?: Proof & { issued: Issued };
  /** Gives new tokens for a refresh token. */
  refresh?: { operation: Operation; token: Place; issued: Issued };
  /** The account that a token belongs to. */
  me?: Operation;
  updates: Operation[];
  remove?: Operation;
  /** Ends a token. */
  logout?: Operation;
  change?: { operation: Operation; old: Place; fresh: Place };
}

const SECRET = /^(?:[a-z]+_?)?(?:pass(?:word|wd|code|phrase)?|pwd)$/i;
const NAMING =
  /^(?:user_?name|user|e_?mail(?:_?address)?|login|handle|nick_?name|nick|mail|account(?:_?name)?|phone(?:_?number)?|identifier)$/i;
const ACCESS = [
  /^(?:access_?token|auth_?token|bearer_?token|session_?token|api_?token|id_?token)$/i,
  /^(?:token|jwt|bearer)$/i,
  /^(?:api_?key|session(?:_?(?:id|key))?)$/i,
];
const REFRESH = /^(?:refresh_?token|refresh)$/i;
const REGISTERS =
  /^(?:sign-?up|register|registrations?|users?|accounts?|members?|join|enrol(?:l|ments?)?|authors?|customers?)$/i;
const OWN = /^(?:me|self|whoami|profile|account|user|current(?:[-_]?user)?|session)$/i;
const ENDS = /^(?:log-?out|sign-?out|revoke)$/i;
const DEEPEST = 3;

/** Undefined where nobody lets themselves in, or nothing of it gives a token. */
export function findRegistration(model: Model): Registration | undefined {
  const posts = model.operations.filter((one) => one.op.method === 'POST' && !one.op.docs.aliasOf && isFixed(one));
  const open = posts.filter(isOpen);
  const register = open.flatMap((one) => (registers(one) ? (proofIn(one) ?? []) : []))[0];
  if (!register) return undefined;
  const login = open.flatMap((one) => {
    const proof = one !== register.operation && !registers(one) ? proofIn(one) : undefined;
    const issued = issuedBy(one);
    return proof && issued ? [{ ...proof, issued }] : [];
  })[0];
  const issued = issuedBy(register.operation);
  if (!login && !issued) return undefined;
  const closed = model.operations.filter((one) => !isOpen(one) && isFixed(one) && !one.op.docs.aliasOf);
  const me = myself(closed);
  const at = (method: string): Operation[] =>
    me ? closed.filter((one) => one.op.method === method && one.signature === me.signature) : [];
  const [remove] = [...at('DELETE'), ...closed.filter((one) => one.op.method === 'DELETE' && endsIn(one, ACCOUNT))];
  const refresh = refreshOf(posts);
  const change = closed.flatMap((one) => changeOf(one) ?? [])[0];
  const logout = closed.find((one) => one !== remove && endsSession(one));
  return {
    register: { ...register, ...(issued ? { issued } : {}) },
    ...(login ? { login } : {}),
    ...(refresh ? { refresh } : {}),
    ...(me ? { me } : {}),
    updates: [...at('PATCH'), ...at('PUT')].filter((one) => one !== change?.operation),
    ...(remove ? { remove } : {}),
    ...(logout ? { logout } : {}),
    ...(change ? { change } : {}),
  };
}

const ACCOUNT = /^(?:me|account|profile|user)$/i;

/** Whether it takes anybody. */
export function isOpen({ op: { security } }: Operation): boolean {
  return security.length === 0 || security.some((names) => names.length === 0);
}

function isFixed({ segments }: Operation): boolean {
  return segments.every(({ variable, keys }) => variable === undefined && !keys);
}

function endsIn({ segments }: Operation, words: RegExp): boolean {
  return words.test(segments.at(-1)?.text ?? '');
}

function registers(operation: Operation): boolean {
  return !logsIn(operation) && endsIn(operation, REGISTERS);
}

/** The account of whoever asks: what is read there tells who that is. */
function myself(closed: Operation[]): Operation | undefined {
  const reads = closed.filter((one) => one.op.method === 'GET' && endsIn(one, OWN) && tellsWho(one));
  return reads.find((one) => endsIn(one, /^(?:me|self|whoami)$/i)) ?? reads[0];
}

function tellsWho(operation: Operation): boolean {
  return placesIn(operation, answerOf(operation), (name) => NAMING.test(name)).length > 0;
}

function endsSession({ op: { method }, segments }: Operation): boolean {
  const [last, before] = [segments.at(-1)?.text ?? '', segments.at(-2)?.text ?? ''];
  if (method === 'POST') return ENDS.test(last);
  const session = /^(?:sessions?|tokens?|log-?in)$/i;
  return method === 'DELETE' && (session.test(last) || (session.test(before) && /^(?:current|me|self)$/i.test(last)));
}

function proofIn(operation: Operation): Proof | undefined {
  const schema = bodySchema(operation);
  const [password] = placesIn(operation, schema, (name, { format }) => SECRET.test(name) || format === 'password');
  const names = placesIn(operation, schema, (name) => NAMING.test(name));
  return password && names.length > 0 ? { operation, password, names } : undefined;
}

function refreshOf(posts: Operation[]): Registration['refresh'] {
  return posts.flatMap((operation) => {
    const [token] = placesIn(operation, bodySchema(operation), (name) => REFRESH.test(name));
    const issued = token && issuedBy(operation);
    return token && issued ? [{ operation, token, issued }] : [];
  })[0];
}

const OLD = /old|current|existing|previous/i;

function changeOf(operation: Operation): Registration['change'] {
  if (!['PUT', 'POST', 'PATCH'].includes(operation.op.method)) return undefined;
  const secrets = placesIn(operation, bodySchema(operation), (name) => SECRET.test(name) || /password/i.test(name));
  const old = secrets.find((place) => OLD.test(place.at(-1) ?? ''));
  const fresh = secrets.find((place) => place !== old && !/confirm|repeat|again/i.test(place.at(-1) ?? ''));
  return old && fresh && secrets.length === 2 ? { operation, old, fresh } : undefined;
}

/** Whether a property of a change of password is to hold the one that goes on until then: no other will do. */
export function isOldPassword(operation: Operation, path: readonly (string | number)[]): boolean {
  return changeOf(operation)?.old.join('/') === path.join('/');
}

/** What lets an account in, and gives it its tokens. */
export function wayIn({ login, register }: Registration): { operation: Operation; issued?: Issued } {
  return login ?? register;
}

export function issuedBy(operation: Operation): Issued | undefined {
  const answer = answerOf(operation);
  const texts = (words: RegExp): Place[] => placesIn(operation, answer, (name) => words.test(name));
  const access = ACCESS.flatMap(texts)[0];
  const refresh = texts(REFRESH)[0];
  return access && { access, ...(refresh ? { refresh } : {}) };
}

/** What a success answers with, as JSON. */
export function answerOf({ api, op }: Operation): Schema | undefined {
  const good = successes(op);
  const content = op.responses.find(({ status }) => good.includes(status))?.content ?? [];
  const json = content.find(({ type }) => /json/i.test(type))?.schema;
  return json && mergedSchema(api, json);
}

/** Where texts stand that are called so, those on top first. */
export function placesIn(
  { api }: Operation,
  schema: Schema | undefined,
  wanted: (name: string, schema: Schema) => boolean,
): Place[] {
  const found: Place[] = [];
  let level: [Place, Schema][] = schema ? [[[], mergedSchema(api, schema)]] : [];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth++) {
    const next: [Place, Schema][] = [];
    for (const [path, { properties = {} }] of level)
      for (const [name, raw] of Object.entries(properties)) {
        const inner = mergedSchema(api, raw);
        const type = [inner.type ?? []].flat();
        if (type.includes('object') || inner.properties) next.push([[...path, name], inner]);
        else if ((type.length === 0 || type.includes('string')) && wanted(name, inner)) found.push([...path, name]);
      }
    level = next;
  }
  return found;
}

/** What stands at a place, where it is a text. */
export function textAt(value: JsonValue | undefined, place: Place | undefined): string | undefined {
  if (!place) return undefined;
  const found = valueAt(value, place);
  return typeof found === 'string' && found !== '' ? found : undefined;
}
