// Adapter for Express 5: `app.use(expressMiddleware(server))`.
import type { Server } from '../server.js';
import { fromNodeRequest, type NodeRequest, type NodeResponse, writeNodeResponse } from './node.js';

/**
 * Middleware for Express. Mount it before body parsers. Paths that the API has not go on to the next middleware;
 * where there is none, `app.use(nodeListener(server))` at the end answers them as the API does.
 */
export function expressMiddleware(
  server: Server,
): (request: NodeRequest & { path: string }, response: NodeResponse, next: (error?: unknown) => void) => Promise<void> {
  return async (request, response, next) => {
    try {
      const incoming = fromNodeRequest(request);
      if (!server.knows(incoming)) return next();
      await writeNodeResponse(await server.answer(incoming), response);
    } catch (error) {
      next(error);
    }
  };
}
