// Updates at other addresses or by other methods than most: a POST to the thing itself, a PUT or PATCH to the list.
import { canBeKey, canNameOne } from './key-properties.js';
import { bodySchema, collectionOf, type Operation, type Resource, UPDATES } from './resources.js';

export function changeOtherwise(resource: Resource, operations: Operation[]): void {
  changeByPost(resource, operations);
  changeByBody(resource, operations);
}

/** Where a resource has no other update, a POST to its item whose fields the create knows is one. */
function changeByPost(resource: Resource, operations: Operation[]): void {
  const known = resource.create ? bodySchema(resource.create)?.properties : undefined;
  if (resource.updates.length > 0 || !known || resource.create?.op.method !== 'POST') return;
  const post = operations.find((o) => o.op.method === 'POST' && o.signature === resource.signature);
  const fields = post ? Object.keys(bodySchema(post)?.properties ?? {}) : [];
  if (!post || fields.length === 0 || !fields.every((name) => Object.hasOwn(known, name))) return;
  post.changes = true;
  resource.updates.push(post);
}

/** A PUT or PATCH to the list whose body has the key of an item. */
function changeByBody(resource: Resource, operations: Operation[]): void {
  const [key, more] = resource.keys;
  const property = key?.property ?? key?.given;
  if (property === undefined || more) return;
  const { collection } = collectionOf(resource.item);
  for (const operation of operations) {
    if (operation.signature !== collection || !UPDATES.has(operation.op.method)) continue;
    const schema = bodySchema(operation)?.properties?.[property];
    // Where nothing else says which one is meant, its key is sent, though answers alone should have it.
    const finds = operation.op.responses.some(({ status }) => status === '404');
    if (schema && (finds ? canNameOne : canBeKey)(operation, schema)) operation.keyInBody = { resource, property };
  }
}
