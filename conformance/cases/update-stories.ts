// Stories of what an update leaves alone and what it does not: PUT replaces, so that a field left out has its default
// again (RFC 9110, section 9.3.4); PATCH (RFC 5789) and OData's MERGE keep it.

import type { JsonValue, Schema } from '../../spec/contract/api.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { parseBody } from '../plan/body.js';
import { entityOf } from '../plan/entities.js';
import { bodySchema, type Operation, type Resource } from '../plan/resources.js';
import type { Suite } from '../plan/subject.js';
import type { CaseGroup } from '../plan/suite.js';
import { type BaseRequest, baseRequest } from './base-request.js';
import { expectation } from './documented.js';
import { refused } from './refusal.js';
import { createdBy, pathOf, plainHeaders, Telling } from './stories.js';
import { varied } from './varied.js';

type Body = { [key: string]: JsonValue };

export function updateGroups(suite: Suite): CaseGroup[] {
  return suite.model.resources.flatMap((resource) =>
    resource.updates.flatMap((update) => [
      ...story(suite, resource, update),
      ...moving(suite, resource, update),
      ...clashing(suite, resource, update),
    ]),
  );
}

function story(suite: Suite, resource: Resource, update: Operation): CaseGroup[] {
  const { create, retrieve, remove } = resource;
  if (!create?.judged || !update.judged || !retrieve?.judged || !remove) return [];
  const base = baseRequest(suite, create);
  const schema = bodySchema(create);
  if (!base?.json || !schema || resource.keys.some((key) => key.property === undefined)) return [];
  const keys = new Set(resource.keys.map((key) => key.property));
  const required = new Set(schema.required ?? []);
  const extra = Object.fromEntries(
    [...samples(create, update)].filter(([name]) => !keys.has(name) && !required.has(name)),
  );
  const json = { ...base.json, ...extra };
  const body = Object.fromEntries(Object.entries(json).filter(([name]) => required.has(name)));
  const state = update.op.method === 'PUT' ? defaults(update, extra) : extra;
  const forgotten = Object.keys(json).some((name) => keys.has(name) && !required.has(name));
  if (Object.keys(state).length === 0 && !forgotten) return [];
  const telling = new Telling(`story/${update.op.id}-${update.op.method === 'PUT' ? 'replaces' : 'keeps'}`);
  telling.add('create', create, withBody(base, json), expectation(create.op, create));
  const [first] = telling.cases;
  const entity = first && createdBy(suite, first, resource);
  if (!entity) return [];
  const request = { ...withBody(base, body), method: update.op.method, path: pathOf(entity) };
  telling.add(
    'update',
    update,
    { ...request, headers: { ...plainHeaders(base), ...typed(base) } },
    expectation(update.op, update),
    { state },
  );
  return telling.group();
}

/** An update to the name of another one that is there, where the documents have 409 for it: both are as before. */
function clashing(suite: Suite, resource: Resource, update: Operation): CaseGroup[] {
  const { create, retrieve, remove } = resource;
  const base = create && baseRequest(suite, create);
  const property = resource.keys[0]?.property;
  // A plain spec's 409 may be about versions, and its keys may be for ever.
  const refuses = suite.hasCommands && update.op.responses.some((r) => r.status === '409');
  if (!create?.judged || !update.judged || !retrieve?.judged || !remove || !base?.json || !refuses) return [];
  const name = property === undefined ? undefined : base.json[property];
  if (property === undefined || typeof name !== 'string') return [];
  const telling = new Telling(`story/${update.op.id}-clash`);
  telling.add('create', create, base, expectation(create.op, create));
  const [first] = telling.cases;
  const entity = first && createdBy(suite, first, resource);
  const taken = varied(suite, name, 2)[1];
  if (!entity || taken === undefined || taken === name) return [];
  const other = entityOf(resource, [taken, ...entity.keys.slice(1)], entity.parents);
  const body = { ...base.json, [property]: taken };
  const request = { ...withBody(base, body), method: update.op.method, path: pathOf(entity) };
  const headers = { ...plainHeaders(base), ...typed(base) };
  const expect = { ...refused(update, ['409'], 'another one has the name'), effect: 'unchanged' as const };
  telling.add('update', update, { ...request, headers }, expect, { exists: [other] });
  return telling.group();
}

/** An update that names another owner in the key: the entity stands under that one's key from then on. */
function moving(suite: Suite, resource: Resource, update: Operation): CaseGroup[] {
  const { create, retrieve, remove } = resource;
  const base = create && baseRequest(suite, create);
  if (!create?.judged || !update.judged || !retrieve?.judged || !remove || !base?.json) return [];
  const dotted = resource.keys.flatMap(({ property }) => (property?.includes('.') ? [property] : []));
  const shown = [...samples(create, update)].filter(([name]) => dotted.includes(name));
  const json: Body = { ...Object.fromEntries(shown), ...base.json };
  const telling = new Telling(`story/${update.op.id}-moves`);
  telling.add('create', create, withBody(base, json), expectation(create.op, create));
  const [first] = telling.cases;
  const entity = first && createdBy(suite, first, resource);
  if (!entity) return [];
  const owners = suite.locator.referencesIn(new Map(Object.entries(json)), resource, entity.parents);
  const [{ parts } = { parts: new Map<string, number>() }] = owners;
  const [property] = [...parts].find(([name, index]) => index === 0 && dotted.includes(name)) ?? [];
  const owner = property === undefined ? undefined : json[property];
  if (property === undefined || typeof owner !== 'string') return [];
  // A key of several parts is named whole: of one that is left out there is no telling which owner it means.
  const named = Object.fromEntries([...parts.keys()].map((name) => [name, json[name] ?? null]));
  const moved: Body = { ...named, [property]: varied(suite, owner, 2)[1] ?? owner };
  const body = update.op.method === 'PUT' ? { ...json, ...moved } : moved;
  const request = { ...withBody(base, body), method: update.op.method, path: pathOf(entity) };
  const headers = { ...plainHeaders(base), ...typed(base) };
  telling.add('update', update, { ...request, headers }, expectation(update.op, update));
  return telling.group();
}

function withBody(base: BaseRequest, json: Body): BaseRequest {
  return { ...base, json, body: JSON.stringify(json) };
}

function typed(base: BaseRequest): Record<string, string> {
  return Object.fromEntries(Object.entries(base.headers).filter(([name]) => /^content-type$/i.test(name)));
}

/** Documented values other than null and the default, of the commands and samples of a create, then of the update. */
function samples(create: Operation, update: Operation): Map<string, JsonValue> {
  const found = new Map<string, JsonValue>();
  const bodies = [create, update].flatMap(({ op }) => [
    ...(op.docs.cases ?? []).flatMap((c) => {
      const body = parseBody(c.request.body);
      return body.kind === 'json' ? [body.value] : [];
    }),
    ...(op.body?.content.flatMap((m) => m.examples.map((e) => e.value)) ?? []),
  ]);
  const properties = bodySchema(create)?.properties ?? {};
  for (const body of bodies)
    if (typeof body === 'object' && body !== null && !Array.isArray(body))
      for (const [name, value] of Object.entries(body)) {
        const raw = properties[name];
        if (!raw || value === null || value === mergedSchema(create.api, raw).default || found.has(name)) continue;
        found.set(name, value);
      }
  return found;
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

function nullable({ api }: Operation, schema: Schema): boolean {
  return [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].some((s) =>
    [mergedSchema(api, s).type].flat().includes('null'),
  );
}
