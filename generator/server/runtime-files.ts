// Files of the runtime, copied from templates/server/runtime as they stand; the mock runs the same ones.

export const RUNTIME_FILES = [
  'adapters/express.ts',
  'adapters/fastify.ts',
  'adapters/hono.ts',
  'adapters/node.ts',
  'bindings.ts',
  'body.ts',
  'entity-sets.ts',
  'form.ts',
  'http.ts',
  'key-segment.ts',
  'media-type.ts',
  'parameters.ts',
  'path-template.ts',
  'reply.ts',
  'route.ts',
  'router.ts',
  'schema-kind.ts',
  'server.ts',
  'validation.ts',
];
