// Looks whether a change of what there is one of came about: what was sent is there, the rest as it was or as it is by default.
import type { JsonValue } from '../../../spec/contract/api.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { firstDifference, type JsonObject, likestObject, sameJson } from '../../assess/entity-in.js';
import { answerable } from '../../assess/one-way.js';
import { replacesRest } from '../../plan/replaces-rest.js';
import { bodySchema, type Operation } from '../../plan/resources.js';
import type { Case } from '../../plan/story.js';
import { difference } from '../case-finding.js';
import type { Probe } from './probe.js';

export async function setSingle(
  probe: Probe,
  { operation }: Case,
  sent: Record<string, unknown>,
  told: JsonValue | undefined,
): Promise<void> {
  const wanted = wantedOf(operation, sent, probe.conversation.singlesBefore.get(operation.signature));
  const shown = likestObject(told, Object.keys(wanted));
  if (shown) {
    const wrong = firstDifference(wanted, shown);
    probe.addAtCase('echo', !wrong, `${operation.op.path} as it was written`, wrong ? difference(wrong) : 'the same');
  }
  const now = await probe.readSingle(operation);
  if (now === undefined) return;
  const wrong = firstDifference(wanted, now);
  probe.add(
    'read-after-write',
    !wrong,
    `${operation.op.path} as it was written`,
    wrong ? difference(wrong) : 'the same',
  );
}

/** What a change leaves: what is not sent has its default where all is replaced, and stays where it is not. */
function wantedOf(
  operation: Operation,
  sent: Record<string, unknown>,
  before: JsonObject | undefined,
): Record<string, unknown> {
  const visible = answerable(operation, sent);
  if (!replacesRest(operation)) return { ...before, ...visible };
  const defaults = Object.entries(bodySchema(operation)?.properties ?? {}).flatMap(([name, raw]) => {
    const value = mergedSchema(operation.api, raw).default;
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(defaults), ...visible };
}

/** What was refused has changed nothing of it. */
export async function sameSingle(probe: Probe, { operation }: Case): Promise<void> {
  const before = probe.conversation.singlesBefore.get(operation.signature);
  const now = before && (await probe.readSingle(operation));
  if (before && now)
    probe.add(
      'unchanged',
      sameJson(before, now),
      `${operation.op.path} as before`,
      sameJson(before, now) ? 'as before' : 'changed',
    );
}
