// What the answer to a request that makes many at once shows of each of them. Pure.
import type { JsonValue } from '../../spec/contract/api.js';
import { isObject } from '../../spec/is-object.js';
import { answerJson } from '../assess/answer-json.js';
import { firstDifference, type JsonObject, listIn } from '../assess/entity-in.js';
import { parseBody } from '../plan/body.js';
import type { HttpAnswer, HttpRequest } from '../send/http.js';

/** For each that was sent: what has its values, else what stands in its place. Nothing says in which order they come. */
export function shownInOrder(request: HttpRequest, answer: HttpAnswer): JsonValue[] {
  return inOrderOf(membersOf(request), listIn(answerJson(answer.body)) ?? []);
}

/** The objects of the only list in a body. */
function membersOf({ body }: HttpRequest): JsonObject[] {
  const parsed = parseBody(body);
  return (parsed.kind === 'json' ? (listIn(parsed.value as JsonValue) ?? []) : []).filter(isObject<JsonValue>);
}

function inOrderOf(sent: JsonObject[], shown: JsonValue[]): JsonValue[] {
  const left = [...shown];
  const found = sent.map((one) => {
    const at = left.findIndex((other) => isObject<JsonValue>(other) && !firstDifference(one, other));
    return at < 0 ? undefined : left.splice(at, 1)[0];
  });
  return found.map((one) => one ?? left.shift() ?? null);
}
