// What somebody may have meant who wrote a name that does not exist.
import { compareText } from './diagnostic.js';
import { editDistance } from './edit-distance.js';

const MOST = 3;

/** Known names that differ from a name by a slip or two, or that one is the beginning of; the nearest first, at most three. */
export function nearNames(name: string, known: readonly string[]): string[] {
  const own = name.toLowerCase();
  const limit = own.length < 4 ? 2 : 4;
  return known
    .map((other) => ({ other, edits: edits(own, other.toLowerCase(), limit) }))
    .filter(({ edits }) => edits < limit)
    .sort((a, b) => a.edits - b.edits || compareText(a.other, b.other))
    .slice(0, MOST)
    .map(({ other }) => other);
}

function edits(own: string, other: string, limit: number): number {
  const begins = own.length >= 4 && (other.startsWith(own) || own.startsWith(other)) && other !== '';
  return begins ? Math.min(limit - 1, editDistance(own, other, limit)) : editDistance(own, other, limit);
}
