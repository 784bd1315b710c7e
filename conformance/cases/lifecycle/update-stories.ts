// Stories of updates. PUT replaces, so that a field left out has its default again (RFC 9110, section 9.3.4); PATCH
// (RFC 5789) and OData's MERGE keep it. A name that is taken is refused; another owner in the key is followed.
import type { JsonValue } from '../../../spec/contract/api.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { essence } from '../../../spec/media-type.js';
import { type Entity, entityOf } from '../../plan/entities.js';
import { requiredHeaders, requiredQuery } from '../../plan/prerequisite.js';
import { replacesRest } from '../../plan/replaces-rest.js';
import { bodyMedia, bodySchema, type Operation, type Resource } from '../../plan/resources.js';
import type { Case, Expectation } from '../../plan/story.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { tellsLeast } from '../../plan/tells-least.js';
import { contentTypeOf } from '../../plan/write-body.js';
import { says } from '../../told/told.js';
import { type BaseRequest, baseRequest, withJson } from '../base-request.js';
import { nullable } from '../bodies/schema-sides.js';
import { expectation } from '../documented.js';
import { refused } from '../refusal.js';
import { varied } from '../varied.js';
import { samples } from './samples.js';
import { createdBy, pathOf, plainHeaders, Telling } from './stories.js';

type Body = { [key: string]: JsonValue };

export function updateGroups(suite: Suite): CaseGroup[] {
  return suite.model.resources.flatMap((resource) => {
    const base = resource.create && baseRequest(suite, resource.create);
    if (!resource.create || !resource.retrieve?.judged || !base?.json) return [];
    const made: Made = { suite, resource, create: resource.create, base, json: base.json };
    const updated = resource.updates
      .filter((update) => update.judged)
      .flatMap((update) => [
        ...leaving(made, update),
        ...emptying(made, update),
        ...moving(made, update),
        ...crowding(made, update),
        ...freeing(made, update),
        ...clashing(made, update),
        ...sharing(made, update),
      ]);
    return [...updated, ...(resource.create.judged ? namesakes(made) : [])];
  });
}

/** What is made to be updated. */
interface Made {
  suite: Suite;
  resource: Resource;
  create: Operation;
  /** The create's own command, and its body. */
  base: BaseRequest;
  json: Body;
}

/**
 * A story that begins with a create; `update` adds the update with a body. A create that is not judged is none of the
 * story's cases: what it makes is prepared.
 */
function begun({ suite, resource, create, base }: Made, update: Operation, what: string, json: Body) {
  const telling = new Telling(`story/${update.op.id}-${what}`);
  const prepared: { entity: Entity; with: Body }[] = [];
  const keys = new Set(resource.keys.map(({ property }) => property));
  const make = (step: string, body: Body): Entity | undefined => {
    telling.add(step, create, withBody(base, body), expectation(create.op, create));
    const made = telling.cases.at(-1);
    const entity = made && createdBy(suite, made, resource);
    if (!entity || create.judged) return entity;
    telling.cases.pop();
    prepared.push({ entity, with: Object.fromEntries(Object.entries(body).filter(([name]) => !keys.has(name))) });
    return entity;
  };
  const entity = make('create', json);
  if (!entity) return undefined;
  const headers = { ...plainHeaders(base), ...typed(base, update), ...requiredHeaders(suite, update) };
  const query = requiredQuery(update);
  return {
    entity,
    /** Makes another one. */
    beside: (body: Body): void => void make('create-another', body),
    update: (body: Body, expect: Expectation, changes: Partial<Case> = {}): CaseGroup[] => {
      const request = {
        ...withBody(base, takenBy(update, body)),
        method: update.op.method,
        path: pathOf(entity),
        query,
        headers,
      };
      const needs = telling.cases.map(({ id }) => id);
      telling.add('update', update, request, expect, {
        needs,
        ...(prepared.length > 0 ? { prepared } : {}),
        ...changes,
      });
      return [{ id: telling.story, cases: telling.cases }];
    },
  };
}

function leaving(made: Made, update: Operation): CaseGroup[] {
  const { resource, create } = made;
  const schema = bodySchema(create);
  if (!schema || resource.keys.some((key) => key.property === undefined)) return [];
  const keys = new Set(resource.keys.map((key) => key.property));
  if (replacesRest(update) && !tellsLeast(create) && !tellsLeast(update)) return [];
  const required = new Set(schema.required ?? []);
  const extra = Object.fromEntries(
    [...samples(create, update, ...resource.updates)].filter(([name]) => !keys.has(name) && !required.has(name)),
  );
  const json = { ...made.json, ...extra };
  // Where the server can name it by itself, a new thing without a name is another one.
  const [name] = resource.keys.map(({ property }) => property);
  const body = Object.fromEntries(Object.entries(json).filter(([one]) => required.has(one) || one === name));
  const state = replacesRest(update) ? defaults(update, extra) : extra;
  const forgotten = Object.keys(json).some((name) => keys.has(name) && !required.has(name));
  if (Object.keys(state).length === 0 && !forgotten) return [];
  const story = begun(made, update, replacesRest(update) ? 'replaces' : 'keeps', json);
  return story?.update(body, expectation(update.op, update), { state, dated: true }) ?? [];
}

