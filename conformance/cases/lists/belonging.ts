// What belongs to an entity, by the keys that name it: what `$expand` puts into its answer.
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { objectsWith } from '../../assess/entity-in.js';
import { shownProperties } from '../../assess/shown-properties.js';
import { type Entity, entityOf } from '../../plan/entities.js';
import type { ListExpectation } from '../../plan/list-expectation.js';
import { bodySchema, type Operation, type Resource } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import { says } from '../../told/told.js';
import { varied } from '../varied.js';
import { sample } from './list-queries.js';

type Expanded = NonNullable<ListExpectation['expanded']>[number];

/** What belongs to an entity: under which name it is led to, and one of its kind that belongs to nothing. */
export interface Belonging extends Expanded {
  entity: Entity;
}

/** The entity of a kind whose key refers to another entity as the documents name them. */
export function belongingTo(suite: Suite, owner: Entity, kind: Resource, retrieve: Operation): Belonging[] {
  const entity = sample(suite, kind)?.entity;
  const owned = entity && suite.locator.references(entity).find((r) => r.entity.id === owner.id);
  const name = navigation(suite, retrieve, kind);
  if (!entity || !owned || name === undefined) return [];
  const without = ofNobody(suite, entity, [...owned.parts.keys()]);
  const [own] = entity.resource.keys;
  // By another name there is another one that belongs to the same.
  const many = ![own?.name, own?.property].some((key) => key !== undefined && owned.parts.has(key));
  const newestBy = many ? newestFirst(retrieve, kind) : undefined;
  return [
    { name, entity, ...(without ? { without } : {}), ...(many ? { many } : {}), ...(newestBy ? { newestBy } : {}) },
  ];
}

/** A date of its making, as names tell it. */
const MADE = /^_*(?:published|created)(?:_?(?:at|on))?$/i;

/** The date by which what is put into an answer comes newest first, where the documents of the option say so. */
function newestFirst({ op }: Operation, kind: Resource): string | undefined {
  const told = op.parameters.find((p) => p.in === 'query' && p.name === '$expand')?.description;
  const rows = (told ?? '').split('\n').map((line) => line.split('; '));
  const inRow = rows.some(([by, ...way]) => says(by, 'relatedByMaking') && way.some((one) => says(one, 'downwards')));
  const newest = inRow || says(told, 'relatedNewestFirst');
  const { retrieve, create, list } = kind;
  const shown = newest ? [retrieve, create, list].flatMap((one) => (one ? namesIn(one) : [])) : [];
  return shown.find((name) => MADE.test(name));
}

/** By the schemas and the samples of its answers: where the two contradict each other, a schema may tell nothing. */
function namesIn(operation: Operation): string[] {
  const answers = operation.op.responses.filter(({ status }) => status.startsWith('2'));
  const samples = answers.flatMap(({ content }) => content.flatMap(({ examples }) => examples));
  const sampled = samples.flatMap(({ value }) => objectsWith(value, []).flatMap((one) => Object.keys(one)));
  return [...shownProperties(operation), ...sampled];
}

/** Another one that belongs to the same. */
export function besideIt(suite: Suite, { name, entity }: Belonging): Belonging | undefined {
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
export function navigation(suite: Suite, retrieve: Operation, to: Resource): string | undefined {
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
