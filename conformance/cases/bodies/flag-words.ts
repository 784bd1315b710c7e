// What documents say of an option that is a yes or no: a flag that is not set may ask for nothing at all.
import type { ApiParameter } from '../../../spec/contract/api.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import type { Operation } from '../../plan/resources.js';
import { says, sentencesOf } from '../../told/told.js';

/** Whether the words of an option say that false asks for those alone that are not so. */
export function saysWhatFalseIs({ api }: Operation, { description, schema }: ApiParameter): boolean {
  const text = description ?? mergedSchema(api, schema).description ?? '';
  return sentencesOf(text).some(
    (one) => says(one, 'asksForFalse') && says(one, 'asksAlone') && !says(one, 'asksForAll'),
  );
}
