// The order that a list has by itself, as documents tell it: "sorted by key", "newest first".
import { itemSchema } from '../../plan/item-schema.js';
import { mayTellApart } from '../../plan/names.js';
import type { Operation } from '../../plan/resources.js';
import { stem } from '../../plan/stem.js';
import type { Order } from '../../plan/story.js';
import { says, sentencesOf, toldBy } from '../../told/told.js';

/** When something came to be. */
const BEGUN = /^(?:created|registered|added|inserted|taken|posted)(?:_?(?:at|on|date|time))?$/i;

/** Undefined where nothing tells it, or it is by something that entries do not show. */
export function toldOrder(operation: Operation): Order | undefined {
  const names = Object.keys(itemSchema(operation)?.properties ?? {});
  for (const sentence of sentencesOf(operation.op.description?.replace(/`/g, ''))) {
    if (says(sentence, 'unsure') || says(sentence, 'notSo')) continue;
    const newest = says(sentence, 'newestFirst');
    const [begun, another] = names.filter((name) => BEGUN.test(name));
    if ((newest || says(sentence, 'oldestFirst')) && begun !== undefined && !another)
      return { orderedBy: begun, direction: newest ? 'desc' : 'asc' };
    const { property: by } = toldBy(sentence, 'orderedBy');
    const property = by === undefined ? undefined : names.find((name) => name === by || stem(name) === stem(by));
    if (property === undefined || !mayTellApart(property)) continue;
    return { orderedBy: property, direction: says(sentence, 'downwards') ? 'desc' : 'asc' };
  }
  return undefined;
}
