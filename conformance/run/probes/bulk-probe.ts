// What a request that makes many at once has made: each of them is there, as it was written; none, where it was refused.
import type { JsonValue } from '../../../spec/contract/api.js';
import { isObject } from '../../../spec/is-object.js';
import { firstDifference, listIn } from '../../assess/entity-in.js';
import { madeByBulk } from '../../plan/bulk.js';
import { describeEntity } from '../../plan/entities.js';
import type { Subject } from '../../plan/subject.js';
import type { HttpRequest } from '../../send/http.js';
import { says } from '../../told/told.js';
import { difference } from '../case-finding.js';
import { thingIn } from './entry.js';
import { keysInList } from './find-in-list.js';
import type { Probe } from './probe.js';
import { NOT_CREATED } from './refusal-probe.js';

/** Of many that were refused together the first is not there, though nothing is wrong with that one. */
export async function noneMade(probe: Probe, { several = [] }: Subject, request: HttpRequest): Promise<void> {
  const { bulk } = probe.one.operation;
  const { conversation } = probe;
  const [first] = bulk ? madeByBulk(bulk, request.body, []) : [];
  const [entity] = several;
  if (!first || !entity) return;
  const keys = await keysInList(conversation, entity, { ...request, body: JSON.stringify(first.values) });
  if (keys) conversation.world.learn(entity, { keys });
  probe.addAtCase(NOT_CREATED, keys === undefined, 'none of them', keys ? 'the first is there' : 'none');
}

/** Where the documents say so, the answer shows them as they were sent, one behind the other. */
function inOrderSent(probe: Probe, sent: { values: Record<string, unknown> }[], value: JsonValue | undefined): void {
  const { op } = probe.one.operation;
  const texts = [op.description, ...op.responses.map(({ description }) => description)];
  const shown = listIn(value)?.filter(isObject<JsonValue>) ?? [];
  if (!texts.some((text) => says(text, 'asSent')) || shown.length !== sent.length || sent.length < 2) return;
  const at = sent.findIndex(({ values }, i) => firstDifference(values, shown[i] ?? {}));
  const wanted = sent.every(({ values }) => shown.some((one) => !firstDifference(values, one)));
  if (wanted) probe.addAtCase('as-sent', at < 0, 'in the order in which they were sent', at < 0 ? 'so' : 'in another');
}

export async function severalMade(
  probe: Probe,
  { several = [] }: Subject,
  request: HttpRequest,
  value: JsonValue | undefined,
): Promise<void> {
  const { bulk } = probe.one.operation;
  const sent = bulk ? madeByBulk(bulk, request.body, []) : [];
  inOrderSent(probe, sent, value);
  for (const [i, entity] of several.entries()) {
    const read = await probe.read(entity);
    if (!read) return;
    const { world } = probe.conversation;
    const entry = read.status === 200 ? thingIn(entity, read, world.keys(entity)) : undefined;
    const wrong = entry && firstDifference(sent[i]?.values ?? {}, entry);
    const actual =
      read.status === 200 ? (wrong ? difference(wrong) : 'the same') : `the server answered ${read.status}`;
    probe.add('read-after-write', read.status === 200 && !wrong, `${describeEntity(entity)} as it was written`, actual);
  }
}
