// Films with versions, a file, an action and a shelf, as plain REST servers have such things. One habit may be wrong.
import { type FakeAnswer, type Handler, TOKEN } from './fake-server.js';

const json = (schema: string): string => `content: { application/json: { schema: ${schema} } }`;
const FILM = json('{ $ref: "#/components/schemas/Film" }');
const TAG = 'headers: { ETag: { required: true, schema: { type: string } } }';
const NONE = "'404': { description: none }";
const ID = '[{ name: id, in: path, required: true, schema: { type: integer } }]';
const MATCH = '[{ name: If-Match, in: header, required: true, schema: { type: string } }]';
const NO_MATCH = '[{ name: If-None-Match, in: header, schema: { type: string } }]';
const FILE = 'content: { application/octet-stream: { schema: { type: string, format: binary } } }';

const WITHDRAWN = 'content: { application/json: { schema: {}, example: { id: 7, code: ABCD12, published: false } } }';

export const FILMS = `openapi: 3.1.0
info: { title: Films, version: '1' }
security: [{ token: [] }]
paths:
  /films:
    post:
      operationId: createFilm
      requestBody: { required: true, ${FILM} }
      responses: { '201': { description: made, ${FILM} }, '400': { description: wrong }, '401': { description: who }, '409': { description: there } }
  /films/{id}:
    parameters: ${ID}
    get:
      operationId: getFilm
      parameters: ${NO_MATCH}
      responses: { '200': { description: ok, ${TAG}, ${FILM} }, '304': { description: the same }, ${NONE} }
    put:
      operationId: putFilm
      parameters: ${MATCH}
      requestBody: { required: true, ${FILM} }
      responses: { '200': { description: ok, ${FILM} }, '400': { description: wrong }, ${NONE}, '412': { description: changed }, '428': { description: no version } }
    delete: { operationId: removeFilm, description: All its stills are deleted as well., responses: { '204': { description: gone }, ${NONE} } }
  /films/{id}/publish:
    parameters: ${ID}
    post: { operationId: publishFilm, responses: { '200': { description: ok }, ${NONE}, '409': { description: It is published already } } }
  /films/{id}/withdraw:
    parameters: ${ID}
    post:
      operationId: withdrawFilm
      description: Sets published back to false.
      responses: { '200': { description: ok, ${WITHDRAWN} }, ${NONE}, '409': { description: It is not published } }
  /films/{id}/poster:
    parameters: ${ID}
    get: { operationId: getPoster, responses: { '200': { description: ok, ${FILE} }, ${NONE} } }
    put: { operationId: putPoster, requestBody: { required: true, ${FILE} }, responses: { '204': { description: kept }, ${NONE} } }
  /films/{id}/stills/{name}:
    parameters: [${ID.slice(1, -1)}, { name: name, in: path, required: true, schema: { type: string } }]
    get: { operationId: getStill, responses: { '200': { description: ok, ${json('{ $ref: "#/components/schemas/Still" }')} }, ${NONE} } }
    put:
      operationId: putStill
      requestBody: { required: true, ${json('{ $ref: "#/components/schemas/Still" }')} }
      responses: { '201': { description: new }, '204': { description: there }, '400': { description: wrong }, ${NONE} }
    delete: { operationId: removeStill, responses: { '204': { description: gone }, ${NONE} } }
components:
  securitySchemes: { token: { type: http, scheme: bearer } }
  schemas:
    Film: { type: object, required: [code], properties: { code: { type: string, description: No two films share one., pattern: '^[A-Z]{4}[0-9]{2}$' }, id: { type: integer, readOnly: true } } }
    Still: { type: object, required: [text], properties: { text: { type: string }, big: { type: boolean, default: true } } }
`;

interface Film {
  id: number;
  code: string;
  version: number;
  published: boolean;
  poster?: string;
  stills: Map<string, object>;
}

