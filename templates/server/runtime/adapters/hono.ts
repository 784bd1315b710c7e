// Adapter for Hono: `app.all('*', honoHandler(server))`, and any server of the web's Request and Response.
import type { Server } from '../server.js';

/** A handler for Hono's `all` and `on`. */
export function honoHandler(server: Server): (context: { req: { raw: Request } }) => Promise<Response> {
  return (context) => server(context.req.raw);
}
