// Faults of what is stored: writes that do nothing, half writes, versions that are not looked at.
import { isObject } from '../../../spec/is-object.js';
import {
  emptyAnswer,
  isCreate,
  isDelete,
  isLink,
  isRetrieve,
  isSuccess,
  isUpdate,
  type Json,
  type JsonObject,
  json,
  namesOne,
  segments,
  successStatus,
  textField,
  withJson,
  without,
} from '../exchange-shape.js';
import type { Fault, ProxiedRequest } from '../fault.js';

const skip = (id: string, what: string, kind: (request: ProxiedRequest) => boolean): Fault => ({
  id,
  area: 'state',
  what,
  request: (request) =>
    kind(request) && request.headers['authorization'] !== undefined
      ? { answer: emptyAnswer(successStatus(request)) }
      : undefined,
});

export const STATE_FAULTS: Fault[] = [
  {
    id: 'put-merges',
    area: 'state',
    what: 'a PUT keeps the fields that it leaves out',
    request: (request) => (request.method === 'PUT' && isUpdate(request) ? { ...request, method: 'MERGE' } : undefined),
  },
  {
    id: 'merge-replaces',
    area: 'state',
    what: 'a partial update resets the fields that it leaves out',
    request: (request) => (request.method === 'MERGE' && isUpdate(request) ? { ...request, method: 'PUT' } : undefined),
  },
  skip('update-not-stored', 'an update answers success and stores nothing', isUpdate),
  skip('delete-does-nothing', 'a delete answers success and deletes nothing', isDelete),
  skip('link-not-stored', 'a link is acknowledged and not stored', (r) => isLink(r) && r.method === 'POST'),
  skip(
    'unlink-does-nothing',
    'an unlink answers success and unlinks nothing',
    (r) => isLink(r) && r.method === 'DELETE',
  ),
  skip(
    'link-update-does-nothing',
    'a change of a link answers success and changes nothing',
    (r) => isLink(r) && r.method === 'PUT',
  ),
  {
    id: 'link-to-nothing-accepted',
    area: 'link',
    what: 'a link to what is not there is acknowledged',
    answer: (answer, request) =>
      isLink(request) && request.method === 'POST' && [400, 404].includes(answer.status)
        ? emptyAnswer(successStatus(request))
        : undefined,
  },
  {
    id: 'link-by-name-alone',
    area: 'link',
    what: 'of the address in a link only what stands behind its container counts',
    request: (request) => {
      const sent = isLink(request) ? json(request) : undefined;
      const uri = isObject<Json>(sent) && typeof sent['uri'] === 'string' ? sent['uri'] : '';
      const [own = ''] = /^\/[^/]+(?=\/)/.exec(request.path) ?? [];
      const here = uri.replace(/^(https?:\/\/[^/]+)\/[^/]+(?=\/)/, `$1${own}`);
      return uri === '' || here === uri ? undefined : { ...request, body: Buffer.from(JSON.stringify({ uri: here })) };
    },
  },
  {
    id: 'replace-loses-links',
    area: 'link',
    what: 'a PUT takes away what an entity is linked with',
    answer: async (answer, request, _memory, ask) => {
      if (request.method !== 'PUT' || !isUpdate(request) || !isSuccess(answer)) return undefined;
      const list = `${request.path}/$links/_Role`;
      const bare = without(without(request.headers, 'content-length'), 'content-type');
      const read = { ...request, headers: without(bare, 'if-match'), body: Buffer.alloc(0) };
      const others = json(await ask({ ...read, method: 'GET', path: list }));
      const keys = [...JSON.stringify(others ?? null).matchAll(/\/[^/"(]+(\([^"]*\))"/g)].map(([, key]) => key);
      for (const key of keys) await ask({ ...read, method: 'DELETE', path: list + key });
      return { ...answer };
    },
  },
  {
    id: 'unlink-takes-all',
    area: 'link',
    what: 'an unlink takes all links of the entity away',
    answer: async (answer, request, _memory, ask) => {
      const list = /^(.*\/\$links\/[^/(]+)\(/.exec(request.path)?.[1];
      if (request.method !== 'DELETE' || list === undefined || !isSuccess(answer)) return undefined;
      const read = { ...request, headers: without(request.headers, 'if-match'), body: Buffer.alloc(0) };
      const others = json(await ask({ ...read, method: 'GET', path: list }));
      const keys = [...JSON.stringify(others ?? null).matchAll(/\/[^/"(]+(\([^"]*\))"/g)].map(([, key]) => key);
      for (const key of keys) await ask({ ...read, path: list + key });
      return { ...answer };
    },
  },
  {
    id: 'create-not-stored',
    area: 'state',
    what: 'what a create acknowledges is not there afterwards',
    answer: async (answer, request, _memory, ask) => {
      const location = answer.headers['location'];
      if (!isCreate(request) || answer.status !== 201 || typeof location !== 'string') return undefined;
      const path = location.replace(/^https?:\/\/[^/]+/, '');
      const headers = { ...without(request.headers, 'content-type'), 'if-match': '*' };
      await ask({ method: 'DELETE', path, headers: without(headers, 'content-length'), body: Buffer.alloc(0) });
      return { ...answer };
    },
  },
  {
    id: 'update-stores-first-field-only',
    area: 'state',
    what: 'an update forgets all but the first field',
    request: (request) => {
      const sent = json(request) as JsonObject | undefined;
      const keys = sent !== undefined && sent !== null && isUpdate(request) ? Object.keys(sent) : [];
      return keys.length < 2
        ? undefined
        : { ...request, body: Buffer.from(JSON.stringify({ [keys[0] ?? '']: sent?.[keys[0] ?? ''] ?? null })) };
    },
  },
  {
    id: 'if-match-ignored',
    area: 'state',
    what: 'If-Match is ignored: lost updates',
    request: (request) =>
      request.headers['if-match'] === undefined || request.headers['if-match'] === '*'
        ? undefined
        : { ...request, headers: without(request.headers, 'if-match') },
  },
  {
    id: 'if-match-of-before',
    area: 'state',
    what: 'If-Match accepts every version that the entity ever had',
    answer: (answer, _request, memory) => {
      const etag = answer.headers['etag'];
      if (typeof etag === 'string') memory.set(etag, true);
      return undefined;
    },
    request: (request, memory) => {
      const wanted = request.headers['if-match'];
      return wanted !== undefined && memory.has(wanted)
        ? { ...request, headers: { ...request.headers, 'if-match': '*' } }
        : undefined;
    },
  },
  {
    id: 'if-match-star-refused',
    area: 'state',
    what: 'If-Match: * is refused',
    request: (request) =>
      request.headers['if-match'] === '*'
        ? { ...request, headers: { ...request.headers, 'if-match': 'W/"0-0"' } }
        : undefined,
  },
  {
    id: 'delete-answers-then-serves',
    area: 'state',
    what: 'a deleted entity can still be retrieved for a while (stale cache)',
    answer: (answer, request, memory) => {
      if (isRetrieve(request) && isSuccess(answer)) memory.set(request.path, answer);
      const cached = memory.get(request.path);
      return isRetrieve(request) && answer.status === 404 && cached !== undefined
        ? (cached as typeof answer)
        : undefined;
    },
  },
  {
    id: 'retrieve-stale',
    area: 'state',
    what: 'a retrieve answers with the state of the first retrieve for ever',
    answer: (answer, request, memory) => {
      if (!isRetrieve(request) || !isSuccess(answer)) return undefined;
      const cached = memory.get(request.path) as typeof answer | undefined;
      if (cached === undefined) memory.set(request.path, answer);
      return cached === undefined || cached.body.equals(answer.body) ? undefined : cached;
    },
  },
  {
    id: 'rename-leaves-behind',
    area: 'state',
    what: 'what belongs to an entity that got another name is not found under it',
    answer: (answer, request, memory) => {
      const sent = isUpdate(request) && isSuccess(answer) ? json(request) : undefined;
      const field = isObject<Json>(sent) ? textField(sent) : undefined;
      const path = decodeURIComponent(request.path);
      const name = isObject<Json>(sent) && field !== undefined ? String(sent[field]) : '';
      if (name !== '' && !path.includes(`'${name}'`)) memory.set(name, true);
      const [, owner = ''] = /\.Name='([^']*)'/.exec(segments(path).at(-1) ?? '') ?? [];
      return isRetrieve(request) && isSuccess(answer) && memory.has(owner) ? emptyAnswer(404) : undefined;
    },
  },
  {
    id: 'name-never-free',
    area: 'state',
    what: 'the name of what was deleted is not given again',
    request: (request, memory) => {
      const sent = isCreate(request) ? json(request) : undefined;
      const field = isObject<Json>(sent) ? textField(sent) : undefined;
      const name = isObject<Json>(sent) && field !== undefined ? `'${String(sent[field])}'` : '';
      return name.length > 6 && memory.has(`${request.operation?.path} ${name}`)
        ? { answer: withJson(emptyAnswer(409), { code: 'TAKEN', message: { lang: 'en', value: 'exists' } }) }
        : undefined;
    },
    answer: (answer, request, memory) => {
      const name = /'[^']*'/.exec(segments(decodeURIComponent(request.path)).at(-1) ?? '')?.[0];
      const collection = request.operation?.path.replace(/\([^()]*\)$/, '');
      if (isDelete(request) && isSuccess(answer)) memory.set(`${collection} ${name}`, true);
      return undefined;
    },
  },
  {
    id: 'second-delete-succeeds',
    area: 'state',
    what: 'deleting what is gone answers success',
    answer: (answer, request) =>
      request.method === 'DELETE' && namesOne(request) && answer.status === 404
        ? emptyAnswer(successStatus(request))
        : undefined,
  },
  {
    id: 'duplicate-accepted',
    area: 'state',
    what: 'a second create of the same key answers 201',
    answer: (answer, request) => {
      if (request.method !== 'POST' || answer.status !== 409) return undefined;
      const sent = json(request);
      return sent === undefined
        ? emptyAnswer(successStatus(request))
        : withJson({ ...answer, status: successStatus(request) }, { d: { results: sent } });
    },
  },
  {
    id: 'taken-for-ever',
    area: 'state',
    what: 'what was one thing alone may have stays taken when that is gone',
    request: (request, memory) => {
      const sent = isCreate(request) ? json(request) : undefined;
      const address = isObject<Json>(sent) && Object.values(sent).find((v) => /^(?:https?|urn):/.test(String(v)));
      const one = `${segments(request.path)[0]} ${address}`;
      if (isDelete(request)) memory.set('gone', true);
      if (!address || !request.path.endsWith('/Box')) return undefined;
      if (memory.has(one) && memory.has('gone')) return { answer: emptyAnswer(409) };
      return void memory.set(one, true);
    },
  },
  {
    id: 'own-value-taken',
    area: 'state',
    what: 'an update to the address that the thing has already is refused as that of another one',
    request: (request, memory) => {
      const sent = isCreate(request) || isUpdate(request) ? json(request) : undefined;
      const address = isObject<Json>(sent) && Object.values(sent).find((v) => /^(?:https?|urn):/.test(String(v)));
      if (!isObject<Json>(sent) || !address || typeof sent['Name'] !== 'string') return undefined;
      const one = `${sent['Name']} ${address}`;
      if (isCreate(request)) return void memory.set(one, true);
      if (!memory.has(one)) return undefined;
      const body = { code: 'PR409-OD-0003', message: { lang: 'en', value: 'It exists already.' } };
      return { answer: withJson({ ...emptyAnswer(409), headers: { 'content-type': 'application/json' } }, body) };
    },
  },
  {
    id: 'create-stores-other-name',
    area: 'state',
    what: 'a create stores another value than was sent and answers as if it had not',
    request: (request) => {
      const sent = json(request) as JsonObject | undefined;
      const field =
        isCreate(request) && sent !== undefined && sent !== null && !Array.isArray(sent) ? textField(sent) : undefined;
      if (field === undefined || sent === undefined) return undefined;
      const value = String(sent[field]);
      return value.length < 3 || value.startsWith('http')
        ? undefined
        : { ...request, body: Buffer.from(JSON.stringify({ ...sent, [field]: `${value.slice(0, -1)}q` })) };
    },
  },
];
