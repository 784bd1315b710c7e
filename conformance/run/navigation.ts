// Lists that lead from one entity to others (OData navigation properties): `GET …/Tag('t')/_Page`.
import type { JsonValue } from '../../spec/contract/api.js';
import { membersOf } from '../assess/entity-in.js';
import type { Entity } from '../plan/entities.js';
import { type Model, type Operation, systemSegment } from '../plan/resources.js';

/** The judged operation that lists the entities of one kind that another entity leads to. */
export function navigationList(model: Model, from: Entity, to: Entity): Operation | undefined {
  return model.operations.find((o) => {
    const last = o.segments.at(-1);
    return (
      o.judged &&
      o.op.method === 'GET' &&
      !o.op.docs.aliasOf &&
      systemSegment(o.segments) < 0 &&
      last !== undefined &&
      !last.keys &&
      last.variable === undefined &&
      o.signature === `${from.resource.signature}/${last.text}` &&
      model.named(last.text, from.resource.scope) === to.resource
    );
  });
}

/** A list of this length may be cut. */
const PAGE = 20;

/** Whether a list holds the entity with these keys; undefined where that cannot be told. */
export function isMember(value: JsonValue | undefined, entity: Entity, keys: (string | null)[]): boolean | undefined {
  const names = entity.resource.keys.map((key) => key.property);
  const members = membersOf(value);
  if (names.includes(undefined) || (members.length === 1 && members[0] === value)) return undefined;
  const objects = members.filter(
    (m) => typeof m === 'object' && m !== null && names.every((n) => Object.hasOwn(m, n ?? '')),
  );
  if (objects.length < members.length) return undefined;
  const found = objects.some((o) => names.every((n, i) => (o as Record<string, unknown>)[n ?? ''] === keys[i]));
  return found || objects.length < PAGE ? found : undefined;
}
