// What operations are called by: their ids, as far as these tell them apart.
import type { ApiOperation } from '../spec/contract/api.js';

/**
 * The id of each; one that an earlier operation has, be it in other letters' case, is called by its method and path, and so
 * keeps its name when others come or go before it.
 */
export function distinctIds(operations: readonly ApiOperation[]): Map<ApiOperation, string> {
  const taken = new Set<string>();
  return new Map(
    operations.map((operation) => {
      const { id, method, path } = operation;
      const isFirst = !taken.has(id.toLowerCase());
      taken.add(id.toLowerCase());
      return [operation, isFirst ? id : `${method.toLowerCase()} ${path}`];
    }),
  );
}
