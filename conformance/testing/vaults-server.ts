// A spec and a server of vaults, whose members may do what an access control list (RFC 3744) grants to their parts.
import { type FakeAnswer, type FakeRequest, type Handler, TOKEN } from './fake-server.js';

const HOST = 'https://vaults.example';
const NAME = { type: 'string', minLength: 1, maxLength: 40, pattern: '^[a-zA-Z0-9_-]+$' };
const NAMED = { type: 'object', required: ['Name'], properties: { Name: NAME } };
const LIST =
  '<V:acl xmlns:V="DAV:" xmlns:k="urn:keys" xml:base="https://vaults.example/vault1/parts/"><V:ace><V:principal>' +
  '<V:href>part1</V:href></V:principal><V:grant><V:privilege><k:coin-read/></V:privilege></V:grant></V:ace></V:acl>';

interface Given {
  needs?: string[];
  body?: string;
  schema?: object;
  type?: string;
  headers?: Record<string, string>;
  success?: string;
  shown?: string;
  /** Schema of the answer. */
  answer?: object;
}

export function operation(id: string, method: string, path: string, given: Given = {}): object {
  const {
    needs = [],
    body,
    schema = NAMED,
    type = 'application/json',
    headers = {},
    success = '200',
    shown,
    answer,
  } = given;
  const sent = body === undefined ? {} : { body };
  const request = { method, url: HOST + path, headers: { Authorization: 'Bearer AA~x', ...headers }, ...sent };
  const content =
    shown === undefined
      ? {}
      : { content: { 'application/xml': { example: shown, ...(answer ? { schema: answer } : {}) } } };
  const refusals = Object.fromEntries(['400', '401', '403', '404', '409'].map((s) => [s, { description: 'no' }]));
  return {
    operationId: id,
    tags: [id],
    security: id === 'token' ? [] : [{ bearer: [] }],
    ...(body === undefined ? {} : { requestBody: { content: { [type]: { schema } } } }),
    ...(id === 'addMember'
      ? { parameters: [{ name: 'X-Password', in: 'header', required: true, schema: { type: 'string' } }] }
      : {}),
    responses: { [success]: { description: 'ok', ...content }, ...refusals },
    'x-docproof': {
      pages: [id],
      privileges: needs,
      cases: [{ id: `case/${id}`, page: id, source: { file: 'x.md', line: 1 }, request }],
    },
  };
}

const FORM = Object.fromEntries(['grant_type', 'username', 'password'].map((name) => [name, { type: 'string' }]));
const part1 = '{"Name":"part1"}';
const coin1 = '{"Name":"coin1"}';