/** A field that may have no value has none after an update that says null. */
function emptying(made: Made, update: Operation): CaseGroup[] {
  const { suite, resource, create, json } = made;
  const keys = new Set(resource.keys.map((key) => key.property));
  if (!suite.hasCommands || keys.has(undefined)) return [];
  const properties = bodySchema(update)?.properties ?? {};
  const extra = [...samples(create, update)].filter(
    ([name]) => !keys.has(name) && properties[name] && nullable(update, mergedSchema(update.api, properties[name])),
  );
  if (extra.length === 0) return [];
  const full = { ...json, ...Object.fromEntries(extra) };
  const nothing = Object.fromEntries(extra.map(([name]): [string, JsonValue] => [name, null]));
  return begun(made, update, 'empties', full)?.update({ ...full, ...nothing }, expectation(update.op, update)) ?? [];
}

/** An update to the name of another one that is there, where the documents have 409 for it: both are as before. */
function clashing(made: Made, update: Operation): CaseGroup[] {
  const { suite, resource, create, json } = made;
  const property = resource.keys[0]?.property;
  const name = property === undefined ? undefined : json[property];
  // A plain spec's 409 may be about versions, and its keys may be for ever.
  const refuses = suite.hasCommands && update.op.responses.some((r) => r.status === '409');
  if (!refuses || property === undefined || typeof name !== 'string') return [];
  // What the update does not take cannot be changed to another one's.
  if (!Object.hasOwn(takenBy(update, json), property)) return [];
  const taken = varied(suite, name, 2)[1];
  const story = begun(made, update, 'clash', json);
  if (!story || taken === undefined || taken === name) return [];
  const { keys, parents } = story.entity;
  const expect = { ...refused(update, ['409'], 'another one has the name'), effect: 'unchanged' as const };
  // What else the update says is not written either.
  const keyed = new Set(resource.keys.map((key) => key.property));
  const others = [...samples(create, update)].filter(([field]) => !keyed.has(field));
  return story.update({ ...json, ...Object.fromEntries(others), [property]: taken }, expect, {
    exists: [entityOf(resource, [taken, ...keys.slice(1)], parents)],
  });
}

/** "No two boxes share a schema": an update to the value of another one is refused, as its create was; to its own it is not. */
function sharing(made: Made, update: Operation): CaseGroup[] {
  const { suite, resource, create, json } = made;
  const keys = new Set(resource.keys.map((key) => key.property));
  const [property] = keys;
  const name = property === undefined ? undefined : json[property];
  const refuses = suite.hasCommands && update.op.responses.some((r) => r.status === '409');
  if (!refuses || property === undefined || typeof name !== 'string') return [];
  const other = varied(suite, name, 2)[1] ?? `${name}2`;
  const shown = samples(create, update);
  return Object.entries(bodySchema(update)?.properties ?? {}).flatMap(([field, { description }]) => {
    const value = shown.get(field);
    if (keys.has(field) || typeof value !== 'string' || !says(description, 'alone')) return [];
    const { [field]: _, ...without } = json;
    const story = begun(made, update, `once-${field}`, without);
    const expect = { ...refused(update, ['409'], `another one has this ${field}`), effect: 'unchanged' as const };
    story?.beside({ ...without, [property]: other, [field]: value });
    const its = { ...without, [field]: value };
    const own = begun(made, update, `own-${field}`, its)?.update(its, expectation(update.op, update));
    return [...(story?.update(its, expect) ?? []), ...(own ?? [])];
  });
}

/** Two things of one name under different owners are two: the key tells them apart. */
function namesakes(made: Made): CaseGroup[] {
  const { suite, resource, create, base } = made;
  const json = owned(made, create);
  const telling = new Telling(`story/${create.op.id}-namesake`);
  telling.add('create', create, withBody(base, json), expectation(create.op, create));
  const [first] = telling.cases;
  const entity = first && createdBy(suite, first, resource);
  const moved = entity && elsewhere(made, json, entity);
  if (!moved) return [];
  telling.add('create-namesake', create, withBody(base, { ...json, ...moved }), expectation(create.op, create));
  return telling.group();
}

/** Properties of the key that name the owner: `_Folder.Name`. */
function dottedKeys({ keys }: Resource): string[] {
  return keys.flatMap(({ property }) => (property?.includes('.') ? [property] : []));
}

