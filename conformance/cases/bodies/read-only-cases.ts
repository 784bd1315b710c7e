// What a schema marks as read only is the server's alone: where a request says it all the same, that is refused or passed
// over (JSON Schema 2020-12, validation, section 9.4).
import type { Api, JsonValue, Schema } from '../../../spec/contract/api.js';
import { fittingValue, typeOf } from '../../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { type OwnField, ownFields } from '../../plan/own-fields.js';
import { bodySchema, type Operation } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import { STATE, statesIn } from '../../plan/turns.js';
import { withValueAt } from '../../plan/value-at.js';
import { toldBy } from '../../told/told.js';
import { type BaseRequest, withJson } from '../base-request.js';
import type { Derived } from '../derived.js';
import { expectation } from '../documented.js';
import { refused } from '../refusal.js';
import { placesOf } from './body-places.js';
import { statusForOwn } from './told-refusals.js';

/** Properties that one request says, at most. */
const MOST = 6;
/** No server counts so far or keeps that time by itself. */
const NUMBER = 987_654_321;
const TIMES: Record<string, string> = { 'date-time': '2001-02-03T04:05:06Z', date: '2001-02-03' };

type Own = { [name: string]: JsonValue };

export function readOnlyCases(suite: Suite, operation: Operation, base: BaseRequest): Derived[] {
  const schema = bodySchema(operation);
  const resource = suite.model.resources.find((r) => r.create === operation || r.updates.includes(operation));
  if (suite.commandsOnly || !resource || !base.json || !schema) return [];
  const creates = resource.create === operation && operation.op.method === 'POST';
  return [
    ...(creates ? marked(operation, schema, base, base.json) : []),
    ...shown(operation, ownFields(resource), base, base.json),
  ];
}

/** Those that the table of the request itself marks. */
function marked(operation: Operation, schema: Schema, base: BaseRequest, sent: Own): Derived[] {
  const own: Own = {};
  let json = sent;
  for (const { path, schema: raw } of placesOf(operation.api, schema, sent)) {
    const name = path.at(-1);
    const value = ownValue(operation.api, mergedSchema(operation.api, raw));
    const plain = path.every((part) => typeof part === 'string');
    if (typeof name !== 'string' || !plain || value === undefined || Object.keys(own).length >= MOST) continue;
    own[name] = value;
    json = withValueAt(json, path, value);
  }
  return Object.keys(own).length === 0 ? [] : [saying(operation, base, 'read-only', json, own)];
}

/** Those that answers show: where one of them is refused, others are not looked at, so that what tells a state is alone. */
function shown(operation: Operation, fields: ReadonlyMap<string, OwnField>, base: BaseRequest, sent: Own): Derived[] {
  const asked = bodySchema(operation)?.properties ?? {};
  const own = [...fields].filter(([name]) => !Object.hasOwn(asked, name));
  const found = own.flatMap(([name, field]): Derived[] => {
    const value = otherState(operation.api, name, field);
    return value === undefined
      ? []
      : [saying(operation, base, `read-only/${name}`, { ...sent, [name]: value }, { [name]: value })];
  });
  const plain = own.flatMap(([name, { schema }]): [string, JsonValue][] => {
    const value = ownValue(operation.api, schema);
    return value === undefined || STATE.test(name) ? [] : [[name, value]];
  });
  if (plain.length === 0) return found.slice(0, MOST);
  const rest = Object.fromEntries(plain.slice(0, MOST));
  return [...found.slice(0, MOST), saying(operation, base, 'read-only/rest', { ...sent, ...rest }, rest)];
}

function saying(operation: Operation, base: BaseRequest, what: string, json: Own, own: Own): Derived {
  const names = Object.keys(own);
  const told = statusForOwn(operation);
  const expect = expectation(operation.op);
  const because = 'what is read only is refused or passed over';
  return {
    what,
    title: `with ${names.join(', ')}, which only the server gives`,
    level: 'MUST',
    changes: {
      request: { ...withJson(base, json), verbatim: names },
      expect: told
        ? refused(operation, [told], 'the documents refuse what is read only')
        : { ...expect, statuses: [...expect.statuses, '4XX'], because },
      own,
    },
  };
}

/** A state that a thing is not made in. */
function otherState(api: Api, name: string, field: OwnField): JsonValue | undefined {
  const { schema } = field;
  const shown = field.shown ?? toldState(schema);
  if (typeof shown === 'boolean') return !shown;
  if (typeof shown !== 'string') return undefined;
  const states: JsonValue[] = schema.enum ?? (STATE.test(name) ? [...(statesIn(api).get(name) ?? [])] : []);
  return states.includes(shown) ? states.find((one) => one !== shown && one !== null) : undefined;
}

/** "New members are `member`": where no sample shows it. */
function toldState({ description, enum: values = [] }: Schema): JsonValue | undefined {
  const { state } = toldBy(description?.toLowerCase(), 'startsAs');
  return values.find((value) => typeof value === 'string' && value.toLowerCase() === state);
}

/** A value that a server does not give by chance. */
function ownValue(api: Api, schema: Schema): JsonValue | undefined {
  if (schema['readOnly'] !== true || schema.enum || schema.const !== undefined) return undefined;
  const type = typeOf(schema);
  if (type === 'integer' || type === 'number')
    return schema.maximum === undefined && schema.multipleOf === undefined ? NUMBER : undefined;
  if (type !== 'string' || schema.type === undefined) return undefined;
  return TIMES[schema.format ?? ''] ?? fittingValue(api, schema, 'docproof');
}
