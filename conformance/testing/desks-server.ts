// Desks with tags, as frameworks of Python describe such things: addresses end with a slash, what may be null is a choice, and the
// tags of a desk are shown by the desk alone. One habit may be wrong.
import { objectIn } from './certify-handler.js';
import type { FakeAnswer, Handler } from './fake-server.js';

const json = (name: string): string =>
  `content: { application/json: { schema: { $ref: '#/components/schemas/${name}' } } }`;
const ID = (name: string): string => `{ name: ${name}, in: path, required: true, schema: { type: integer } }`;
const NONE = "'404': { description: none }";
const WRONG = "'422': { description: wrong }";
const TAKEN = "'409': { description: A desk with this label exists }";

export const DESKS = `openapi: 3.1.0
info: { title: Desks, version: '1' }
paths:
  /desks/:
    get:
      operationId: list_desks
      parameters:
        - { name: kind, in: query, schema: { anyOf: [{ $ref: '#/components/schemas/Kind' }, { type: 'null' }] } }
        - { name: label, in: query, description: Leaves out desks with other labels., schema: { type: array, items: { type: string } } }
      responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Desk' } } } } }, ${WRONG} }
    post: { operationId: add_desk, requestBody: { required: true, ${json('NewDesk')} }, responses: { '201': { description: made, ${json('Desk')} }, ${TAKEN}, ${WRONG} } }
  /desks/{desk_id}/:
    parameters: [${ID('desk_id')}]
    get: { operationId: read_desk, responses: { '200': { description: ok, ${json('Desk')} }, ${NONE} } }
    patch: { operationId: change_desk, requestBody: { required: true, ${json('Change')} }, responses: { '200': { description: ok, ${json('Desk')} }, ${NONE}, ${TAKEN}, ${WRONG} } }
    delete: { operationId: drop_desk, responses: { '204': { description: gone }, ${NONE} } }
  /tags/:
    post: { operationId: add_tag, requestBody: { required: true, ${json('NewTag')} }, responses: { '201': { description: made, ${json('Tag')} }, ${WRONG} } }
  /tags/{tag_id}/:
    parameters: [${ID('tag_id')}]
    delete: { operationId: drop_tag, responses: { '204': { description: gone }, ${NONE} } }
  /desks/{desk_id}/tags/{tag_id}/:
    parameters: [${ID('desk_id')}, ${ID('tag_id')}]
    put: { operationId: put_tag, responses: { '204': { description: there }, ${NONE} } }
    delete: { operationId: take_tag, responses: { '204': { description: gone }, ${NONE} } }
components:
  schemas:
    Kind: { type: string, enum: [high, low] }
    Fields:
      properties:
        label: { type: string, minLength: 1, maxLength: 40 }
        kind: { anyOf: [{ $ref: '#/components/schemas/Kind' }, { type: 'null' }] }
        width: { anyOf: [{ type: number, exclusiveMinimum: 0 }, { type: 'null' }] }
    NewDesk: { allOf: [{ $ref: '#/components/schemas/Fields' }, { type: object, required: [label] }] }
    Change: { allOf: [{ $ref: '#/components/schemas/Fields' }, { type: object }] }
    Desk: { allOf: [{ $ref: '#/components/schemas/Fields' }, { type: object, required: [id, label, kind, width, tags], properties: { id: { type: integer }, tags: { type: array, items: { $ref: '#/components/schemas/Tag' } } } }] }
    NewTag: { type: object, required: [name], properties: { name: { type: string, minLength: 1, maxLength: 40 } } }
    Tag: { type: object, required: [id, name], properties: { id: { type: integer }, name: { type: string } } }
`;

type Fields = Record<string, unknown>;

const FIT: Record<string, (value: unknown) => boolean> = {
  label: (v) => typeof v === 'string' && v !== '' && [...v].length <= 40,
  kind: (v) => [null, 'high', 'low'].includes(v as string),
  width: (v) => v === null || (typeof v === 'number' && v > 0),
};

/** @param wrong the habit that it has */
export function desksHandler(wrong = ''): Handler {
  const desks = new Map<string, Fields>();
  const tags = new Map<string, Fields>();
  const tagged = new Map<string, Set<string>>();
  let last = 0;
  const shown = (id: string): Fields => {
    const own = [...(tagged.get(id) ?? [])].flatMap((tag) => tags.get(tag) ?? []);
    return { ...desks.get(id), id: Number(id), tags: wrong === 'hides tags' ? [] : own };
  };
  const write = (body: string, id?: string): FakeAnswer => {
    const given = objectIn(body);
    const fits = given && Object.keys(FIT).every((key) => !(key in given) || FIT[key]?.(given[key]));
    if (!given || !fits || (id === undefined && !('label' in given))) return { status: 422 };
    const taken = [...desks].some(([other, { label }]) => label === given['label'] && other !== id);
    const own = wrong === 'refuses its own' && id !== undefined && desks.get(id)?.['label'] === given['label'];
    if (own || (taken && !(wrong === 'takes another’s' && id !== undefined))) return { status: 409 };
    const set = Object.fromEntries(Object.keys(FIT).flatMap((key) => (key in given ? [[key, given[key]]] : [])));
    if (wrong === 'keeps null') for (const key of Object.keys(set)) if (set[key] === null) delete set[key];
    if (wrong === 'rounds' && typeof set['width'] === 'number') set['width'] = Math.ceil(set['width']);
    if (wrong === 'shouts') set['label'] = String(set['label']).toUpperCase();
    const at = id ?? String(++last);
    desks.set(at, { kind: null, width: null, ...desks.get(at), ...set });
    return { status: id === undefined ? 201 : 200, body: shown(at) };
  };
  const tag = (method: string, desk: string, id: string): FakeAnswer => {
    const own = tagged.get(desk) ?? new Set();
    if (method === 'DELETE') return { status: own.delete(id) ? 204 : 404 };
    if (wrong !== 'puts nothing') tagged.set(desk, own.add(id));
    return { status: 204 };
  };
  return ({ method, path: address, body }) => {
    const { pathname, searchParams } = new URL(address, 'http://localhost');
    const [, things, id, , tagId] = pathname.split('/').filter((part, i) => i === 0 || part !== '');
    if (!pathname.endsWith('/')) return { status: 404 };
    const known = id !== undefined && (things === 'desks' ? desks : tags).has(id);
    if (id !== undefined && (!known || (tagId !== undefined && !tags.has(tagId)))) return { status: 404 };
    if (id !== undefined && tagId !== undefined) return tag(method, id, tagId);
    if (id !== undefined && method === 'DELETE')
      return { status: (things === 'desks' ? desks : tags).delete(id) ? 204 : 404 };
    if (things === 'tags') {
      const { name } = objectIn(body) ?? {};
      if (!FIT['label']?.(name)) return { status: 422 };
      tags.set(String(++last), { id: last, name });
      return { status: 201, body: { id: last, name } };
    }
    if (method !== 'GET') return write(body, id);
    if (id !== undefined) return { status: 200, body: shown(id) };
    const kind = searchParams.get('kind');
    if (kind !== null && !FIT['kind']?.(kind) && wrong !== 'any kind') return { status: 422 };
    const labels = searchParams.getAll('label').slice(wrong === 'reads the last label' ? -1 : 0);
    const all = [...desks.keys()]
      .map(shown)
      .filter((desk) => labels.length === 0 || labels.includes(String(desk['label'])))
      .slice(0, wrong === 'lists one' ? 1 : undefined);
    const asked = kind === null || wrong === 'takes all kinds' ? all : all.filter((desk) => desk['kind'] === kind);
    return { status: 200, body: asked };
  };
}
