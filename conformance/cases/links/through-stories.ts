// Stories of what is made through something else, one after the other: each is linked with that, and the first one stays so.
import { afterLink } from '../../plan/after-link.js';
import { bodySchema, type Operation } from '../../plan/resources.js';
import { type Suite, subjectOf } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { baseRequest, withJson } from '../base-request.js';
import { isNavigation } from '../bodies/body-context.js';
import { expectation } from '../documented.js';
import { plainHeaders, Telling } from '../lifecycle/stories.js';
import { varied } from '../varied.js';

export function throughGroups(suite: Suite): CaseGroup[] {
  if (!suite.hasCommands) return [];
  return suite.model.operations.flatMap((operation) =>
    operation.judged && !operation.op.docs.aliasOf && isNavigation(operation) ? several(suite, operation) : [],
  );
}

function several(suite: Suite, operation: Operation): CaseGroup[] {
  const base = baseRequest(suite, operation);
  const list = suite.model.at('GET', operation.signature).find((one) => one.judged && !one.op.docs.aliasOf);
  if (!base?.json || !list) return [];
  const telling = new Telling(`story/${operation.op.id}-several`);
  const made = { ...expectation(operation.op), effect: 'made' as const };
  telling.add('create', operation, base, made);
  const [first] = telling.cases;
  const { target, after } = first ? subjectOf(suite, first) : {};
  const property = after?.resource.keys[0]?.property;
  const name = property === undefined ? undefined : base.json[property];
  if (!target || !after || property === undefined || typeof name !== 'string') return [];
  // What the key of the one that leads there names is but one.
  if (afterLink(suite.model, target, after, true).from.id !== target.id) return [];
  const another = varied(suite, name, 2)[1] ?? `${name}2`;
  // What a key may leave out is not that of what it is made through, unless it names that.
  const named = suite.locator.references(after).some(({ entity }) => entity.id === target.id);
  const required = named ? Object.keys(base.json) : (bodySchema(operation)?.required ?? []);
  const given = Object.entries(base.json).filter(([field]) => required.includes(field) || !field.includes('.'));
  const least = { ...Object.fromEntries(given), [property]: another };
  telling.add('create-another', operation, withJson(base, least), { ...made, effect: 'created' });
  const [, second] = telling.cases;
  const other = second && subjectOf(suite, second).after;
  if (!other || other.id === after.id) return [];
  const request = { method: 'GET', path: base.path, query: '', headers: plainHeaders(base) };
  const needs = telling.cases.map(({ id }) => id);
  telling.add('list', list, request, expectation(list.op), { needs, list: { property, members: [after, other] } });
  return telling.group();
}
