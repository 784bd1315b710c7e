// Stories of system query options: entities of the run's own, and what each documented option makes of their list.
// What the options mean is OData's (URI conventions, section 4), whatever the API; which of them there are, the documents say.
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { type Entity, entityOf } from '../../plan/entities.js';
import type { ListExpectation } from '../../plan/list-expectation.js';
import { requiredQuery } from '../../plan/prerequisite.js';
import type { Operation, Resource } from '../../plan/resources.js';
import type { Case } from '../../plan/story.js';
import { type Suite, subjectOf } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { type BaseRequest, baseRequest } from '../base-request.js';
import { expectation } from '../documented.js';
import { pathOf, plainHeaders, Telling } from '../lifecycle/stories.js';
import { refused } from '../refusal.js';
import { varied } from '../varied.js';
import { combined } from './combined-options.js';
import { type Asked, counts, options, otherProperties } from './list-options.js';
import { ownerPages, pageOf } from './owner-pages.js';

export function listQueryGroups(suite: Suite): CaseGroup[] {
  return suite.model.resources.flatMap((resource) => listed(suite, resource));
}

/** The entity that the create's own command makes, and its request. */
export function sample(suite: Suite, { create }: Resource): { entity: Entity; base: BaseRequest } | undefined {
  const base = create && baseRequest(suite, create);
  if (!create || !base) return undefined;
  const plain: Case = {
    id: create.op.id,
    kind: 'story',
    title: create.op.id,
    level: 'MUST',
    operation: create,
    request: base,
    expect: expectation(create.op, create),
    relaxations: [],
  };
  const { after } = subjectOf(suite, plain);
  return after ? { entity: after, base } : undefined;
}

/** Whether the documents have the option, with a value that they list, or a number within its range. */
export function offers({ op, api }: Operation, option: string, value: string): boolean {
  const parameter = op.parameters.find((p) => p.in === 'query' && p.name === option);
  if (!parameter) return false;
  const { minimum = 1, items } = mergedSchema(api, parameter.schema);
  const listed = items && mergedSchema(api, items).enum;
  if (listed && value !== '' && !value.split(',').every((one) => listed.includes(one))) return false;
  return !/^\d+$/.test(value) || Number(value) >= minimum;
}

/** Whether examples of the documents have the operators that are asked for, where they need not offer them. */
function isOffered({ op }: Operation, { query, shown = [] }: Asked): boolean {
  const asked = op.parameters.filter((p) => p.in === 'query' && query.some(([name]) => name === p.name));
  const examples = asked.flatMap((p) => p.examples ?? []).map(String);
  return shown.every((pattern) => examples.some((example) => pattern.test(example)));
}

/** Only inside a container of the story's own: elsewhere the list holds what is not the run's. */
function listed(suite: Suite, resource: Resource): CaseGroup[] {
  const { list } = resource;
  const property = resource.keys[0]?.property;
  const made = list?.judged && property !== undefined ? sample(suite, resource) : undefined;
  if (!list || !made || property === undefined || made.entity.parents.length === 0) return [];
  const called = (name: string): Entity =>
    entityOf(resource, [name, ...made.entity.keys.slice(1)], made.entity.parents);
  const names = varied(suite, made.entity.keys[0] ?? '', 3);
  const exists = names.map(called);
  const { base } = made;
  const others = otherProperties(resource, property, base);
  const page = pageOf(list);
  const more = page === undefined ? [] : varied(suite, made.entity.keys[0] ?? '', page + 1);
  const many = more.map(called);
  const told = (of: Entity[]) => (one: Asked) => ({
    operation: list,
    path: base.path,
    base,
    exists: of,
    list: { property, ...one.list },
  });
  return [
    ...grouped(
      `story/${list.op.id}-queries`,
      [...options(list, property, names, exists, others), ...combined(list, property, names, exists, others)].filter(
        (one) => isDocumented(list, one),
      ),
      told(exists),
    ),
    ...(page === undefined
      ? []
      : paged(suite, list, [...pages(page), ...besidePage(page, property, more, many)], told(many), many)),
    ...afterDelete(list, resource, { ...made, property }, exists),
  ];
}

