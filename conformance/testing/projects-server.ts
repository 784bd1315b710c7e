// A right server of plain REST, for tests: ids are given by it, keys come in a header.
import { type FakeAnswer, type Handler, TOKEN } from './fake-server.js';

/** The projects API of fixtures/projects.yaml: ids are the server's. */
export function projectsHandler(): Handler {
  const tables = new Map<string, Map<number, Record<string, unknown>>>([['/projects', new Map()]]);
  let next = 100;
  const error = (status: number): FakeAnswer => ({ status, body: { error: 'wrong' } });
  return (request) => {
    if (request.headers['x-api-key'] !== TOKEN) return error(401);
    const [, collection = '', id] = /^(\/projects(?:\/\d+\/tasks)?)(?:\/(\d+))?$/.exec(request.path) ?? [];
    const table = tables.get(collection);
    if (!table) return error(404);
    const field = collection.endsWith('tasks') ? 'title' : 'name';
    const values = (): Record<string, unknown> | undefined => {
      try {
        const value = JSON.parse(request.body) as Record<string, unknown>;
        const text = value[field];
        return typeof text === 'string' && text.length <= 40 ? { [field]: text } : undefined;
      } catch {
        return undefined;
      }
    };
    if (id === undefined) {
      if (request.method === 'GET') return { status: 200, body: [...table.values()] };
      const value = values();
      if (!value) return error(422);
      const created = { id: next++, ...value };
      table.set(created.id, created);
      if (field === 'name') tables.set(`/projects/${created.id}/tasks`, new Map());
      return { status: 201, body: created };
    }
    const found = table.get(Number(id));
    if (!found) return error(404);
    if (request.method === 'DELETE') {
      table.delete(Number(id));
      return { status: 204 };
    }
    if (request.method === 'PATCH') {
      const value = values();
      if (!value) return error(422);
      Object.assign(found, value);
    }
    return { status: 200, body: found };
  };
}
