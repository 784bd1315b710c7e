// What a request that makes many at once has made: each of them is there, as it was written.
import { firstDifference } from '../../assess/entity-in.js';
import { madeByBulk } from '../../plan/bulk.js';
import { describeEntity } from '../../plan/entities.js';
import type { Subject } from '../../plan/subject.js';
import type { HttpRequest } from '../../send/http.js';
import { difference } from '../case-finding.js';
import { thingIn } from './entry.js';
import type { Probe } from './probe.js';

export async function severalMade(probe: Probe, { several = [] }: Subject, request: HttpRequest): Promise<void> {
  const { bulk } = probe.one.operation;
  const sent = bulk ? madeByBulk(bulk, request.body, []) : [];
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