const PATHS = {
  '/ctl/Vault': {
    post: operation('addVault', 'POST', '/ctl/Vault', { body: '{"Name":"vault1"}', success: '201' }),
  },
  "/ctl/Vault('{Vault}')": { delete: operation('removeVault', 'DELETE', "/ctl/Vault('vault1')", { success: '204' }) },
  '/{Vault}/ctl/Part': {
    get: operation('listPart', 'GET', '/vault1/ctl/Part', { needs: ['part-read'] }),
    post: operation('addPart', 'POST', '/vault1/ctl/Part', { needs: ['part'], body: part1, success: '201' }),
  },
  "/{Vault}/ctl/Part('{Part}')": {
    delete: operation('removePart', 'DELETE', "/vault1/ctl/Part('part1')", { needs: ['part'], success: '204' }),
  },
  '/{Vault}/ctl/Coin': {
    get: operation('listCoin', 'GET', '/vault1/ctl/Coin', { needs: ['coin-read'] }),
    post: operation('addCoin', 'POST', '/vault1/ctl/Coin', { needs: ['coin'], body: coin1, success: '201' }),
  },
  "/{Vault}/ctl/Coin('{Coin}')": {
    delete: operation('removeCoin', 'DELETE', "/vault1/ctl/Coin('coin1')", { needs: ['coin'], success: '204' }),
  },
  "/{Vault}/ctl/Part('{Part}')/_Coin": {
    get: operation('listPartCoin', 'GET', "/vault1/ctl/Part('part1')/_Coin", { needs: ['part-read', 'coin-read'] }),
  },
  '/{Vault}/ctl/Member': {
    post: operation('addMember', 'POST', '/vault1/ctl/Member', {
      body: '{"Name":"member1"}',
      headers: { 'X-Password': 'secret1' },
      success: '201',
    }),
  },
  "/{Vault}/ctl/Member('{Member}')": {
    delete: operation('removeMember', 'DELETE', "/vault1/ctl/Member('member1')", { success: '204' }),
  },
  "/{Vault}/ctl/Member('{Member}')/$links/_Part": {
    post: operation('linkPart', 'POST', "/vault1/ctl/Member('member1')/$links/_Part", {
      body: `{"uri":"${HOST}/vault1/ctl/Part('part1')"}`,
      schema: { type: 'object', properties: { uri: { type: 'string' } } },
      success: '204',
    }),
  },
  '/{Vault}/token': {
    post: operation('token', 'POST', '/vault1/token', {
      body: 'grant_type=password&username=member1&password=secret1',
      schema: { type: 'object', properties: FORM },
      type: 'application/x-www-form-urlencoded',
    }),
  },
  '/{Vault}': {
    additionalOperations: {
      ACL: operation('setList', 'ACL', '/vault1', { body: LIST, schema: keys(), type: 'application/xml' }),
      PROPFIND: operation('properties', 'PROPFIND', '/vault1', { success: '207', shown: LIST }),
    },
  },
};

/** The elements of a list, as its table tells them. */
function keys(): object {
  const names = ['all', 'part', 'part-read', 'coin', 'coin-read', 'door'];
  const each = (name: string): object => ({ type: 'object', xml: { name, namespace: 'urn:keys', prefix: 'k' } });
  const one = { type: 'object', properties: Object.fromEntries(names.map((name) => [name, each(name)])) };
  return { type: 'object', properties: { privilege: { type: 'array', items: one } } };
}

export const VAULTS = JSON.stringify({
  openapi: '3.2.0',
  info: { title: 'Vaults', version: '1' },
  servers: [{ url: HOST }],
  paths: PATHS,
  components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
  'x-docproof': {
    version: 1,
    docs: { digest: 'x', languages: ['en'] },
    sampleHosts: ['vaults.example'],
    keySyntax: 'odata',
    placeholders: [
      { in: 'header', name: 'Authorization', means: 'token' },
      { in: 'header', name: 'X-Password', means: 'password' },
      { in: 'form', name: 'password', means: 'password' },
    ],
    privileges: [
      { name: 'all' },
      ...['part', 'coin'].map((name) => ({ name, within: 'all' })),
      ...['part', 'coin'].map((name) => ({ name: `${name}-read`, within: name })),
    ],
  },
});

/** Asks what part somebody plays, and whether there is something: for what stands in front of this server. */
export const PARTS = 'PARTS';
export const HAS = 'HAS';

/** What is wrong with the server. */
export type WrongVault = 'keeps-old' | 'everybody' | 'no-parts-of-all' | 'one-is-enough' | 'takes-any' | 'shows-none';

interface Vault {
  things: Set<string>;
  /** Parts by the member who plays them. */
  plays: Map<string, Set<string>>;
  /** Keys by the part that has them. */
  list: [part: string, key: string][];
}

