// Faults of lists, and of links as they are listed.
import {
  emptyAnswer,
  isCreate,
  isLink,
  isList,
  isSuccess,
  type Json,
  type JsonObject,
  json,
  mapEntities,
  mapList,
  segments,
  withJson,
} from '../exchange-shape.js';
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

/** The members with another value in their `__metadata`, where they have it. */
function withAbout(list: Json[], name: string, value: string): Json[] {
  return list.map((member) => {
    const entry = member as JsonObject;
    const about = entry['__metadata'] as JsonObject | undefined;
    return about?.[name] === undefined ? member : { ...entry, __metadata: { ...about, [name]: value } };
  });
}

/** A query option that the server does not know: it answers as if it had not been sent. */
const ignored = (id: string, what: string, option: string): Fault => ({
  id,
  area: 'list',
  what,
  request: (request) => {
    const [path = '', query = ''] = request.path.split('?');
    const kept = query
      .split('&')
      .filter((part) => part !== '' && decodeURIComponent(part.split('=')[0] ?? '') !== option);
    const rest = kept.length > 0 ? `?${kept.join('&')}` : '';
    return path + rest === request.path ? undefined : { ...request, path: path + rest };
  },
});

/** Lists say how many members they have, where their `__count` is as described. */
const counted = (id: string, what: string, where: (given: Json | undefined) => boolean): Fault => ({
  id,
  area: 'list',
  what,
  answer: (answer, request) => {
    const value = json(answer) as JsonObject | undefined;
    const inside = (value?.['d'] ?? value) as JsonObject | undefined;
    const list = inside?.['results'];
    if (!isList(request) || !isSuccess(answer) || !inside || !Array.isArray(list)) return undefined;
    const count = String(list.length);
    if (!where(inside['__count']) || String(inside['__count']) === count) return undefined;
    const page = { ...inside, __count: count };
    return withJson(answer, value?.['d'] === undefined ? page : { ...value, d: page });
  },
});

const LIST_BY_ITSELF = 25;

/** The entity with no more than that in each list that it has. */
function withShortLists(entity: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(entity).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.slice(0, LIST_BY_ITSELF) : value,
    ]),
  );
}

/** `…/Thing('x')/_Other`: what one entity leads to. */
const isNavigation = (request: ProxiedRequest): boolean =>
  isList(request) &&
  segments(request.operation?.path ?? '')
    .at(-2)
    ?.includes('(') === true;

