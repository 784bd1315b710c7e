// Links of boxes and accounts on the server of library-spec.ts.
import type { FakeAnswer, FakeRequest } from './fake-server.js';
import type { Wrong } from './library-wrong.js';

export type Values = { [key: string]: string | null };

interface Thing {
  kind: string;
  values: Values;
  password?: string;
}

export interface Shelf {
  things: Thing[];
  /** What was deleted, where the server has not forgotten it. */
  former: Thing[];
  /** Of boxes and accounts, by their names. */
  links: { box: string; account: string }[];
}

interface Asked {
  request: FakeRequest;
  shelf: Shelf;
  thing: Thing;
  wrong: Wrong | undefined;
}

const refused = (status: number): FakeAnswer => ({ status, body: { code: `E${status}` } });

/** `…/Box('b')/$links/_Account`, with a key behind it, or from the other end. */
export function linksOf({ request, shelf, thing, wrong }: Asked, address: string, base: string): FakeAnswer {
  const name = thing.values['Name'] ?? '';
  const fromBox = thing.kind === 'Box';
  const [, end = '', key] = /^\/\$links\/_(\w+)(?:\('([^']*)'\))?$/.exec(address) ?? [];
  // By its keys the tag belongs to another box: a server may say so, or that there is no link now.
  if (address.startsWith('/$links/_Tag(') && wrong === 'unlink-of-nothing') return { status: 204 };
  if (end !== (fromBox ? 'Account' : 'Box')) return refused(404);
  const hidden = (box: string): boolean =>
    wrong === 'links-of-former' && !shelf.things.some((t) => t.kind === 'Box' && t.values['Name'] === box);
  const own = shelf.links.filter((link) => (fromBox ? link.box : link.account) === name && !hidden(link.box));
  if (request.method === 'GET') {
    const quote = wrong === 'encoded-quotes' ? '%27' : "'";
    const uris = own.map((link) => `${base}/ctl/${end}(${quote}${fromBox ? link.account : link.box}${quote})`);
    const results = uris.map((uri) => (wrong === 'links-as-entities' ? { __metadata: { uri } } : { uri }));
    return { status: 200, body: { d: { results } } };
  }
  if (request.method === 'DELETE') {
    if (!own.some((link) => link.account === key)) return refused(404);
    const gone = wrong === 'unlink-first' ? own[0]?.account : key;
    shelf.links = shelf.links.filter(
      (link) => !own.includes(link) || (wrong !== 'unlink-all' && link.account !== gone),
    );
    return { status: 204 };
  }
  const { uri = '', ...others } = JSON.parse(request.body) as { uri?: string };
  if (wrong === 'no-end' && uri === '') return { status: 204 };
  if (Object.keys(others).length > 0 && wrong !== 'any-link-field') return refused(400);
  const account = /Account\('([^']*)'\)$/.exec(uri)?.[1] ?? '';
  const there = shelf.things.some((t) => t.kind === 'Account' && t.values['Name'] === account);
  if (wrong === 'link-to-anything' && account === '') return { status: 204 };
  if (!String(uri).startsWith(`${base}/`) && wrong !== 'link-by-name') return refused(400);
  if (!there) return wrong === 'link-to-nothing' ? { status: 204 } : refused(400);
  if (own.some((link) => link.account === account)) return wrong === 'links-twice' ? { status: 204 } : refused(409);
  shelf.links.push({ box: name, account });
  return { status: 204 };
}
