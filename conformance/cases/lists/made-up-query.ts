// Options that an operation cannot do without, for which nothing says a value that means something to the server: an account's name,
// the id of something else. That a server refuses what is made up is right.
import type { Schema } from '../../../spec/contract/api.js';
import { typeOf } from '../../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { itemSchema } from '../../plan/item-schema.js';
import type { Operation } from '../../plan/resources.js';
import type { Expectation } from '../../plan/story.js';
import { isReference } from '../bodies/made-body.js';

/** What a read is answered with, where its options may have to be made up. */
export function unlessMadeUp(operation: Operation, expect: Expectation): Expectation {
  const succeeds = expect.statuses.every((status) => status.startsWith('2'));
  if (operation.op.method !== 'GET' || !succeeds || !isMadeUp(operation)) return expect;
  return {
    ...expect,
    statuses: [...expect.statuses, '4XX'],
    because: `${expect.because}, or a refusal: what its options ask for is made up`,
  };
}

function isMadeUp(operation: Operation): boolean {
  const { op, api } = operation;
  if (op.docs.cases?.length) return false;
  // What looks for something finds nothing by another word; only what is no id of anything is refused.
  const looksFor = itemSchema(operation) !== undefined;
  return op.parameters.some((p) => {
    if (p.in !== 'query' || !p.required || p.example !== undefined) return false;
    const schema = mergedSchema(api, p.schema);
    return !saysValue(schema) && (isReference(p.name) || (!looksFor && isFreeText(schema)));
  });
}

function saysValue(schema: Schema): boolean {
  return ['enum', 'const', 'default', 'example', 'examples'].some((keyword) => schema[keyword] !== undefined);
}

function isFreeText(schema: Schema): boolean {
  return typeOf(schema) === 'string' && !/^(?:date|date-time|time|duration)$/.test(schema.format ?? '');
}
