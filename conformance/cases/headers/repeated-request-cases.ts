// A create that comes again with the same key makes nothing more (draft-ietf-httpapi-idempotency-key-header, section 2).
import type { Schema } from '../../../spec/contract/api.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { makesIdempotent } from '../../plan/request-keys.js';
import { bodySchema, type Operation } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import { toldBy } from '../../told/told.js';
import type { BaseRequest } from '../base-request.js';
import { isFreeText } from '../bodies/free-text.js';
import type { Derived } from '../derived.js';
import { expectation } from '../documented.js';

/** Where the server names what it makes: what has been made twice has two names. */
export function repeatedRequestCases(suite: Suite, operation: Operation, base: BaseRequest): Derived[] {
  const key = operation.op.parameters.find((p) => p.in === 'header' && makesIdempotent(p.name));
  const made = suite.model.resources.find((r) => r.create === operation && operation.op.method === 'POST');
  if (!key || !made || made.keys.some((k) => k.property !== undefined)) return [];
  const given = Object.keys(base.headers).find((name) => name.toLowerCase() === key.name.toLowerCase());
  const request = { ...base, headers: { ...base.headers, [given ?? key.name]: 'docproof' } };
  const title = `twice with the same ${key.name}`;
  const expect = expectation(operation.op, operation);
  const changes = { request, expect };
  return [
    { what: 'same-key', title, level: 'MUST', changes: { ...changes, again: 'same' } },
    ...otherwise(operation, base, key.description).map(
      (again): Derived => ({
        what: 'same-key-otherwise',
        title: `again with the same ${key.name}, and another ${again.otherwise}`,
        level: 'MUST',
        changes: { ...changes, again },
      }),
    ),
  ];
}

/** "The same key with another body gives 422": a field that may have any other words, the other truth, or one more. */
function otherwise(operation: Operation, { json = {} }: BaseRequest, told = '') {
  const { api, op } = operation;
  const { status } = toldBy(`${told}\n${op.description ?? ''}`, 'keyIsOfOne');
  const properties = bodySchema(operation)?.properties ?? {};
  const field = Object.entries(json).find(([name, value]) => {
    const schema = mergedSchema(api, properties[name] ?? {});
    if (schema.enum || schema.const !== undefined || schema.format || schema.pattern) return false;
    if (typeof value === 'string') return isFreeText(name, schema, value);
    if (typeof value === 'number') return !/id$/i.test(name) && mayBeMore(schema, value);
    return typeof value === 'boolean';
  });
  return status && field ? [{ otherwise: field[0], statuses: [status] }] : [];
}

function mayBeMore({ maximum, exclusiveMaximum, multipleOf = 1 }: Schema, value: number): boolean {
  const most = Math.min(Number(maximum ?? Infinity), Number(exclusiveMaximum ?? Infinity) - 1);
  return value + 1 <= most && multipleOf === 1;
}
