// Looks whether what belongs to an owner came along when that got another name.
import { describeEntity, type Entity } from '../../plan/entities.js';
import type { LinkProbe } from './link-probe.js';
import type { Probe } from './probe.js';

/** Id of the finding about what is called after its renamed owner. */
export const COMES_ALONG = 'comes-along';

export async function cameAlong(probe: Probe, links: LinkProbe, before: Entity, after: Entity): Promise<void> {
  const now = await probe.read(after);
  if (!now) return;
  const what = `${describeEntity(after)}, which belongs to what was renamed, under its new name`;
  probe.add(COMES_ALONG, now.status === 200, what, `the server answered ${now.status}`);
  if (now.status !== 200) return;
  const old = await probe.read(before);
  const gone = `no ${describeEntity(before)}: what it belonged to has another name`;
  if (old) probe.add('stays-behind', old.status >= 300, gone, `the server answered ${old.status}`);
  const inside = after.parents.some(({ id }, i) => id !== before.parents[i]?.id);
  if (!inside) await links.belongs(after);
}
