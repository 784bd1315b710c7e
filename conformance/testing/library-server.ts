// The server of library-spec.ts in memory: right as it is, wrong in one thing by name.
import type { FakeAnswer, FakeRequest } from './fake-server.js';
import { isState, passes } from './library-accounts.js';
import { linksOf, type Shelf, type Values } from './library-links.js';
import { listed } from './library-lists.js';
import { libraryTokens } from './library-tokens.js';

/** What the server can do wrong; `unlink-of-nothing`, `names-for-ever` and `encoded-quotes` are no worse than what it does. */
export type Wrong =
  | 'token-and-more'
  | 'tags-left-behind'
  | 'star-is-a-name'
  | 'counts-deleted'
  | 'eq-begins'
  | 'or-is-either'
  | 'all-may'
  | 'refresh-token-serves'
  | 'foreign-token-serves'
  | 'start-of-token'
  | 'any-password'
  | 'any-lifetime'
  | 'any-refresh-token'
  | 'foreign-refresh-token'
  | 'access-token-renews'
  | '$top'
  | '$skip'
  | '$orderby'
  | 'desc'
  | '$filter'
  | '$select'
  | '$expand'
  | 'count-of-page'
  | 'list-of-all'
  | 'put-keeps'
  | 'namesakes'
  | 'unknown-field'
  | 'numbers'
  | 'letters'
  | 'page-of-ten'
  | 'no-functions'
  | 'any-condition'
  | 'start-of-password'
  | 'any-case-of-password'
  | 'password-lost'
  | 'password-stays'
  | 'one-lifetime'
  | 'no-token-type'
  | 'dots'
  | 'small-letters'
  | 'tag-stays'
  | 'update-takes-name'
  | 'long-password'
  | 'short-password'
  | 'no-short-name'
  | 'location-of-first'
  | 'links-twice'
  | 'link-to-nothing'
  | 'unlink-all'
  | 'links-of-deleted'
  | 'short-address'
  | 'decodes-twice'
  | 'any-scheme'
  | 'no-slash'
  | 'one-order'
  | 'left-to-right'
  | 'null-is-none'
  | 'always-counts'
  | 'any-number'
  | 'any-function'
  | 'sideways'
  | 'finds-all'
  | 'one-kept'
  | 'top-of-25'
  | 'count-of-rest'
  | 'expands-all'
  | 'uri-of-another'
  | 'leads-to-another'
  | 'etag-of-list'
  | 'link-by-name'
  | 'link-to-anything'
  | 'links-of-former'
  | 'any-case'
  | 'one-name-for-all'
  | 'one-shelf'
  | 'never-updated'
  | 'eternal-token'
  | 'links-as-entities'
  | 'no-tags'
  | 'published-again'
  | 'frozen-logs-in'
  | 'token-of-refusal'
  | 'former-logs-in'
  | 'accounts-of-all'
  | 'any-case-of-account'
  | 'no-password-is-any'
  | 'nothing-is-none'
  | 'splits-strings'
  | 'any-token-scheme'
  | 'token-alone'
  | 'eternal-for-writes'
  | 'short-lifetime'
  | 'wide-letters'
  | 'refused-is-made'
  | 'refused-is-changed'
  | 'any-case-of-value'
  | 'filter-or-order'
  | 'list-without-values'
  | 'all-at-once'
  | 'body-in-list'
  | 'namesakes-go'
  | 'lone-quotes'
  | 'like'
  | 'no-end'
  | 'any-link-field'
  | 'expands-to-one'
  | 'nameless'
  | 'names-for-ever'
  | 'encoded-quotes'
  | 'unlink-of-nothing';

