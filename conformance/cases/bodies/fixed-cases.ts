// Another value of what stays as it was made: refused or passed over, never taken.
import type { JsonValue } from '../../../spec/contract/api.js';
import { typeOf } from '../../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { fixedFields, toldFixed } from '../../plan/fixed-fields.js';
import { bodySchema, type Operation, type Resource } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import { says, sentencesOf } from '../../told/told.js';
import { keysInBody } from '../addresses/path-keys.js';
import { type BaseRequest, baseRequest, withJson } from '../base-request.js';
import type { Derived } from '../derived.js';
import { expectation } from '../documented.js';
import { documents, refused } from '../refusal.js';
import { turned } from './formed-text.js';

export function fixedCases(suite: Suite, operation: Operation, base: BaseRequest): Derived[] {
  const { json } = base;
  const resource = suite.model.resources.find((r) => r.updates.includes(operation) && r.create !== operation);
  if (suite.commandsOnly || !resource?.create || !json) return [];
  const made = baseRequest(suite, resource.create)?.json ?? {};
  return [...fixedIn(operation, resource)].flatMap((property): Derived[] => {
    const { api } = operation;
    const schema = mergedSchema(api, bodySchema(resource.create as Operation)?.properties?.[property] ?? {});
    const value = another(schema.enum, typeOf(schema), made[property]);
    const told = statusTold(operation, property);
    // Whoever takes another key calls the thing by it from then on.
    if (value === undefined || (!told && keysInBody(suite, operation).has(property))) return [];
    const expect = expectation(operation.op);
    const because = `${property} stays as it was made`;
    const open = { ...expect, statuses: [...expect.statuses, '4XX'], because };
    const refers = suite.locator.foreignKeys(new Map([[property, value]]), resource).has(property);
    const request = { ...withJson(base, { ...json, [property]: value }), ...(refers ? {} : { verbatim: [property] }) };
    const changes = { request, expect: told ? refused(operation, [told], because) : open, own: { [property]: value } };
    return [{ what: `fixed/${property}`, title: `with another ${property}`, level: 'MUST', changes }];
  });
}

/** Fields of the create that this operation cannot change, whether or not its own table has them. */
function fixedIn(operation: Operation, { create }: Resource): ReadonlySet<string> {
  const own = fixedFields(operation);
  const made = create ? fixedFields(create) : new Set<string>();
  const names = Object.keys((create && bodySchema(create)?.properties) ?? {});
  return new Set([...own, ...made, ...toldFixed(operation, names)]);
}

/** Another value of the same form. */
function another(
  listed: JsonValue[] | undefined,
  type: string | undefined,
  value: JsonValue | undefined,
): JsonValue | undefined {
  if (value === undefined || value === null) return undefined;
  if (listed) return listed.find((one) => one !== value && one !== null);
  if (typeof value === 'number') return type === 'integer' || type === 'number' ? value + 1 : undefined;
  if (typeof value === 'boolean') return !value;
  if (typeof value !== 'string') return undefined;
  return value.includes('@') ? `other-${value}` : turned(value);
}

/** "Sending another `slug` gives 422." */
function statusTold(operation: Operation, property: string): string | undefined {
  const { op } = operation;
  const about = sentencesOf(op.description).filter(
    (sentence) => says(sentence, 'anotherValue') && sentence.split(/[^\w]+/).includes(property),
  );
  return about.flatMap((sentence) => sentence.match(/\b4\d\d\b/g) ?? []).find((status) => documents(operation, status));
}
