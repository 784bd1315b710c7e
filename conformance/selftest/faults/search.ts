// Faults of searches: what is looked through, and what of it has to fit.
import { isList, isSuccess, type Json, type JsonObject, json, mapList, withJson } from '../exchange-shape.js';
import type { Fault, ProxiedRequest } from '../fault.js';

/** The words that a list is searched for, in small letters. */
function wordsOf(request: ProxiedRequest): string[] {
  const query = new URLSearchParams(request.path.split('?')[1] ?? '');
  const words = isList(request) ? query.get('q') : null;
  return words === null ? [] : words.toLowerCase().split(' ').filter(Boolean);
}

const texts = (member: Json): string[] =>
  Object.values(member as JsonObject).flatMap((value) => (typeof value === 'string' ? [value.toLowerCase()] : []));

function address(member: Json): string {
  const about = (member as JsonObject)['__metadata'] as JsonObject | undefined;
  return String(about?.['uri']).toLowerCase();
}

export const SEARCH_FAULTS: Fault[] = [
  {
    id: 'search-beginnings-alone',
    area: 'list',
    what: 'a search looks at how values begin, and no further',
    answer: (answer, request) => {
      const words = wordsOf(request);
      if (words.length === 0 || !isSuccess(answer)) return undefined;
      const begins = (member: Json): boolean =>
        words.every((word) => texts(member).some((text) => text.startsWith(word)));
      const before = json(answer);
      const after = mapList(before, (list) => list.filter(begins));
      return after === undefined || JSON.stringify(after) === JSON.stringify(before)
        ? undefined
        : withJson(answer, after);
    },
  },
  {
    id: 'addresses-searched',
    area: 'list',
    what: 'a search looks at the address of an entity, too',
    answer: async (answer, request, _memory, ask) => {
      const words = wordsOf(request);
      if (words.length === 0 || !isSuccess(answer)) return undefined;
      const [path = ''] = request.path.split('?');
      const all = await ask({ ...request, path });
      const fits = (one: Json): boolean =>
        words.every((word) => [...texts(one), address(one)].some((text) => text.includes(word)));
      const found = mapList(json(all), (list) => list.filter(fits)) ?? null;
      return JSON.stringify(found) === JSON.stringify(json(answer)) ? undefined : withJson(answer, found);
    },
  },
];