export function libraryHandler(wrong?: Wrong): (request: FakeRequest, base: string) => FakeAnswer {
  const shelves = new Map<string, Shelf>();
  const error = (status: number): FakeAnswer => ({ status, body: { code: `E${status}` } });
  const shown = (status: number, results: unknown): FakeAnswer => ({ status, body: { d: { results } } });

  const { allowed, issue } = libraryTokens(shelves, wrong);
  const FIELDS: Record<string, string[]> = {
    Box: ['Name', 'Note', 'Memo'],
    Tag: ['Name', '_Box.Name'],
    Account: ['Name', 'State'],
    Shelf: ['Name'],
    Site: ['Url'],
  };
  const keyOf = (kind: string): string => FIELDS[kind]?.[0] ?? 'Name';
  const NAMES: Partial<Record<Wrong, RegExp>> = {
    'wide-letters': /^[a-zA-Z0-9\uff10-\uff5a][a-zA-Z0-9\uff10-\uff5a_-]{0,39}$/,
    letters: /^[\p{L}\d][\p{L}\d_-]{0,39}$/u,
    dots: /^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,39}$/,
    'no-short-name': /^[a-zA-Z0-9][a-zA-Z0-9_-]{1,39}$/,
  };
  const scheme = wrong === 'any-scheme' ? '\\w+' : 'https';
  const ADDRESS = new RegExp(`^${scheme}://[\\w.%/-]+${wrong === 'no-slash' ? '' : '/'}$`);
  const NAME = (wrong && NAMES[wrong]) ?? /^[a-zA-Z0-9][a-zA-Z0-9_-]{0,39}$/;

  function read(kind: string, body: string): Values | undefined {
    let values: Record<string, unknown>;
    try {
      const given = JSON.parse(body) as Record<string, unknown> | [Record<string, unknown>] | null;
      if (given === null || (Array.isArray(given) && wrong !== 'body-in-list')) return undefined;
      values = Array.isArray(given) ? given[0] : given;
    } catch {
      return undefined;
    }
    const fields = FIELDS[kind] ?? [];
    if (wrong !== 'unknown-field' && Object.keys(values).some((name) => !fields.includes(name))) return undefined;
    const fits = (value: unknown): boolean =>
      (typeof value === 'string' && NAME.test(value)) || (typeof value === 'number' && wrong === 'numbers');
    if (kind === 'Site') {
      const address = values['Url'];
      const long = wrong === 'short-address' ? 99 : 100;
      return typeof address === 'string' && ADDRESS.test(address) && address.length <= long
        ? { Url: address }
        : undefined;
    }
    if (!fits(values['Name']) || !isState(values['State'])) return undefined;
    const others = fields.slice(1).map((name): [string, unknown] => [name, values[name] ?? null]);
    if (others.some(([, value]) => value !== null && !fits(value))) return undefined;
    const name = String(values['Name']);
    return { ...Object.fromEntries(others), Name: wrong === 'small-letters' ? name.toLowerCase() : name } as Values;
  }

  /** A body without the fields that nobody knows. */
  function ofFields(kind: string, body: string): string {
    const sent = Object.entries(JSON.parse(body) as Record<string, unknown>);
    return JSON.stringify(Object.fromEntries(sent.filter(([name]) => FIELDS[kind]?.includes(name))));
  }

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
      const there = all(of).find(taken);
      if (there) return wrong === 'all-at-once' && just(there) ? shown(201, entry(of, there)) : error(409);
      values['__published'] = values['__updated'] = `/Date(${Date.now()})/`;
      if (values['_Box.Name'] != null && !all('Box').some((b) => b['Name'] === values['_Box.Name'])) return error(400);
      shelf.things.push({ kind: of, values, password: request.headers['x-password'] ?? '' });
      if (of !== 'Tag') return shown(201, entry(of, values));
      const [first = values] = wrong === 'location-of-first' ? all('Tag') : [values];
      const owner = first['_Box.Name'] == null ? '' : `,_Box.Name='${first['_Box.Name']}'`;
      return { ...shown(201, values), headers: { Location: `${base}/ctl/Tag(Name='${first['Name']}'${owner})` } };
    };
    if (!(kind in FIELDS)) return error(404);
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
