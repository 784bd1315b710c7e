// Properties that a server writes by itself, although a schema that requests and answers share does not mark them: a
// request may leave them out, and their names say what they are.
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { parseBody } from './body.js';
import { bodySchema, type Operation, type Resource } from './resources.js';

/** When and by whom it was made and changed, how many there are in it, which version it is, where it is found. */
const BOOKKEEPING =
  /^_*(?:(?:created|creation|updated|modified|changed|last_?(?:updated|modified|changed))(?:_?(?:at|on|by|date|time|timestamp))?|(?:[a-z_]+_?)?count|version|revision|etag|_?links|self|href)$/i;

/** Names of keys that servers hand out. */
const HANDED_OUT = /(?:^|[a-z0-9_-])(?:id|uuid|guid)$/i;

/** Whether a create may leave a property out, and no documented command shows it. */
function mayBeLeftOut(operation: Operation, property: string): boolean {
  operation.kept ??= new Set([...(bodySchema(operation)?.required ?? []), ...shownProperties(operation)]);
  return !operation.kept.has(property);
}

function shownProperties(operation: Operation): string[] {
  return (operation.op.docs.cases ?? []).flatMap(({ request }) => {
    const body = parseBody(request.body);
    return body.kind === 'json' && typeof body.value === 'object' && body.value ? Object.keys(body.value) : [];
  });
}

/** A property that is called like the key, and that the server gives where the create leaves it out. */
export function handedOut({ create }: Resource, property: string): boolean {
  if (!create || !mayBeLeftOut(create, property)) return false;
  const schema = mergedSchema(create.api, bodySchema(create)?.properties?.[property] ?? {});
  const types = [schema.type].flat();
  return HANDED_OUT.test(property) || types.includes('integer') || schema.format === 'uuid';
}

/** @param resource what the operation makes or changes, where that is known */
export function isServersOwn(operation: Operation, resource: Resource | undefined, property: string): boolean {
  if (!mayBeLeftOut(operation, property)) return false;
  return BOOKKEEPING.test(property) || resource?.keys.some((key) => key.given === property) === true;
}

/** A body without what the server writes by itself. */
export function withoutServersOwn<T>(
  operation: Operation,
  resource: Resource | undefined,
  body: { [key: string]: T },
): { [key: string]: T } {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !isServersOwn(operation, resource, name)));
}
