// Things that have a place among others: an order that is sent for all of them, a place that is given to one, the last place.
import type { JsonValue, Schema } from '../../../spec/contract/api.js';
import { typeOf } from '../../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { type Entity, entityOf } from '../../plan/entities.js';
import { itemSchema } from '../../plan/item-schema.js';
import { keyNames } from '../../plan/key-names.js';
import { isMadeIn } from '../../plan/lacking.js';
import { PLACE } from '../../plan/places.js';
import { requiredHeaders, requiredQuery } from '../../plan/prerequisite.js';
import { bodySchema, type Operation, type Resource } from '../../plan/resources.js';
import { stem } from '../../plan/stem.js';
import { type Suite, subjectOf } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { says, toldBy } from '../../told/told.js';
import { type BaseRequest, baseRequest, withJson } from '../base-request.js';
import { expectation } from '../documented.js';
import { keysOf } from '../lists/among-others.js';
import { sample } from '../lists/list-queries.js';
import { toldOrder } from '../lists/told-order.js';
import { addressOf, pathOf, plainHeaders, Telling } from './stories.js';

export function placeGroups(suite: Suite): CaseGroup[] {
  if (suite.commandsOnly) return [];
  return suite.model.resources.flatMap((resource) => {
    const row = rowOf(suite, resource);
    return row ? [...ordered(suite, row), ...moved(suite, row), ...added(suite, row)] : [];
  });
}

/** Two things in what is the run's own, and the list of all that is in it. */
interface Row {
  resource: Resource;
  create: Operation;
  base: BaseRequest;
  list: Operation;
  /** What entries call their key. */
  key: string;
  both: readonly [Entity, Entity];
}

function rowOf(suite: Suite, resource: Resource): Row | undefined {
  const { create, list } = resource;
  const made = create?.judged && list?.judged && create.op.method === 'POST' ? sample(suite, resource) : undefined;
  if (!create || !list || !made || made.entity.parents.length === 0 || requiredQuery(list) !== '') return undefined;
  const shown = itemSchema(list)?.properties ?? {};
  const [named, ...rest] = resource.keys;
  const key = named && rest.length === 0 ? keyNames(named).find((name) => Object.hasOwn(shown, name)) : undefined;
  const given = named?.property !== undefined || named?.inPath === true;
  // Where the server gives the keys, numbers stand for what may be numbers.
  const names = given ? keysOf(suite, made.entity, 2) : [['1'], ['2']];
  const [a, b] = names.map((keys) => entityOf(resource, keys, made.entity.parents));
  // What is in another order than that of their places does not show those.
  const by = toldOrder(list)?.orderedBy;
  if (key === undefined || !a || !b || (by !== undefined && !PLACE.test(by))) return undefined;
  return { resource, create, base: made.base, list, key, both: [a, b] };
}

class Places extends Telling {
  constructor(
    story: string,
    private readonly suite: Suite,
    private readonly row: Row,
  ) {
    super(story);
  }

  /** One step, with both there before. */
  step(what: string, operation: Operation, request: BaseRequest, path: string): void {
    const headers = { ...request.headers, ...requiredHeaders(this.suite, operation) };
    const needs = this.cases.map(({ id }) => id);
    this.add(what, operation, { ...request, path, headers }, expectation(operation.op, operation), {
      exists: [...this.row.both],
      ...(needs.length > 0 ? { needs } : {}),
    });
  }

  /** The list has them so; `apart`: each in a place of its own. */
  look(what: string, inOrder: readonly Entity[], apart = false): void {
    const { list, key, both, base } = this.row;
    const path = addressOf(list, both[0]);
    const headers = { ...requiredHeaders(this.suite, list), ...plainHeaders(base) };
    const request = { method: 'GET', path, query: '', headers };
    const place = apart && Object.keys(itemSchema(list)?.properties ?? {}).find((name) => PLACE.test(name));
    this.add(what, list, request, expectation(list.op), {
      needs: this.cases.map(({ id }) => id),
      list: { property: key, includes: [...inOrder], inOrder: [...inOrder], ...(place ? { apart: place } : {}) },
    });
  }
}

