// Faults of access control lists (RFC 3744): what they grant to whom, what becomes of the list before, what is shown of them.
import { emptyAnswer, isSuccess, segments, withBody } from '../exchange-shape.js';
import type { Fault } from '../fault.js';

/** The list of a request is read otherwise. */
const listed = (id: string, what: string, change: (list: string) => string): Fault => ({
  id,
  area: 'auth',
  what,
  request: (request) => {
    const list = request.body.toString();
    const after = request.method === 'ACL' ? change(list) : list;
    return after === list ? undefined : { ...request, body: Buffer.from(after) };
  },
});

const ENTRY = /<D:ace>.*?<\/D:ace>/gs;

/** Privileges of an entry that let nobody change anything. */
const READING = /<D:privilege><[\w:]*(?:-read|propfind)\/><\/D:privilege>/g;

/** The list that something has, by the first segment of its path. */
const ownerOf = (path: string): string => segments(path)[0] ?? '';

export const GRANT_FAULTS: Fault[] = [
  listed('granted-to-everybody', 'what is granted to a role counts for everybody', (list) =>
    list.replace(/<D:href>[^<]*<\/D:href>/g, '<D:all/>'),
  ),
  listed('everybody-is-nobody', 'what is granted to everybody counts for nobody', (list) =>
    list.replace(ENTRY, (entry) => (entry.includes('<D:all/>') ? '' : entry)),
  ),
  listed('everybody-may-all', 'what is granted to everybody is all that there is', (list) =>
    list.replace(ENTRY, (entry) =>
      entry.includes('<D:all/>')
        ? entry.replace(/<D:privilege>.*?<\/D:privilege>/s, '<D:privilege><p:root/></D:privilege>')
        : entry,
    ),
  ),
  listed('reading-grants-writing', 'a privilege to read is one to write as well', (list) =>
    list.replace(/-read\/>/g, '/>'),
  ),
  listed('writing-not-granted', 'a privilege to write is one to read, and no more', (list) =>
    list.replace(/<p:(auth|box|social)\/>/g, '<p:$1-read/>'),
  ),
  listed('top-privilege-includes-nothing', 'the privilege above all others does not include them', (list) =>
    list.replace(/<p:root\/>/g, '<p:propfind/>'),
  ),
  listed('first-privilege-alone', 'of several privileges of an entry only the first counts', (list) =>
    list.replace(/(<\/D:privilege>)(?:<D:privilege>.*?<\/D:privilege>)+/gs, '$1'),
  ),
  listed('first-entry-alone', 'of several entries of a list only the first counts', (list) =>
    [...list.matchAll(ENTRY)].slice(1).reduce((left, [entry]) => left.replace(entry, ''), list),
  ),
  {
    id: 'lists-add-up',
    area: 'auth',
    what: 'a list is added to the one before: what was withdrawn counts still',
    request: (request, memory) => {
      if (request.method !== 'ACL') return undefined;
      const list = request.body.toString();
      const before = String(memory.get(ownerOf(request.path)) ?? '');
      memory.set(ownerOf(request.path), before + [...list.matchAll(ENTRY)].map(([entry]) => entry).join(''));
      return before === ''
        ? undefined
        : { ...request, body: Buffer.from(list.replace('</D:acl>', `${before}</D:acl>`)) };
    },
  },
  {
    id: 'writing-stays',
    area: 'auth',
    what: 'who was once let in to write is let in ever after',
    request: (request, memory) => {
      if (request.method !== 'ACL') return undefined;
      const list = request.body.toString();
      const writing = [...list.matchAll(ENTRY)].map(([entry]) => entry.replace(READING, ''));
      const before = String(memory.get(ownerOf(request.path)) ?? '');
      memory.set(ownerOf(request.path), before + writing.filter((entry) => entry.includes('<D:privilege>')).join(''));
      return before === ''
        ? undefined
        : { ...request, body: Buffer.from(list.replace('</D:acl>', `${before}</D:acl>`)) };
    },
  },
  {
    id: 'list-shown-to-all',
    area: 'auth',
    what: 'the properties show the list to whoever sees them',
    answer: async (answer, request, memory, ask) => {
      const { authorization } = request.headers;
      if (request.method === 'ACL' && isSuccess(answer) && !memory.has('administrator'))
        memory.set('administrator', authorization);
      const administrator = memory.get('administrator');
      const other = typeof administrator === 'string' && administrator !== authorization;
      if (request.method !== 'PROPFIND' || answer.status !== 207 || !other) return undefined;
      return ask({ ...request, headers: { ...request.headers, authorization: administrator } });
    },
  },
  {
    id: 'one-privilege-enough',
    area: 'auth',
    what: 'of several privileges that an operation needs one is enough',
    answer: async (answer, request, memory, ask) => {
      const { authorization } = request.headers;
      if (request.method === 'ACL' && isSuccess(answer)) {
        if (!memory.has('administrator')) memory.set('administrator', authorization);
        memory.set(ownerOf(request.path), request.body.toString().split('</D:ace>').at(-2));
      }
      const administrator = memory.get('administrator');
      const granted = String(memory.get(ownerOf(request.path)) ?? '');
      const needs = request.operation?.docs.privileges ?? [];
      const some = needs.length > 1 && needs.some((need) => granted.includes(`:${need}/>`));
      if (answer.status !== 403 || !some || typeof administrator !== 'string') return undefined;
      return ask({ ...request, headers: { ...request.headers, authorization: administrator } });
    },
  },
  {
    id: 'list-not-shown',
    area: 'auth',
    what: 'the properties show an empty list whatever was set',
    answer: (answer, request) => {
      const text = answer.body.toString();
      const after = text.replace(/<ace>.*<\/ace>/s, '');
      return request.method === 'PROPFIND' && after !== text ? withBody(answer, Buffer.from(after)) : undefined;
    },
  },
  {
    id: 'first-list-shown',
    area: 'auth',
    what: 'the properties show the list that was set first',
    answer: (answer, request, memory) => {
      const [shown] = /<acl .*<\/acl>/s.exec(answer.body.toString()) ?? [];
      if (request.method !== 'PROPFIND' || shown === undefined) return undefined;
      const first = memory.get(ownerOf(request.path));
      if (first === undefined) memory.set(ownerOf(request.path), shown);
      if (typeof first !== 'string' || first === shown) return undefined;
      return withBody(answer, Buffer.from(answer.body.toString().replace(shown, first)));
    },
  },
  {
    id: 'unknown-role-left-out',
    area: 'auth',
    what: 'a list with an entry for a role that does not exist is taken',
    answer: (answer, request) => (request.method === 'ACL' && answer.status === 400 ? emptyAnswer(200) : undefined),
  },
  {
    id: 'refused-list-empties',
    area: 'auth',
    what: 'a list that is refused takes away what was granted',
    answer: async (answer, request, _memory, ask) => {
      if (request.method !== 'ACL' || answer.status !== 400) return undefined;
      await ask({ ...request, body: Buffer.from('<D:acl xmlns:D="DAV:"/>') });
      return { ...answer };
    },
  },
];
