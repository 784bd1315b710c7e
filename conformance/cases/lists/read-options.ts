// Stories of query options where entities are read: `$expand` of what belongs to one by its key (the tags of a folder, read
// with it), and `$select`.
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { shownProperties } from '../../assess/shown-properties.js';
import { type Entity, entityOf } from '../../plan/entities.js';
import { bodySchema, type Operation, type Resource } from '../../plan/resources.js';
import type { ListExpectation } from '../../plan/story.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { parsePath } from '../../url/key-path.js';
import { type BaseRequest, baseRequest } from '../base-request.js';
import { varied } from '../varied.js';
import { type Asked, alwaysShown, otherProperties } from './list-options.js';
import { grouped, offers, sample } from './list-queries.js';

export function readOptionGroups(suite: Suite): CaseGroup[] {
  return suite.model.resources.flatMap((resource) => [
    ...expanded(suite, resource),
    ...expandedAll(suite, resource),
    ...selected(suite, resource),
  ]);
}

/** All that the documents lead to from an entity, where that is more than the two that others ask for at once. */
function expandedAll(suite: Suite, parent: Resource): CaseGroup[] {
  const { retrieve } = parent;
  const base = suite.hasCommands && retrieve?.judged ? baseRequest(suite, retrieve) : undefined;
  const property = parent.keys[0]?.property;
  if (!retrieve || !base || property === undefined || !offers(retrieve, '$expand', '')) return [];
  const names = new Set(suite.model.resources.flatMap((kind) => navigation(suite, retrieve, kind) ?? []));
  const asked: Asked = { what: 'all', query: [['$expand', [...names].join(',')]], list: {} };
  const tell = (one: Asked) => ({
    operation: retrieve,
    path: base.path,
    base,
    exists: [],
    list: { property, ...one.list },
  });
  return grouped(`story/${retrieve.op.id}-expand-all`, names.size > 2 ? [asked] : [], tell);
}

type Expanded = NonNullable<ListExpectation['expanded']>[number];

/** What belongs to an entity: under which name it is led to, and one of its kind that belongs to nothing. */
interface Belonging extends Expanded {
  entity: Entity;
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
  const members = first && second ? [{ name: first.name, entity: first.entity }, second] : [];
  const several = second ? [asked(`two-${second.entity.resource.name}`, members)] : [];
  const groups = [
    ...grouped(story, [...alone, ...both], tell(retrieve, base.path, all)),
    ...grouped(story, several, tell(retrieve, base.path, second ? [...all, second.entity] : all)),
    ...inList,
  ];
  const cases = groups.flatMap((group) => group.cases);
  return cases.length > 0 ? [{ id: story, cases }] : [];
}

/** The entity of a kind whose key refers to another entity as the documents name them. */
function belongingTo(suite: Suite, owner: Entity, kind: Resource, retrieve: Operation): Belonging[] {
  const entity = sample(suite, kind)?.entity;
  const owned = entity && suite.locator.references(entity).find((r) => r.entity.id === owner.id);
  const name = navigation(suite, retrieve, kind);
  if (!entity || !owned || name === undefined) return [];
  const without = ofNobody(suite, entity, [...owned.parts.keys()]);
  const [own] = entity.resource.keys;
  // By another name there is another one that belongs to the same.
  const many = ![own?.name, own?.property].some((key) => key !== undefined && owned.parts.has(key));
  return [{ name, entity, ...(without ? { without } : {}), ...(many ? { many } : {}) }];
}

/** Another one that belongs to the same. */
function besideIt(suite: Suite, { name, entity }: Belonging): Belonging | undefined {
  const [key, ...rest] = entity.keys;
  const other = key == null ? undefined : varied(suite, key, 3)[2];
  return other === undefined
    ? undefined
    : { name, entity: entityOf(entity.resource, [other, ...rest], entity.parents) };
}

/** Another one of a kind that belongs to nothing, where the documents let it. */
function ofNobody(suite: Suite, { resource, keys, parents }: Entity, parts: string[]): Entity | undefined {
  const { create } = resource;
  const properties = (create && bodySchema(create)?.properties) ?? {};
  const owning = resource.keys.map(({ name, property }) => [name, property].some((n) => parts.includes(n ?? '')));
  const free = resource.keys.every(({ property }, i) => {
    const schema = create && property !== undefined ? mergedSchema(create.api, properties[property] ?? {}) : {};
    return !owning[i] || [schema.type].flat().includes('null');
  });
  const [name = ''] = keys;
  if (!create || !free || owning[0] || name === null) return undefined;
  return entityOf(
    resource,
    keys.map((key, i) => (i === 0 ? (varied(suite, name, 2)[1] ?? name) : owning[i] ? null : key)),
    parents,
  );
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