export const LIST_FAULTS: Fault[] = [
  {
    id: 'longest-query-refused',
    area: 'list',
    what: 'words of the greatest documented length are refused',
    request: (request) =>
      /[?&]q=a{255}(?:&|$)/.test(request.path) ? { answer: { ...emptyAnswer(400), headers: {} } } : undefined,
  },
  {
    id: 'range-beside-unchecked',
    area: 'list',
    what: 'beside $expand a list may be as long as without it',
    request: (request) => {
      const path = request.path.includes('expand=') ? request.path.replace(/top=101\b/, 'top=100') : request.path;
      return path === request.path ? undefined : { ...request, path };
    },
  },
  {
    id: 'expand-limit-unchecked',
    area: 'list',
    what: 'a list takes any number of navigation properties',
    request: (request) => {
      const path = isList(request)
        ? request.path.replace(/([?&]\$expand=[^&]*?(?:,|%2C)[^&]*?)(?:,|%2C)[^&]*/i, '$1')
        : request.path;
      return path === request.path ? undefined : { ...request, path };
    },
  },
  {
    id: 'expand-cut',
    area: 'list',
    what: '$expand shows no more of what belongs to an entity than a list has by itself',
    answer: (answer, request) => {
      const before = /[?&]\$expand=/.test(request.path) ? json(answer) : undefined;
      const after = before && mapEntities(before, withShortLists);
      return after === undefined || JSON.stringify(after) === JSON.stringify(before)
        ? undefined
        : withJson(answer, after);
    },
  },
  {
    id: 'empty-option-ignored',
    area: 'list',
    what: 'an option without a value is taken for none',
    request: (request) => {
      const path = request.path.replace(/[?&](?:\$|%24)(?:top|skip)=(?=&|$)/, '');
      return path === request.path ? undefined : { ...request, path };
    },
  },
  {
    id: 'words-as-phrase',
    area: 'list',
    what: 'several words are looked for as one text',
    request: (request) => {
      const path = request.path.replace(/([?&]q=[^&]*)%20/, '$1%01');
      return path === request.path ? undefined : { ...request, path };
    },
  },
  {
    id: 'filter-rest-unread',
    area: 'list',
    what: 'what stands behind a condition is passed over',
    request: (request) => {
      const path = request.path.replace(/((?:\$|%24)filter=[^&]*?'[^'&]*')%20'[^'&]*'(?=&|$)/, '$1');
      return path === request.path ? undefined : { ...request, path };
    },
  },
  {
    id: 'filter-quotes-kept',
    area: 'list',
    what: 'two quotes inside a string of a condition are two',
    answer: (answer, request) => {
      if (!/(?:\$|%24)filter=[^&]*https?%3A[^&]*[a-z]''[a-z]/i.test(request.path) || !isSuccess(answer))
        return undefined;
      const none = mapList(json(answer), () => []);
      return none === undefined ? undefined : withJson(answer, none);
    },
  },
  ignored('top-ignored', '$top is ignored', '$top'),
  ignored('skip-ignored', '$skip is ignored', '$skip'),
  ignored('orderby-ignored', '$orderby is ignored', '$orderby'),
  ignored('filter-ignored', '$filter is ignored', '$filter'),
  ignored('select-ignored', '$select is ignored', '$select'),
  ignored('expand-ignored', '$expand is ignored', '$expand'),
  ignored('count-ignored', '$inlinecount is ignored', '$inlinecount'),
  {
    id: 'orderby-ascending-only',
    area: 'list',
    what: '$orderby sorts in ascending order whatever is asked for',
    request: (request) =>
      /(?:%20|\+| )desc\b/.test(request.path)
        ? { ...request, path: request.path.replace(/(?:%20|\+| )desc\b/, '') }
        : undefined,
  },
  counted(
    'count-of-page',
    '__count is the number of entities in the answer, not of hits',
    (given) => given !== undefined,
  ),
  counted(
    'count-unasked',
    '__count stands in every list, also where nobody asked for it',
    (given) => given === undefined,
  ),
  listed(
    'page-of-ten',
    'list',
    'a list ends after ten members where nobody asks for a number',
    (request) => isList(request) && !/[?&](?:\$|%24)top=/.test(request.path),
    (list) => list.slice(0, 10),
  ),
  {
    id: 'functions-unsupported',
    area: 'list',
    what: '$filter knows no functions',
    answer: (answer, request) =>
      isSuccess(answer) && /startswith(?:\(|%28)/i.test(request.path) ? { ...answer, status: 400 } : undefined,
  },
  {
    id: 'count-without-skipped',
    area: 'list',
    what: '__count is less by what $skip leaves out',
    answer: (answer, request) => {
      const skipped = Number(/[?&](?:\$|%24)skip=(\d+)/.exec(request.path)?.[1] ?? 0);
      const value = json(answer) as { d?: JsonObject } | undefined;
      const count = value?.d?.['__count'];
      if (!isList(request) || !isSuccess(answer) || skipped === 0 || count === undefined) return undefined;
      return withJson(answer, { ...value, d: { ...value?.d, __count: String(Number(count) - skipped) } });
    },
  },
  {
    id: 'select-first-only',
    area: 'list',
    what: '$select of several properties keeps the first',
    request: (request) => {
      const path = request.path.replace(/((?:\$|%24)select=[^&]*?)(?:,|%2C)[^&]*/i, '$1');
      return path === request.path ? undefined : { ...request, path };
    },
  },
  ignored('search-ignored', 'q is ignored', 'q'),
  {
    id: 'number-unreadable-accepted',
    area: 'list',
    what: '$top and $skip that are no integers are taken for the default',
    request: (request) => {
      const path = request.path.replace(/([?&])(?:\$|%24)(?:top|skip)=(?!-?\d+(?:&|$))[^&]*/g, '$1');
      return path === request.path ? undefined : { ...request, path };
    },
  },
  listed('etag-of-list', 'list', 'the etag of an entity in a list is another than its own', isList, (list) =>
    withAbout(list, 'etag', 'W/"0-0"'),
  ),
  listed('navigation-type', 'list', 'what an entity leads to bears the type of something else', isNavigation, (list) =>
    withAbout(list, 'type', 'Other.Type'),
  ),
  listed('navigation-empty', 'list', 'what an entity leads to is not listed', isNavigation, () => []),
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
