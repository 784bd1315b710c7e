// What an action has done: what its description says that it sets, and that what is restored is there.
import { objectsWith } from '../../assess/entity-in.js';
import { takesBack } from '../../plan/actions.js';
import { describeEntity, type Entity } from '../../plan/entities.js';
import { filledBy } from '../../plan/filled-by.js';
import { setBy } from '../../plan/set-by.js';
import { difference } from '../case-finding.js';
import { jsonBody, type Probe } from './probe.js';

export async function acted(probe: Probe, target: Entity): Promise<void> {
  const operation = probe.one.meant ?? probe.one.operation;
  const values = Object.entries(setBy(operation));
  const filled = [...filledBy(operation)];
  if (values.length + filled.length === 0 && !takesBack(operation)) return;
  // What somebody likes is told to them, by reads that are open to all as well.
  const read = await probe.read(target, operation.op.security.length > 0 ? 'own' : undefined);
  if (!read) return;
  const what = `${describeEntity(target)} after ${operation.op.id}`;
  const [entry] =
    read.status === 200
      ? objectsWith(
          jsonBody(read),
          values.map(([name]) => name),
        )
      : [];
  const wrong = values
    .map(([property, wanted]) => ({ property, wanted, found: entry?.[property] }))
    .find(({ wanted, found }) => found !== wanted);
  const there = read.status === 200;
  const actual = there ? (wrong ? difference(wrong) : 'the same') : `the server answered ${read.status}`;
  probe.add('read-after-action', there && !wrong, what, actual);
  for (const [name, left] of there ? filled : []) {
    const shown = objectsWith(jsonBody(read), [name])[0]?.[name];
    // What reads do not show, nobody knows.
    if (shown === undefined) continue;
    const found = shown === null ? 'null' : 'value';
    probe.add(
      'filled-by-action',
      found === left,
      `${what}: ${name} with ${left === 'null' ? 'null' : 'a value'}`,
      found,
    );
  }
}
