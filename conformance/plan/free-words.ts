// Words in front of the key in the addresses of what clients name: `PUT /sites/{site}/rooms/{code}`, where nothing tells of sites.
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { signature } from '../url/key-path.js';
import { makesByPut, type Resource } from './resources.js';

/**
 * Each is a part of that key: any will do where a PUT makes what is not there and its documents have no 404.
 *
 * @param known the variables that something stands for
 */
export function freeWords(resources: readonly Resource[], known: (variable: string) => boolean): Resource[] {
  const found = new Map<string, Resource>();
  for (const { create } of resources) {
    if (!create || !makesByPut(create) || create.op.responses.some(({ status }) => status === '404')) continue;
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
