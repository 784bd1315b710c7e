// The order that a list has by itself, as documents tell it: "sorted by key", "newest first".
import { itemSchema } from '../../plan/item-schema.js';
import { mayTellApart } from '../../plan/names.js';
import type { Operation } from '../../plan/resources.js';
import { stem } from '../../plan/stem.js';
import type { Order } from '../../plan/story.js';

const FIRST = /\b(?:(newest|latest|most recent)|oldest|earliest)(?: ones?)? first\b/i;
const BY =
  /\b(?:sorted|ordered|in (?:alphabetical )?order)(?: alphabetically)? (?:by|of) (?:the |their |its )?`?(\w{1,40})/i;
const DOWN = /\b(?:descending|reverse|newest|latest|highest|largest)\b/i;
const UNSURE = /\b(?:unless|if|when|not|no particular)\b/i;
/** When something came to be. */
const BEGUN = /^(?:created|registered|added|inserted|taken|posted)(?:_?(?:at|on|date|time))?$/i;

/** Undefined where nothing tells it, or it is by something that entries do not show. */
export function toldOrder(operation: Operation): Order | undefined {
  const names = Object.keys(itemSchema(operation)?.properties ?? {});
  const text = (operation.op.description ?? '').replace(/`/g, '');
  for (const sentence of text.split(/[.;](?:\s|$)/)) {
    if (UNSURE.test(sentence)) continue;
    const first = FIRST.exec(sentence);
    const [begun, another] = names.filter((name) => BEGUN.test(name));
    if (first && begun !== undefined && !another)
      return { orderedBy: begun, direction: first[1] === undefined ? 'asc' : 'desc' };
    const by = BY.exec(sentence)?.[1];
    const property = by === undefined ? undefined : names.find((name) => name === by || stem(name) === stem(by));
    if (property === undefined || !mayTellApart(property)) continue;
    return { orderedBy: property, direction: DOWN.test(sentence) ? 'desc' : 'asc' };
  }
  return undefined;
}
