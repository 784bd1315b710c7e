// Keys of OData's own syntax may be any text (URI conventions, section 2.3): a name with characters that its address must encode
// is refused, or it is there by that address.
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { keySchema } from '../plan/key-schema.js';
import { bodyText } from '../plan/prerequisite.js';
import type { Operation } from '../plan/resources.js';
import type { Suite } from '../plan/subject.js';
import type { BaseRequest } from './base-request.js';
import type { Derived } from './derived.js';
import { expectation } from './documented.js';

/** An apostrophe is doubled in a key, a space and a percent sign are encoded. */
const UNUSUAL = "'s 5%";

export function unusualKeyCases(suite: Suite, operation: Operation, base: BaseRequest): Derived[] {
  const resource = suite.model.resources.find((r) => r.create === operation);
  const [key, more] = resource?.keys ?? [];
  if (suite.commandsOnly || !resource?.retrieve || !base.json || key?.property === undefined || more) return [];
  const schema = mergedSchema(operation.api, keySchema(resource, key) ?? {});
  const free = [schema.type].flat().includes('string') && !schema.format && !schema.pattern && !schema.enum;
  if (resource.item.at(-1)?.keys === undefined || !free || (schema.maxLength ?? LONG) < LONG) return [];
  const json = { ...base.json, [key.property]: `${base.json[key.property] ?? 'name'}${UNUSUAL}` };
  const body = bodyText(operation, json);
  const expect = expectation(operation.op);
  return [
    {
      what: `unusual-key/${key.property}`,
      title: `with an apostrophe, a space and a percent sign in ${key.property}`,
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

/** Room for what a run puts to a name, in characters. */
const LONG = 60;
