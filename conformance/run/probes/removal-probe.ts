// What a request that removes many at once has removed: each that it named, and none that it did not.
import type { JsonValue } from '../../../spec/contract/api.js';
import { objectsWith } from '../../assess/entity-in.js';
import type { Subject } from '../../plan/subject.js';
import type { EntityProbe } from './entity-probe.js';
import type { Probe } from './probe.js';

/** Names of how many were removed. */
const COUNT = /^(?:deleted|removed)(?:_?(?:count|number|total))?$/i;

export async function severalGone(
  probe: Probe,
  entities: EntityProbe,
  { removed = [], spared }: Subject,
  value: JsonValue | undefined,
): Promise<void> {
  for (const entity of removed) await entities.gone(entity);
  if (spared) await entities.untouched(spared);
  const { op } = probe.one.operation;
  const samples = op.responses.filter(({ status }) => status.startsWith('2')).flatMap(({ content }) => content);
  const shown = samples.flatMap(({ examples }) => examples.flatMap((one) => objectsWith(one.value, [])));
  const names = shown.flatMap((one) =>
    Object.entries(one).filter(([name, n]) => COUNT.test(name) && n === removed.length),
  );
  const [name, more] = new Set(names.map(([one]) => one));
  const told = name === undefined || more !== undefined ? undefined : objectsWith(value, [name])[0]?.[name];
  if (name !== undefined && told !== undefined)
    probe.addAtCase('removed-count', told === removed.length, `${name} ${removed.length}`, JSON.stringify(told));
}
