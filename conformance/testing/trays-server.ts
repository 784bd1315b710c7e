// Vaults with trays in them (RFC 4918): made by MKCOL, with properties of anybody's own and a list (RFC 3744) of their own.
import type { FakeAnswer, FakeRequest, Handler } from './fake-server.js';
import { HAS, operation, PARTS, VAULTS, vaultsHandler } from './vaults-server.js';

const TRAY =
  '<M:mkcol xmlns:M="DAV:"><M:set><M:prop><M:resourcetype><M:collection/></M:resourcetype></M:prop></M:set></M:mkcol>';
const LEDGER = TRAY.replace('<M:collection/>', '<M:collection/><ledger xmlns="urn:keys"/>');
const MARK =
  '<P:propertyupdate xmlns:P="DAV:" xmlns:k="urn:keys"><P:set><P:prop><k:colour>green</k:colour></P:prop></P:set>' +
  '<P:remove><P:prop><k:size/></P:prop></P:remove></P:propertyupdate>';
const LIST =
  '<V:acl xmlns:V="DAV:" xmlns:k="urn:keys" xml:base="https://vaults.example/vault1/parts/"><V:ace><V:principal>' +
  '<V:href>part1</V:href></V:principal><V:grant><V:privilege><k:tray-look/></V:privilege></V:grant></V:ace></V:acl>';
const SHOWN = '<multistatus xmlns="DAV:"><response><propstat><prop><acl/></prop></propstat></response></multistatus>';
const LOOKED = {
  type: 'object',
  properties: { acl: { type: 'object', description: 'Shown to who has tray-list, too.' } },
};

const KEYS = ['tray-all', 'tray-look', 'tray-mark', 'tray-list'];
const keys = (): object => {
  const one = {
    type: 'object',
    properties: Object.fromEntries(
      KEYS.map((name) => [name, { type: 'object', xml: { name, namespace: 'urn:keys' } }]),
    ),
  };
  return { type: 'object', properties: { privilege: { type: 'array', items: one } } };
};

const xml = { type: 'application/xml', schema: { type: 'object' } };
const mkcol = operation('addTray', 'MKCOL', '/vault1/tray1', { ...xml, body: TRAY, success: '201' }) as {
  'x-docproof': { url?: string; cases: { id: string; request: object }[] };
};
const [first] = mkcol['x-docproof'].cases;
if (first)
  mkcol['x-docproof'].cases.push({
    ...first,
    id: 'case/addLedger',
    request: { ...first.request, url: 'https://vaults.example/vault1/ledger1', body: LEDGER },
  });
const look = { needs: ['tray-look'], success: '207', shown: SHOWN, answer: LOOKED };
const page = (id: string, url: string): object => {
  const one = operation(id, 'GET', '/vault1/ledger1/__pages/Page', {}) as { 'x-docproof': { url?: string } };
  one['x-docproof'].url = url;
  return one;
};

const spec = JSON.parse(VAULTS) as {
  paths: Record<string, object>;
  'x-docproof': { privileges: { name: string; within?: string }[] };
};
spec.paths['/{Vault}/{Tray}'] = {
  delete: operation('removeTray', 'DELETE', '/vault1/tray1', { success: '204' }),
  additionalOperations: {
    MKCOL: mkcol,
    PROPFIND: operation('lookAtTray', 'PROPFIND', '/vault1/tray1', look),
    PROPPATCH: operation('markTray', 'PROPPATCH', '/vault1/tray1', {
      ...xml,
      body: MARK,
      needs: ['tray-mark'],
      success: '207',
    }),
    ACL: operation('listTray', 'ACL', '/vault1/tray1', {
      body: LIST,
      schema: keys(),
      type: 'application/xml',
      needs: ['tray-list'],
    }),
  },
};
spec.paths['/{Vault}/{Tray}/__pages/Page'] = { get: page('listPages', '/{Vault}/{LedgerName}/__pages/Page') };
spec['x-docproof'].privileges.push(
  { name: 'tray-all' },
  ...KEYS.slice(1).map((name) => ({ name, within: 'tray-all' })),
);

export const TRAYS = JSON.stringify(spec);

/** What is wrong with the server. */
export type WrongTray =
  | 'makes-twice'
  | 'makes-nothing'
  | 'shows-no-list'
  | 'shows-list-to-all'
  | 'everybody-looks'
  | 'marking-stays'
  | 'forgets-marks'
  | 'keeps-marks'
  | 'no-ledgers';

const XML = { 'Content-Type': 'application/xml' };

interface Tray {
  kind: 'tray' | 'ledger';
  marks: Map<string, string>;
  list: [part: string, key: string][];
  ever: Set<string>;
}

