// Removes what a journal says is left of a run, newest first, again while something goes, only what is the run's own; puts
// back what it changed.
import type { Courier } from '../send/courier.js';
import { decode } from '../url/key-path.js';
import type { Journal, JournalHead, Remains } from './journal.js';
import { undoingRequest } from './undoing.js';

export interface Cleaned {
  /** What the server said that it deleted. */
  removed: string[];
  /** What was not there any more, or was never made: answered 404 or 410. */
  gone: string[];
  /** What the run changed, and the server said is as it was again. */
  restored: string[];
  left: { what: string; reason: string }[];
}

/**
 * @param mark notes in the journal that something is gone or put back
 * @param token put into the header that the journal names
 */
export async function cleanRemains(
  head: JournalHead,
  remains: Remains[],
  courier: Courier,
  token: string | undefined,
  mark: Pick<Journal, 'removed' | 'restored'>,
): Promise<Cleaned> {
  const done: Omit<Cleaned, 'left'> = { removed: [], gone: [], restored: [] };
  let open = remains.map((one) => ({ one, reason: refusal(head, one) }));
  const refused = open.filter((o) => o.reason !== undefined);
  open = open.filter((o) => o.reason === undefined);
  for (let before = -1; open.length > 0 && open.length !== before; ) {
    before = open.length;
    const still: typeof open = [];
    for (const { one } of open) {
      const end = await undo(one.undo, courier, token);
      if (typeof end !== 'string') {
        still.push({ one, reason: end.reason });
        continue;
      }
      if (end === 'restored') mark.restored(one.n);
      else mark.removed(one.n);
      done[end].push(one.what);
    }
    open = still;
  }
  return { ...done, left: [...open, ...refused].map(({ one, reason }) => ({ what: one.what, reason: reason ?? '' })) };
}

/** Why something is not touched: nobody knows that it is the run's. */
function refusal(head: JournalHead, one: Remains): string | undefined {
  if (!one.undo)
    return `the run ended before the server said what it is called, or no delete is documented; if it was made, its name has ${head.run} in it`;
  if (!one.undo.url.startsWith(`${head.origin}/`)) return `it is not at ${head.origin}, to which the journal is bound`;
  const named = decode(one.undo.url).includes(head.run);
  return one.confirmed || named
    ? undefined
    : 'the server never confirmed it, and its name does not carry the id of the run';
}

async function undo(
  request: Remains['undo'],
  courier: Courier,
  token: string | undefined,
): Promise<keyof Omit<Cleaned, 'left'> | { reason: string }> {
  if (!request) return { reason: 'there is no request that undoes it' };
  try {
    const { status } = await courier.send(undoingRequest(request, token));
    const puts = request.method !== 'DELETE';
    if (status >= 200 && status < 300) return puts ? 'restored' : 'removed';
    return !puts && (status === 404 || status === 410) ? 'gone' : { reason: `the server answered ${status}` };
  } catch (error) {
    return { reason: (error as Error).message };
  }
}
