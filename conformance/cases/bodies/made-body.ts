// Bodies for operations that no command shows: from an example of the documents, else from the schema.
import type { JsonValue, Schema } from '../../../spec/contract/api.js';
import { fitsNumber, limitsOf } from '../../../spec/fitting/fitting-number.js';
import { fittingValue, typeOf } from '../../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { isObject } from '../../../spec/is-object.js';
import { beginningOf } from '../../plan/beginning.js';
import { fieldsAt } from '../../plan/fields-at.js';
import { fixedFields } from '../../plan/fixed-fields.js';
import { isJsonPatch, replacing } from '../../plan/json-patch.js';
import { movesOf } from '../../plan/moves.js';
import { isCode } from '../../plan/names.js';
import { sampleBody } from '../../plan/prerequisite.js';
import { bodyMedia, bodySchema, type Operation } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import { valueAt, withValueAt } from '../../plan/value-at.js';
import { keysInBody } from '../addresses/path-keys.js';
import { isFormed } from './formed-text.js';
import { isFreeText } from './free-text.js';

export type Body = { [key: string]: JsonValue };

/**
 * What an operation is sent; undefined where it takes no body.
 *
 * @param again something else than the first time, where one operation creates and replaces
 */
export function madeBody(suite: Suite, operation: Operation, again = false): JsonValue | undefined {
  const own = sampleBody(operation);
  if (own && !again) return operation.keyInBody ? named(suite, operation, own) : own;
  const schema = bodySchema(operation);
  if (!schema) return undefined;
  const create = again ? operation : createOf(suite, operation);
  const media = bodyMedia(operation);
  if (create && media && isJsonPatch(media.type)) {
    const [shown] = media.examples.flatMap(({ value }) => (Array.isArray(value) ? [value] : []));
    return shown ?? patchBody(suite, operation, schema, create);
  }
  const made = create ? updateBody(suite, operation, schema, create) : fittingValue(operation.api, schema);
  return again ? made : named(suite, operation, made);
}

/** What is made says its key, where a request gives that: without one a server may not know how to call it, required or not. */
function named({ model }: Suite, operation: Operation, made: JsonValue): JsonValue {
  const keys = model.resources.find((r) => r.create === operation)?.keys ?? [];
  const property = operation.keyInBody?.property ?? (keys.length === 1 ? keys[0]?.property : undefined);
  if (property === undefined || !isObject<JsonValue>(made) || Object.hasOwn(made, property)) return made;
  return { ...made, [property]: fittingValue(operation.api, bodySchema(operation)?.properties?.[property] ?? {}) };
}

function createOf(suite: Suite, operation: Operation): Operation | undefined {
  const { keyInBody } = operation;
  const changed = keyInBody?.resource ?? suite.model.resources.find((r) => r.updates.includes(operation));
  const create = changed?.create;
  return create === operation ? undefined : create;
}

/**
 * An update takes the values that the create shows, and says something else where it may: a lost update shows. What a PATCH
 * does not say stays as it is, so it says one thing only.
 */
function updateBody(suite: Suite, operation: Operation, schema: Schema, create: Operation): JsonValue {
  const whole = bodySchema(create) ?? {};
  const made = fittingValue(operation.api, schema);
  const shown = sampleBody(create) ?? fittingValue(create.api, whole);
  const at = fieldsAt(operation.api, schema);
  const from = fieldsAt(create.api, whole);
  const [inner, known] = [valueAt(made, at.path), valueAt(shown, from.path)];
  if (!isObject(made) || !isObject<JsonValue>(inner) || !isObject<JsonValue>(known)) return made;
  const resource = suite.model.resources.find((r) => r.updates.includes(operation));
  const foreign = suite.locator.foreignKeys(new Map(Object.entries(known)), resource);
  const { property } = operation.keyInBody ?? {};
  const named = property === undefined ? [] : [property];
  const keys = new Set([...keysInBody(suite, operation).keys(), ...foreign, ...named, ...fixedFields(operation)]);
  const fields = updatedFields(operation, at.schema, inner, known, keys, nextState(operation, create));
  return at.path.length === 0 ? fields : withValueAt(made, at.path, fields);
}

