// With which status documents refuse a field that is not to be sent: one that they do not know, one that only the server gives.
import type { Operation } from '../../plan/resources.js';
import type { Sentence } from '../../told/sentences.js';
import { says, sentencesOf } from '../../told/told.js';

/** "Unknown properties are rejected with 400." */
export function statusForUnknown(operation: Operation): string | undefined {
  return statusTold(operation, 'unknownRefused');
}

/** "… and so are values for read-only properties." */
export function statusForOwn(operation: Operation): string | undefined {
  return statusTold(operation, 'ownRefused');
}

function statusTold({ op }: Operation, what: Sentence): string | undefined {
  const refusals = op.responses.filter(({ status }) => status === '400' || status === '422');
  return refusals.find(({ description }) => sentencesOf(description).some((sentence) => says(sentence, what)))?.status;
}
