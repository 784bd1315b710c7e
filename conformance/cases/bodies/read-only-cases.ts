// What a schema marks as read only is the server's alone: where a request says it all the same, that is refused or passed
// over (JSON Schema 2020-12, validation, section 9.4).
import type { Api, JsonValue, Schema } from '../../../spec/contract/api.js';
import { fittingValue, typeOf } from '../../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { bodySchema, type Operation } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import { withValueAt } from '../../plan/value-at.js';
import { type BaseRequest, withJson } from '../base-request.js';
import type { Derived } from '../derived.js';
import { expectation } from '../documented.js';
import { placesOf } from './body-places.js';

/** Properties that one request says, at most. */
const MOST = 6;
/** No server counts so far or keeps that time by itself. */
const NUMBER = 987_654_321;
const TIMES: Record<string, string> = { 'date-time': '2001-02-03T04:05:06Z', date: '2001-02-03' };

export function readOnlyCases(suite: Suite, operation: Operation, base: BaseRequest): Derived[] {
  const schema = bodySchema(operation);
  const creates = suite.model.resources.some((r) => r.create === operation) && operation.op.method === 'POST';
  if (suite.commandsOnly || !creates || !base.json || !schema) return [];
  const own: { [name: string]: JsonValue } = {};
  let json = base.json;
  for (const { path, schema: raw } of placesOf(operation.api, schema, base.json)) {
    const name = path.at(-1);
    const value = ownValue(operation.api, mergedSchema(operation.api, raw));
    const plain = path.every((part) => typeof part === 'string');
    if (typeof name !== 'string' || !plain || value === undefined || Object.keys(own).length >= MOST) continue;
    own[name] = value;
    json = withValueAt(json, path, value);
  }
  const names = Object.keys(own);
  if (names.length === 0) return [];
  const expect = expectation(operation.op);
  const because = 'what is read only is refused or passed over';
  return [
    {
      what: 'read-only',
      title: `with ${names.join(', ')}, which only the server gives`,
      level: 'MUST',
      changes: {
        request: { ...withJson(base, json), verbatim: names },
        expect: { ...expect, statuses: [...expect.statuses, '4XX'], because },
        own,
      },
    },
  ];
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
