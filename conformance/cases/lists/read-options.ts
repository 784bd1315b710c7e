// Stories of query options where entities are read: `$expand` of what belongs to one by its key (the tags of a folder, read
// with it), and `$select`.
import { shownProperties } from '../../assess/shown-properties.js';
import { type Entity, entityOf } from '../../plan/entities.js';
import { navigations } from '../../plan/navigation.js';
import type { Operation, Resource } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { parsePath } from '../../url/key-path.js';
import { withLeast } from '../addresses/near-keys.js';
import { type BaseRequest, baseRequest } from '../base-request.js';
import { pathOf } from '../lifecycle/stories.js';
import { varied } from '../varied.js';
import { type Belonging, belongingTo, besideIt } from './belonging.js';
import { type Asked, alwaysShown, otherProperties } from './list-options.js';
import { grouped, offers, sample } from './list-queries.js';

export function readOptionGroups(suite: Suite): CaseGroup[] {
  return suite.model.resources.flatMap((resource) => [
    ...expanded(suite, resource),
    ...ofNothing(suite, resource),
    ...selected(suite, resource),
  ]);
}

function expanded(suite: Suite, parent: Resource): CaseGroup[] {
  const { retrieve, list } = parent;
  const base = retrieve?.judged ? baseRequest(suite, retrieve) : undefined;
  const property = parent.keys[0]?.property;
  const target = base && suite.locator.locate(parsePath(base.path)).at(-1)?.entity;
  if (!retrieve || !base || !target || property === undefined || !offers(retrieve, '$expand', '')) return [];
  const belonging = suite.model.resources.flatMap((child) => belongingTo(suite, target, child, retrieve));
  const story = `story/${retrieve.op.id}-expand`;
  const tell = (operation: Operation, path: string, exists: Entity[]) => (one: Asked) => ({
    operation,
    path,
    base,
    exists,
    list: { property, ...one.list },
  });
  const all = belonging.flatMap(({ entity, without }) => [entity, ...(without ? [without] : [])]);
  const [first] = belonging;
  const second = first && besideIt(suite, first);
  const owners = varied(suite, target.keys[0] ?? '', 2).map((name) =>
    entityOf(parent, [name, ...target.keys.slice(1)], target.parents),
  );
  const asked = (what: string, of: Belonging[]): Asked => ({
    what,
    query: [['$expand', [...new Set(of.map(({ name }) => name))].join(',')]],
    list: { expanded: of },
  });
  const collection = sample(suite, parent)?.base.path;
  const inList =
    list?.judged && offers(list, '$expand', '') && collection !== undefined && target.parents.length > 0
      ? belonging
          .slice(0, 1)
          .flatMap((one) =>
            grouped(
              story,
              [asked(`list-${one.entity.resource.name}`, [{ ...one, of: target }])],
              tell(list, collection, [...all, ...owners]),
            ),
          )
      : [];
  const alone = belonging.map((one) => asked(one.entity.resource.name, [one]));
  const both = belonging.length > 1 ? [asked('both', belonging.slice(0, 2))] : [];
  const { newestBy } = first ?? {};
  const ordered = newestBy === undefined ? {} : { newestBy };
  const members = first && second ? [{ name: first.name, entity: first.entity, ...ordered }, second] : [];
  const several = second ? [asked(`two-${second.entity.resource.name}`, members)] : [];
  const groups = [
    ...grouped(story, [...alone, ...both], tell(retrieve, base.path, all)),
    ...grouped(story, several, tell(retrieve, base.path, second ? [...all, second.entity] : all)),
    ...inList,
  ];
  const cases = groups.flatMap((group) => group.cases);
  return cases.length > 0 ? [{ id: story, cases }] : [];
}

/** One that belongs to nothing and that nothing belongs to is read all the same. */
function ofNothing(suite: Suite, resource: Resource): CaseGroup[] {
  const { retrieve } = resource;
  const base = suite.hasCommands && retrieve?.judged ? baseRequest(suite, retrieve) : undefined;
  const target = base && suite.locator.locate(parsePath(base.path)).at(-1)?.entity;
  if (!retrieve || !base || !target) return [];
  const asked = navigations(suite.model, resource)
    .filter((name) => offers(retrieve, '$expand', name))
    .map((name): Asked => ({ what: name.replace(/^_+/, ''), query: [['$expand', name]], list: {} }));
  return grouped(`story/${retrieve.op.id}-expand-nothing`, asked, (one) => ({
    operation: retrieve,
    path: pathOf(withLeast(target)),
    base,
    exists: [],
    list: { property: '', ...one.list },
  }));
}

/** One entity with nothing but its name. */
function selected(suite: Suite, resource: Resource): CaseGroup[] {
  const { retrieve } = resource;
  const property = resource.keys[0]?.property;
  const base: BaseRequest | undefined = retrieve?.judged ? baseRequest(suite, retrieve) : undefined;
  const made = sample(suite, resource);
  if (!retrieve || !base || !made || property === undefined || !offers(retrieve, '$select', '')) return [];
  const lacks = otherProperties(resource, property, made.base).all;
  const keeps = alwaysShown(retrieve, shownProperties(retrieve));
  const asked: Asked = { what: 'name', query: [['$select', property]], list: { size: 1, keeps, lacks } };
  return grouped(`story/${retrieve.op.id}-select`, lacks.length > 0 ? [asked] : [], (one) => ({
    operation: retrieve,
    path: base.path,
    base,
    exists: [],
    list: { property, ...one.list },
  }));
}