export function traysHandler(wrong?: WrongTray): Handler {
  const vaults = vaultsHandler();
  const trays = new Map<string, Tray>();
  return (request: FakeRequest, base: string): FakeAnswer => {
    const path = decodeURIComponent(request.path.split('?', 1)[0] ?? '');
    const [, vault = '', name = '', rest = ''] = /^\/([^/]+)\/([^/]+)(\/.*)?$/.exec(path) ?? [];
    if (vault === 'ctl' || name === 'ctl' || name === 'token' || name === '' || name.startsWith('__'))
      return vaults(request, base);
    const { method, body, headers } = request;
    const part = playedBy(request, vaults, base, vault);
    if (part === undefined) return { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } };
    const id = `${vault}/${name}`;
    const tray = trays.get(id);
    const may = (key: string): boolean =>
      part === 'everything' ||
      (wrong === 'everybody-looks' && key === 'tray-look') ||
      (wrong === 'marking-stays' && key === 'tray-mark' && tray?.ever.has(`${part} ${key}`) === true) ||
      tray?.list.some(([who, what]) => who === part && [key, 'tray-all'].includes(what)) === true;
    if (method === 'MKCOL') return part === 'everything' ? made(trays, id, body, wrong) : { status: 403 };
    const need = { PROPFIND: 'tray-look', PROPPATCH: 'tray-mark', ACL: 'tray-list' }[method];
    if (need === undefined ? part !== 'everything' : !may(need)) return { status: 403 };
    if (!tray) return { status: 404 };
    if (method === 'GET')
      return { status: tray.kind === 'ledger' && rest !== '' ? 200 : 404, body: { d: { results: [] } } };
    if (method === 'DELETE') return { status: trays.delete(id) ? 204 : 404 };
    if (method === 'ACL') return { status: listed(tray, body, headers, vaults, base, vault) };
    if (method === 'PROPPATCH') return marked(tray, body, wrong);
    const shows = wrong !== 'shows-no-list' && (may('tray-list') || wrong === 'shows-list-to-all');
    const marks = [...tray.marks].map(([key, value]) => `<k:${key}>${value}</k:${key}>`).join('');
    const list = shows ? `<acl>${tray.list.map(entry).join('')}</acl>` : '';
    return {
      status: 207,
      headers: XML,
      body: `<multistatus xmlns="DAV:" xmlns:k="urn:keys"><response><href>${base}${path}</href><propstat><prop><resourcetype><collection/></resourcetype>${marks}${list}</prop><status>HTTP/1.1 200 OK</status></propstat></response></multistatus>`,
    };
  };
}

/** The part that an account plays, or everything for the owner; undefined for nobody. */
function playedBy(request: FakeRequest, vaults: Handler, base: string, vault: string): string | undefined {
  const { authorization = '' } = request.headers;
  const asked = { ...request, method: PARTS, path: `/${vault}/parts`, body: '' };
  const answer = vaults(asked, base);
  if (answer.status === 401 || authorization === '') return undefined;
  return answer.headers?.['part'] || 'nothing';
}

function made(trays: Map<string, Tray>, id: string, body: string, wrong?: WrongTray): FakeAnswer {
  if (trays.has(id)) return wrong === 'makes-twice' ? { status: 201 } : { status: 405, headers: { Allow: 'PROPFIND' } };
  const kind = body.includes('ledger') && wrong !== 'no-ledgers' ? 'ledger' : 'tray';
  if (wrong !== 'makes-nothing') trays.set(id, { kind, marks: new Map(), list: [], ever: new Set() });
  return { status: 201 };
}

function listed(tray: Tray, body: string, headers: object, vaults: Handler, base: string, vault: string): number {
  const list = [...body.matchAll(/<V:href>([^<]+)<.*?<\/V:ace>/gs)].flatMap(([whole, part = '']) =>
    [...whole.matchAll(/<k:([\w-]+)|<([\w-]+) xmlns="urn:keys"/g)].map(([, one, other]): [string, string] => [
      part,
      one ?? other ?? '',
    ]),
  );
  const right = list.every(([part, key]) => {
    const asked = {
      method: HAS,
      path: `/${vault}/ctl/Part('${part}')`,
      headers: headers as Record<string, string>,
      body: '',
      bytes: Buffer.from(''),
    };
    return KEYS.includes(key) && vaults(asked, base).status === 200;
  });
  if (!right || !body.endsWith('</V:acl>')) return 400;
  tray.list = list;
  for (const [part, key] of list) tray.ever.add(`${part} ${key}`);
  return 200;
}

function marked(tray: Tray, body: string, wrong?: WrongTray): FakeAnswer {
  const [set = '', removed = ''] = body.split('<P:remove>');
  const named = /<k:([\w-]+)(?:\/>|>([^<]*)<)/g;
  const shown = [...set.matchAll(named), ...removed.matchAll(named)].map(
    ([, key = '', value]) => [key, value] as const,
  );
  for (const [, key = '', value = ''] of set.matchAll(named)) if (wrong !== 'forgets-marks') tray.marks.set(key, value);
  for (const [, key = ''] of removed.matchAll(named)) if (wrong !== 'keeps-marks') tray.marks.delete(key);
  const prop = shown
    .map(([key, value]) => (value === undefined ? `<k:${key}/>` : `<k:${key}>${value}</k:${key}>`))
    .join('');
  return {
    status: 207,
    headers: XML,
    body: `<multistatus xmlns="DAV:" xmlns:k="urn:keys"><response><href>x</href><propstat><prop>${prop}</prop><status>HTTP/1.1 200 OK</status></propstat></response></multistatus>`,
  };
}

function entry([part, key]: [string, string]): string {
  return `<ace><principal><href>${part}</href></principal><grant><privilege><key:${key}/></privilege></grant></ace>`;
}
