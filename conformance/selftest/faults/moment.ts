// Faults that show in some states only: at the second time, at the same moment, with several options, in a list.
import {
  emptyAnswer,
  isCreate,
  isDelete,
  isLink,
  isList,
  isSuccess,
  isUpdate,
  type Json,
  type JsonObject,
  json,
  mapEntities,
  mapList,
  segments,
  textField,
  withHeader,
  withJson,
  without,
} from '../exchange-shape.js';
import type { Fault, ProxiedAnswer, ProxiedRequest } from '../fault.js';

/** Each entity of a list is shown otherwise than when it is read alone. */
const inList = (id: string, what: string, change: (entity: JsonObject) => JsonObject | undefined): Fault => ({
  id,
  area: 'list',
  what,
  answer: (answer, request) => {
    const before = isList(request) && isSuccess(answer) ? json(answer) : undefined;
    const after = mapEntities(before, change);
    return after === undefined ? undefined : withJson(answer, after);
  },
});

/** One query option is passed over where another one is there. */
const either = (id: string, lost: string, by: string): Fault => ({
  id,
  area: 'list',
  what: `${lost} is passed over together with ${by}`,
  request: (request) => {
    const [path = '', query = ''] = request.path.split('?');
    const pairs = query.split('&');
    const has = (name: string): boolean => pairs.some((pair) => pair.startsWith(`${name}=`));
    if (!isList(request) || !has(lost) || !has(by)) return undefined;
    return { ...request, path: `${path}?${pairs.filter((pair) => !pair.startsWith(`${lost}=`)).join('&')}` };
  },
});

/** Milliseconds in which requests count as sent at the same moment. */
const MOMENT = 200;

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function sentName(request: ProxiedRequest): string | undefined {
  const sent = json(request);
  const field = isObject(sent) ? textField(sent) : undefined;
  return isObject(sent) && field !== undefined ? String(sent[field]) : undefined;
}

