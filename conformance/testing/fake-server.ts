// Small servers in memory for tests of the runner: they keep what fixtures/*.yaml promise, record every request, and
// can be made to misbehave.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FakeRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
  /** The body as it came. */
  bytes: Buffer;
}

export interface FakeAnswer {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

/** Changes an answer, or replaces it before the request is handled (`before`). */
export interface Misbehaviour {
  before?: (request: FakeRequest) => FakeAnswer | undefined;
  after?: (request: FakeRequest, answer: FakeAnswer) => FakeAnswer;
  delay?: (request: FakeRequest) => number;
  /** Ends the connection instead of answering. */
  reset?: (request: FakeRequest) => boolean;
}

export interface FakeServer {
  url: string;
  requests: FakeRequest[];
  close(): Promise<void>;
}

export type Handler = (request: FakeRequest, base: string) => FakeAnswer;

/** Starts a server on a free loopback port. */
export async function startFake(handler: Handler, misbehave: Misbehaviour = {}): Promise<FakeServer> {
  const requests: FakeRequest[] = [];
  const server = createServer((incoming, outgoing) => void serve(incoming, outgoing));
  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const headers = incoming.headers as Record<string, string>;
    const bytes = Buffer.concat(chunks);
    const request = {
      method: incoming.method ?? '',
      path: incoming.url ?? '',
      headers,
      body: bytes.toString(),
      bytes,
    };
    requests.push(request);
    const wait = misbehave.delay?.(request) ?? 0;
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    if (misbehave.reset?.(request)) return void incoming.socket.resetAndDestroy();
    const handled = misbehave.before?.(request) ?? handler(request, `http://${incoming.headers.host}`);
    const answer = misbehave.after?.(request, handled) ?? handled;
    const body =
      answer.body === undefined
        ? undefined
        : typeof answer.body === 'string'
          ? answer.body
          : JSON.stringify(answer.body);
    outgoing.writeHead(answer.status, {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...answer.headers,
    });
    outgoing.end(body);
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export const TOKEN = 'fake-token-0123456789';

interface Thing {
  values: Record<string, unknown>;
  version: number;
  /** When it was changed last, and, where that is another time, made. */
  at: number;
  made?: number;
}

const NAME = /^[a-zA-Z0-9][a-zA-Z0-9_-]{0,31}$/;

/** The archive API of fixtures/archive.yaml. `known` are archives that are there before anybody comes. */
export function archiveHandler(known: string[] = []): Handler {
  const archives = new Map<string, Map<string, Thing>>(known.map((name) => [name, new Map()]));
  const links = new Set<string>();
  let clock = 1_700_000_000_000;
  const unlink = (prefix: string): void => {
    for (const link of links) if (link.startsWith(prefix)) links.delete(link);
  };
  const error = (status: number): FakeAnswer => ({ status, body: { code: `E${status}-1`, message: 'wrong' } });
  const entry = (base: string, uri: string, type: string, thing: Thing): Record<string, unknown> => ({
    __metadata: { uri: base + uri, etag: `W/"${thing.version}-${thing.at}"`, type: `Ctl.${type}` },
    ...thing.values,
    __published: `/Date(${thing.made ?? thing.at})/`,
  });
  const shown = (base: string, uri: string, type: string, thing: Thing): FakeAnswer => ({
    status: 200,
    headers: { ETag: `W/"${thing.version}-${thing.at}"` },
    body: { d: { results: entry(base, uri, type, thing) } },
  });
  const read = (body: string, allowed: string[]): Record<string, unknown> | undefined => {
    try {
      const value = JSON.parse(body) as Record<string, unknown>;
      if (!Object.keys(value).every((k) => allowed.includes(k))) return undefined;
      if (typeof value['Name'] !== 'string' || !NAME.test(value['Name'])) return undefined;
      const folder = value['_Folder.Name'] ?? null;
      const note = value['Note'] ?? null;
      const fine =
        (folder === null || (typeof folder === 'string' && NAME.test(folder))) &&
        (note === null || (typeof note === 'string' && note.length <= 64));
      return fine ? value : undefined;
    } catch {
      return undefined;
    }
  };
  const fields: Record<string, string[]> = {
    Folder: ['Name', 'Note'],
    Tag: ['Name', '_Folder.Name'],
    Page: ['Name'],
    Archive: ['Name'],
  };
  const keyOf = (type: string, values: Record<string, unknown>): string =>
    `${type} ${String(values['Name'])} ${type === 'Tag' ? String(values['_Folder.Name'] ?? '') : ''}`;
  const uriOf = (archive: string, type: string, v: Record<string, unknown>): string =>
    type === 'Tag' && v['_Folder.Name'] != null
      ? `/${archive}/ctl/Tag(Name='${String(v['Name'])}',_Folder.Name='${String(v['_Folder.Name'])}')`
      : `/${archive}/ctl/${type}('${String(v['Name'])}')`;

  const inArchive = (
    request: FakeRequest,
    base: string,
    name: string,
    things: Map<string, Thing>,
    rest: string,
  ): FakeAnswer => {
    const [, type = '', keys, link, page] =
      /^(Folder|Tag|Page)(?:\(([^)]*)\))?(\/\$links\/_Page(?:\('([^']*)'\))?)?$/.exec(rest) ?? [];
    if (!type) return error(404);
    const allowed = fields[type] ?? [];
    if (keys === undefined) {
      if (request.method === 'GET')
        return {
          status: 200,
          body: {
            d: {
              results: [...things]
                .filter(([k]) => k.startsWith(`${type} `))
                .map(([, t]) => entry(base, uriOf(name, type, t.values), type, t)),
            },
          },
        };
      const values = read(request.body, allowed);
      if (!values || (values['_Folder.Name'] != null && !things.has(`Folder ${String(values['_Folder.Name'])} `)))
        return error(400);
      if (things.has(keyOf(type, values))) return error(409);
      const thing = {
        values: { ...Object.fromEntries(allowed.map((f) => [f, null])), ...values },
        version: 1,
        at: clock++,
      };
      things.set(keyOf(type, values), thing);
      const uri = uriOf(name, type, values);
      const headers = { ETag: `W/"1-${thing.at}"`, Location: base + uri };
      return { ...shown(base, uri, type, thing), status: 201, headers };
    }
    const parts = Object.fromEntries(
      [...keys.matchAll(/(?:([\w.]+)=)?(?:'([^']*)'|null)/g)].map((m) => [m[1] ?? 'Name', m[2] ?? null]),
    );
    const key = keyOf(type, parts);
    const thing = things.get(key);
    if (!thing) return error(404);
    if (link) return linked(request, base, name, things, key, page);
    const match = request.headers['if-match'];
    const method = request.headers['x-method-override'] ?? request.method;
    if (method === 'GET') return shown(base, uriOf(name, type, thing.values), type, thing);
    if (match !== undefined && match !== '*' && match !== `W/"${thing.version}-${thing.at}"`) return error(412);
    if (method === 'DELETE') {
      things.delete(key);
      unlink(`${name}|${key}|`);
      return { status: 204 };
    }
    const values = read(request.body, allowed);
    if (!values) return error(400);
    if (keyOf(type, values) !== key && things.has(keyOf(type, values))) return error(409);
    things.delete(key);
    const next = {
      values: { ...Object.fromEntries(allowed.map((f) => [f, null])), ...values },
      version: thing.version + 1,
      at: clock++,
      made: thing.made ?? thing.at,
    };
    things.set(keyOf(type, values), next);
    return { status: 204, headers: { ETag: `W/"${next.version}-${next.at}"` } };
  };
  const linked = (
    request: FakeRequest,
    base: string,
    name: string,
    things: Map<string, Thing>,
    key: string,
    page: string | undefined,
  ): FakeAnswer => {
    const prefix = `${name}|${key}|`;
    if (request.method === 'GET')
      return {
        status: 200,
        body: {
          d: {
            results: [...links]
              .filter((l) => l.startsWith(prefix))
              .map((l) => ({ uri: `${base}/${name}/ctl/Page('${l.slice(prefix.length)}')` })),
          },
        },
      };
    const [, host, named = page] = /"(\w+:[^"]*?)\/ctl\/Page\('([^']*)'\)"/.exec(request.body) ?? [];
    if (host !== undefined && host !== `${base}/${name}`) return error(400);
    if (named === undefined) return error(400);
    if (!things.has(`Page ${named} `)) return error(404);
    if (request.method === 'DELETE') return links.delete(prefix + named) ? { status: 204 } : error(404);
    if (links.has(prefix + named)) return error(409);
    links.add(prefix + named);
    return { status: 204 };
  };
  return (request, base) => {
    if (request.headers['authorization'] !== `Bearer ${TOKEN}`)
      return { ...error(401), headers: { 'WWW-Authenticate': 'Bearer' } };
    const path = decodeURIComponent(request.path);
    const unit = /^\/ctl\/Archive(?:\('([^']*)'\))?$/.exec(path);
    if (unit) {
      const name = unit[1];
      if (name === undefined) {
        const values = read(request.body, ['Name']);
        if (!values) return error(400);
        const created = String(values['Name']);
        if (archives.has(created)) return error(409);
        archives.set(created, new Map());
        const uri = `/ctl/Archive('${created}')`;
        const made = shown(base, uri, 'Archive', { values, version: 1, at: 1 });
        return { ...made, status: 201, headers: { ...made.headers, Location: base + uri } };
      }
      const things = archives.get(name);
      if (!things) return error(404);
      if (request.method === 'GET') return shown(base, path, 'Archive', { values: { Name: name }, version: 1, at: 1 });
      if (things.size > 0 && request.headers['x-recursive'] !== 'true') return error(409);
      archives.delete(name);
      unlink(`${name}|`);
      return { status: 204 };
    }
    const [, name = '', rest = ''] = /^\/([^/]+)\/ctl\/(.*)$/.exec(path) ?? [];
    const things = archives.get(name);
    if (!things) return error(404);
    return rest === 'send' ? { status: 202 } : inArchive(request, base, name, things, rest);
  };
}
