// What there is one of: remembered before a story changes it, and put back when the story is over.
import type { JsonValue } from '../../spec/contract/api.js';
import { isObject } from '../../spec/is-object.js';
import { answerJson } from '../assess/answer-json.js';
import { type JsonObject, likestObject, sameJson } from '../assess/entity-in.js';
import { bodyText, requiredQuery, sampleHeaders } from '../plan/prerequisite.js';
import { bodySchema, type Operation } from '../plan/resources.js';
import type { Exchange, Leftover } from '../run.js';
import type { HttpRequest } from '../send/http.js';
import { writeTemplate } from '../url/key-path.js';
import type { Conversation } from './conversation.js';
import type { Restoration } from './journal.js';
import { describeStatus } from './rate-limited.js';
import { carrierOf } from './secrets/credential-carrier.js';

/** A thing as it was, and what changes it; `n` is its number in the journal. */
export interface KeptSingle {
  operation: Operation;
  was: JsonObject;
  n: number;
}

/** @returns why it cannot be remembered */
export async function keepSingle(conversation: Conversation, operation: Operation): Promise<string | undefined> {
  const was = await readSingle(conversation, operation, 'prepare');
  if (typeof was === 'string') return `it could not be read, to be put back later: ${was}`;
  const restoration = restorationOf(conversation, operation, was);
  if (typeof restoration === 'string') return restoration;
  const n = conversation.session.journal.kept(asItWas(operation), restoration);
  conversation.singles.set(operation.signature, { operation, was, n });
  return undefined;
}

/** The request that puts it back, without the credential; a text that tells why there can be none. */
function restorationOf(conversation: Conversation, operation: Operation, was: JsonObject): Restoration | string {
  const request = conversation.filled(operation, backRequest(conversation, operation, was), { auth: 'none' });
  if ('missing' in request) return `it ${request.missing}`;
  const { url, headers, body = '' } = request;
  const text = `${url} ${body}`;
  if (conversation.session.redactor.once(text) !== text) return 'it shows a secret, which no journal may hold';
  return { method: operation.op.method as Restoration['method'], url, headers, body, credential: carrierOf(operation) };
}

function asItWas({ op }: Operation): string {
  return `${op.path} as it was`;
}

function backRequest(conversation: Conversation, operation: Operation, was: JsonObject): HttpRequest {
  return {
    method: operation.op.method,
    url: urlOf(conversation, operation) + requiredQuery(operation),
    headers: sampleHeaders(operation),
    body: bodyText(operation, was) ?? '',
  };
}

/** Puts back what is not as it was; what cannot be is told. */
export async function putBack(conversation: Conversation, left: Leftover[]): Promise<void> {
  for (const { operation, was, n } of conversation.singles.values()) {
    const url = urlOf(conversation, operation);
    const reason = await restored(conversation, operation, was).catch((error: Error) => error.message);
    const { journal, redactor } = conversation.session;
    if (reason === undefined) journal.restored(n);
    else left.push({ what: asItWas(operation), url: redactor.text(url), reason: redactor.text(reason) });
  }
  conversation.singles.clear();
}

async function restored(
  conversation: Conversation,
  operation: Operation,
  was: JsonObject,
): Promise<string | undefined> {
  const now = await readSingle(conversation, operation, 'clean');
  if (typeof now !== 'string' && sameJson(now, was)) return undefined;
  const request = conversation.filled(operation, backRequest(conversation, operation, was));
  if ('missing' in request) return `it ${request.missing}`;
  const answer = await conversation.exchange(request, 'clean', `put back ${operation.op.path}`);
  if (answer.status >= 300) return `the server answered ${describeStatus(answer.status)}`;
  const after = await readSingle(conversation, operation, 'clean');
  return typeof after !== 'string' && sameJson(after, was) ? undefined : 'it is not as it was, though it was put back';
}

/** The properties that its change may set, as a read shows them; a text that tells why there are none. */
export async function readSingle(
  conversation: Conversation,
  operation: Operation,
  purpose: Exchange['purpose'],
): Promise<JsonObject | string> {
  const read = operation.single ?? operation;
  const headers = sampleHeaders(read);
  const url = urlOf(conversation, read) + requiredQuery(read);
  const request = conversation.filled(read, { method: 'GET', url, headers }, { auth: 'own' });
  if ('missing' in request) return `it ${request.missing}`;
  const answer = await conversation.exchange(request, purpose, `read ${read.op.path}`);
  const value = answer.status === 200 ? answerJson(answer.body) : undefined;
  const found = fieldsOf(operation, value);
  return found ?? `the server answered ${describeStatus(answer.status)}`;
}

function fieldsOf(operation: Operation, value: JsonValue | undefined): JsonObject | undefined {
  const names = Object.keys(bodySchema(operation)?.properties ?? {});
  const found = likestObject(value, names);
  if (!found || !isObject(found)) return undefined;
  return Object.fromEntries(names.flatMap((name) => (found[name] === undefined ? [] : [[name, found[name]]])));
}

function urlOf({ session }: Conversation, { segments }: Operation): string {
  return session.target + writeTemplate(segments, new Map());
}
