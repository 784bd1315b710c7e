// A name that something of another kind has, in the same place.
import { patternTest } from '../../../spec/contract/pattern.js';
import { type Entity, entityOf } from '../../plan/entities.js';
import { keySchema } from '../../plan/key-schema.js';
import type { Operation } from '../../plan/resources.js';
import type { Subject, Suite } from '../../plan/subject.js';
import type { Derived } from '../derived.js';
import { sample } from '../lists/list-queries.js';
import { namesake } from './namesakes.js';

/** Each kind of things has names of its own: another kind may have the same. */
export function nameOfAnother(suite: Suite, operation: Operation, { after }: Subject): Derived[] {
  const [name] = after?.keys ?? [];
  if (!suite.commandsOnly || !after || operation !== after.resource.create) return [];
  // What is no plain name may be more than one to another kind.
  if (name == null || !/^\w+$/.test(name)) return [];
  const others = suite.model.resources.flatMap((resource): Entity[] => {
    const { parents = [], keys = [] } =
      (resource === after.resource ? undefined : sample(suite, resource)?.entity) ?? {};
    const [key] = resource.keys;
    const { pattern } = (key?.property !== undefined && keySchema(resource, key)) || {};
    const fits = typeof pattern === 'string' ? patternTest(pattern) : undefined;
    if (parents.length === 0 || parents.at(-1)?.id !== after.parents.at(-1)?.id || !fits?.(name)) return [];
    const like = resource.keys.map(({ property }, i) => {
      const at = after.resource.keys.findIndex((one) => one.property === property);
      return i > 0 && at < 0 ? (keys[i] ?? null) : (after.keys[Math.max(0, at)] ?? null);
    });
    const other = entityOf(resource, like, after.parents);
    const owned = suite.locator.references(other).some(({ entity }) => entity.id === after.id);
    const alone = owned ? namesake(other) : other;
    return alone ? [alone] : [];
  });
  const [other] = others.toSorted((a, b) => b.keys.length - a.keys.length);
  const title = `by the name that a ${other?.resource.name} has`;
  return other
    ? [{ what: 'name-of-another', title, level: 'MUST', changes: { exists: [other], absent: [after] } }]
    : [];
}
