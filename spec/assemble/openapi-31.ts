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
  return { document: { ...(plainExamples(document) as Json), openapi: '3.1.1', paths: plainExamples(paths) }, moved };
}

/** 3.1 knows only `value`: the text of `serializedValue` goes there. */
function plainExamples(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainExamples);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [
      key === 'serializedValue' && typeof child === 'string' ? 'value' : key,
      plainExamples(child),
    ]),
  );
}
