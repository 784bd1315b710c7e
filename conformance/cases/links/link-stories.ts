// Stories of links: link → listed → unlink → not listed; two of them, and what becomes of a partner.
import { afterLink } from '../../plan/after-link.js';
import { type Entity, entityOf } from '../../plan/entities.js';
import type { ListExpectation } from '../../plan/list-expectation.js';
import { navigationList } from '../../plan/navigation.js';
import { bodySchema, type Operation, type Resource, systemSegment } from '../../plan/resources.js';
import type { Case } from '../../plan/story.js';
import { linkRenames, type Suite, subjectOf } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { toldBy } from '../../told/told.js';
import { writeKey } from '../../url/key-path.js';
import { type BaseRequest, baseRequest } from '../base-request.js';
import { expectation } from '../documented.js';
import { listsKind } from '../kinds.js';
import { addressOf, linkPath, pathOf, plainHeaders, Telling } from '../lifecycle/stories.js';
import { offers, sample } from '../lists/list-queries.js';
import { refused } from '../refusal.js';
import { varied } from '../varied.js';
import { changed } from './changed-ends.js';
import { twice } from './twice-stories.js';

export function linkGroups(suite: Suite): CaseGroup[] {
  return suite.model.operations.flatMap((operation) => {
    const system = systemSegment(operation.segments);
    const last = operation.segments.at(-1);
    if (!operation.judged || operation.op.method !== 'POST' || system < 0 || last?.keys || operation.op.docs.aliasOf)
      return [];
    const unlink = suite.model
      .at('DELETE', `${operation.signature}()`)
      .find(({ judged, op }) => judged && !op.docs.aliasOf);
    const base = baseRequest(suite, operation);
    if (!unlink || !base) return [];
    const telling = new Telling(`story/${operation.op.id}`);
    telling.add('link', operation, base, expectation(operation.op, operation));
    const { link } = subjectOf(suite, telling.cases[0] as Case);
    if (!link?.to) return [];
    const { from, to } = afterLink(suite.model, link.from, link.to, true);
    if (suite.hasCommands) linkedReads(suite, telling, base, { from, to });
    const request = { method: 'DELETE', path: linkPath(operation, from, to), query: '', headers: plainHeaders(base) };
    telling.add('unlink', unlink, request, expectation(unlink.op, unlink));
    const [linked] = telling.cases;
    const unlinked = telling.cases.at(-1);
    if (suite.hasCommands && linked && unlinked && unlink.op.responses.some((r) => r.status === '404')) {
      const needs = [linked.id, unlinked.id];
      telling.add('unlink-again', unlink, request, refused(unlink, ['404'], 'there is no such link any more'), {
        needs,
      });
    }
    return [
      ...telling.group(),
      ...(linkRenames(suite, link.from, link.to)
        ? []
        : [
            ...twice(suite, operation, base),
            ...apart(suite, operation, unlink, base),
            ...replaced(suite, operation, base),
          ]),
      ...parted(suite, operation, base, from, to),
      ...changed(suite, operation, base, from, to),
    ];
  });
}

interface Ends {
  from: Entity;
  to: Entity;
}

/** While there is a link: what is read with it, and that a change of something else leaves it. */
function linkedReads(suite: Suite, telling: Telling, base: BaseRequest, { from, to }: Ends): void {
  const { retrieve, updates, keys } = from.resource;
  const property = keys[0]?.property;
  if (property === undefined) return;
  const name = navigationList(suite.model, from, to)?.segments.at(-1)?.text;
  const headers = plainHeaders(base);
  if (
    name !== undefined &&
    retrieve?.judged &&
    retrieve.op.parameters.some((p) => p.in === 'query' && p.name === '$expand')
  ) {
    const request = { method: 'GET', path: pathOf(from), query: `?$expand=${name}`, headers };
    const list = { property, expanded: [{ name, entity: to }] };
    telling.add('expand', retrieve, request, expectation(retrieve.op), { list });
  }
  replacing(suite, telling, { from, to });
  const merge = updates.find((u) => u.judged && /^(?:MERGE|PATCH)$/.test(u.op.method));
  const sample = merge && baseRequest(suite, merge);
  if (!merge || !sample || from.keys[0] == null) return;
  const json = { [property]: from.keys[0] };
  const request = { ...sample, path: pathOf(from), query: '', json, body: JSON.stringify(json) };
  telling.add('update', merge, request, { ...expectation(merge.op), effect: 'keeps-link' }, { about: to });
}

/** What replaces the properties of an entity says nothing of its links: those are resources of their own. */
function replacing(suite: Suite, telling: Telling, { from, to }: Ends): void {
  const put = from.resource.updates.find((u) => u.judged && u.op.method === 'PUT');
  const made = sample(suite, from.resource);
  const base = put && baseRequest(suite, put);
  if (!put || !base || !made?.base.json || made.entity.id !== from.id) return;
  const json = made.base.json;
  const request = { ...base, path: pathOf(from), query: '', json, body: JSON.stringify(json) };
  telling.add('replace', put, request, { ...expectation(put.op), effect: 'keeps-link' }, { about: to });
}

