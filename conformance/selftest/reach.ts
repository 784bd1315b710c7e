// How far a fault reaches: the stories of the run without it in which it would have changed something that a case looks
// at. The others would go as they went, or would end in a preparation that fails: nothing is learnt by running them again.
import type { Exchange } from '../run.js';
import type { Fault, Memory, ProxiedAnswer, ProxiedRequest } from './fault.js';
import type { MatchOperation } from './proxy.js';

/** An exchange as a proxy would have seen it, secrets masked. */
export interface SeenExchange {
  request: ProxiedRequest;
  answer: ProxiedAnswer;
  /** Only prepares a case. */
  prepares: boolean;
}

/** @param match finds the operation of a request by its method and path */
export function seenExchanges(exchanges: Exchange[], match: MatchOperation): SeenExchange[] {
  return exchanges.flatMap(({ request, response, purpose }) => {
    if (!response) return [];
    const path = request.url.slice(new URL(request.url).origin.length) || '/';
    const operation = match(request.method, path);
    return [
      {
        request: {
          method: request.method,
          path,
          headers: lowerCased(Object.entries(request.headers)),
          body: Buffer.from(request.body ?? ''),
          ...(operation ? { operation } : {}),
        },
        answer: {
          status: response.status,
          headers: lowerCased(response.headers),
          body: Buffer.from(response.body ?? ''),
        },
        prepares: purpose === 'prepare',
      },
    ];
  });
}

function lowerCased(headers: [string, string][]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, value] of headers) {
    const lower = name.toLowerCase();
    found[lower] = found[lower] === undefined ? value : `${found[lower]}, ${value}`;
  }
  return found;
}

/** What the fault asks of the target on its own has no answer here: only that it asks counts. */
const ask = async (): Promise<ProxiedAnswer> => ({ status: 200, headers: {}, body: Buffer.alloc(0) });

/** Indexes of stories. */
export interface Reach {
  /** The fault changes what a case sends or gets. */
  seen: Set<number>;
  /** It changes only what prepares one. */
  prepared: Set<number>;
}

/** How far a fault reaches when the stories are played in this order. */
export async function reached(fault: Fault, stories: SeenExchange[][]): Promise<Reach> {
  const memory: Memory = new Map();
  const seen = new Set<number>();
  const prepared = new Set<number>();
  for (const [index, story] of stories.entries())
    for (const { request, answer, prepares } of story) {
      const changed =
        fault.request?.(request, memory) !== undefined ||
        (await fault.answer?.(answer, request, memory, ask)) !== undefined;
      if (changed) (prepares ? prepared : seen).add(index);
    }
  for (const index of seen) prepared.delete(index);
  return { seen, prepared };
}
