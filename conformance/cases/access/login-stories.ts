// Stories of who gets no token by a password: an account that is shut, has no password, is gone, or is not called like that.
import type { JsonValue } from '../../../spec/contract/api.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { type Entity, entityOf } from '../../plan/entities.js';
import { bodySchema, type Operation } from '../../plan/resources.js';
import type { Case, Level } from '../../plan/story.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { inOtherLetters } from '../addresses/path-cases.js';
import { baseRequest } from '../base-request.js';
import { expectation } from '../documented.js';
import { renamesOf } from '../lifecycle/owner-rename-stories.js';
import { addressOf, pathOf, plainHeaders, Telling } from '../lifecycle/stories.js';
import { listsError, refused } from '../refusal.js';
import { varied } from '../varied.js';
import { guardedList } from './expiry-stories.js';
import { isNamed, type Login, loginOf, passwordIn, withoutPassword } from './login.js';
import { type Shut, shutBy } from './shut-accounts.js';

export function loginGroups(suite: Suite): CaseGroup[] {
  const login = loginOf(suite);
  if (!login?.create.judged) return [];
  return [...shut(suite, login), ...gone(suite, login), ...moved(suite, login)];
}

/** All of it in one container: each account is made, and is refused at its first login. */
function shut(suite: Suite, login: Login): CaseGroup[] {
  const { account, create, entity, made, tokenEndpoint } = login;
  const property = account.keys[0]?.property;
  const found = property === undefined ? [] : shutBy(create, tokenEndpoint);
  const states = found.filter(({ state }) => state);
  const names = varied(suite, entity.keys[0] ?? '', found.length + 1 + states.length);
  const closed = closedTo(suite);
  const telling = new Telling(`story/${create.op.id}-shut`);
  const called = (name: string | undefined): Login['json'] => ({
    ...login.json,
    ...(property === undefined || name === undefined ? {} : { [property]: name }),
  });
  const make = (step: string, json: Login['json'], level: Level): string[] => {
    const expect = { ...expectation(create.op), effect: 'made' as const };
    telling.add(step, create, { ...made, json, body: JSON.stringify(json) }, expect, { needs: [], level });
    return telling.cases.slice(-1).map(({ id }) => id);
  };
  const refuse = (step: string, name: string | undefined, one: Shut, needs: string[]): void => {
    const { because, level, statuses = ['400', '401'] } = one;
    const effect = closed ? { effect: 'opens-nothing' as const } : {};
    const expect = { ...refused(tokenEndpoint, statuses, because), ...effect };
    const changes = { needs, level, ...(closed ? { closed } : {}) };
    telling.add(`${step}-login`, tokenEndpoint, login.as(name ?? ''), expect, changes);
  };
  for (const [i, one] of found.entries()) {
    const needs = make(one.what, { ...called(names[i]), [one.property]: one.value }, one.level);
    refuse(one.what, names[i], one, needs);
  }
  const turn = (step: string, who: string, property: string, value: JsonValue, after: string[], password = {}) => {
    const update = account.updates.find((u) => u.judged && property in (bodySchema(u)?.properties ?? {}));
    const base = update && baseRequest(suite, update);
    if (!update || !base) return undefined;
    const json = { ...called(who), [property]: value };
    const path = pathOf(entityOf(account, [who, ...entity.keys.slice(1)], entity.parents));
    const headers = { ...withoutPassword(base, login), ...password };
    const request = { ...base, path, json, body: JSON.stringify(json), headers };
    telling.add(step, update, request, expectation(update.op), { needs: after });
    return telling.cases.slice(-1).map(({ id }) => id);
  };
  // An account that was open is shut as well.
  const [later] = states;
  const name = names[found.length];
  if (!later || name === undefined) return telling.group();
  const shutAgain = turn('shut', name, later.property, later.value, make('open', called(name), 'MUST'));
  if (shutAgain) refuse('shut', name, later, shutAgain);
  // One that was shut from the beginning is opened. An update without a password may leave it none.
  for (const [i, state] of suite.commandsOnly ? states.entries() : []) {
    const [who, usual] = [names[found.length + 1 + i], defaultOf(create, state.property)];
    if (who === undefined || usual === undefined) continue;
    const step = i === 0 ? '' : `-${state.what}`;
    const atFirst = make(`closed${step}`, { ...called(who), [state.property]: state.value }, 'MUST');
    const opened = turn(`opened${step}`, who, state.property, usual, atFirst, passwordIn(made, login));
    if (opened)
      telling.add(`opened${step}-login`, tokenEndpoint, login.as(who), expectation(tokenEndpoint.op), {
        needs: opened,
      });
  }
  return telling.group();
}

