// The contract as the viewer can show it: OpenAPI 3.1 without alias forms, and methods that 3.1 does not know beside the rest.

type Json = Record<string, unknown>;

const METHODS = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);

/**
 * A method such as MERGE gets a path entry of its own, `PATH [MERGE]`, as a POST: that is how a client that can't send
 * it asks for it (`X-HTTP-Method-Override`).
 */
export function viewOf(document: Json): Json {
  const paths: Json = {};
  for (const [path, item] of Object.entries((document['paths'] ?? {}) as Record<string, Json>)) {
    const { additionalOperations, ...rest } = item;
    const shared = Object.fromEntries(Object.entries(rest).filter(([name]) => !METHODS.has(name)));
    const operations = Object.entries(rest).filter(([name, value]) => METHODS.has(name) && !isAlias(value));
    if (operations.length > 0) paths[path] = { ...shared, ...Object.fromEntries(operations) };
    for (const [method, operation] of Object.entries((additionalOperations ?? {}) as Json))
      if (!isAlias(operation)) paths[`${path} [${method}]`] = { ...shared, post: operation };
  }
  return { ...document, openapi: '3.1.0', paths };
}

function isAlias(operation: unknown): boolean {
  const extension = (operation as Json | null)?.['x-docproof'] as Json | undefined;
  return extension?.['aliasOf'] !== undefined;
}
