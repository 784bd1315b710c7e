// Stories of what is made through something else: it belongs to that, whatever the body says, where the documents say so.
import { entityOf } from '../plan/entities.js';
import { bodySchema, type Operation } from '../plan/resources.js';
import { type Suite, subjectOf } from '../plan/subject.js';
import type { CaseGroup } from '../plan/suite.js';
import { baseRequest, withJson } from './base-request.js';
import { expectation } from './documented.js';
import { plainHeaders, Telling } from './stories.js';
import { varied } from './varied.js';

/** "The tag belongs to the folder of the request URL, whatever _Folder.Name the request body holds". */
const WHATEVER = /\bof the (?:request )?URL, whatever ([\w.]+) the (?:request )?body (?:holds|has|says|names)\b/i;

export function otherOwnerGroups(suite: Suite): CaseGroup[] {
  if (!suite.commandsOnly) return [];
  return suite.model.operations.flatMap((operation) => {
    const { judged, op } = operation;
    const [, property] = (judged && !op.docs.aliasOf && WHATEVER.exec(op.description ?? '')) || [];
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