export function vaultsHandler(wrong?: WrongVault): Handler {
  const vaults = new Map<string, Vault>();
  return ({ method, path, headers, body }: FakeRequest): FakeAnswer => {
    const [, first = '', rest = ''] = /^\/([^/]+)\/?(.*)$/.exec(decodeURIComponent(path.split('?', 1)[0] ?? '')) ?? [];
    const who = /^Bearer (.+)$/.exec(headers['authorization'] ?? '')?.[1];
    const known = who === TOKEN || [...vaults.keys()].some((name) => who?.startsWith(`${name}~`));
    const named = /"Name":"([^"]+)"/.exec(body)?.[1] ?? '';
    if (!known && rest !== 'token') return { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } };
    if (first === 'ctl') {
      if (who !== TOKEN) return { status: 403 };
      const [, gone] = /^Vault\('(.+)'\)$/.exec(rest) ?? [];
      if (gone !== undefined) return { status: vaults.delete(gone) ? 204 : 404 };
      if (vaults.has(named)) return { status: 409 };
      vaults.set(named, { things: new Set(), plays: new Map(), list: [] });
      return { status: 201 };
    }
    const vault = vaults.get(first);
    if (!vault) return { status: 404 };
    if (rest === 'token')
      return { status: 200, body: { access_token: `${first}~${new URLSearchParams(body).get('username')}` } };
    const [played = ''] = who === TOKEN ? ['everything'] : (vault.plays.get(who?.split('~')[1] ?? '') ?? []);
    if (method === PARTS) return { status: 200, headers: { part: played } };
    if (method === HAS) return { status: vault.things.has(rest) ? 200 : 404 };
    if (!mayDo(vault, who, method, rest, wrong)) return { status: 403 };
    if (method === 'ACL') return { status: set(vault, body, wrong) };
    if (method === 'PROPFIND') return { status: 207, body: wrong === 'shows-none' ? '<acl/>' : shown(vault) };
    const [, member, part] = /^ctl\/Member\('(.+)'\)\/\$links\/_Part$/.test(rest)
      ? [rest, /'(.+)'/.exec(rest)?.[1], /Part\('([^']+)'\)/.exec(body)?.[1]]
      : [];
    if (member !== undefined) {
      vault.plays.set(member, (vault.plays.get(member) ?? new Set()).add(part ?? ''));
      return { status: 204 };
    }
    if (method === 'GET') return { status: 200, body: { d: { results: [] } } };
    const thing = method === 'POST' ? `${rest}('${named}')` : rest;
    if (method === 'DELETE') return { status: vault.things.delete(thing) ? 204 : 404 };
    if (vault.things.has(thing)) return { status: 409 };
    vault.things.add(thing);
    return { status: 201 };
  };
}

function mayDo(vault: Vault, who = '', method: string, rest: string, wrong?: WrongVault): boolean {
  if (who === TOKEN) return true;
  const parts = vault.plays.get(who.split('~')[1] ?? '') ?? new Set();
  const has = new Set(vault.list.flatMap(([part, key]) => (parts.has(part) || wrong === 'everybody' ? [key] : [])));
  const needs = [...rest.matchAll(/\b_?(Part|Coin)\b/g)].map(([, kind = '']) => kind.toLowerCase());
  const may = (key: string): boolean =>
    (has.has('all') && wrong !== 'no-parts-of-all') || has.has(key) || (method === 'GET' && has.has(`${key}-read`));
  return needs.length > 0 && (wrong === 'one-is-enough' ? needs.some(may) : needs.every(may));
}

const ENTRY = /<V:href>([^<]+)<.*?<\/V:ace>/gs;

function set(vault: Vault, body: string, wrong?: WrongVault): number {
  const list = [...body.matchAll(ENTRY)].flatMap(([entry, part = '']) =>
    [...entry.matchAll(/<k:([\w-]+)/g)].map(([, key = '']): [string, string] => [part, key]),
  );
  const right = list.every(([part, key]) => vault.things.has(`ctl/Part('${part}')`) && !key.startsWith('docproof'));
  if (wrong !== 'takes-any' && !(right && body.endsWith('</V:acl>'))) return 400;
  vault.list = wrong === 'keeps-old' ? [...vault.list, ...list] : list;
  return 200;
}

function shown({ list }: Vault): string {
  const entry = ([part, key]: [string, string]): string =>
    `<ace><principal><href>${part}</href></principal><grant><privilege><key:${key}/></privilege></grant></ace>`;
  return `<multistatus xmlns="DAV:" xmlns:key="urn:keys"><acl>${list.map(entry).join('')}</acl></multistatus>`;
}