/** One property that the create says gets another value. */
function patchBody(suite: Suite, operation: Operation, schema: Schema, create: Operation): JsonValue {
  const whole = bodySchema(create) ?? {};
  const shown = sampleBody(create) ?? fittingValue(create.api, whole);
  const fields = isObject<JsonValue>(shown) ? updateBody(suite, operation, whole, create) : {};
  const there = isObject<JsonValue>(fields) ? Object.entries(fields).filter(([name]) => name in Object(shown)) : [];
  return there.length > 0 ? replacing(Object.fromEntries(there)) : fittingValue(operation.api, schema);
}

/** The state that what was just made may be brought into, where documents draw the moves. */
function nextState(update: Operation, create: Operation): Body {
  const told = movesOf(update);
  const initial = told && beginningOf(create, told.property);
  const [next] = told?.moves.get(String(initial)) ?? [];
  return told && next !== undefined ? { [told.property]: next } : {};
}

/** @param next values that nothing else may take the place of */
function updatedFields(
  operation: Operation,
  schema: Schema,
  made: Body,
  shown: Body,
  keys: ReadonlySet<string>,
  next: Body,
): Body {
  const writable = Object.entries(schema.properties ?? {}).filter(
    ([, raw]) => !mergedSchema(operation.api, raw)['readOnly'],
  );
  const kept = writable.flatMap(([name]): [string, JsonValue][] =>
    shown[name] === undefined ? [] : [[name, shown[name]]],
  );
  const full: Body = { ...made, ...Object.fromEntries(kept) };
  const others = writable.flatMap(([name, raw]): [string, JsonValue][] => {
    if (keys.has(name)) return [];
    const value = next[name] ?? otherValue(operation, name, raw, full[name]);
    return value === undefined ? [] : [[name, value]];
  });
  const sure = others.filter(([name]) =>
    isFreeText(name, mergedSchema(operation.api, schema.properties?.[name] ?? {}), full[name]),
  );
  const changed = sure.length > 0 ? sure : others;
  if (operation.op.method !== 'PATCH' && !operation.changes)
    return { ...full, ...Object.fromEntries(changed.filter(([name]) => name in full)) };
  const [first] = [...changed.filter(([name]) => name in shown), ...changed];
  return first ? { ...made, [first[0]]: first[1] } : full;
}

/** Properties that refer to something else: no value can be made up. */
export function isReference(name: string): boolean {
  return (
    /(?:^|[a-z0-9_-])(?:id|ids|uuid|ref|uri|url|href)$/i.test(name) && !/(?:void|valid|grid|paid|rapid)$/i.test(name)
  );
}

/** Where no upper limit is told, servers have one all the same. */
const FEW = 100;

/** A number beside the one that is there; else a small one. */
function otherNumber({ api }: Operation, schema: Schema, value: JsonValue | undefined): JsonValue | undefined {
  if (typeof value === 'number') {
    const { step } = limitsOf(schema);
    return [value + step, value - step].find((beside) => fitsNumber(schema, beside));
  }
  const open = limitsOf(schema).high === undefined;
  return fittingValue(api, open ? { ...schema, maximum: Math.max(0, schema.minimum ?? 0) + FEW } : schema, 'other');
}

/** Another value that the schema allows; undefined where none can be told, or the property is no plain value of the thing itself. */
export function otherValue(
  operation: Operation,
  name: string,
  raw: Schema,
  value: JsonValue | undefined,
): JsonValue | undefined {
  const schema = mergedSchema(operation.api, raw);
  if (isReference(name) || isCode(name, schema) || schema.const !== undefined || schema.oneOf || schema.anyOf)
    return undefined;
  if (schema.enum) return schema.enum.find((one) => one !== value && one !== null);
  const type = typeOf(schema);
  if (type === 'boolean') return value !== true;
  if (type === 'integer' || type === 'number') return otherNumber(operation, schema, value);
  if (type !== 'string' || schema.format !== undefined || schema.pattern !== undefined) return undefined;
  if (isFormed(value, schema)) return undefined;
  const text = typeof value === 'string' ? value : 'sample';
  const room = schema.maxLength === undefined || text.length + 2 <= schema.maxLength;
  return room ? `${text} 2` : fittingValue(operation.api, schema, 'other');
}
