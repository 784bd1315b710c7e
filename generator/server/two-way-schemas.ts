// Component schemas that requests and responses have differently.
import type { Api } from '../../spec/contract/api.js';
import { oneWay } from '../../spec/contract/one-way.js';

/** Names of component schemas that are not the same in requests and in responses, by themselves or by what they name. */
export function twoWaySchemas({ schemas, resolve }: Pick<Api, 'schemas' | 'resolve'>): Set<string> {
  const users = new Map<string, string[]>();
  const found = new Set<string>();
  for (const [name, schema] of Object.entries(schemas)) {
    const texts = (['readOnly', 'writeOnly'] as const).map((absent) => JSON.stringify(oneWay(schema, absent, resolve)));
    if (texts[0] !== texts[1]) found.add(name);
    for (const [, used = ''] of (texts[0] ?? '').matchAll(/"\$ref":"#\/components\/schemas\/([^"/]+)/g))
      users.set(used, [...(users.get(used) ?? []), name]);
  }
  // A set is walked on to what is added on the way.
  for (const name of found) for (const user of users.get(name) ?? []) found.add(user);
  return found;
}
