// A mark of a page that no answer gave: "An unknown or damaged cursor is answered with 400".
import type { ApiParameter } from '../../../spec/contract/api.js';
import { typeOf } from '../../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import type { Operation } from '../../plan/resources.js';
import { says, sentencesOf, toldBy } from '../../told/told.js';
import type { BaseRequest } from '../base-request.js';
import type { Derived } from '../derived.js';
import { documents, refused } from '../refusal.js';
import { isCursor } from './list-roles.js';
import { asking } from './query-cases.js';

/** `docproof-gave-none` in the way in which many servers write theirs. */
const NONE = 'ZG9jcHJvb2YtZ2F2ZS1ub25l';

export function cursorCases(operation: Operation, base: BaseRequest): Derived[] {
  const { op, api } = operation;
  const options = op.method === 'GET' ? op.parameters.filter((p) => p.in === 'query' && isCursor(p)) : [];
  return options.flatMap((option): Derived[] => {
    const { enum: values, format, pattern, ...schema } = mergedSchema(api, option.schema);
    const status = typeOf(schema) === 'string' && !values && !format && !pattern && statusTold(operation, option);
    if (!status) return [];
    const expect = refused(operation, [status], `no answer gave this ${option.name}`);
    const changes = { request: asking(base, option.name, NONE), expect };
    return [
      { what: `query-unknown/${option.name}`, title: `with a ${option.name} of no answer`, level: 'MUST', changes },
    ];
  });
}

/** In its own words, in those of the list, or of a refusal that is about it. */
function statusTold(operation: Operation, { description }: ApiParameter): string | undefined {
  const { op } = operation;
  const told = [description, op.description].map((text) => toldBy(text?.replace(/[`*]/g, ''), 'badCursor')['status']);
  const refusal = op.responses.find(
    ({ status, description: text }) =>
      /^4\d\d$/.test(status) && sentencesOf(text?.replace(/[`*]/g, '')).some((one) => says(one, 'ofBadCursor')),
  );
  return [...told, refusal?.status].find((status) => status !== undefined && documents(operation, status));
}
