// Removes what a journal says is left of a run: newest first, again while something goes, only what is the run's own.
import type { Courier } from '../send/courier.js';
import { decode } from '../url/key-path.js';
import type { Journal, JournalHead, Remains } from './journal.js';
import { removalRequest } from './removal.js';

export interface Cleaned {
  removed: string[];
  left: { what: string; reason: string }[];
}

/**
 * @param mark notes in the journal that something is gone
 * @param token put into the header that the journal names
 */
export async function cleanRemains(
  head: JournalHead,
  remains: Remains[],
  courier: Courier,
  token: string | undefined,
  mark: Pick<Journal, 'removed'>,
): Promise<Cleaned> {
  const removed: string[] = [];
  let open = remains.map((one) => ({ one, reason: refusal(head, one) }));
  const refused = open.filter((o) => o.reason !== undefined);
  open = open.filter((o) => o.reason === undefined);
  for (let before = -1; open.length > 0 && open.length !== before; ) {
    before = open.length;
    const still: typeof open = [];
    for (const { one } of open) {
      const reason = await remove(one, courier, token);
      if (reason === undefined) {
        mark.removed(one.n);
        removed.push(one.what);
      } else still.push({ one, reason });
    }
    open = still;
  }
  return { removed, left: [...open, ...refused].map(({ one, reason }) => ({ what: one.what, reason: reason ?? '' })) };
}

/** Why something is not touched: nobody knows that it is the run's. */
function refusal(head: JournalHead, one: Remains): string | undefined {
  if (!one.removal)
    return `the run ended before the server said what it is called, or no delete is documented; if it was made, its name has ${head.run} in it`;
  if (!one.removal.url.startsWith(`${head.origin}/`))
    return `it is not at ${head.origin}, to which the journal is bound`;
  const named = decode(one.removal.url).includes(head.run);
  return one.confirmed || named
    ? undefined
    : 'the server never confirmed it, and its name does not carry the id of the run';
}

async function remove(one: Remains, courier: Courier, token: string | undefined): Promise<string | undefined> {
  if (!one.removal) return undefined;
  try {
    const { status } = await courier.send(removalRequest(one.removal, token));
    return (status >= 200 && status < 300) || status === 404 || status === 410
      ? undefined
      : `the server answered ${status}`;
  } catch (error) {
    return (error as Error).message;
  }
}
