// What query options make of the owner in a key: entities of several owners, and one of none, asked for by that and put in
// its order.
import { type Entity, entityOf } from '../../plan/entities.js';
import { bodySchema, type Resource } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { varied } from '../varied.js';
import type { Asked } from './list-options.js';
import { grouped, isDocumented, sample } from './list-queries.js';

export function ownerOptionGroups(suite: Suite): CaseGroup[] {
  return suite.hasCommands ? suite.model.resources.flatMap((resource) => ofOwners(suite, resource)) : [];
}

function ofOwners(suite: Suite, resource: Resource): CaseGroup[] {
  const { create, list, keys } = resource;
  const property = keys[0]?.property;
  const at = keys.findIndex((key, i) => i > 0 && key.property?.includes('.'));
  const owner = keys[at]?.property;
  const made = list?.judged && property !== undefined ? sample(suite, resource) : undefined;
  const [name, owned] = [made?.entity.keys[0], made?.entity.keys[at]];
  if (!create || !list || !made || property === undefined || owner === undefined) return [];
  if (made.entity.parents.length === 0 || name == null || owned == null) return [];
  const [first, second = '', third = ''] = varied(suite, name, 3);
  const other = varied(suite, owned, 2)[1] ?? owned;
  const of = (one: string, whose: string | null): Entity =>
    entityOf(
      resource,
      made.entity.keys.map((key, i) => (i === 0 ? one : i === at ? whose : key)),
      made.entity.parents,
    );
  // By their owners they come the other way round than by their names.
  const two: [Entity, Entity] = [of(first ?? name, other), of(second, owned)];
  const free = !bodySchema(create)?.required?.includes(owner);
  const story = `story/${list.op.id}-by-owner`;
  const tell = (exists: Entity[]) => (one: Asked) => ({
    operation: list,
    path: made.base.path,
    base: made.base,
    // The owners' names stand in the query.
    exists: [...exists, ...exists.flatMap((one) => suite.locator.references(one).map(({ entity }) => entity))],
    list: { property, ...one.list },
  });
  return [
    ...grouped(
      story,
      ordered(owner, two).filter((one) => isDocumented(list, one)),
      tell(two),
    ),
    ...(free
      ? grouped(
          `${story}-or-none`,
          filtered(owner, owned, two, of(third, null)).filter((one) => isDocumented(list, one)),
          tell([...two, of(third, null)]),
        )
      : []),
  ];
}

function ordered(owner: string, [first, second]: [Entity, Entity]): Asked[] {
  return [
    { what: 'orderby', query: [['$orderby', owner]], list: { members: [second, first], ordered: true } },
    { what: 'orderby-desc', query: [['$orderby', `${owner} desc`]], list: { members: [first, second], ordered: true } },
  ];
}

function filtered(owner: string, name: string, two: [Entity, Entity], ofNobody: Entity): Asked[] {
  return [
    { what: 'filter', query: [['$filter', `${owner} eq '${name}'`]], list: { members: two.slice(1) } },
    {
      what: 'filter-null',
      query: [['$filter', `${owner} eq null`]],
      list: { members: [ofNobody] },
      shown: [/ eq null/],
    },
    {
      what: 'filter-ne',
      query: [['$filter', `${owner} ne null`]],
      list: { members: two },
      shown: [/ ne /, / eq null/],
    },
  ];
}
