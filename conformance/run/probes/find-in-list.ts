// Looks for what a request has made in its list: where the server gives the key, and the answer does not tell it.
import { answerJson } from '../../assess/answer-json.js';
import { objectsWith } from '../../assess/entity-in.js';
import { parseBody } from '../../plan/body.js';
import { describeEntity, type Entity } from '../../plan/entities.js';
import { requiredQuery, sampleHeaders } from '../../plan/prerequisite.js';
import { type HttpRequest, NoAnswer } from '../../send/http.js';
import { writeTemplate } from '../../url/key-path.js';
import type { Conversation } from '../conversation.js';
import { keysIn } from '../removal.js';

/** The keys of what a request has made, where its list shows one thing alone with the texts of this run that were sent. */
export async function keysInList(
  conversation: Conversation,
  entity: Entity,
  request: HttpRequest,
): Promise<(string | null)[] | undefined> {
  const { list } = entity.resource;
  const { session, world } = conversation;
  const texts = textsOf(request).filter(([, text]) => text.includes(world.suffix));
  if (!list || texts.length === 0) return undefined;
  const url = session.target + writeTemplate(list.segments, world.bindings(entity)) + requiredQuery(list);
  const asked = conversation.filled(list, { method: 'GET', url, headers: sampleHeaders(list) });
  if ('missing' in asked) return undefined;
  try {
    const answer = await conversation.exchange(asked, 'prepare', `find ${describeEntity(entity)} in its list`);
    if (answer.status !== 200) return undefined;
    const names = texts.map(([name]) => name);
    const same = objectsWith(answerJson(answer.body), names).filter((one) =>
      texts.every(([name, text]) => one[name] === text),
    );
    const [only, another] = same;
    return only && !another ? keysIn(entity, only) : undefined;
  } catch (error) {
    if (error instanceof NoAnswer) return undefined;
    throw error;
  }
}

function textsOf({ body }: HttpRequest): [name: string, text: string][] {
  const parsed = parseBody(body);
  if (parsed.kind !== 'json' || typeof parsed.value !== 'object' || parsed.value === null) return [];
  return Object.entries(parsed.value).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  );
}