/** What was deleted counts no more. */
function afterDelete(
  list: Operation,
  { remove }: Resource,
  { base, property }: { base: BaseRequest; property: string },
  [gone, stays]: Entity[],
): CaseGroup[] {
  const counted = counts(property, [], stays as Entity).find((one) => isDocumented(list, one));
  if (!remove?.judged || !gone || !stays || !counted) return [];
  const story = `story/${list.op.id}-after-delete`;
  const telling = new Telling(story);
  const headers = plainHeaders(base);
  const request = { method: 'DELETE', path: pathOf(gone), query: requiredQuery(remove), headers };
  telling.add('delete', remove, request, expectation(remove.op, remove), { exists: [stays] });
  const query = `?${counted.query.map(([option, value]) => `${option}=${encodeURIComponent(value)}`).join('&')}`;
  telling.add('count', list, { method: 'GET', path: base.path, query, headers }, expectation(list.op), {
    exists: [stays],
    absent: [gone],
    list: { property, size: 1, count: 1 },
  });
  return telling.group();
}

export function isDocumented(list: Operation, { query, needs }: Asked): boolean {
  const wanted = [...query, ...(needs === undefined ? [] : [[needs, ''] as const])];
  return wanted.every(([option, value]) => offers(list, option, value));
}

/** One story for all of them: it makes many. */
function paged(suite: Suite, list: Operation, asked: Asked[], tell: (one: Asked) => Told, many: Entity[]): CaseGroup[] {
  const id = `story/${list.op.id}-page`;
  const documented = asked.filter((one) => isDocumented(list, one));
  const groups = grouped(id, documented, tell);
  const [group] = groups;
  const owned = group ? ownerPages(suite, id, many, group.cases[0]?.request.headers ?? {}) : [];
  return group && suite.hasCommands ? [{ id, cases: [...group.cases, ...owned] }] : groups;
}

/** Of one more than a list has where nobody asks for a number. */
function pages(page: number): Asked[] {
  return [
    { what: 'default', query: [], list: { size: page } },
    { what: 'longer', query: [['$top', String(page + 1)]], list: { size: page + 1 } },
    { what: 'count', query: [['$inlinecount', 'allpages']], list: { size: page, count: page + 1 } },
  ];
}

/** What is asked for is looked for among all: of the first and the last that was made, one stands on no first page. */
function besidePage(page: number, property: string, names: string[], many: Entity[]): Asked[] {
  const ends: [what: string, name: string | undefined, entity: Entity | undefined][] = [
    ['first', names[0], many[0]],
    ['last', names.at(-1), many.at(-1)],
  ];
  return ends.flatMap(([what, name, entity]): Asked[] => {
    if (name === undefined || entity === undefined) return [];
    const condition = `${property} eq '${name.replaceAll("'", "''")}'`;
    // However texts are compared, the first name is not the last of all, and the last one not the first.
    const order = `${property} ${what === 'first' ? 'asc' : 'desc'}`;
    return [
      { what: `filter-${what}`, query: [['$filter', condition]], list: { members: [entity] } },
      { what: `orderby-${what}`, query: [['$orderby', order]], list: { size: page, includes: [entity] } },
    ];
  });
}

interface Told {
  operation: Operation;
  path: string;
  base: BaseRequest;
  exists: Entity[];
  list: ListExpectation;
}

/** A story of reads: what is asked, and of what. */
export function grouped(story: string, asked: Asked[], tell: (one: Asked) => Told): CaseGroup[] {
  const cases = asked.map((one): Case => {
    const { operation, path, base, exists, list } = tell(one);
    const query = one.query.map(([option, value]) => `${option}=${encodeURIComponent(value)}`).join('&');
    const { source } = operation.op.docs;
    return {
      id: `${story}/${one.what}`,
      kind: 'story',
      title: `${operation.op.summary ?? operation.op.id} (${one.query.map(([o, v]) => `${o}=${v}`).join('&') || one.what})`,
      level: one.level ?? 'MUST',
      operation,
      ...(source ? { source } : {}),
      request: { method: 'GET', path, query: query && `?${query}`, headers: plainHeaders(base) },
      expect: expected(operation, one),
      relaxations: [],
      exists,
      ...(one.refused === undefined ? { list } : {}),
    };
  });
  return cases.length > 0 ? [{ id: story, cases }] : [];
}

function expected(operation: Operation, one: Asked): Case['expect'] {
  if (one.refused !== undefined) return refused(operation, ['400'], one.refused);
  // A selection leaves out what schema and sample have.
  const expect = {
    ...expectation(operation.op),
    response: one.list.lacks === undefined,
    ...(one.order ? { members: one.order } : {}),
  };
  return isOffered(operation, one) ? expect : { ...expect, statuses: [...expect.statuses, '4XX'] };
}
