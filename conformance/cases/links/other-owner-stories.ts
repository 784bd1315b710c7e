// Stories of what is made through something else: it belongs to that, whatever the body says, or that belongs to it from then
// on, where the documents say so.
import { afterLink } from '../../plan/after-link.js';
import { entityOf } from '../../plan/entities.js';
import { bodySchema, type Operation } from '../../plan/resources.js';
import { type Suite, subjectOf } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { says, toldBy } from '../../told/told.js';
import { parsePath } from '../../url/key-path.js';
import { baseRequest, withJson } from '../base-request.js';
import { expectation } from '../documented.js';
import { pathOf, plainHeaders, Telling } from '../lifecycle/stories.js';
import { sample } from '../lists/list-queries.js';
import { refused } from '../refusal.js';
import { varied } from '../varied.js';

export function otherOwnerGroups(suite: Suite): CaseGroup[] {
  if (!suite.commandsOnly) return [];
  return suite.model.operations.flatMap((operation) => {
    const { judged, op } = operation;
    if (!judged || op.docs.aliasOf || op.method !== 'POST') return [];
    const { property } = toldBy(op.description, 'ownerOfUrl');
    const same = says(op.description, 'sameOwner') ? refusedOther(suite, operation) : [];
    if (same.length > 0) return same;
    if (says(op.description, 'leavesOwner')) return moved(suite, operation);
    return property === undefined ? [] : told(suite, operation, property);
  });
}

function told(suite: Suite, operation: Operation, property: string): CaseGroup[] {
  const base = baseRequest(suite, operation);
  const list = suite.model.at('GET', operation.signature).find((one) => one.judged && !one.op.docs.aliasOf);
  if (!base?.json || !list || bodySchema(operation)?.properties?.[property] === undefined) return [];
  const telling = new Telling(`story/${operation.op.id}-other-owner`);
  const add = (value: string, changes = {}): void => {
    const request = withJson(base, { ...base.json, [property]: value });
    telling.add('create', operation, request, { ...expectation(operation.op), effect: 'made' }, changes);
  };
  add('');
  const [first] = telling.cases.splice(0);
  const { target, after } = first ? subjectOf(suite, first) : {};
  const [name, ...more] = target?.keys ?? [];
  const other = name == null ? undefined : varied(suite, name, 2)[1];
  const key = after?.resource.keys[0]?.property;
  if (!target || !after || other === undefined || key === undefined) return [];
  add(other, { exists: [entityOf(target.resource, [other, ...more], target.parents)] });
  const request = { method: 'GET', path: base.path, query: '', headers: plainHeaders(base) };
  telling.add('list', list, request, expectation(list.op), { list: { property: key, members: [after] } });
  return telling.group();
}

/** A body that names another owner than the address, which is there as well: it is of one or of the other, and is not made. */
function refusedOther(suite: Suite, operation: Operation): CaseGroup[] {
  const base = baseRequest(suite, operation);
  const target = base && suite.locator.locate(parsePath(base.path)).at(-1)?.entity;
  if (!base?.json || !target) return [];
  const values = new Map(Object.entries(base.json));
  const own = suite.locator.referencesIn(values, undefined, target.parents).find((r) => r.entity.id === target.id);
  const [property] = [...(own?.parts ?? [])].find(([, index]) => index === 0) ?? [];
  const [name, ...more] = target.keys;
  const other = name == null ? undefined : varied(suite, name, 2)[1];
  const key = own && suite.model.named(operation.segments.at(-1)?.text ?? '', target.resource.scope)?.keys[0]?.property;
  const list = suite.model.at('GET', operation.signature).find((one) => one.judged && !one.op.docs.aliasOf);
  if (property === undefined || other === undefined || key === undefined || !list) return [];
  const telling = new Telling(`story/${operation.op.id}-same-owner`);
  const request = withJson(base, { ...base.json, [property]: other });
  const expect = refused(operation, ['400', '404', '409'], 'the body names another one than the address');
  telling.add(
    'create',
    operation,
    request,
    { ...expect, effect: 'not-created' },
    { exists: [entityOf(target.resource, [other, ...more], target.parents)] },
  );
  const look = { method: 'GET', path: base.path, query: '', headers: plainHeaders(base) };
  telling.add('list', list, look, expectation(list.op), { list: { property: key, members: [] } });
  return telling.group();
}

/** What an owner is made through belongs to that one afterwards, and is found by the key that this gives it. */
function moved(suite: Suite, operation: Operation): CaseGroup[] {
  const shown = baseRequest(suite, operation);
  const source = shown && suite.locator.locate(parsePath(shown.path)).at(-1)?.entity.resource;
  const owner = source && sample(suite, source)?.entity;
  const base = owner && { ...shown, path: `${pathOf(owner)}/${operation.segments.at(-1)?.text}` };
  const telling = new Telling(`story/${operation.op.id}-new-owner`);
  if (base) telling.add('create', operation, base, { ...expectation(operation.op), effect: 'made' });
  const [first] = telling.cases;
  const { target, after } = first ? subjectOf(suite, first) : {};
  if (!base || !target || !after || after.resource === target.resource) return [];
  const { from } = afterLink(suite.model, target, after, true);
  const { retrieve } = from.resource;
  const owned = target.keys.some((key, i) => key !== null && key !== from.keys[i]);
  if (!retrieve?.judged || !owned) return [];
  const request = { method: 'GET', path: pathOf(from), query: '', headers: plainHeaders(base) };
  telling.add('found', retrieve, request, expectation(retrieve.op), { absent: [from] });
  return telling.group();
}
