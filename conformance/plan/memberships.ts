// Members of a thing that are there by themselves, too: `PUT /groups/{id}/devices/{deviceId}` puts one of `/devices` into a
// group, and DELETE takes it out again; so does `PUT /groups/{id}/seats/{deviceId}`.
import { signature } from '../url/key-path.js';
import { makesByPut } from './makes-at-address.js';
import type { Operation } from './resources.js';
import { stem } from './stem.js';

/** The signature of the members' own address, by that of their place in something else; marks the operations. */
export function membershipsOf(operations: Operation[]): Map<string, string> {
  const made = operations.filter((o) => o.op.method === 'POST' || makesByPut(o)).map((o) => o.signature);
  const found = new Map<string, string>();
  for (const put of operations) {
    const { op, segments, signature: place } = put;
    const [around, kind, member] = segments.slice(-3);
    const plain = around?.variable !== undefined && kind !== undefined && kind.variable === undefined && !kind.keys;
    if (op.method !== 'PUT' || op.body || !plain || member?.variable === undefined) continue;
    const same = operations.filter((o) => o.signature === place);
    const collection = signature(segments.slice(0, -1));
    const [own] = operations.filter(
      (o) =>
        o.op.method !== 'PUT' &&
        o.segments.at(-1)?.variable !== undefined &&
        (o.segments.at(-2)?.text === kind.text || isNamedBy(member.variable, o.segments.at(-2)?.text)) &&
        o.segments.length < segments.length &&
        (made.includes(o.signature) || made.includes(signature(o.segments.slice(0, -1)))),
    );
    if (!own || made.includes(collection) || same.some((o) => !['PUT', 'DELETE'].includes(o.op.method))) continue;
    found.set(place, own.signature);
    for (const one of same) one.membership = one.op.method === 'PUT' ? 'joins' : 'parts';
  }
  return found;
}

/** `member_id`, `memberId` of `members`; a variable that is only called `id` names nothing. */
function isNamedBy(variable = '', collection = ''): boolean {
  const name = variable.replace(/_?(?:id|uuid|key)$/i, '');
  return name !== '' && name !== variable && stem(name.toLowerCase()) === stem(collection.toLowerCase());
}
