// What documents say of an option that is a yes or no: a flag that is not set may ask for nothing at all.
import type { ApiParameter } from '../../../spec/contract/api.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import type { Operation } from '../../plan/resources.js';

/** Whether the words of an option say that false asks for those alone that are not so. */
export function saysWhatFalseIs({ api }: Operation, { description, schema }: ApiParameter): boolean {
  const text = description ?? mergedSchema(api, schema).description ?? '';
  return text.split(/(?<=[.;])\s+/).some((one) => FALSE.test(one) && ALONE.test(one) && !ALL.test(one));
}

const FALSE = /\bfalse\b|\bor (?:that |those that )?(?:is |are )?not\b|\bonly the others?\b/i;
const ALONE = /\bonly\b|\bfilters?\b/i;
const ALL = /\b(?:all|any|both|every\w*|ignored?|default|include[sd]?|including|also|too)\b/i;