/** `PUT /lists/{id}/order` with the ids of all. */
function ordered(suite: Suite, row: Row): CaseGroup[] {
  const [around] = row.both[0].parents.slice(-1);
  return suite.model.operations.flatMap((operation) => {
    const field = around && orderField(operation, row, around.resource);
    const base = field === undefined ? undefined : baseRequest(suite, operation);
    if (!around || field === undefined || !base?.json) return [];
    const told = new Places(`story/${operation.op.id}-order`, suite, row);
    const path = `${pathOf(around)}/${operation.segments.at(-1)?.text}`;
    const { items } = mergedSchema(operation.api, bodySchema(operation)?.properties?.[field] ?? {});
    const numbered = items !== undefined && typeOf(mergedSchema(operation.api, items as Schema)) === 'integer';
    const turns: [Entity, Entity][] = [row.both.toReversed() as [Entity, Entity], [...row.both]];
    for (const [i, all] of turns.entries()) {
      const ids = all.map(({ keys: [id = null] }): JsonValue => (numbered ? Number(id) : id));
      told.step(`order-${i + 1}`, operation, withJson(base, { ...base.json, [field]: ids }), path);
      told.look(`list-${i + 1}`, all);
    }
    return told.group();
  });
}

/** The list of ids of a request that puts what is in a thing into an order. */
function orderField(operation: Operation, { resource }: Row, around: Resource): string | undefined {
  const { op, segments, signature, api } = operation;
  const inside = segments.at(-1)?.variable === undefined && signature.slice(0, signature.lastIndexOf('/'));
  if (!operation.judged || !op.body || op.method === 'GET' || !isMadeIn(resource, around)) return undefined;
  if (inside !== around.signature || ![op.summary, op.description].some((text) => says(text, 'reorders')))
    return undefined;
  const { properties = {}, required = [] } = bodySchema(operation) ?? {};
  const lists = Object.keys(properties).filter((name) => typeOf(mergedSchema(api, properties[name] ?? {})) === 'array');
  const [only, more] = lists;
  if (only === undefined || more !== undefined || required.some((name) => name !== only)) return undefined;
  return stem(only.replace(/_?ids?$/i, '')) === stem(resource.name) ? only : undefined;
}

/** A field with the place of a thing, and the first that there is. */
function placeIn(operation: Operation, base: BaseRequest | undefined): { name: string; first: number } | undefined {
  const { api } = operation;
  const [found, more] = Object.entries(bodySchema(operation)?.properties ?? {}).flatMap(([name, raw]) => {
    const { minimum, description, ...schema } = mergedSchema(api, raw);
    const told = toldBy(description, 'beginsWith')['first'];
    const first = minimum ?? (told === undefined ? undefined : Number(told));
    return PLACE.test(name) && typeOf(schema) === 'integer' && typeof first === 'number' ? [{ name, first }] : [];
  });
  return base?.json && found && !more ? found : undefined;
}

/** Each of them comes first when it is told to. */
function moved(suite: Suite, row: Row): CaseGroup[] {
  return row.resource.updates.flatMap((update) => {
    const base = update.judged && says(update.op.description, 'makesRoom') ? baseRequest(suite, update) : undefined;
    const place = placeIn(update, base);
    if (!base?.json || !place) return [];
    const told = new Places(`story/${update.op.id}-place`, suite, row);
    const { required = [] } = bodySchema(update) ?? {};
    const kept = Object.entries(base.json).filter(([name]) => update.op.method === 'PUT' || required.includes(name));
    const [a, b] = row.both;
    for (const [i, [one, other]] of (
      [
        [b, a],
        [a, b],
      ] as const
    ).entries()) {
      const json = { ...Object.fromEntries(kept), [place.name]: place.first };
      told.step(`first-${i + 1}`, update, withJson(base, json), pathOf(one));
      told.look(`list-${i + 1}`, [one, other], true);
    }
    return told.group();
  });
}

/** One more comes first where that is asked for, and else last. */
function added(suite: Suite, row: Row): CaseGroup[] {
  const { create, base, both } = row;
  const place = placeIn(create, base);
  const described = create.op.description;
  if (!base.json) return [];
  const { [place?.name ?? '']: _, ...rest } = base.json;
  const ways: { what: string; json: Record<string, JsonValue>; first: boolean }[] = [
    ...(place && says(described, 'makesRoom')
      ? [{ what: 'first', json: { ...rest, [place.name]: place.first }, first: true }]
      : []),
    ...(says(described, 'addedLast') ? [{ what: 'last', json: rest, first: false }] : []),
  ];
  return ways.flatMap(({ what, json, first }) => {
    const told = new Places(`story/${create.op.id}-${what}`, suite, row);
    told.step('create', create, withJson(base, json), addressOf(create, both[0]));
    const [made] = told.cases;
    const { after } = made ? subjectOf(suite, made) : {};
    if (!after) return [];
    for (const [i, other] of both.entries()) told.look(`list-${i + 1}`, first ? [after, other] : [other, after], first);
    return told.group();
  });
}
