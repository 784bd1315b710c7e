// Stories of system query options: three entities of the run's own, and what each documented option makes of their list.
// What the options mean is OData's (URI conventions, section 4), whatever the API; which of them there are, the documents say.
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { type Entity, entityOf } from '../plan/entities.js';
import { bodySchema, type Operation, type Resource } from '../plan/resources.js';
import type { Case, ListExpectation } from '../plan/story.js';
import { type Suite, subjectOf } from '../plan/subject.js';
import type { CaseGroup } from '../plan/suite.js';
import { parsePath } from '../url/key-path.js';
import { type BaseRequest, baseRequest } from './base-request.js';
import { expectation } from './documented.js';
import { varied } from './varied.js';

export function listQueryGroups(suite: Suite): CaseGroup[] {
  return suite.model.resources.flatMap((resource) => [...listed(suite, resource), ...expanded(suite, resource)]);
}

/** The entity that the create's own command makes, and its request. */
function sample(suite: Suite, { create }: Resource): { entity: Entity; base: BaseRequest } | undefined {
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

/** Whether the documents have the option, and a number within its range. */
function offers({ op }: Operation, option: string, value: string): boolean {
  const parameter = op.parameters.find((p) => p.in === 'query' && p.name === option);
  const { minimum = 1 } = parameter?.schema ?? {};
  return parameter !== undefined && (!/^\d+$/.test(value) || Number(value) >= minimum);
}

/** Whether an example of the documents has the operator that is asked for, where they need not offer it. */
function isOffered({ op }: Operation, { query, shown }: Asked): boolean {
  if (!shown) return true;
  const options = op.parameters.filter((p) => p.in === 'query' && query.some(([name]) => name === p.name));
  return options.some((p) => p.examples?.some((value) => shown.test(String(value))));
}

interface Asked {
  /** Last part of the case's id. */
  what: string;
  query: [option: string, value: string][];
  /** An option that the documents have, though it is not asked for. */
  needs?: string;
  list: Omit<ListExpectation, 'property'>;
  /**
   * How documents show an operator or function, which they need not offer: where no example of the option has it,
   * refusing it is no failure, a wrong answer is.
   */
  shown?: RegExp;
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
  const asked = options(property, names, exists, otherProperties(resource, property, made.base));
  const { base } = made;
  const page = pageOf(list);
  const many = page === undefined ? [] : varied(suite, made.entity.keys[0] ?? '', page + 1).map(called);
  return [
    ...grouped(
      `story/${list.op.id}-queries`,
      asked.filter(({ query, needs }) =>
        [...query, ...(needs === undefined ? [] : [[needs, ''] as const])].every(([o, value]) =>
          offers(list, o, value),
        ),
      ),
      (one) => ({ operation: list, path: base.path, base, exists, list: { property, ...one.list } }),
    ),
    ...grouped(
      `story/${list.op.id}-page`,
      page === undefined ? [] : [{ what: 'default', query: [], list: { size: page } }],
      (one) => ({ operation: list, path: base.path, base, exists: many, list: { property, ...one.list } }),
    ),
  ];
}

/** What a list shows besides the name, and of it what the create leaves out and is null then. */
interface Others {
  all: string[];
  nulls: string[];
}

function otherProperties({ create }: Resource, property: string, { json }: BaseRequest): Others {
  const properties = Object.entries((create && bodySchema(create)?.properties) ?? {}).filter(
    ([name]) => name !== property,
  );
  const nulls = properties.filter(([name, raw]) => {
    const schema = create ? mergedSchema(create.api, raw) : {};
    const optional = [schema.type].flat().includes('null') && (schema.default ?? null) === null;
    return optional && (json?.[name] ?? null) === null;
  });
  return { all: properties.map(([name]) => name), nulls: nulls.map(([name]) => name) };
}

/** Most entities that a story makes to see where a list ends by itself. */
const LONGEST_PAGE = 50;

/** How many entities the documents say a list has where nobody asks for a number. */
function pageOf({ op }: Operation): number | undefined {
  const top = op.parameters.find((p) => p.in === 'query' && p.name === '$top')?.schema.default;
  return typeof top === 'number' && Number.isInteger(top) && top > 0 && top <= LONGEST_PAGE ? top : undefined;
}

function options(property: string, names: string[], three: Entity[], others: Others): Asked[] {
  const [a, b, c] = three as [Entity, Entity, Entity];
  const quoted = (i: number): string => `'${(names[i] ?? '').replaceAll("'", "''")}'`;
  const by = ['$orderby', property] as [string, string];
  const where = (text: string): [string, string] => ['$filter', text];
  return [
    { what: 'orderby', query: [by], list: { members: [a, b, c], ordered: true } },
    { what: 'orderby-desc', query: [['$orderby', `${property} desc`]], list: { members: [c, b, a], ordered: true } },
    { what: 'orderby-asc', query: [['$orderby', `${property} asc`]], list: { members: [a, b, c], ordered: true } },
    ...tied(property, others.all, three),
    { what: 'top', query: [['$top', '2']], list: { size: 2 } },
    { what: 'top-none', query: [['$top', '0']], list: { size: 0 } },
    { what: 'skip', query: [['$skip', '1'], by], list: { members: [b, c], ordered: true } },
    { what: 'page', query: [['$top', '1'], ['$skip', '1'], by], list: { members: [b], ordered: true } },
    { what: 'skip-all', query: [['$skip', '3']], list: { size: 0 } },
    { what: 'filter', query: [where(`${property} eq ${quoted(1)}`)], list: { members: [b] } },
    { what: 'filter-none', query: [where(`${property} eq 'docproof-none'`)], list: { members: [] } },
    { what: 'filter-ne', query: [where(`${property} ne ${quoted(1)}`)], list: { members: [a, c] }, shown: / ne / },
    { what: 'filter-gt', query: [where(`${property} gt ${quoted(1)}`)], list: { members: [c] }, shown: / gt / },
    { what: 'filter-ge', query: [where(`${property} ge ${quoted(1)}`)], list: { members: [b, c] }, shown: / ge / },
    { what: 'filter-lt', query: [where(`${property} lt ${quoted(1)}`)], list: { members: [a] }, shown: / lt / },
    { what: 'filter-le', query: [where(`${property} le ${quoted(1)}`)], list: { members: [a, b] }, shown: / le / },
    {
      what: 'filter-or',
      query: [where(`${property} eq ${quoted(0)} or ${property} eq ${quoted(2)}`)],
      list: { members: [a, c] },
      shown: / or /,
    },
    {
      what: 'filter-and',
      query: [where(`${property} ne ${quoted(0)} and ${property} ne ${quoted(2)}`)],
      list: { members: [b] },
      shown: / and /,
    },
    {
      // Without its brackets it would mean something else: `and` binds closer than `or`.
      what: 'filter-brackets',
      query: [where(`${property} ne ${quoted(0)} and (${property} eq ${quoted(0)} or ${property} eq ${quoted(1)})`)],
      list: { members: [b] },
      shown: / (?:and|or) \(/,
    },
    {
      // Read from left to right it would mean something else.
      what: 'filter-precedence',
      query: [where(`${property} eq ${quoted(0)} or ${property} eq ${quoted(1)} and ${property} eq ${quoted(2)}`)],
      list: { members: [a] },
      shown: / (?:and .* or|or .* and) /,
    },
    ...others.nulls.slice(0, 1).flatMap((other): Asked[] => [
      { what: 'filter-null', query: [where(`${other} eq null`)], list: { members: three }, shown: / eq null/ },
      { what: 'filter-not-null', query: [where(`${other} ne null`)], list: { members: [] }, shown: / ne null/ },
    ]),
    {
      what: 'filter-startswith',
      query: [where(`startswith(${property},${quoted(2)})`)],
      list: { members: [c] },
      shown: /\bstartswith\(/,
    },
    {
      what: 'filter-startswith-none',
      query: [where(`startswith(${property},'${(names[2] ?? '').slice(1).replaceAll("'", "''")}')`)],
      list: { members: [] },
      shown: /\bstartswith\(/,
    },
    {
      what: 'count',
      query: [
        ['$inlinecount', 'allpages'],
        ['$top', '1'],
      ],
      list: { size: 1, count: 3 },
    },
    {
      what: 'count-filtered',
      query: [['$inlinecount', 'allpages'], where(`${property} eq ${quoted(1)}`)],
      list: { members: [b], count: 1 },
    },
    { what: 'count-none', query: [['$inlinecount', 'none']], list: { count: null } },
    { what: 'count-unasked', query: [], needs: '$inlinecount', list: { count: null } },
    ...(others.all.length > 0
      ? [
          {
            what: 'select',
            query: [['$select', property]] as [string, string][],
            list: { members: three, lacks: others.all },
          },
        ]
      : []),
  ];
}

/** By what all have the same, then by the name: one of the two is not the order in which they come by themselves. */
function tied(property: string, others: string[], [a, b, c]: Entity[]): Asked[] {
  const same = others.find((name) => !name.includes('.'));
  if (same === undefined || !a || !b || !c) return [];
  return [
    { what: 'orderby-then', query: [['$orderby', `${same},${property}`]], list: { members: [a, b, c], ordered: true } },
    {
      what: 'orderby-then-desc',
      query: [['$orderby', `${same},${property} desc`]],
      list: { members: [c, b, a], ordered: true },
    },
  ];
}

/** `$expand` of what belongs to an entity by its key: the tags of a folder, read with it. */
function expanded(suite: Suite, resource: Resource): CaseGroup[] {
  const child = sample(suite, resource)?.entity;
  if (!child) return [];
  return suite.locator.references(child).flatMap(({ entity: parent }) => {
    const { retrieve } = parent.resource;
    if (!retrieve?.judged || !offers(retrieve, '$expand', '')) return [];
    const name = navigation(suite, retrieve, resource);
    const property = parent.resource.keys[0]?.property;
    const base = baseRequest(suite, retrieve);
    const target = base && suite.locator.locate(parsePath(base.path)).at(-1)?.entity;
    if (name === undefined || property === undefined || !base || target?.id !== parent.id) return [];
    const asked: Asked[] = [
      { what: resource.name, query: [['$expand', name]], list: { expanded: { name, entity: child } } },
    ];
    return grouped(`story/${retrieve.op.id}-expand`, asked, (one) => ({
      operation: retrieve,
      path: base.path,
      base,
      exists: [child],
      list: { property, ...one.list },
    }));
  });
}

/** The navigation property by which the documents lead from an entity to those of another resource. */
function navigation(suite: Suite, retrieve: Operation, to: Resource): string | undefined {
  const found = suite.model.operations.find((o) => {
    const last = o.segments.at(-1);
    const direct =
      o.op.method === 'GET' && last && !last.keys && last.variable === undefined && !last.text.startsWith('$');
    return (
      direct && o.signature === `${retrieve.signature}/${last.text}` && suite.model.named(last.text, to.scope) === to
    );
  });
  return found?.segments.at(-1)?.text;
}

interface Told {
  operation: Operation;
  path: string;
  base: BaseRequest;
  exists: Entity[];
  list: ListExpectation;
}

function grouped(story: string, asked: Asked[], tell: (one: Asked) => Told): CaseGroup[] {
  const cases = asked.map((one): Case => {
    const { operation, path, base, exists, list } = tell(one);
    const headers = Object.entries(base.headers).filter(([name]) => /^(?:authorization|accept)$/i.test(name));
    const query = one.query.map(([option, value]) => `${option}=${encodeURIComponent(value)}`).join('&');
    // A selection leaves out what schema and sample have.
    const expect = { ...expectation(operation.op), response: one.list.lacks === undefined };
    const { source } = operation.op.docs;
    return {
      id: `${story}/${one.what}`,
      kind: 'story',
      title: `${operation.op.summary ?? operation.op.id} (${one.query.map(([o, v]) => `${o}=${v}`).join('&') || one.what})`,
      level: 'MUST',
      operation,
      ...(source ? { source } : {}),
      request: { method: 'GET', path, query: query && `?${query}`, headers: Object.fromEntries(headers) },
      expect: isOffered(operation, one) ? expect : { ...expect, statuses: [...expect.statuses, '4XX'] },
      relaxations: [],
      exists,
      list,
    };
  });
  return cases.length > 0 ? [{ id: story, cases }] : [];
}
