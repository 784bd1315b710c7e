// Keys of OData's own syntax may be any text (URI conventions, section 2.3): a name with characters that its address must encode
// is refused, or it is there by that address.
import type { Schema } from '../../../spec/contract/api.js';
import { patternTest } from '../../../spec/contract/pattern.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { keySchema } from '../../plan/key-schema.js';
import { bodyText } from '../../plan/prerequisite.js';
import type { Operation } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import type { BaseRequest } from '../base-request.js';
import type { Derived } from '../derived.js';
import { expectation } from '../documented.js';

/** An apostrophe is doubled in a key, a space and a percent sign are encoded. */
const UNUSUAL = "'s 5%";

/** Of these an address may hold the apostrophe as it is (RFC 3986, section 2.2). */
const IN_ADDRESS = "/it's";

export function unusualKeyCases(suite: Suite, operation: Operation, base: BaseRequest): Derived[] {
  const resource = suite.model.resources.find((r) => r.create === operation);
  const [key] = resource?.keys ?? [];
  if (!resource?.retrieve || !base.json || key?.property === undefined) return [];
  const schema = mergedSchema(operation.api, keySchema(resource, key) ?? {});
  const text = [schema.type].flat().includes('string') ? unusualText(schema, base.json[key.property]) : undefined;
  if (resource.item.at(-1)?.keys === undefined || text === undefined) return [];
  const json = { ...base.json, [key.property]: text };
  const body = bodyText(operation, json);
  const expect = expectation(operation.op);
  return [
    {
      what: `unusual-key/${key.property}`,
      title: `with ${schema.format ? 'an apostrophe' : 'an apostrophe, a space and a percent sign'} in ${key.property}`,
      level: 'MUST',
      changes: {
        request: { ...base, json, ...(body === undefined ? {} : { body }) },
        expect: {
          ...expect,
          statuses: [...expect.statuses, '4XX'],
          because: 'it is refused, or found by its address',
          effect: 'created-or-refused',
        },
      },
    },
  ];
}

/** A value that the schema of a key allows and that its address must encode. */
function unusualText({ format, pattern, enum: values, maxLength = LONG }: Schema, given: unknown): string | undefined {
  const sample = typeof given === 'string' ? given : 'name';
  const end = sample.endsWith('/') ? '/' : '';
  const text = format ? `${sample.slice(0, sample.length - end.length)}${IN_ADDRESS}${end}` : `${sample}${UNUSUAL}`;
  const address = format === 'uri' && sample.startsWith('http');
  const fits = pattern === undefined || patternTest(pattern)?.(text) === true;
  return (!format || address) && fits && !values && maxLength >= LONG ? text : undefined;
}

/** Room for what a run puts to a name, in characters. */
const LONG = 60;
