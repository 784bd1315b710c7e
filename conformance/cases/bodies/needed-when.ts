// Fields that a value of another one makes necessary: "Required when `status` is `rejected`".
import type { JsonValue, Schema } from '../../../spec/contract/api.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { bodySchema, type Operation } from '../../plan/resources.js';
import { sentencesOf, toldBy } from '../../told/told.js';
import { type BaseRequest, withJson } from '../base-request.js';
import type { Derived } from '../derived.js';
import { expectation } from '../documented.js';
import { refused } from '../refusal.js';

export function neededWhen(operation: Operation, base: BaseRequest): Derived[] {
  const { json } = base;
  const { api, op } = operation;
  const { properties = {}, required = [] } = bodySchema(operation) ?? {};
  if (!json || !['POST', 'PUT', 'PATCH'].includes(op.method)) return [];
  const fields = new Map(Object.entries(properties).map(([name, raw]) => [name, mergedSchema(api, raw)]));
  return [...fields].flatMap(([name, schema]): Derived[] => {
    const told = required.includes(name) ? undefined : conditionOf(operation, fields, name, schema);
    if (!told) return [];
    const { [name]: _, ...rest } = json;
    const { other, value, free } = told;
    const refusal = refused(operation, ['400', '422'], `${name} is required when ${other} is ${value}`);
    const without = (set: JsonValue): BaseRequest => withJson(base, { ...rest, [other]: set });
    const lacks: Derived = {
      what: `needed/${name}`,
      title: `without ${name}, where ${other} is ${value}`,
      level: 'MUST',
      changes: { request: without(value), expect: { ...refusal, names: name } },
    };
    if (free === undefined) return [lacks];
    const { effect: _effect, ...success } = expectation(op);
    // The state of the thing may speak against it.
    const expect = { ...success, statuses: [...success.statuses, '409'] };
    const title = `without ${name}, where ${other} is ${free}`;
    return [lacks, { what: `not-needed/${name}`, title, level: 'MUST', changes: { request: without(free), expect } }];
  });
}

interface Condition {
  other: string;
  value: JsonValue;
  /** Another value, of which no field speaks. */
  free: JsonValue | undefined;
}

function conditionOf(
  { op }: Operation,
  fields: ReadonlyMap<string, Schema>,
  name: string,
  { description }: Schema,
): Condition | undefined {
  const about = sentencesOf(op.description?.replace(/[`*"]/g, '')).filter((one) => one.split(/[^\w]+/)[0] === name);
  const told = [...sentencesOf(description?.replace(/[`*"]/g, '')), ...about].map((one) => toldBy(one, 'neededWhen'));
  const { other = '', value: word } = told.find((one) => fields.has(one['other'] ?? '')) ?? {};
  const { enum: values = [] } = fields.get(other) ?? {};
  const value = values.find((one) => typeof one === 'string' && one === word);
  if (other === name || value === undefined) return undefined;
  const words = [...fields].map(([field, schema]) => (field === other ? '' : (schema.description ?? ''))).join(' ');
  const free = values.find((one) => typeof one === 'string' && one !== value && !words.includes(one));
  return { other, value, free };
}
