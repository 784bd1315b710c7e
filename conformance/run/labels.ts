// What a story calls things whose keys the server gives: their names and titles carry the run's id.
import type { JsonValue, Schema } from '../../spec/contract/api.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { isObject } from '../../spec/is-object.js';
import type { Entity } from '../plan/entities.js';
import { fieldsAt } from '../plan/fields-at.js';
import { isOnce, scopedAddress, scopedLabel, scopedName } from '../plan/names.js';
import { bodySchema, type Operation, type Resource } from '../plan/resources.js';
import { isMark } from '../plan/spoken.js';
import { valueAt, withValueAt } from '../plan/value-at.js';

type JsonObject = { [key: string]: JsonValue };

export class Labels {
  /** Ids of the entities of each resource whose bodies were named, in that order. */
  private readonly things = new Map<string, string[]>();

  /** @param suffix stands in every name that the story makes */
  constructor(private readonly suffix: string) {}

  /** Distinguishes the things of one resource that a story makes. */
  private tail(resource: Resource, entity: Entity | undefined): string {
    const known = this.things.get(resource.signature) ?? [];
    this.things.set(resource.signature, known);
    const id = entity?.id ?? '';
    if (!known.includes(id)) known.push(id);
    const index = known.indexOf(id);
    return index === 0 ? this.suffix : `${this.suffix}${index.toString(36)}`;
  }

  /** Where the server gives the key, what the thing is called carries the run's id: two stories may make one of each. */
  of(
    resource: Resource | undefined,
    entity: Entity | undefined,
    values: ReadonlyMap<string, unknown>,
  ): [string, string][] {
    const schema = resource?.create && bodySchema(resource.create);
    return resource && schema ? this.among(resource, entity, values, schema) : [];
  }

  /** Where nothing says what is made, the documents may still refuse a second one with the same value. */
  alone(operation: Operation, values: ReadonlyMap<string, unknown>): [string, string][] {
    const refusal = refusalOf(operation);
    const makes = operation.op.responses.some(({ status }) => status === '201');
    if (refusal === undefined || !makes) return [];
    const { properties = {} } = bodySchema(operation) ?? {};
    return [...values].flatMap(([name, value]): [string, string][] => {
      const schema = mergedSchema(operation.api, properties[name] ?? {});
      if (typeof value !== 'string' || value === '' || isMark(value) || !isOnce(name, schema, refusal)) return [];
      const label = scopedLabel(name, value, this.suffix, schema, refusal);
      return label === undefined ? [] : [[name, label]];
    });
  }

  /** A body with the labels of the fields that something in it only wraps. */
  inside(
    resource: Resource | undefined,
    entity: Entity | undefined,
    body: Record<string, unknown>,
  ): Record<string, unknown> {
    const whole = resource?.create && bodySchema(resource.create);
    if (!resource?.create || !whole || resource.keys.every((key) => key.property !== undefined)) return body;
    const { path, schema } = fieldsAt(resource.create.api, whole);
    const fields = valueAt(body as JsonObject, path);
    if (path.length === 0 || !isObject<JsonValue>(fields)) return body;
    const labels = this.among(resource, entity, new Map(Object.entries(fields)), schema);
    return withValueAt(body as JsonObject, path, { ...fields, ...Object.fromEntries(labels) });
  }

  /** A body that makes something, with the key that stands beside its fields (`data.id`): it carries the run's id, too. */
  keyed(
    resource: Resource | undefined,
    entity: Entity | undefined,
    body: Record<string, unknown>,
  ): Record<string, unknown> {
    const whole = resource?.create && bodySchema(resource.create);
    if (!resource?.create || !whole) return body;
    const { api } = resource.create;
    const { key } = fieldsAt(api, whole);
    const value = key && valueAt(body as JsonObject, key);
    if (!key || typeof value !== 'string') return body;
    const schema = key.reduce((at, name) => mergedSchema(api, at.properties?.[name] ?? {}), whole);
    return withValueAt(body as JsonObject, key, scopedName(value, this.tail(resource, entity), schema));
  }

  private among(
    resource: Resource,
    entity: Entity | undefined,
    values: ReadonlyMap<string, unknown>,
    { properties = {} }: Schema,
  ): [string, string][] {
    const { create } = resource;
    if (!create) return [];
    // Who names the key says what it is called; an address of mail may be there but once all the same.
    const named = resource.keys.every((key) => key.property !== undefined);
    const isKey = new Set(resource.keys.map((key) => key.property));
    const found: [string, string][] = [];
    const tail = this.tail(resource, entity);
    const refusal = refusalOf(create);
    for (const [name, value] of values) {
      const schema = properties[name];
      if (typeof value !== 'string' || value === '' || isMark(value) || !schema) continue;
      if (named && (isKey.has(name) || !create.enrols)) continue;
      const whole = mergedSchema(create.api, schema);
      const label = scopedLabel(name, value, tail, whole, refusal) ?? scopedAddress(name, value, tail, whole, refusal);
      if (label !== undefined) found.push([name, label]);
    }
    return found;
  }
}

/** What the documents say where something may be there but once. */
function refusalOf({ op }: Operation): string | undefined {
  const conflict = op.responses.find((r) => r.status === '409');
  return conflict && `${conflict.description}\n${op.description ?? ''}`;
}
