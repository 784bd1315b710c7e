// Stories of system query options where a list holds what is not the run's, too: a filter by their names leaves those of the
// run (OData URI conventions, section 4).
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { type Entity, entityOf } from '../../plan/entities.js';
import { keySchema } from '../../plan/key-schema.js';
import { NOWHERE } from '../../plan/nowhere.js';
import type { Operation, Resource, ResourceKey } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { varied } from '../varied.js';
import { type Asked, otherProperties } from './list-options.js';
import { grouped, isDocumented, sample } from './list-queries.js';

export function openListGroups(suite: Suite): CaseGroup[] {
  return suite.model.resources.flatMap((resource) => open(suite, resource));
}

function open(suite: Suite, resource: Resource): CaseGroup[] {
  const { list, keys, remove } = resource;
  const [key, more] = keys;
  const property = key?.property;
  const made = list?.judged && remove && property !== undefined && !more ? sample(suite, resource) : undefined;
  if (!list || !made || property === undefined || made.entity.parents.length > 0 || !isText(resource, key)) return [];
  const { base, entity } = made;
  const names = alike(suite, entity.keys[0] ?? '');
  const exists = names.map((name) => entityOf(resource, [name], []));
  const others = otherProperties(resource, property, base).all;
  const asked = [...options(property, names, exists, others), ...unreadable(list)];
  return grouped(
    `story/${list.op.id}-queries`,
    asked.filter((one) => isDocumented(list, one)),
    (one) => ({ operation: list, path: base.path, base, exists, list: { property, ...one.list } }),
  );
}

/** Three names that are in the same order for whoever sorts them: only one digit differs, and no other stands in its place. */
function alike(suite: Suite, key: string): string[] {
  const last = /\d(?=\D*$)/;
  return varied(suite, last.test(key) ? key.replace(last, '1') : `${key}1`, 3);
}

/** Written in quotes; other literals are written in other ways. */
function isText(resource: Resource, key: ResourceKey | undefined): boolean {
  const schema = key && resource.create ? mergedSchema(resource.create.api, keySchema(resource, key) ?? {}) : {};
  return [schema.type].flat().includes('string') && schema.format === undefined;
}

function options(property: string, names: string[], three: Entity[], others: string[]): Asked[] {
  const [a, b, c] = three as [Entity, Entity, Entity];
  type Option = Asked['query'][number];
  const is = (name = ''): string => `${property} eq '${name.replaceAll("'", "''")}'`;
  const by: Option = ['$orderby', property];
  const down: Option = ['$orderby', `${property} desc`];
  const second: Option = ['$filter', is(names[1])];
  /** Where conditions can be put together. */
  const among = (what: string, query: Option[], list: Asked['list']): Asked => ({
    what,
    query: [['$filter', names.map(is).join(' or ')], ...query],
    list,
    shown: [/ or /],
  });
  const inOrder = (...members: Entity[]): Asked['list'] => ({ members, ordered: true });
  const counted = (what: string, option: Option): Asked[] => [
    { what, query: [second, option], list: { members: [b], count: 1 } },
    { what: `${what}-of-nothing`, query: [second, option, ['$top', '0']], list: { size: 0, count: 1 } },
    among(`${what}-page`, [option, ['$top', '1']], { size: 1, count: 3 }),
  ];
  return [
    { what: 'filter', query: [['$filter', is(names[2])]], list: { members: [c] } },
    { what: 'filter-none', query: [['$filter', is('docproof-none')]], list: { members: [] } },
    among('filter-or', [], { members: three }),
    { what: 'orderby', query: [by], list: { inOrder: three } },
    { what: 'orderby-desc', query: [down], list: { inOrder: [c, b, a] } },
    among('orderby-filtered', [down], inOrder(c, b, a)),
    among('top', [by, ['$top', '2']], inOrder(a, b)),
    among('skip', [by, ['$skip', '1']], inOrder(b, c)),
    among('page', [by, ['$top', '1'], ['$skip', '1']], inOrder(b)),
    ...counted('count', ['$count', 'true']),
    ...counted('inlinecount', ['$inlinecount', 'allpages']),
    { what: 'count-unasked', query: [second], needs: '$count', list: { count: null } },
    ...(others.length > 0 ? [selected(second, property, b, others)] : []),
    { what: 'search-none', query: [['$search', NOWHERE]], list: { members: [] } },
  ];
}

function selected(of: Asked['query'][number], property: string, member: Entity, others: string[]): Asked {
  return { what: 'select', query: [of, ['$select', property]], list: { members: [member], lacks: others } };
}

/** A condition without its end, where the documents have a status for a wrong request. */
function unreadable({ op }: Operation): Asked[] {
  if (!op.responses.some(({ status }) => /^(?:400|4XX|default)$/i.test(status))) return [];
  return [{ what: 'filter-broken', query: [['$filter', 'docproof eq']], list: {}, refused: 'it is no condition' }];
}
