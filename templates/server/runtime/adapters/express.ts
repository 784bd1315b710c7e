// Adapter for Express 5: `app.use(expressMiddleware(server))`.
import type { Server } from '../server.js';
import { fromNodeRequest, type NodeRequest, type NodeResponse, writeNodeResponse } from './node.js';

/** Middleware for Express. Mount it before body parsers; paths that the API has not go on to the next middleware. */
export function expressMiddleware(
  server: Server,
): (request: NodeRequest & { path: string }, response: NodeResponse, next: (error?: unknown) => void) => Promise<void> {
  return async (request, response, next) => {
    try {
      const outgoing = await server.answer(fromNodeRequest(request));
      await writeNodeResponse(outgoing, response);
    } catch (error) {
      next(error);
    }
  };
}
