// The server of library-spec.ts in memory: right as it is, wrong in one thing by name.
import type { FakeAnswer, FakeRequest } from './fake-server.js';
import { passes } from './library-accounts.js';
import { libraryBodies } from './library-bodies.js';
import { linksOf, type Shelf, type Values } from './library-links.js';
import { listed } from './library-lists.js';
import { libraryTokens } from './library-tokens.js';
import type { Wrong } from './library-wrong.js';

export function libraryHandler(wrong?: Wrong): (request: FakeRequest, base: string) => FakeAnswer {
  const shelves = new Map<string, Shelf>();
  const error = (status: number): FakeAnswer => ({ status, body: { code: `E${status}` } });
  const shown = (status: number, results: unknown): FakeAnswer => ({ status, body: { d: { results } } });

  const { allowed, issue } = libraryTokens(shelves, wrong);
  const { fields, keyOf, read, ofFields } = libraryBodies(wrong);

  function inShelf(request: FakeRequest, shelf: Shelf, rest: string, query: URLSearchParams, base: string): FakeAnswer {
    const things = wrong === 'one-shelf' ? [...shelves.values()].flatMap((s) => s.things) : shelf.things;
    const alike = (a: string | null | undefined, b: string | null | undefined, folded: boolean): boolean =>
      folded ? a?.toLowerCase() === b?.toLowerCase() : a === b;
    const [, kind = '', keys, nav] = /^ctl\/(\w+)(?:\(([^)]*)\))?(\/.*)?$/.exec(rest) ?? [];
    const all = (of: string): Values[] => things.filter((t) => t.kind === of).map((t) => t.values);
    const tagsOf = (box: string | null | undefined): Values[] =>
      all('Tag').filter((t) => (wrong === 'list-of-all' ? false : t['_Box.Name'] === box));
    const expanded = (box: string | null | undefined): unknown => {
      const tags = wrong === 'expands-all' ? all('Tag') : tagsOf(box);
      return wrong === 'expands-to-one' && tags.length === 1 ? tags[0] : tags;
    };
    /** What OData says of an entity beside its values; of boxes only. */
    const entry = (of: string, values: Values, listed = false): Record<string, unknown> => {
      const name = `${values['Name']}${wrong === 'uri-of-another' ? 'x' : ''}`;
      const etag = `W/"${listed && wrong === 'etag-of-list' ? 0 : values['__updated']}"`;
      return of === 'Box' ? { __metadata: { uri: `${base}/ctl/Box('${name}')`, etag }, ...values } : values;
    };
    const create = (of: string, more: Values = {}): FakeAnswer => {
      const sent = read(of, request.body);
      const key = keyOf(of);
      const known = wrong === 'refused-is-made' && !sent ? read(of, ofFields(of, request.body)) : undefined;
      if (known) shelf.things.push({ kind: of, values: known });
      if (!sent || !passes(request.headers['x-password'], wrong)) return error(400);
      const values: Values = { ...sent, ...(of === 'Account' ? { State: sent['State'] ?? 'open' } : {}), ...more };
      const taken = (v: Values): boolean =>
        alike(v[key], values[key], wrong === 'one-name-for-all') && v['_Box.Name'] === values['_Box.Name'];
      const just = (v: Values): boolean => Date.now() - Number(/\d+/.exec(v['__published'] ?? '')) < 50;
      const former = wrong === 'former-names' && shelf.former.some((t) => t.kind === of && taken(t.values));
      const there = former ? values : all(of).find(taken);
      if (there) return wrong === 'all-at-once' && just(there) ? shown(201, entry(of, there)) : error(409);
      values['__published'] = values['__updated'] = `/Date(${Date.now()})/`;
      if (values['_Box.Name'] != null && !all('Box').some((b) => b['Name'] === values['_Box.Name'])) return error(400);
      shelf.things.push({ kind: of, values, password: request.headers['x-password'] ?? '' });
      if (of !== 'Tag') return shown(201, entry(of, values));
      const [first = values] = wrong === 'location-of-first' ? all('Tag') : [values];
      const owner = first['_Box.Name'] == null ? '' : `,_Box.Name='${first['_Box.Name']}'`;
      return { ...shown(201, values), headers: { Location: `${base}/ctl/Tag(Name='${first['Name']}'${owner})` } };
    };
    if (!(kind in fields)) return error(404);
    if (keys === undefined)
      return request.method === 'GET'
        ? listed(all(kind), query, wrong, (v) => entry(kind, v, true), shelf.former.length)
        : create(kind);
    const parts = new Map(
      [...keys.matchAll(/(?:([\w.]+)=)?(?:'([^']*)'|null)/g)].map((m) => [m[1] ?? 'Name', m[2] ?? null]),
    );
    const thing = things.find(
      (t) =>
        t.kind === kind &&
        alike(t.values[keyOf(kind)], parts.get('Name'), wrong === 'any-case') &&
        (kind !== 'Tag' || wrong === 'namesakes' || t.values['_Box.Name'] === (parts.get('_Box.Name') ?? null)),
    );
    if (!thing) return error(404);
    if (nav === '/_Tag') {
      const box = thing.values['Name'] ?? null;
      return request.method === 'GET' ? shown(200, tagsOf(box)) : create('Tag', { '_Box.Name': box });
    }
    // A link that its keys rule out is refused: the tag belongs to another box.
    if (nav) return nav.startsWith('/$links/') ? linksOf({ request, shelf, thing, wrong }, nav, base) : error(404);
    if (request.method === 'GET') {
      const expand = wrong === '$expand' ? null : query.get('$expand');
      const other = wrong === 'leads-to-another' ? rest.replace("')", "x')") : rest;
      const tags = { _Tag: { __deferred: { uri: `${base}/${other}/_Tag` } } };
      const more = kind === 'Box' ? (expand ? { [expand]: expanded(thing.values['Name']) } : tags) : {};
      return shown(200, { ...entry(kind, thing.values), ...(wrong === 'no-tags' ? {} : more) });
    }
    if (request.method === 'DELETE') {
      const goes = (t: (typeof things)[number]): boolean =>
        t === thing || (wrong === 'namesakes-go' && t.kind === kind && t.values['Name'] === thing.values['Name']);
      shelf.things = things.filter((t) => !goes(t));
      if (wrong === 'former-logs-in' || wrong === 'counts-deleted') shelf.former.push(thing);
      const named = (link: Shelf['links'][number]): string | undefined =>
        ({ Box: link.box, Account: link.account })[kind];
      if (wrong !== 'links-of-deleted' && wrong !== 'links-of-former')
        shelf.links = shelf.links.filter((link) => named(link) !== thing.values['Name']);
      return { status: 204 };
    }
    if (!passes(request.headers['x-password'], wrong)) return error(400);
    const values = read(kind, request.body);
    const part = wrong === 'refused-is-changed' && !values ? read(kind, ofFields(kind, request.body)) : undefined;
    if (part) thing.values = part;
    if (!values && wrong === 'nameless' && request.body.includes('null')) return { status: 204 };
    if (!values) return error(400);
    const same = (t: (typeof things)[number]): boolean =>
      t.kind === kind && t.values['Name'] === values['Name'] && t.values['_Box.Name'] === values['_Box.Name'];
    const renamed = values['Name'] !== thing.values['Name'];
    if (
      (wrong === 'names-for-ever' && renamed) ||
      (wrong !== 'update-takes-name' && things.some((t) => t !== thing && same(t)))
    )
      return error(409);
    const box = values['_Box.Name'];
    if (box != null && !all('Box').some((b) => b['Name'] === box)) return error(400);
    if (kind === 'Account') values['State'] ??= thing.values['State'] ?? null;
    if (kind === 'Box' && wrong !== 'tags-left-behind')
      for (const tag of all('Tag'))
        if (tag['_Box.Name'] === thing.values['Name']) tag['_Box.Name'] = values['Name'] ?? null;
    if (renamed && wrong === 'former-names') shelf.former.push({ kind, values: thing.values });
    const published = thing.values['__published'] ?? null;
    const now = `/Date(${Date.now()})/`;
    values['__published'] = wrong === 'published-again' ? `/Date(${Date.now() + 1})/` : published;
    values['__updated'] = wrong === 'never-updated' ? published : now;
    if (wrong === 'tag-stays') values['_Box.Name'] = thing.values['_Box.Name'] ?? null;
    const password = request.headers['x-password'];
    if (password !== undefined && wrong !== 'password-stays') thing.password = password;
    if (password === undefined && wrong === 'password-lost') thing.password = '';
    thing.values =
      wrong === 'put-keeps' && values['Note'] === null ? { ...thing.values, Name: values['Name'] ?? '' } : values;
    return { status: 204 };
  }

  return (request, base) => {
    const url = new URL(request.path, 'http://x');
    const once = decodeURIComponent(url.pathname);
    const path = wrong === 'decodes-twice' ? decodeURIComponent(once) : once;
    const [, shelfKey] = /^\/ctl\/Shelf(?:\('([^']*)'\))?$/.exec(path) ?? [];
    const [, name = '', rest = ''] = /^\/([^/]+)\/(.*)$/.exec(path) ?? [];
    const shelf = shelves.get(name);
    if (rest === 'token') return shelf ? issue(shelf, name, request.body) : error(404);
    const refused = allowed(request, name);
    if (refused) return refused;
    if (path === '/ctl/Shelf') {
      const values = read('Shelf', request.body);
      if (!values) return error(400);
      if (shelves.has(values['Name'] ?? '')) return error(409);
      shelves.set(values['Name'] ?? '', { things: [], former: [], links: [] });
      return shown(201, values);
    }
    if (shelfKey !== undefined) return shelves.delete(shelfKey) ? { status: 204 } : error(404);
    return shelf ? inShelf(request, shelf, rest, url.searchParams, `${base}/${name}`) : error(404);
  };
}
