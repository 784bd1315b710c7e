// What a request that makes many at once has made: each of them is there, as it was written; none, where it was refused.
import type { JsonValue } from '../../../spec/contract/api.js';
import { isObject } from '../../../spec/is-object.js';
import { firstDifference, listIn, objectsWith } from '../../assess/entity-in.js';
import { madeByBulk, shownMembers } from '../../plan/bulk.js';
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
  const shown = listIn(value)?.filter(isObject<JsonValue>) ?? [];
  if (!tellsOrder(probe) || shown.length !== sent.length || sent.length < 2) return;
  const at = sent.findIndex(({ values }, i) => firstDifference(values, shown[i] ?? {}));
  const wanted = sent.every(({ values }) => shown.some((one) => !firstDifference(values, one)));
  if (wanted) probe.addAtCase('as-sent', at < 0, 'in the order in which they were sent', at < 0 ? 'so' : 'in another');
}

/** Names of how many were made, and of how many were not. */
const MADE = /^(?:created|added|inserted|imported|saved|succeeded)(?:_?(?:count|number|total))?$/i;
const FAILED = /^(?:failed|rejected|failures|errors)(?:_?(?:count|number|total))?$/i;

/** Numbers that the documents name, or whose sample tells how many its own request has. */
function countedAll(probe: Probe, made: number, failed: number, value: JsonValue | undefined): void {
  const { op } = probe.one.operation;
  const { bulk } = probe.one.operation;
  const words = new Set(op.description?.split(/[^\w]+/));
  const samples = op.responses.flatMap(({ content }) =>
    content.flatMap(({ examples }) => examples.map((e) => e.value)),
  );
  const shown = bulk ? shownMembers(probe.one.operation, bulk.list).length : 0;
  const [whole] = objectsWith(value, []);
  for (const [name, count] of Object.entries(whole ?? {})) {
    const wanted = MADE.test(name) ? made : FAILED.test(name) ? failed : undefined;
    const told =
      words.has(name) || samples.some((one) => objectsWith(one, [name])[0]?.[name] === (MADE.test(name) ? shown : 0));
    if (wanted === undefined || typeof count !== 'number' || !told) continue;
    probe.addAtCase('made-count', count === wanted, `${name} ${wanted}`, String(count));
  }
}

/** Names of what became of each. */
const STATUS = /^(?:http_?)?(?:status|code)(?:_?code)?$/i;

/** What the answer says of each, in the order in which they were sent, is what became of it. */
function outcomes(probe: Probe, sent: number, value: JsonValue | undefined): void {
  const wrong = probe.one.wrongMember;
  const shown = listIn(value)?.filter(isObject<JsonValue>) ?? [];
  if (wrong === undefined || shown.length !== sent || !tellsOrder(probe)) return;
  const statuses = shown.map(
    (one) => Object.entries(one).find(([name, n]) => STATUS.test(name) && Number.isInteger(n))?.[1],
  );
  if (!statuses.every((status) => typeof status === 'number')) return;
  const ok = statuses.every((status, i) =>
    i === wrong ? status >= 400 && status < 500 : status >= 200 && status < 300,
  );
  probe.addAtCase('each-outcome', ok, `2xx for each but number ${wrong + 1}`, statuses.join(', '));
}

function tellsOrder({ one }: Probe): boolean {
  const { op } = one.operation;
  return [op.description, ...op.responses.map(({ description }) => description)].some((text) => says(text, 'asSent'));
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
  outcomes(probe, sent.length, value);
  countedAll(probe, several.length, sent.length - several.length, value);
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