/** The create's body with an owner, where the commands of the create or of another operation show one. */
function owned({ resource, create, json }: Made, other: Operation): Body {
  const dotted = dottedKeys(resource);
  return { ...Object.fromEntries([...samples(create, other)].filter(([name]) => dotted.includes(name))), ...json };
}

/** The members of a body that name its owner in the key, with the name of another one; a key of several parts whole. */
function elsewhere({ suite, resource }: Made, json: Body, entity: Entity): Body | undefined {
  const dotted = dottedKeys(resource);
  const [owner] = suite.locator.referencesIn(new Map(Object.entries(json)), resource, entity.parents);
  const parts = [...(owner?.parts ?? [])];
  const [property] = parts.find(([name, index]) => index === 0 && dotted.includes(name)) ?? [];
  const name = property === undefined ? undefined : json[property];
  if (property === undefined || typeof name !== 'string') return undefined;
  const named = Object.fromEntries(parts.map(([part]) => [part, json[part] ?? null]));
  return { ...named, [property]: varied(suite, name, 2)[1] ?? name };
}

/** An update that names another owner in the key: the entity stands under that one's key from then on. */
function moving(made: Made, update: Operation): CaseGroup[] {
  const json = owned(made, update);
  const story = begun(made, update, 'moves', json);
  if (!story) return [];
  const moved = elsewhere(made, json, story.entity);
  if (!moved) return [];
  const body = update.op.method === 'PUT' ? { ...json, ...moved } : moved;
  return story.update(body, expectation(update.op, update), { dated: true });
}

/** A move to where another one of the name is already, where the documents have 409 for it: both are as before. */
function crowding(made: Made, update: Operation): CaseGroup[] {
  const json = owned(made, update);
  const refuses = made.suite.commandsOnly && update.op.responses.some((r) => r.status === '409');
  const story = refuses ? begun(made, update, 'moves-beside', json) : undefined;
  const moved = story && elsewhere(made, json, story.entity);
  if (!story || !moved) return [];
  story.beside({ ...json, ...moved });
  const body = update.op.method === 'PUT' ? { ...json, ...moved } : moved;
  return story.update(body, { ...refused(update, ['409'], 'another one has the name there'), effect: 'unchanged' });
}

/** An update that names no owner, where the documents let it: the entity stands under the key of what belongs to nothing. */
function freeing(made: Made, update: Operation): CaseGroup[] {
  const { suite, resource } = made;
  const json = owned(made, update);
  const story = suite.hasCommands ? begun(made, update, 'frees', json) : undefined;
  if (!story) return [];
  const [owner] = suite.locator.referencesIn(new Map(Object.entries(json)), resource, story.entity.parents);
  const [part, ...more] = owner?.parts.keys() ?? [];
  const schema = part === undefined ? undefined : bodySchema(update)?.properties?.[part];
  if (part === undefined || more.length > 0 || !schema || !dottedKeys(resource).includes(part)) return [];
  if (!nullable(update, mergedSchema(update.api, schema)) || json[part] == null) return [];
  const body = update.op.method === 'PUT' ? { ...json, [part]: null } : { [part]: null };
  return story.update(body, expectation(update.op, update), { dated: true });
}

function withBody(base: BaseRequest, json: Body): BaseRequest {
  return withJson(base, json);
}

/** The create's type, where an update takes it, too. */
function typed(base: BaseRequest, update: Operation): Record<string, string> {
  const given = Object.entries(base.headers).filter(([name]) => /^content-type$/i.test(name));
  const own = bodyMedia(update)?.type;
  const taken = given.every(([, type]) => own === undefined || bodyTypes(update).includes(essence(type)));
  return taken ? Object.fromEntries(given) : { 'Content-Type': contentTypeOf(own as string) };
}

function bodyTypes({ op }: Operation): string[] {
  return op.body?.content.map(({ type }) => essence(type)) ?? [];
}

/** What the schema of an update knows: what only a create may say is left out. */
function takenBy(update: Operation, json: Body): Body {
  const properties = bodySchema(update)?.properties;
  return properties ? Object.fromEntries(Object.entries(json).filter(([name]) => name in properties)) : json;
}

/** What the fields have when a PUT leaves them out: the documented default, or null where that is a value of theirs. */
function defaults(update: Operation, extra: Body): Body {
  const properties = bodySchema(update)?.properties ?? {};
  return Object.fromEntries(
    Object.keys(extra).flatMap((name): [string, JsonValue][] => {
      const schema = mergedSchema(update.api, properties[name] ?? {});
      if (schema.default !== undefined) return [[name, schema.default]];
      return nullable(update, schema) ? [[name, null]] : [];
    }),
  );
}
