// Faults of lists and links as they are read.
import { isCreate, isLink, isList, isSuccess, type Json, json, mapList, withJson } from '../exchange-shape.js';
import type { Fault, ProxiedRequest } from '../fault.js';

const listed = (
  id: string,
  area: 'list' | 'link',
  what: string,
  kind: (request: ProxiedRequest) => boolean,
  change: (list: Json[]) => Json[],
): Fault => ({
  id,
  area,
  what,
  answer: (answer, request) => {
    if (request.method !== 'GET' || !kind(request) || !isSuccess(answer)) return undefined;
    const before = json(answer);
    const after = mapList(before, change);
    return after === undefined || JSON.stringify(after) === JSON.stringify(before)
      ? undefined
      : withJson(answer, after);
  },
});

export const LIST_FAULTS: Fault[] = [
  listed('list-empty', 'list', 'a list is always empty', isList, () => []),
  listed('list-misses-last', 'list', 'a list leaves out its last member', isList, (list) => list.slice(0, -1)),
  listed('list-misses-first', 'list', 'a list leaves out its first member', isList, (list) => list.slice(1)),
  listed('list-doubles', 'list', 'a list holds each member twice', isList, (list) => [...list, ...list]),
  listed('list-of-nulls', 'list', 'the members of a list are null', isList, (list) => list.map(() => null)),
  listed('links-empty', 'link', 'links are not listed: a link is one-sided', isLink, () => []),
  listed('links-doubled', 'link', 'each link is listed twice', isLink, (list) => [...list, ...list]),
  listed('links-without-uri', 'link', 'a listed link has no uri', isLink, (list) => list.map(() => ({}))),
  {
    id: 'list-stale',
    area: 'list',
    what: 'a list shows the state of its first reading for ever',
    answer: (answer, request, memory) => {
      if (!isList(request) || !isSuccess(answer)) return undefined;
      const first = memory.get(request.path) as typeof answer | undefined;
      if (first === undefined) memory.set(request.path, answer);
      return first === undefined || first.body.equals(answer.body) ? undefined : first;
    },
  },
  {
    id: 'created-not-listed',
    area: 'list',
    what: 'what was created is retrievable and not listed',
    answer: (answer, request, memory) => {
      if (isCreate(request) && answer.status === 201) memory.set('created', true);
      if (!isList(request) || !isSuccess(answer) || memory.get('created') !== true) return undefined;
      const before = json(answer);
      const after = mapList(before, (list) => list.slice(1));
      return after === undefined || JSON.stringify(after) === JSON.stringify(before)
        ? undefined
        : withJson(answer, after);
    },
  },
];
