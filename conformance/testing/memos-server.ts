// Memos that are kept when they are deleted, as a spec written by hand tells it in sentences. One habit may be wrong.
import { objectIn } from './certify-handler.js';
import type { FakeAnswer, Handler } from './fake-server.js';

const MEMO = `content: { application/json: { schema: { $ref: '#/components/schemas/Memo' } } }`;
const NONE = "'404': { description: none }";

export const MEMOS = `openapi: 3.1.0
info: { title: Memos, version: '1' }
paths:
  /memos:
    get:
      operationId: listMemos
      description: All memos. Deleted memos aren't listed.
      responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Memo' } } } } } }
    post:
      operationId: addMemo
      requestBody: { required: true, content: { application/json: { schema: { type: object, required: [text], properties: { text: { type: string, minLength: 1, maxLength: 60 } } } } } }
      responses: { '201': { description: made, ${MEMO} }, '422': { description: wrong } }
  /memos/{memoId}:
    parameters: [{ name: memoId, in: path, required: true, schema: { type: integer } }]
    get: { operationId: getMemo, description: 'A deleted memo can still be read; \`deletedAt\` is set then.', responses: { '200': { description: ok, ${MEMO} }, ${NONE} } }
    delete: { operationId: deleteMemo, description: It is no longer listed. Deleting it again returns 410., responses: { '204': { description: deleted }, '410': { description: gone }, ${NONE} } }
  /memos/{memoId}/restore:
    parameters: [{ name: memoId, in: path, required: true, schema: { type: integer } }]
    post: { operationId: restoreMemo, description: Brings a deleted memo back., responses: { '200': { description: ok, ${MEMO} }, ${NONE} } }
components:
  schemas:
    Memo: { type: object, required: [id, text], properties: { id: { type: integer }, text: { type: string }, deletedAt: { type: [string, 'null'] } } }
`;

interface Memo {
  id: number;
  text: string;
  deletedAt?: string | null;
}

/** @param wrong the habit that it has; `says nothing` is none: what is not deleted has no time of that */
export function memosHandler(wrong = ''): Handler {
  const memos = new Map<string, Memo>();
  const restored = new Set<Memo>();
  const shown = (memo: Memo): Memo => {
    const { deletedAt, ...rest } = memo;
    if (wrong === 'marks nothing') return { ...rest, deletedAt: null };
    return deletedAt || wrong !== 'says nothing' ? { ...rest, deletedAt: deletedAt ?? null } : rest;
  };
  const listed = (memo: Memo): boolean =>
    wrong === 'lists all' || (!memo.deletedAt && !(wrong === 'lists none again' && restored.has(memo)));
  const remove = (memo: Memo, id: string): FakeAnswer => {
    if (memo.deletedAt) return { status: wrong === 'deletes twice' ? 204 : 410 };
    if (wrong === 'forgets') memos.delete(id);
    memo.deletedAt = '2026-01-01T00:00:00Z';
    return { status: 204 };
  };
  const restore = (memo: Memo): FakeAnswer => {
    restored.add(memo);
    const answer = shown({ ...memo, deletedAt: null });
    if (wrong !== 'restores nothing') memo.deletedAt = null;
    return { status: 200, body: answer };
  };
  return ({ method, path, body }) => {
    const [, , id, action] = path.split('?')[0]?.split('/') ?? [];
    if (id === undefined && method === 'GET')
      return { status: 200, body: [...memos.values()].filter(listed).map(shown) };
    if (id === undefined) {
      const { text } = objectIn(body) ?? {};
      if (typeof text !== 'string' || text === '' || [...text].length > 60) return { status: 422 };
      const memo: Memo = { id: memos.size + 1, text };
      memos.set(String(memo.id), memo);
      return { status: 201, body: shown(memo) };
    }
    const memo = memos.get(id);
    if (!memo || (wrong === 'hides' && memo.deletedAt && method === 'GET')) return { status: 404 };
    if (action !== undefined) return restore(memo);
    return method === 'DELETE' ? remove(memo, id) : { status: 200, body: shown(memo) };
  };
}
