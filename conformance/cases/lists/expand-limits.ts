// How much `$expand` puts into one answer, as documents limit it: navigation properties at once, and entities in each.
import { type Entity, entityOf } from '../../plan/entities.js';
import type { Operation, Resource } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import type { Sentence } from '../../told/sentences.js';
import { says, toldBy } from '../../told/told.js';
import { parsePath } from '../../url/key-path.js';
import { type BaseRequest, baseRequest } from '../base-request.js';
import { varied } from '../varied.js';
import { type Belonging, belongingTo, navigation } from './belonging.js';
import type { Asked } from './list-options.js';
import { grouped, offers, sample } from './list-queries.js';
import { pageOf } from './owner-pages.js';

export function expandLimitGroups(suite: Suite): CaseGroup[] {
  if (!suite.hasCommands) return [];
  return suite.model.resources.flatMap((resource) => [
    ...allAtOnce(suite, resource),
    ...atOnceInList(suite, resource),
    ...longExpansions(suite, resource),
  ]);
}

/** All that the documents lead to from an entity, where that is more than the two that others ask for at once. */
function allAtOnce(suite: Suite, resource: Resource): CaseGroup[] {
  const { retrieve } = resource;
  const base = readable(suite, resource);
  if (!retrieve || !base) return [];
  const names = navigations(suite, retrieve);
  const most = limit(retrieve, 'navigationsOfOne') ?? names.length;
  const asked = names.length > 2 && most > 2 ? [expanding('all', names.slice(0, most))] : [];
  return grouped(`story/${retrieve.op.id}-expand-all`, asked, tellOf(resource, retrieve, base.path, base, []));
}

/** A list takes as many navigation properties as documents say, and no more where they refuse that. */
function atOnceInList(suite: Suite, resource: Resource): CaseGroup[] {
  const { retrieve, list } = resource;
  const made = sample(suite, resource);
  if (!retrieve || !list?.judged || !made || !offers(list, '$expand', '')) return [];
  const names = navigations(suite, retrieve);
  const most = limit(list, 'navigationsOfList');
  if (most === undefined || names.length < most) return [];
  const because = `a list takes ${most} navigation properties`;
  const beyond: Asked = { ...expanding('beyond', names.slice(0, most + 1)), refused: because };
  const refuses = names.length > most && says(described(list), 'tooManyNavigations');
  return grouped(
    `story/${list.op.id}-expand-limit`,
    [expanding('most', names.slice(0, most)), ...(refuses ? [beyond] : [])],
    tellOf(resource, list, made.base.path, made.base, []),
  );
}

/** Of what belongs to one entity all is there, though a list by itself would end sooner. */
function longExpansions(suite: Suite, resource: Resource): CaseGroup[] {
  const { retrieve, list } = resource;
  const base = readable(suite, resource);
  const owner = base && suite.locator.locate(parsePath(base.path)).at(-1)?.entity;
  if (!retrieve || !base || !owner || owner.parents.length === 0) return [];
  const [first] = suite.model.resources.flatMap((kind) => belongingTo(suite, owner, kind, retrieve));
  const page = first?.many ? first.entity.resource.list && pageOf(first.entity.resource.list) : undefined;
  if (!first || page === undefined) return [];
  const many = varied(suite, first.entity.keys[0] ?? '', page + 1).map(
    (key): Belonging => ({
      name: first.name,
      entity: entityOf(first.entity.resource, [key, ...first.entity.keys.slice(1)], first.entity.parents),
    }),
  );
  const entities = many.map(({ entity }) => entity);
  const asked: Asked = { ...expanding('long', [first.name]), list: { expanded: many } };
  const long = (operation: Operation, path: string, about: Sentence): CaseGroup[] =>
    (limit(operation, about) ?? 0) > page
      ? grouped(
          `story/${operation.op.id}-expand-long`,
          [asked],
          tellOf(resource, operation, path, base, [owner, ...entities]),
        )
      : [];
  const collection = sample(suite, resource)?.base.path;
  return [
    ...long(retrieve, base.path, 'relatedOfOne'),
    ...(list?.judged && collection !== undefined && offers(list, '$expand', '')
      ? long(list, collection, 'relatedOfList')
      : []),
  ];
}

function readable(suite: Suite, { retrieve, keys }: Resource): BaseRequest | undefined {
  const offered = retrieve?.judged && keys[0]?.property !== undefined && offers(retrieve, '$expand', '');
  return offered ? baseRequest(suite, retrieve) : undefined;
}

function tellOf(
  { keys: [key] }: Resource,
  operation: Operation,
  path: string,
  base: BaseRequest,
  exists: Entity[],
): Parameters<typeof grouped>[2] {
  return ({ list }) => ({ operation, path, base, exists, list: { property: key?.property ?? '', ...list } });
}

function expanding(what: string, names: string[]): Asked {
  return { what, query: [['$expand', names.join(',')]], list: {} };
}

function navigations(suite: Suite, retrieve: Operation): string[] {
  return [...new Set(suite.model.resources.flatMap((kind) => navigation(suite, retrieve, kind) ?? []))];
}

function described({ op }: Operation): string | undefined {
  return op.parameters.find((p) => p.in === 'query' && p.name === '$expand')?.description;
}

function limit(operation: Operation, about: Sentence): number | undefined {
  const { most } = toldBy(described(operation), about);
  return most === undefined ? undefined : Number(most);
}
