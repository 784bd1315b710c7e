// The 3.2 document as OpenAPI 3.1, for tools that know no 3.2: methods that 3.1 has no place for move to `x-additionalOperations`.
import type { Json } from './components.js';

export function openapi31(document: Json): { document: Json; moved: number } {
  let moved = 0;
  const paths = Object.fromEntries(
    Object.entries((document['paths'] ?? {}) as Record<string, Json>).map(([path, item]) => {
      const { additionalOperations, ...rest } = item;
      if (additionalOperations === undefined) return [path, item];
      moved += Object.keys(additionalOperations as Json).length;
      return [path, { ...rest, 'x-additionalOperations': additionalOperations }];
    }),
  );
  return { document: { ...document, openapi: '3.1.1', paths }, moved };
}