export const MOMENT_FAULTS: Fault[] = [
  {
    id: 'former-name-taken',
    area: 'state',
    what: 'the name that something had before it got another one is not given to the next',
    request: (request, memory) => {
      const name = isCreate(request) ? sentName(request) : undefined;
      return name !== undefined && memory.has(`${request.operation?.path} ${name}`)
        ? { answer: withJson(emptyAnswer(409), { code: 'TAKEN', message: { lang: 'en', value: 'exists' } }) }
        : undefined;
    },
    answer: (answer, request, memory) => {
      const [, former] = /'([^']*)'/.exec(segments(decodeURIComponent(request.path)).at(-1) ?? '') ?? [];
      const name = isUpdate(request) && isSuccess(answer) ? sentName(request) : undefined;
      const collection = request.operation?.path.replace(/\([^()]*\)$/, '');
      if (name !== undefined && former !== name) memory.set(`${collection} ${former}`, true);
      return undefined;
    },
  },
  either('filter-or-order', '$filter', '$orderby'),
  either('select-or-top', '$select', '$top'),
  {
    id: 'count-of-nothing',
    area: 'list',
    what: '__count is 0 where no entity is asked for',
    answer: (answer, request) => {
      const value = /[?&]\$top=0\b/.test(request.path) ? json(answer) : undefined;
      const inside = isObject(value) ? value['d'] : undefined;
      if (!isObject(inside) || inside['__count'] === undefined || inside['__count'] === '0') return undefined;
      return withJson(answer, { d: { ...inside, __count: '0' } });
    },
  },
  {
    id: 'filter-in-small-letters',
    area: 'list',
    what: '$filter takes capitals for small letters',
    request: (request) => {
      const path = request.path.replace(/[?&]\$filter=[^&]*/, (option) =>
        option.replace(/'[^']*'/g, (text) => text.toLowerCase().replace(/%[0-9a-f]{2}/g, (code) => code.toUpperCase())),
      );
      return path === request.path ? undefined : { ...request, path };
    },
  },
  inList('list-without-values', 'a list shows null for all texts but the first', (entity) => {
    const first = textField(entity);
    const others = Object.entries(entity).filter(([name, value]) => name !== first && typeof value === 'string');
    const lost = others.filter(([name]) => !name.startsWith('__')).map(([name]): [string, Json] => [name, null]);
    return lost.length > 0 ? { ...entity, ...Object.fromEntries(lost) } : undefined;
  }),
  inList('list-of-another-time', 'a list shows as time of creation that of the first day', (entity) =>
    typeof entity['__published'] === 'string' ? { ...entity, __published: '/Date(0)/' } : undefined,
  ),
  {
    id: 'list-swaps-addresses',
    area: 'list',
    what: 'the first two of a list have the __metadata of each other',
    answer: (answer, request) => {
      if (!isList(request) || !isSuccess(answer)) return undefined;
      const after = mapList(json(answer), (list) => {
        const [one, other, ...rest] = list;
        if (!isObject(one) || !isObject(other) || !isObject(one['__metadata'])) return list;
        const [mine = null, theirs = null] = [one['__metadata'], other['__metadata']];
        return [{ ...one, __metadata: theirs }, { ...other, __metadata: mine }, ...rest];
      });
      const changed = after !== undefined && JSON.stringify(after) !== JSON.stringify(json(answer));
      return changed ? withJson(answer, after) : undefined;
    },
  },
  {
    id: 'second-update-fails',
    area: 'state',
    what: 'a thing can be updated but once',
    answer: (answer, request, memory) => {
      if (!isUpdate(request) || !isSuccess(answer)) return undefined;
      if (memory.has(request.path)) return emptyAnswer(500);
      memory.set(request.path, true);
      return undefined;
    },
  },
  {
    id: 'made-at-once',
    area: 'state',
    what: 'of several creates of one key at the same moment each answers 201',
    answer: (answer, request, memory) => {
      if (!isCreate(request)) return undefined;
      const key = `${request.path} ${request.body.toString()}`;
      const made = memory.get(key) as { at: number; answer: ProxiedAnswer } | undefined;
      if (answer.status === 201) memory.set(key, { at: Date.now(), answer });
      return answer.status === 409 && made && Date.now() - made.at < MOMENT ? { ...made.answer } : undefined;
    },
  },
  {
    id: 'changed-at-once',
    area: 'state',
    what: 'of several changes of one version at the same moment all are carried out',
    request: (request, memory) => {
      const version = request.headers['if-match'];
      if (!isUpdate(request) || version === undefined || version === '*') return undefined;
      const key = `${request.path} ${version}`;
      const before = memory.get(key) as number | undefined;
      memory.set(key, before ?? Date.now());
      if (before === undefined || Date.now() - before > MOMENT) return undefined;
      return { ...request, headers: without(request.headers, 'if-match') };
    },
  },
  {
    id: 'expands-to-one',
    area: 'list',
    what: '$expand shows an object where one entity is found, and a list where several are',
    answer: (answer, request) => {
      const after = /[?&]\$expand=/.test(request.path) ? mapEntities(json(answer), oneAlone) : undefined;
      return after === undefined ? undefined : withJson(answer, after);
    },
  },
  {
    id: 'expand-oldest-first',
    area: 'list',
    what: '$expand shows what belongs to an entity the other way round',
    answer: (answer, request) => {
      const before = /[?&]\$expand=/.test(request.path) ? json(answer) : undefined;
      const after = before && mapEntities(before, turnedRound);
      return after === undefined || JSON.stringify(after) === JSON.stringify(before)
        ? undefined
        : withJson(answer, after);
    },
  },
  {
    id: 'link-bodies-unchecked',
    area: 'limit',
    what: 'of the body of a link only what leads somewhere is looked at',
    answer: (answer, request) =>
      isLink(request) && request.method === 'POST' && answer.status === 400 ? emptyAnswer(204) : undefined,
  },
  {
    id: 'dates-of-the-caller',
    area: 'limit',
    what: 'a body may say when the thing was made',
    answer: (answer, request) => {
      const said = '__published' in (asObject(json(request)) ?? {});
      return said && answer.status === 400 ? emptyAnswer(isCreate(request) ? 201 : 204) : undefined;
    },
  },
  {
    id: 'changed-in-microseconds',
    area: 'body',
    what: 'the date of a change counts microseconds where that of the making counts milliseconds',
    answer: (answer, request) => {
      const late = (entity: JsonObject): JsonObject | undefined => {
        const { __published: made, __updated: changed } = entity;
        if (typeof changed !== 'string' || changed === made) return undefined;
        return { ...entity, __updated: changed.replace(/\d+/, '$&000') };
      };
      const after = request.method === 'GET' && isSuccess(answer) ? mapEntities(json(answer), late) : undefined;
      return after === undefined ? undefined : withJson(answer, after);
    },
  },
  {
    id: 'namesakes-deleted',
    area: 'state',
    what: 'a delete by a key of several parts removes what has the first of them alone',
    answer: async (answer, request, _memory, ask) => {
      const path = oneKeyAlone(request);
      if (path === undefined || !isSuccess(answer)) return undefined;
      await ask({ ...request, path, headers: without(request.headers, 'if-match') });
      return { ...answer };
    },
  },
  {
    id: 'header-empty',
    area: 'header',
    what: 'a documented header is there and says nothing',
    answer: (answer, request) => {
      const documented = request.operation?.responses.find((r) => r.status === String(answer.status))?.headers ?? [];
      const open = documented.find(
        ({ name, schema }) => schema.const === undefined && !/^(etag|location)$/i.test(name),
      );
      return open === undefined ? undefined : withHeader(answer, open.name.toLowerCase(), '');
    },
  },
  {
    id: 'origin-twice',
    area: 'header',
    what: 'Access-Control-Allow-Origin comes twice',
    answer: (answer) => {
      const name = 'access-control-allow-origin';
      const value = answer.headers[name];
      if (typeof value !== 'string') return undefined;
      return { ...answer, headers: { ...answer.headers, [name]: [value, value] } };
    },
  },
];

function oneAlone(entity: JsonObject): JsonObject | undefined {
  const single = (value: Json): boolean => Array.isArray(value) && value.length === 1;
  const changed = Object.entries(entity).map(([name, value]): [string, Json] => [
    name,
    single(value) ? ((value as Json[])[0] ?? null) : value,
  ]);
  return Object.values(entity).some(single) ? Object.fromEntries(changed) : undefined;
}

const asObject = (value: Json | undefined): JsonObject | undefined => (isObject(value) ? value : undefined);

/** The path of a delete with the first part of its last key. */
function oneKeyAlone(request: ProxiedRequest): string | undefined {
  const [, before, first] = /^(.*\/\w+)\((\w+='[^']*'),[^()]*'[^()]*\)$/.exec(request.path) ?? [];
  return isDelete(request) && before !== undefined ? `${before}(${first})` : undefined;
}

function turnedRound(entity: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(entity).map(([name, value]) => [name, Array.isArray(value) ? [...value].reverse() : value]),
  );
}