function defaultOf(create: Operation, property: string): JsonValue | undefined {
  return mergedSchema(create.api, bodySchema(create)?.properties?.[property] ?? {}).default;
}

/** An account that another container has, and what would be its namesake here. */
function elsewhere(suite: Suite, { resource, keys, parents }: Entity): { here: Entity; there: Entity } | undefined {
  const [container] = parents;
  const [first, ...rest] = container?.keys ?? [];
  const name = keys[0] == null ? undefined : varied(suite, keys[0], 2)[1];
  if (!container?.resource.create || parents.length > 1 || first == null || name === undefined) return undefined;
  const other = entityOf(container.resource, [varied(suite, first, 2)[1] ?? null, ...rest], container.parents);
  const called = (owner: Entity): Entity => entityOf(resource, [name, ...keys.slice(1)], [owner]);
  return { here: called(container), there: called(other) };
}

/** A refusal may come with a token that is for the change of the password alone, where the error list says so. */
function closedTo(suite: Suite): Case['closed'] {
  const list = guardedList(suite);
  const says = list !== undefined && listsError(list.operation, 401, /\bpassword change\b/i);
  return says ? { operation: list.operation, request: list.request } : undefined;
}

/** What was made again after a delete is another account: the password of the first is not its own. */
function gone(suite: Suite, login: Login): CaseGroup[] {
  const { create, entity, json, made, tokenEndpoint } = login;
  const { remove } = entity.resource;
  if (!remove?.judged || !suite.hasCommands) return [];
  const telling = new Telling(`story/${remove.op.id}-login`);
  const last = (): string[] => telling.cases.slice(-1).map(({ id }) => id);
  const refuse = (step: string, account: Entity, because: string, changes: Partial<Case> = {}): void => {
    const expect = refused(tokenEndpoint, ['400', '401'], because);
    const all = { absent: [account], needs: changes.exists ? created : last(), ...changes };
    telling.add(step, tokenEndpoint, login.as(account.keys[0] ?? ''), expect, all);
  };
  const body = { json, body: JSON.stringify(json) };
  telling.add('create', create, { ...made, ...body }, { ...expectation(create.op), effect: 'made' });
  const created = last();
  const other = inOtherLetters(entity);
  if (other) refuse('other-case', other, 'a name in other letters is another name');
  const stranger = elsewhere(suite, entity);
  if (stranger)
    refuse('other-container', stranger.here, 'it is an account of another container', { exists: [stranger.there] });
  const removal = { method: 'DELETE', path: pathOf(entity), query: '', headers: plainHeaders(made) };
  telling.add('delete', remove, removal, expectation(remove.op), { needs: created });
  const deleted = last();
  refuse('deleted', entity, 'the account was deleted');
  if (create.op.parameters.some((p) => isNamed(p.name, login.header) && p.required)) return telling.group();
  // A server may want a password for it all the same: then there is no account, and no login.
  const { statuses, because } = expectation(create.op);
  const expect = { statuses: [...statuses, '4XX'], because, response: false, error: false, effect: 'made' as const };
  const headers = withoutPassword(made, login);
  telling.add('create-again', create, { ...made, ...body, headers }, expect, { absent: [entity], needs: deleted });
  const needs = last();
  refuse('no-password', entity, 'it was made without a password', { needs });
  refuse('empty-password', entity, 'it was made without a password', { needs, password: 'empty' });
  return telling.group();
}

/** An account logs in to what it is in under the name that this has now. */
function moved(suite: Suite, { create, entity, json, made, tokenEndpoint, as }: Login): CaseGroup[] {
  const [container] = entity.parents;
  if (!suite.hasCommands || !container) return [];
  return renamesOf(suite, container, entity).flatMap(({ one: { operation, request, expect }, after }) => {
    const telling = new Telling(`story/${operation.op.id}-login`);
    const body = { json, body: JSON.stringify(json) };
    telling.add('create', create, { ...made, ...body }, { ...expectation(create.op), effect: 'made' });
    telling.add('rename', operation, request, expect);
    const needs = telling.cases.map(({ id }) => id);
    const login = { ...as(entity.keys[0] ?? ''), path: addressOf(tokenEndpoint, after) };
    telling.add('login', tokenEndpoint, login, expectation(tokenEndpoint.op), { needs, absent: [after] });
    return telling.group();
  });
}
