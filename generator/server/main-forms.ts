// Which operations are main forms of a URL, and which are alias forms of those.
import type { ApiOperation } from '../../spec/contract/api.js';

export interface MainForms {
  mains: ApiOperation[];
  /** By the id of the main form. */
  aliases: Map<string, ApiOperation[]>;
}

/** Every operation is one of the two: an alias of an alias is one of the main form, and of a circle the first is main. */
export function mainForms(operations: readonly ApiOperation[]): MainForms {
  const byId = new Map<string, ApiOperation>();
  for (const operation of operations) if (!byId.has(operation.id)) byId.set(operation.id, operation);
  const mainOf = (operation: ApiOperation): ApiOperation => {
    const chain = [operation];
    for (let at = operation; ; ) {
      const next = at.docs.aliasOf === undefined ? undefined : byId.get(at.docs.aliasOf);
      if (!next) return at;
      const circle = chain.includes(next) ? chain.slice(chain.indexOf(next)) : [];
      if (circle.length > 0) return operations.find((one) => circle.includes(one)) ?? at;
      chain.push(next);
      at = next;
    }
  };
  const mains: ApiOperation[] = [];
  const aliases = new Map<string, ApiOperation[]>();
  for (const operation of operations) {
    const main = mainOf(operation);
    if (main === operation) mains.push(operation);
    else aliases.set(main.id, [...(aliases.get(main.id) ?? []), operation]);
  }
  return { mains, aliases };
}