/** Of two links one is put in place of another: it takes that one's place alone. */
function replaced(suite: Suite, operation: Operation, base: BaseRequest): CaseGroup[] {
  const update = suite.model.at('PUT', `${operation.signature}()`).find(({ judged, op }) => judged && !op.docs.aliasOf);
  if (!suite.hasCommands || !update) return [];
  const telling = new Telling(`story/${update.op.id}-beside`);
  telling.add('link', operation, base, expectation(operation.op, operation));
  const { link } = subjectOf(suite, telling.cases[0] as Case);
  const key = link?.to?.keys[0];
  if (!link?.to || key == null) return [];
  const { json: _, ...plain } = base;
  const [another, third] = varied(suite, key, 3)
    .slice(1)
    .map((name) => ({ ...plain, body: base.body?.replaceAll(writeKey(key), writeKey(name)) ?? '' }));
  if (!another || !third) return [];
  telling.add('link-another', operation, another, expectation(operation.op, operation));
  const bystander = subjectOf(suite, telling.cases[1] as Case).link?.to;
  const request = { ...third, method: 'PUT', path: linkPath(operation, link.from, link.to) };
  telling.add(
    'relink',
    update,
    request,
    { ...expectation(update.op, update), effect: 'relinked' },
    {
      ...(bystander ? { about: bystander } : {}),
    },
  );
  const next = subjectOf(suite, telling.cases[2] as Case).referred[0];
  if (!bystander || !next || new Set([link.to.id, bystander.id, next.id]).size < 3) return [];
  // In its own place it is there as before, whether that is done or refused.
  const same = { ...another, method: 'PUT', path: linkPath(operation, link.from, bystander) };
  const statuses = [...expectation(update.op).statuses, '4XX'];
  const stays = { ...expectation(update.op), statuses, response: false, effect: 'keeps-link' as const };
  const needs = telling.cases.map(({ id }) => id);
  telling.add('relink-same', update, same, stays, { about: bystander, needs });
  return telling.group();
}

/** "Its links with accounts and external cells go with it." */
function linksGo({ op }: Operation, to: Resource): boolean {
  const { kinds = '' } = toldBy(op.description, 'linksGo');
  return listsKind(kinds, to);
}

/** What is removed is removed from its links as well, and takes nobody along. */
function parted(suite: Suite, operation: Operation, base: BaseRequest, from: Entity, to: Entity): CaseGroup[] {
  const [{ remove }, { retrieve }] = [from.resource, to.resource];
  // What is named after it may go with it: each API has its own way.
  const named = suite.locator.references(to).some(({ entity }) => entity.id === from.id);
  if (!suite.hasCommands || !remove?.judged || !retrieve?.judged || named) return [];
  const telling = new Telling(`story/${operation.op.id}-parted`);
  telling.add('link', operation, base, expectation(operation.op, operation));
  const headers = plainHeaders(base);
  const deletion = expectation(remove.op);
  // What others are linked to may be kept for their sake, unless documents say otherwise: then the partner stays all the more.
  const may = linksGo(remove, to.resource) ? [] : ['409'];
  const expect = { ...deletion, statuses: [...deletion.statuses, ...may], response: may.length === 0 };
  telling.add('delete', remove, { method: 'DELETE', path: pathOf(from), query: '', headers }, expect);
  const [linked, deleted] = telling.cases;
  const needs = [linked, deleted].flatMap((one) => (one ? [one.id] : []));
  const read = { method: 'GET', path: pathOf(to), query: '', headers };
  const kept = { ...expectation(retrieve.op, retrieve), effect: 'forgotten' as const };
  telling.add('partner', retrieve, read, kept, { needs, absent: [from], about: from });
  const again = sample(suite, from.resource);
  const { create } = from.resource;
  // What is named after the partner is linked by its name.
  const bound = suite.locator.references(from).some(({ entity }) => entity.id === to.id);
  if (create?.judged && again?.entity.id === from.id && !bound) {
    const made = expectation(create.op);
    const anew = { ...made, statuses: [...made.statuses, '409'], response: false, effect: 'has-no-link' as const };
    telling.add('create-again', create, again.base, anew, { needs, absent: [from], about: to });
  }
  return telling.group();
}

