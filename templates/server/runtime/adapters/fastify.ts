// Adapter for Fastify 5: `await app.register(fastifyPlugin(server))`.
import type { Outgoing } from '../http.js';
import type { Server } from '../server.js';
import { fromNodeRequest, grouped, type NodeRequest } from './node.js';

/** The part of Fastify's reply that is used. */
export interface FastifyReplyLike {
  code(status: number): unknown;
  header(name: string, value: string | string[]): unknown;
  send(body?: unknown): unknown;
}

/** The part of a Fastify instance that is used. */
export interface FastifyLike {
  supportedMethods: string[];
  addHttpMethod(method: string, options: { hasBody: boolean }): unknown;
  removeAllContentTypeParsers(): void;
  addContentTypeParser(type: string, parser: (request: unknown, payload: unknown) => Promise<unknown>): unknown;
  route(options: {
    method: string[];
    url: string;
    exposeHeadRoute: boolean;
    handler: (request: { raw: NodeRequest }, reply: FastifyReplyLike) => Promise<unknown>;
  }): unknown;
}

/** A plugin that gives every URL below its prefix to the server. `unsupported` hears of methods that node can't receive. */
export function fastifyPlugin(
  server: Server,
  unsupported: (method: string) => void = () => {},
): (app: FastifyLike) => Promise<void> {
  return async (app) => {
    for (const method of server.methods)
      if (!app.supportedMethods.includes(method))
        try {
          app.addHttpMethod(method, { hasBody: true });
        } catch {
          unsupported(method);
        }
    // Bodies are read by the core, with its own limit and by the contract.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', async (_request, payload) => payload);
    app.route({
      method: [...new Set([...app.supportedMethods])],
      url: '*',
      exposeHeadRoute: false,
      handler: async (request, reply) => send(await server.answer(fromNodeRequest(request.raw)), reply),
    });
  };
}

function send({ status, headers, body }: Outgoing, reply: FastifyReplyLike): unknown {
  reply.code(status);
  for (const [name, values] of grouped(headers)) reply.header(name, values.length === 1 ? (values[0] ?? '') : values);
  return reply.send(body ?? undefined);
}