/** @param wrong the habit that it has */
export function filmsHandler(wrong = ''): Handler {
  const films = new Map<string, Film>();
  let last = 40;
  const read = (body: string): Record<string, unknown> | undefined => {
    try {
      const value = JSON.parse(body) as Record<string, unknown>;
      return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
    } catch {
      return undefined;
    }
  };
  const code = (body: string): string | undefined => {
    const found = read(body)?.['code'];
    return typeof found === 'string' && /^[A-Z]{4}[0-9]{2}$/.test(found) ? found : undefined;
  };
  const shown = ({ id, code, published }: Film): object => ({ id, code, published });
  const onFilm = (film: Film, method: string, headers: Record<string, string>, body: string): FakeAnswer => {
    const etag = `"${film.version}"`;
    const [match, none] = [headers['if-match'], headers['if-none-match']];
    const same = wrong === 'always 304' ? none !== undefined : names(none, etag) && wrong !== 'never 304';
    if (method === 'GET' && same) return { status: 304, headers: { ETag: etag } };
    if (method === 'GET') return { status: 200, headers: { ETag: etag }, body: shown(film) };
    if (method === 'DELETE') return { status: films.delete(String(film.id)) ? 204 : 404 };
    if (match === undefined && wrong !== 'needs no version') return { status: 428 };
    if (match !== undefined && match !== '*' && !names(match, etag)) return { status: 412 };
    const given = code(body);
    if (given === undefined) return { status: 400 };
    Object.assign(film, { code: given, version: film.version + 1 });
    return { status: 200, body: shown(film) };
  };
  const onStill = (film: Film, name: string, method: string, body: string): FakeAnswer => {
    const known = film.stills.get(name);
    if (method === 'PUT') {
      const { text, big = wrong !== 'another default' } = read(body) ?? {};
      if (typeof text !== 'string' || typeof big !== 'boolean') return { status: 400 };
      film.stills.set(name, { text, big });
      return { status: known && wrong !== 'always 201' ? 204 : 201 };
    }
    if (!known) return { status: 404 };
    if (method === 'GET') return { status: 200, body: known };
    return { status: film.stills.delete(name) ? 204 : 404 };
  };
  const gone = new Map<string, Film>();
  return ({ method, path, headers, body }) => {
    const [, , id, part, name] = path.split('/');
    const open = wrong === 'asks nobody' && method === 'DELETE';
    if (headers['authorization'] !== `Bearer ${TOKEN}` && !open)
      return { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } };
    if (id === undefined) {
      const given = code(body);
      if (given === undefined) return { status: 400 };
      if (wrong !== 'takes one twice' && [...films.values()].some((f) => f.code === given)) return { status: 409 };
      const own = wrong === 'takes ids' ? read(body)?.['id'] : undefined;
      const film = {
        id: typeof own === 'number' ? own : ++last,
        code: given,
        version: 1,
        published: false,
        stills: new Map(),
      };
      films.set(String(film.id), film);
      return { status: 201, body: shown(film) };
    }
    const film = films.get(id);
    if (film) gone.set(id, film);
    const known = film ?? (wrong === 'keeps stills' && part === 'stills' ? gone.get(id) : undefined);
    if (!known) return { status: 404 };
    if (part === undefined) return onFilm(known, method, headers, body);
    if (part === 'stills') return onStill(known, name ?? '', method, body);
    if (part === 'publish') {
      const again = known.published && wrong !== 'publishes twice';
      known.published = true;
      return { status: again ? 409 : 200 };
    }
    if (part === 'withdraw') {
      const { published } = known;
      if (wrong !== 'stays published') known.published = false;
      return published ? { status: 200, body: { ...shown(known), published: false } } : { status: 409 };
    }
    if (method === 'PUT' && wrong !== 'loses files') known.poster = body;
    if (method === 'PUT') return { status: 204 };
    const type = { 'Content-Type': 'application/octet-stream' };
    return known.poster === undefined ? { status: 404 } : { status: 200, headers: type, body: known.poster };
  };
}

/** Whether a header names a version, alone or among others (RFC 9110, section 8.8.3.2: weakly). */
function names(tags: string | undefined, etag: string): boolean {
  const all = tags?.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return all?.includes(etag) ?? false;
}
