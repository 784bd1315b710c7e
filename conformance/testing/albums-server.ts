// Photos that are made in an album and have addresses of their own, for those who prove by a token or a key who they are.

import { objectIn } from './certify-handler.js';
import { type FakeAnswer, type Handler, TOKEN } from './fake-server.js';

const json = (schema: string): string => `content: { application/json: { schema: ${schema} } }`;
const ALBUM = json('{ $ref: "#/components/schemas/Album" }');
const PHOTO = json('{ $ref: "#/components/schemas/Photo" }');
const list = (of: string): string => json(`{ type: array, items: { $ref: "#/components/schemas/${of}" } }`);
const NONE = "'404': { description: none }, '401': { description: who }";
const key = (name: string): string => `[{ name: ${name}, in: path, required: true, schema: { type: integer } }]`;

export const ALBUMS = `openapi: 3.1.0
info: { title: Albums, version: '1' }
security: [{ token: [] }, { key: [] }]
paths:
  /albums:
    get: { operationId: listAlbums, responses: { '200': { description: ok, ${list('Album')} }, ${NONE} } }
    post: { operationId: createAlbum, requestBody: { required: true, ${ALBUM} }, responses: { '201': { description: made, ${ALBUM} }, '400': { description: wrong }, ${NONE} } }
  /albums/{album_id}:
    parameters: ${key('album_id')}
    get: { operationId: getAlbum, responses: { '200': { description: ok, ${ALBUM} }, ${NONE} } }
    delete: { operationId: removeAlbum, responses: { '204': { description: gone }, '409': { description: not empty }, ${NONE} } }
  /albums/{album_id}/photos:
    parameters: ${key('album_id')}
    get: { operationId: listPhotos, responses: { '200': { description: ok, ${list('Photo')} }, ${NONE} } }
    post: { operationId: addPhoto, requestBody: { required: true, ${PHOTO} }, responses: { '201': { description: made, ${PHOTO} }, '400': { description: wrong }, ${NONE} } }
  /photos/{photo_id}:
    parameters: ${key('photo_id')}
    get: { operationId: getPhoto, responses: { '200': { description: ok, ${PHOTO} }, ${NONE} } }
    patch: { operationId: changePhoto, requestBody: { required: true, ${json('{ properties: { caption: { type: string }, dark: { type: boolean } } }')} }, responses: { '200': { description: ok, ${PHOTO} }, '400': { description: wrong }, ${NONE} } }
    delete: { operationId: removePhoto, responses: { '204': { description: gone }, ${NONE} } }
components:
  securitySchemes:
    key: { type: apiKey, in: header, name: X-Key }
    token: { type: http, scheme: bearer }
  schemas:
    Album: { type: object, required: [title], properties: { title: { type: string }, id: { type: integer, readOnly: true }, cover: { readOnly: true } } }
    Photo: { type: object, required: [caption], properties: { caption: { type: string }, dark: { type: boolean, default: false }, id: { type: integer, readOnly: true }, album_id: { type: integer, readOnly: true } } }
`;

type Fields = Record<string, unknown>;

/** @param wrong the habit that it has */
export function albumsHandler(wrong = ''): Handler {
  const albums = new Map<number, Fields>();
  const photos = new Map<number, Fields>();
  let last = 0;
  const inside = (album: number): Fields[] => [...photos.values()].filter((p) => p['album_id'] === album);
  // Its first photo is shown with an album, and says of which album it is.
  const album = (id: number): Fields => ({ cover: inside(id)[0] ?? null, ...albums.get(id) });
  const photo = (method: string, id: number, sent: Fields | undefined): FakeAnswer => {
    const known = photos.get(id);
    if (!known) return { status: 404 };
    if (method === 'GET') return { status: 200, body: known };
    if (method === 'DELETE') {
      if (wrong !== 'keeps photos') photos.delete(id);
      return { status: 204 };
    }
    const { caption = known['caption'], dark = wrong === 'resets' ? false : known['dark'] } = sent ?? {};
    if (!sent || typeof caption !== 'string' || typeof dark !== 'boolean') return { status: 400 };
    photos.set(id, { ...known, caption, dark });
    return { status: 200, body: photos.get(id) };
  };
  return ({ method, path, headers, body }) => {
    if (headers['authorization'] !== `Bearer ${TOKEN}`)
      return { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } };
    const [, of, key, more] = path.split('/');
    const id = Number(key);
    const sent = objectIn(body);
    if (of === 'photos') return photo(method, id, sent);
    if (key !== undefined && !albums.has(id)) return { status: 404 };
    const { title, caption, dark = false } = sent ?? {};
    if (method === 'POST') {
      const text = more === undefined ? title : caption;
      if (typeof text !== 'string' || typeof dark !== 'boolean') return { status: 400 };
      const made = ++last;
      if (more === undefined) albums.set(made, { id: made, title });
      else photos.set(made, { id: made, album_id: id, caption, dark });
      return { status: 201, body: more === undefined ? album(made) : photos.get(made) };
    }
    if (more !== undefined) return { status: 200, body: wrong === 'lists all' ? [...photos.values()] : inside(id) };
    if (method === 'GET') return { status: 200, body: key === undefined ? [...albums.keys()].map(album) : album(id) };
    if (inside(id).length > 0) return { status: 409 };
    albums.delete(id);
    return { status: 204 };
  };
}
