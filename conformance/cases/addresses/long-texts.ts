// Derived cases of texts in a query at their documented length, where the error list has a message for values of options.
import type { Schema } from '../../../spec/contract/api.js';
import type { Operation } from '../../plan/resources.js';
import type { BaseRequest } from '../base-request.js';
import { fitsText } from '../bodies/schema-sides.js';
import type { Derived } from '../derived.js';
import { expectation } from '../documented.js';
import { asking } from '../lists/query-cases.js';
import { listsError, refused } from '../refusal.js';

/** Longest text that is sent in a query; what is longer, servers refuse for its length alone. */
const LONGEST = 2000;

/** @param refuses statuses of a wrong request */
export function longTexts(
  operation: Operation,
  base: BaseRequest,
  name: string,
  schema: Schema,
  refuses: string[],
): Derived[] {
  const listed = listsError(operation, 400, /\bquery\b/i, /invalid|long|length/i);
  const { maxLength = LONGEST, enum: words, format } = schema;
  if (!listed || maxLength >= LONGEST) return [];
  // What has a grammar, a list or a form of its own is refused for more than its length.
  const plain = !name.startsWith('$') && words === undefined && format === undefined;
  const any = plain && fitsText(schema, 'a'.repeat(maxLength));
  const told = (what: string, title: string, length: number, expect: ReturnType<typeof refused>): Derived => {
    const request = asking(base, name, 'a'.repeat(length));
    return { what: `${what}/${name}`, title: `with ${name} ${title}`, level: 'MUST', changes: { request, expect } };
  };
  const because = `${name} has a documented length`;
  return [
    told('query-too-long', 'which is too long', maxLength + 1, refused(operation, refuses, because)),
    ...(any ? [told('query-longest', `of ${maxLength} characters`, maxLength, expectation(operation.op))] : []),
  ];
}
