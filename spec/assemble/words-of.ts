// The description of an operation: what its pages say of it.
import type { Group } from './plan.js';

/** What its page says of an operation, then its restrictions and what other pages say of it, below their titles. */
export function wordsOf({ main, sources }: Group): string[] {
  const { endpoint, page } = main;
  const alone = page.endpoints.length === 1;
  const others = [...new Set(sources.map((source) => source.page))].filter(
    (other) => other !== page && other.endpoints.length === 1 && `${other.overview}${other.restrictions}` !== '',
  );
  return [
    endpoint.description ?? (alone ? page.overview : ''),
    alone ? page.restrictions : '',
    ...others.map((other) => [`**${other.title}**`, other.overview, other.restrictions].filter(Boolean).join('\n\n')),
  ];
}
