// Stories of links whose end gets another name, or another owner in its key: it is linked as before, and by the new name from
// then on.
import type { JsonValue } from '../../../spec/contract/api.js';
import type { Entity } from '../../plan/entities.js';
import type { Operation } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { writeKey } from '../../url/key-path.js';
import { type BaseRequest, baseRequest } from '../base-request.js';
import { expectation } from '../documented.js';
import { pathOf, Telling } from '../lifecycle/stories.js';
import { varied } from '../varied.js';

export function changed(suite: Suite, operation: Operation, base: BaseRequest, from: Entity, to: Entity): CaseGroup[] {
  const update = from.resource.updates.find((u) => u.judged && /^(?:MERGE|PATCH)$/.test(u.op.method));
  const sample = update && baseRequest(suite, update);
  const bound = [...suite.locator.references(from), ...suite.locator.references(to)].some(({ entity }) =>
    [from.id, to.id].includes(entity.id),
  );
  if (!suite.hasCommands || !update || !sample || bound) return [];
  const stories = [...renamed(suite, from), ...moved(suite, from)].flatMap(({ story, step, json }) => {
    const telling = new Telling(`story/${operation.op.id}-${story}`);
    telling.add('link', operation, base, expectation(operation.op, operation));
    const request = { ...sample, path: pathOf(from), query: '', json, body: JSON.stringify(json) };
    telling.add(step, update, request, { ...expectation(update.op, update), effect: 'updated' }, { about: to });
    return telling.group();
  });
  return [...stories, ...linkedLater(suite, operation, base, to)];
}

/** What got another name first is linked by that. */
function linkedLater(suite: Suite, operation: Operation, base: BaseRequest, to: Entity): CaseGroup[] {
  const update = to.resource.updates.find((u) => u.judged && /^(?:MERGE|PATCH)$/.test(u.op.method));
  const sample = update && baseRequest(suite, update);
  const [change] = renamed(suite, to);
  const [key] = to.keys;
  const [name] = Object.values(change?.json ?? {});
  if (!suite.commandsOnly || !update || !sample || !change || key == null || typeof name !== 'string') return [];
  const telling = new Telling(`story/${operation.op.id}-after-rename`);
  const { json } = change;
  const request = { ...sample, path: pathOf(to), query: '', json, body: JSON.stringify(json) };
  telling.add('rename', update, request, { ...expectation(update.op), effect: 'updated' });
  const { json: _, ...plain } = base;
  const body = base.body?.replaceAll(writeKey(key), writeKey(name)) ?? '';
  telling.add('link', operation, { ...plain, body }, expectation(operation.op, operation));
  return telling.group();
}

interface Change {
  story: string;
  step: string;
  json: { [name: string]: JsonValue };
}

function renamed(suite: Suite, { resource, keys }: Entity): Change[] {
  const property = resource.keys[0]?.property;
  const name = keys[0] == null ? undefined : varied(suite, keys[0], 3)[2];
  return property === undefined || name === undefined
    ? []
    : [{ story: 'renamed', step: 'rename', json: { [property]: name } }];
}

/** The one part of the key that names an owner (`_Folder.Name`) names another. */
function moved(suite: Suite, { resource, keys }: Entity): Change[] {
  const owners = resource.keys.flatMap(({ property }, i) => (property?.includes('.') ? [{ property, i }] : []));
  const [owner] = owners;
  const name = owner && keys[owner.i];
  const other = name == null ? undefined : varied(suite, name, 2)[1];
  return owners.length !== 1 || !owner || other === undefined
    ? []
    : [{ story: 'moved', step: 'move', json: { [owner.property]: other } }];
}