/** Of three links the one in the middle goes and the others stay: there is still something to take away. */
function apart(suite: Suite, operation: Operation, unlink: Operation, base: BaseRequest): CaseGroup[] {
  const telling = new Telling(`story/${operation.op.id}-apart`);
  telling.add('link', operation, base, expectation(operation.op, operation));
  const { link } = subjectOf(suite, telling.cases[0] as Case);
  const key = link?.to?.keys[0];
  const [, second, third] = key ? varied(suite, key, 3) : [];
  if (!suite.hasCommands || !link?.to || !key || second === undefined) return [];
  const { json: _, ...plain } = base;
  const linkMore = (step: string, name: string): Entity | undefined => {
    const request = { ...plain, body: base.body?.replaceAll(writeKey(key), writeKey(name)) ?? '' };
    telling.add(step, operation, request, expectation(operation.op, operation));
    const to = subjectOf(suite, telling.cases.at(-1) as Case).link?.to;
    return to?.keys[0] === name ? to : undefined;
  };
  const another = linkMore('link-another', second);
  if (!another) return [];
  const needs = telling.cases.map((one) => one.id);
  const headers = plainHeaders(base);
  const list = suite.model.at('GET', operation.signature).find(({ judged, op }) => judged && !op.docs.aliasOf);
  if (list?.op.parameters.some((p) => p.name === '$top')) {
    const path = linkPath(operation, link.from);
    const expect = { ...expectation(list.op, list), members: { atMost: 1 } };
    const counts = list.op.parameters.some((p) => p.name === '$inlinecount');
    const query = `?$top=1${counts ? '&$inlinecount=allpages' : ''}`;
    const counted = counts ? { list: { property: '', size: 1, count: 2 } } : {};
    telling.add('page-of-one', list, { method: 'GET', path, query, headers }, expect, {
      needs: [...needs],
      ...counted,
    });
    if (list.op.parameters.some((p) => p.name === '$skip'))
      telling.add('after-one', list, { method: 'GET', path, query: '?$skip=1', headers }, expect, {
        needs: [...needs],
      });
  }
  navigated(suite, telling, headers, link.from, [link.to, another], [...needs]);
  listedOnce(telling, headers, link.from, [...needs]);
  const remove = (step: string, to: Entity): void => {
    const request = { method: 'DELETE', path: linkPath(operation, link.from, to), query: '', headers };
    telling.add(step, unlink, request, expectation(unlink.op, unlink), { needs: [...needs] });
    needs.push(telling.cases.at(-1)?.id ?? '');
  };
  const last = third === undefined ? undefined : linkMore('link-third', third);
  remove('unlink-another', another);
  remove('unlink', link.to);
  if (last) remove('unlink-third', last);
  return telling.group();
}

/** However many it is linked with, it is one. */
function listedOnce(telling: Telling, headers: Record<string, string>, from: Entity, needs: string[]): void {
  const { list, keys } = from.resource;
  const property = keys[0]?.property;
  const [name] = from.keys;
  const once = list?.judged && from.parents.length > 0 && property !== undefined && name != null;
  if (!once || !offers(list, '$filter', '')) return;
  const query = `?$filter=${encodeURIComponent(`${property} eq '${name.replaceAll("'", "''")}'`)}`;
  const request = { method: 'GET', path: addressOf(list, from), query, headers };
  const found = { exists: [from], list: { property, members: [from] } };
  telling.add('listed-once', list, request, expectation(list.op), { needs, ...found });
}

/** The list of what an entity leads to takes the options that its page names. */
function navigated(
  suite: Suite,
  telling: Telling,
  headers: Record<string, string>,
  from: Entity,
  [first, second]: [Entity, Entity],
  needs: string[],
): void {
  const list = navigationList(suite.model, from, first);
  const property = first.resource.keys[0]?.property;
  const [key, ...more] = second.keys;
  if (!list || property === undefined || key == null) return;
  // One of their kind that is linked with nothing.
  const apart = varied(suite, first.keys[0] ?? '', 3)[2];
  const third = apart === undefined ? [] : [entityOf(first.resource, [apart, ...more], second.parents)];
  const path = `${pathOf(from)}/${list.segments.at(-1)?.text}`;
  const ask = (step: string, options: [string, string][], want: Omit<ListExpectation, 'property'>): void => {
    if (!options.every(([name, value]) => offers(list, name, value))) return;
    const query = `?${options.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
    const changes = { needs, exists: [first, second, ...third], list: { property, ...want } };
    // A selection leaves out what schema and sample have.
    const expect = { ...expectation(list.op), response: want.lacks === undefined };
    telling.add(step, list, { method: 'GET', path, query, headers }, expect, changes);
  };
  ask(
    'navigation-page',
    [
      ['$top', '1'],
      ['$inlinecount', 'allpages'],
    ],
    { size: 1, count: 2 },
  );
  const shown = Object.keys((first.resource.create && bodySchema(first.resource.create)?.properties) ?? {});
  const lacks = shown.filter((name) => name !== property);
  if (lacks.length > 0) ask('navigation-select', [['$select', property]], { members: [first, second], lacks });
  ask('navigation-order', [['$orderby', property]], { members: [first, second], ordered: true });
  ask(
    'navigation-skip',
    [
      ['$orderby', property],
      ['$skip', '1'],
    ],
    { members: [second] },
  );
  ask('navigation-order-desc', [['$orderby', `${property} desc`]], { members: [second, first], ordered: true });
  ask('navigation-filter', [['$filter', `${property} eq '${key.replaceAll("'", "''")}'`]], { members: [second] });
  const back = navigationList(suite.model, first, from)?.segments.at(-1)?.text;
  if (back !== undefined) ask('navigation-expand', [['$expand', back]], { expanded: [{ name: back, entity: from }] });
}
