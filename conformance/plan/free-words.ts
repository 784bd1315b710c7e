// Words in front of the key in the addresses of what clients name: `PUT /sites/{site}/rooms/{code}`, where nothing tells of sites.
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { signature } from '../url/key-path.js';
import { makesByPut } from './makes-at-address.js';
import type { Operation, Resource } from './resources.js';

/** What says that nothing is there, or that it is not for the caller. */
const MISSING = ['403', '404', '4XX', 'DEFAULT'];

/**
 * Each is a part of that key: any will do where a PUT makes what is not there and its documents have no 404, though those of
 * its address have one.
 *
 * @param known the variables that something stands for
 */
export function freeWords(resources: readonly Resource[], known: (variable: string) => boolean): Resource[] {
  const found = new Map<string, Resource>();
  for (const { create, retrieve, remove } of resources) {
    if (!create || !makesByPut(create) || tells(create, MISSING)) continue;
    // Documents without any may only have left it out.
    if (![retrieve, remove].some((one) => one && tells(one, ['404']))) continue;
    for (const [i, { variable }] of create.segments.slice(0, -1).entries()) {
      const item = create.segments.slice(0, i + 1);
      const parameter = create.op.parameters.find((p) => p.in === 'path' && p.name === variable);
      if (
        variable === undefined ||
        !parameter ||
        known(variable) ||
        resources.some((r) => r.signature === signature(item))
      )
        continue;
      const key = { variable, inPath: true, schema: mergedSchema(create.api, parameter.schema) };
      found.set(signature(item), {
        signature: signature(item),
        name: item.at(-2)?.text ?? variable,
        scope: signature(item.slice(0, -2)),
        item,
        keys: [key],
        updates: [],
        free: true,
      });
    }
  }
  return [...found.values()];
}

function tells({ op }: Operation, statuses: string[]): boolean {
  return op.responses.some(({ status }) => statuses.includes(status.toUpperCase()));
}
