// Stories of one thing that has links of two kinds: each list of links has those of its kind alone, in both ways of asking.
import { type Entity, entityOf } from '../../plan/entities.js';
import { navigationList } from '../../plan/navigation.js';
import type { Operation } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { writeKey } from '../../url/key-path.js';
import type { BaseRequest } from '../base-request.js';
import { expectation } from '../documented.js';
import { linkPath, pathOf, plainHeaders, Telling } from '../lifecycle/stories.js';
import { offers } from '../lists/list-queries.js';
import { varied } from '../varied.js';
import { type Linking, linkings } from './linkings.js';

export function linkKindGroups(suite: Suite): CaseGroup[] {
  if (!suite.hasCommands) return [];
  const found = new Map<string, Linking[]>();
  for (const one of linkings(suite)) found.set(one.from.id, [...(found.get(one.from.id) ?? []), one]);
  return [...found.values()].flatMap(([first, second]) => (first && second ? told(suite, first, second) : []));
}

function told(suite: Suite, first: Linking, second: Linking): CaseGroup[] {
  const { operation, base, from, to } = first;
  const list = suite.model.at('GET', operation.signature).find(({ judged, op }) => judged && !op.docs.aliasOf);
  if (!list) return [];
  const telling = new Telling(`story/${list.op.id}-of-two-kinds`);
  for (const [i, one] of [first, second].entries())
    telling.add(i === 0 ? 'link' : 'link-another-kind', one.operation, one.base, expectation(one.operation.op));
  const needs = telling.cases.map(({ id }) => id);
  const read = (step: string, of: Operation, path: string): void => {
    const request = { method: 'GET', path, query: '', headers: plainHeaders(base) };
    telling.add(step, of, request, expectation(of.op), { needs, list: { property: '', size: 1 } });
  };
  read('links', list, linkPath(operation, from));
  const through = navigationList(suite.model, from, to);
  if (through) read('entities', through, `${pathOf(from)}/${through.segments.at(-1)?.text}`);
  expandedTogether(suite, telling, first, second);
  changedAlone(suite, telling, first, second);
  return telling.group();
}

/** A read of the thing with what it has of either kind. */
function expandedTogether(suite: Suite, telling: Telling, first: Linking, second: Linking): void {
  const { base, from } = first;
  const { retrieve, keys } = from.resource;
  const property = keys[0]?.property;
  const expanded = [first, second].flatMap(({ to }) => {
    const name = navigationList(suite.model, from, to)?.segments.at(-1)?.text;
    return name === undefined ? [] : [{ name, entity: to }];
  });
  const names = [...new Set(expanded.map(({ name }) => name))];
  if (!retrieve?.judged || property === undefined || names.length < 2 || !offers(retrieve, '$expand', '')) return;
  const query = `?$expand=${names.join(',')}`;
  const request = { method: 'GET', path: pathOf(from), query, headers: plainHeaders(base) };
  const needs = telling.cases.slice(0, 2).map(({ id }) => id);
  telling.add('expand', retrieve, request, expectation(retrieve.op), { needs, list: { property, expanded } });
}

/** A link that another one replaces, or that goes, leaves those of the other kind. */
function changedAlone(suite: Suite, telling: Telling, first: Linking, second: Linking): void {
  const { operation, base, from, to } = first;
  const at = (method: string, signature: string): Operation | undefined =>
    suite.model.at(method, signature).find(({ judged, op }) => judged && !op.docs.aliasOf);
  const list = at('GET', second.operation.signature);
  const [update, unlink] = [at('PUT', `${operation.signature}()`), at('DELETE', `${operation.signature}()`)];
  if (!list) return;
  const headers = plainHeaders(base);
  const needs = telling.cases.slice(0, 2).map(({ id }) => id);
  const change = (step: string, by: Operation, request: BaseRequest, effect?: 'relinked'): void => {
    telling.add(step, by, request, { ...expectation(by.op, by), ...(effect ? { effect } : {}) }, { needs: [...needs] });
    needs.push(...telling.cases.slice(-1).map(({ id }) => id));
    const read = { method: 'GET', path: linkPath(second.operation, second.from), query: '', headers };
    const changes = { needs: [...needs], list: { property: '', size: 1 } };
    telling.add(`other-kind-after-${step}`, list, read, expectation(list.op), changes);
  };
  const next = update && anotherEnd(suite, first);
  if (next) change('relink', update, next.request, 'relinked');
  const path = linkPath(operation, from, next?.to ?? to);
  if (unlink) change('unlink', unlink, { method: 'DELETE', path, query: '', headers });
}

/** What puts a link with another thing of its kind in the place of the documented one. */
function anotherEnd(
  suite: Suite,
  { operation, base, from, to }: Linking,
): { request: BaseRequest; to: Entity } | undefined {
  const [key, ...more] = to.keys;
  const name = key == null ? undefined : varied(suite, key, 2)[1];
  if (key == null || name === undefined || base.body === undefined) return undefined;
  const { json: _, ...plain } = base;
  const body = base.body.replaceAll(writeKey(key), writeKey(name));
  const request = { ...plain, method: 'PUT', path: linkPath(operation, from, to), body };
  return body === base.body ? undefined : { request, to: entityOf(to.resource, [name, ...more], to.parents) };
}
