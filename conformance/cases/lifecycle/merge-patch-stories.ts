// Merge patches of objects inside a thing: what a patch does not name stays at every depth, and null takes away (RFC 7396).
import type { JsonValue, Schema } from '../../../spec/contract/api.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { isObject } from '../../../spec/is-object.js';
import { isMergePatch, patched } from '../../plan/merge-patch.js';
import { requiredHeaders, requiredQuery } from '../../plan/prerequisite.js';
import { bodySchema, type Operation, type Resource } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { withValueAt } from '../../plan/value-at.js';
import { type BaseRequest, baseRequest, withJson } from '../base-request.js';
import type { Body } from '../bodies/made-body.js';
import { composite } from '../bodies/right-values.js';
import { nullable } from '../bodies/schema-sides.js';
import { expectation } from '../documented.js';
import { createdBy, pathOf, plainHeaders, Telling } from './stories.js';

/** Objects inside a thing that are patched, at most, and how deep they lie. */
const OBJECTS = 3;
const DEPTH = 3;

export function mergePatchGroups(suite: Suite): CaseGroup[] {
  if (suite.commandsOnly) return [];
  return suite.model.resources.flatMap((resource) =>
    resource.updates.filter((u) => u.judged && isMergePatch(u)).flatMap((update) => merging(suite, resource, update)),
  );
}

function merging(suite: Suite, resource: Resource, update: Operation): CaseGroup[] {
  const { create, retrieve, remove } = resource;
  const base = create?.judged && remove && retrieve?.judged ? baseRequest(suite, create) : undefined;
  const own = baseRequest(suite, update);
  if (!create || !base?.json || !own) return [];
  const json = { ...base.json, ...mapsOf(create, update, base.json) };
  const parts = partsOf(update, bodySchema(update), json).slice(0, OBJECTS);
  const telling = new Telling(`story/${update.op.id}-merges`);
  telling.add('create', create, withJson(base, json), { ...expectation(create.op), effect: 'created' });
  const [first] = telling.cases;
  const entity = first && createdBy(suite, first, resource);
  if (parts.length === 0 || !entity) return [];
  if (create.op.method === 'PUT') Object.assign(first, { absent: [entity] });
  const headers = { ...own.headers, ...requiredHeaders(suite, update), ...plainHeaders(base) };
  let before: Body = {};
  const patch = (step: string, json: Body): void => {
    const place = { path: pathOf(entity), query: requiredQuery(update) };
    const request: BaseRequest = { ...own, ...place, headers, json, body: JSON.stringify(json) };
    telling.add(step, update, request, expectation(update.op, update), { state: before });
    before = patched(before, json);
  };
  for (const { path, kept, cleared } of parts) {
    patch(`within-${path.join('.')}`, withValueAt({}, [...path, kept.name], kept.value));
    if (cleared !== undefined)
      patch(`without-${[...path, cleared].join('.')}`, withValueAt({}, [...path, cleared], null));
  }
  return telling.group();
}

/** Objects of any names that a create may have and the update knows, with members in them. */
function mapsOf(create: Operation, update: Operation, sent: Body): Body {
  const known = bodySchema(update)?.properties ?? {};
  const found = Object.entries(bodySchema(create)?.properties ?? {}).flatMap(([name, raw]) => {
    const schema = mergedSchema(create.api, raw);
    const isMap = isObject(schema.additionalProperties) && !schema.properties;
    const value =
      isMap && Object.hasOwn(known, name) && !Object.hasOwn(sent, name) ? composite(create, name, schema) : undefined;
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(found);
}

interface Part {
  path: string[];
  /** A member that is sent as it is. */
  kept: { name: string; value: JsonValue };
  /** Another one that may have no value. */
  cleared: string | undefined;
}

/** Objects of a body that have more than one member which an update knows. */
function partsOf(update: Operation, raw: Schema | undefined, value: Body, path: string[] = []): Part[] {
  const { properties: named, additionalProperties: any } = raw ? mergedSchema(update.api, raw) : {};
  // Members of any names are all alike.
  const properties =
    named ?? (isObject(any) ? Object.fromEntries(Object.keys(value).map((name) => [name, any as Schema])) : {});
  const known = Object.entries(value).filter(([name]) => properties[name] !== undefined);
  const inside = known.flatMap(([name, inner]) =>
    isObject<JsonValue>(inner) && path.length < DEPTH ? partsOf(update, properties[name], inner, [...path, name]) : [],
  );
  const plain = known.filter(([, inner]) => typeof inner !== 'object');
  const [kept] = plain;
  if (path.length === 0 || !kept || known.length < 2) return inside;
  const mayBeNull = ([name]: [string, JsonValue]): boolean =>
    nullable(update, mergedSchema(update.api, properties[name] ?? {}));
  const cleared = plain.slice(1).find(mayBeNull) ?? plain.find(mayBeNull);
  return [{ path, kept: { name: kept[0], value: kept[1] }, cleared: cleared?.[0] }, ...inside];
}
