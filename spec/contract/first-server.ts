// The first of the servers that a contract, a path or an operation names.

type Json = Record<string, unknown>;

/** Its URL, variables as their defaults (OpenAPI 3.1, "Server Object"); one without a default stays in its braces. */
export function firstServer(servers: unknown): string | undefined {
  const first = (Array.isArray(servers) ? servers[0] : undefined) as Json | undefined;
  if (typeof first?.['url'] !== 'string') return undefined;
  const variables = (first['variables'] ?? {}) as Record<string, { default?: unknown } | undefined>;
  return first['url'].replace(/\{([^{}]*)\}/g, (braces, name: string) => String(variables[name]?.default ?? braces));
}
