// A small right server for conformance/testing/notes.yaml, as a fetch function; tests mount it in several ways.

/** A new, empty server. `wrong` makes retrieval leave out the title. */
export function notesApp(wrong = false): { fetch(request: Request): Promise<Response> } {
  const notes = new Map<string, string>();
  let last = 0;
  return {
    async fetch(request) {
      const { pathname } = new URL(request.url);
      const id = /^\/notes\/([^/]+)$/.exec(pathname)?.[1];
      if (id !== undefined && !notes.has(id)) return new Response(null, { status: 404 });
      if (id !== undefined && request.method === 'DELETE') {
        notes.delete(id);
        return new Response(null, { status: 204 });
      }
      if (id !== undefined && request.method === 'GET')
        return Response.json(wrong ? { id } : { id, title: notes.get(id) });
      if (pathname === '/notes' && request.method === 'GET')
        return Response.json([...notes].map(([key, title]) => ({ id: key, title })));
      if (pathname === '/notes' && request.method === 'POST') {
        const body = (await request.json().catch(() => undefined)) as { title?: unknown } | undefined;
        const title = body?.title;
        if (typeof title !== 'string' || title.length < 1 || title.length > 40)
          return new Response(null, { status: 400 });
        const made = String(++last);
        notes.set(made, title);
        return Response.json({ id: made, title }, { status: 201, headers: { location: `/notes/${made}` } });
      }
      return new Response(null, { status: 404 });
    },
  };
}
