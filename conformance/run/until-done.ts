// Asks for a job again until it is done, as its documents say that callers do.
import { setTimeout } from 'node:timers/promises';
import type { JsonValue } from '../../spec/contract/api.js';
import { answerJson } from '../assess/answer-json.js';
import { objectsWith } from '../assess/entity-in.js';
import type { Case } from '../plan/story.js';
import type { HttpAnswer } from '../send/http.js';

/** So many milliseconds apart, as often at most. */
const PAUSE = 250;
const TRIES = 40;

export const NOT_DONE = `not done after ${(PAUSE * TRIES) / 1000} seconds: it may take longer`;

/** @returns the answer that says that it is done; undefined where none came in time */
export async function untilDone(
  { property, value }: NonNullable<Case['awaits']>,
  first: HttpAnswer,
  send: () => Promise<HttpAnswer>,
): Promise<HttpAnswer | undefined> {
  let answer = first;
  for (let i = 0; i < TRIES && answer.status < 300; i++) {
    if (stateIn(answer, property) === value) return answer;
    await setTimeout(PAUSE);
    answer = await send();
  }
  return answer.status < 300 ? undefined : answer;
}

function stateIn({ body }: HttpAnswer, property: string): JsonValue | undefined {
  return objectsWith(answerJson(body), [property])[0]?.[property];
}
