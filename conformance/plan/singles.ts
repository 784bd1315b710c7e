// What there is one of, which nobody makes or removes: `GET /settings`, `PUT /settings`, `PATCH /me`.
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { shownProperties } from '../assess/shown-properties.js';
import { itemSchema } from './item-schema.js';
import { bodySchema, type Operation, type Resource, successes } from './resources.js';
import { onlyLooks } from './safe-methods.js';
import type { Step } from './steps.js';
import type { Suite } from './subject.js';

const WRITES = new Set(['PUT', 'PATCH', 'POST']);

/** What somebody gets in by, or is reached by: it is not tried what becomes of that. */
const DELICATE = /pass(?:word|phrase)|secret|token|credential|e-?mail|phone|mobile|user_?name|login|url$|uri$|webhook/i;

export const FOREIGN = 'it would change something that the run did not make';

/**
 * Lets a story remember what it changes, so that it is put back; where nobody allowed that, it is not changed.
 *
 * @returns why it is not changed
 */
export function keptFirst({ changesSettings }: Suite, steps: Step[], operation: Operation): string | undefined {
  if (!changesSettings) return `${FOREIGN}; allow it, to be put back afterwards, with --allow-settings`;
  const kept = steps.some((step) => step.kind === 'keep' && step.operation.signature === operation.signature);
  if (!kept) steps.unshift({ kind: 'keep', operation });
  return undefined;
}

/** Marks the changes of such things that a read shows whole, so that they can be as they were again. */
export function markSingles(operations: readonly Operation[], resources: readonly Resource[]): void {
  const reads = new Map(operations.filter(isRead).map((read) => [read.signature, read]));
  const makes = new Set(resources.map(({ create }) => create));
  for (const operation of operations) {
    const read = reads.get(operation.signature);
    if (read && !makes.has(operation) && canBePutBack(operation, read)) operation.single = read;
  }
}

function isRead(operation: Operation): boolean {
  const { op, judged, segments } = operation;
  const fixed = segments.every(({ variable, keys }) => variable === undefined && !keys);
  return op.method === 'GET' && judged && fixed && shownProperties(operation).length > 0;
}

function canBePutBack(operation: Operation, read: Operation): boolean {
  const { api, op, creates, keyInBody, bulk, removesMany, enrols } = operation;
  if (!WRITES.has(op.method) || onlyLooks(operation) || successes(op).includes('201')) return false;
  if (creates || keyInBody || bulk || removesMany || enrols || op.docs.sideEffects) return false;
  const names = Object.entries(bodySchema(operation)?.properties ?? {});
  const shown = new Set(shownProperties(read));
  // A list is no thing that there is one of, unless it stands beside what is changed.
  const listed = itemSchema(read)?.properties ?? {};
  return (
    names.length > 0 &&
    names.every(
      ([name, schema]) =>
        shown.has(name) &&
        !Object.hasOwn(listed, name) &&
        !DELICATE.test(name) &&
        !mergedSchema(api, schema)['writeOnly'],
    )
  );
}
