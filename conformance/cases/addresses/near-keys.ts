// Derived cases of keys that are nearly those of something that is there: whatever a server makes of them, it is not that thing.
import { patternTest } from '../../../spec/contract/pattern.js';
import { type Entity, entityOf } from '../../plan/entities.js';
import { keySchema } from '../../plan/key-schema.js';
import { bodySchema, type Operation } from '../../plan/resources.js';
import type { Case } from '../../plan/story.js';
import type { Suite } from '../../plan/subject.js';
import { parsePath } from '../../url/key-path.js';
import type { BaseRequest } from '../base-request.js';
import type { Derived } from '../derived.js';
import { expectation } from '../documented.js';
import { addressOf } from '../lifecycle/stories.js';
import { documents, listsError, refused } from '../refusal.js';

/** Of reads of what has a name that we give, by a key in brackets. */
export function nearKeyCases(suite: Suite, operation: Operation, base: BaseRequest, target: Entity): Derived[] {
  const [key] = target.resource.keys;
  const [name] = target.keys;
  if (!suite.hasCommands || !key || name == null || operation.segments.at(-1)?.keys === undefined) return [];
  const { minLength = 0, pattern } = keySchema(target.resource, key) ?? {};
  const fits = typeof pattern === 'string' ? patternTest(pattern) : undefined;
  const plus = otherwiseCalled(target, `${name}+1`);
  return [
    ...(documents(operation, '404') ? nearlyIt(suite, operation, base, target) : []),
    ...(documents(operation, '404') && minLength > 0
      ? [mangled(operation, base, 'empty', 'by an empty key', 'no name is empty')]
      : []),
    ...(fits?.(`${name}+1`) === true ? [plainPlus(operation, base, plus)] : []),
  ];
}

function nearlyIt(suite: Suite, operation: Operation, base: BaseRequest, target: Entity): Derived[] {
  const { keys, resource } = target;
  const found: Derived[] = [];
  const wild = otherwiseCalled(target, (keys[0] ?? '').replace(/[A-Za-z0-9]$/, '_'));
  const path = addressOf(operation, wild);
  const read = suite.locator.locate(parsePath(path)).at(-1)?.entity;
  if (wild.id !== target.id && fitsAll(wild) && read?.id === wild.id) {
    const expect = refused(operation, ['404'], 'there is only one whose name has another character there');
    const title = `${resource.name} by a name with _ for its last character`;
    const changes = { request: { ...base, path }, exists: [target], absent: [wild], expect };
    found.push({ what: 'near-key/wild', title, level: 'MUST', changes });
  }
  const request = { ...base, path: addressOf(operation, withLeast(target)) };
  if (request.path.includes('=null')) {
    const because = 'null in quotes is a name, and no null';
    found.push(mangled(operation, request, 'quoted-null', 'with null in quotes', because));
  }
  if (listsError(operation, 400, /(?:\bkey|EntityKey|KeyPredicate)\b/i, /pars|syntax/i)) {
    const because = 'the error list has a message for it';
    found.push(
      mangled(operation, base, 'behind', 'with a letter behind its key', because),
      mangled(operation, base, 'other-part', 'with a part that its key has not', because),
    );
  }
  return found;
}

function mangled(
  operation: Operation,
  request: BaseRequest,
  keyAs: NonNullable<Case['keyAs']>,
  title: string,
  because: string,
): Derived {
  // What has something behind its key may also be called something of no known kind.
  const expect = { ...refused(operation, ['404', '400'], because), error: keyAs !== 'behind' };
  return { what: `near-key/${keyAs}`, title, level: 'MUST', changes: { request, keyAs, expect } };
}

/** In a path a plus stands for itself (RFC 3986, section 3.3). */
function plainPlus(operation: Operation, base: BaseRequest, plus: Entity): Derived {
  const request = { ...base, path: addressOf(operation, plus) };
  const changes = { request, keyAs: 'plain-plus' as const, expect: expectation(operation.op, operation) };
  return { what: 'form/plain-plus', title: 'by a name with a plus that is not encoded', level: 'MUST', changes };
}

function otherwiseCalled({ resource, keys, parents }: Entity, name: string): Entity {
  return entityOf(resource, [name, ...keys.slice(1)], parents);
}

/** The one of its name that belongs to nothing, where the documents let it. */
export function withLeast({ resource, keys, parents }: Entity): Entity {
  const { required = [] } = (resource.create && bodySchema(resource.create)) ?? {};
  const may = resource.keys.map(({ property }) => property !== undefined && !required.includes(property));
  return entityOf(
    resource,
    keys.map((key, i) => (i > 0 && may[i] ? null : key)),
    parents,
  );
}

function fitsAll({ resource, keys }: Entity): boolean {
  const [key] = resource.keys;
  const pattern = key && keySchema(resource, key)?.pattern;
  const fits = typeof pattern === 'string' ? patternTest(pattern) : undefined;
  return fits?.(keys[0] ?? '') === true;
}
