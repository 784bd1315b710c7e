// Where samples alone tell of answers: a number that is whole in each of them need not be so in all others.
import type { ApiOperation, JsonValue } from '../../spec/contract/api.js';
import { valueAt } from '../../spec/json-pointer.js';
import type { Relaxation } from '../plan/story.js';
import type { SchemaError } from './schemas.js';

export function acceptFractions(
  errors: SchemaError[],
  { docs }: ApiOperation,
  value: JsonValue,
): { errors: SchemaError[]; relaxations: Relaxation[] } {
  if (errors.length === 0 || !docs.inferred?.includes('responseSchema')) return { errors, relaxations: [] };
  const isFraction = ({ pointer, message }: SchemaError): boolean =>
    /\binteger\b/.test(message) && typeof valueAt(value, pointer) === 'number';
  return {
    errors: errors.filter((error) => !isFraction(error)),
    relaxations: errors.filter(isFraction).map(({ pointer }) => ({
      id: 'shown-whole',
      reason: `answer ${pointer}: a number; the documents show a whole one, and do not say that it always is`,
    })),
  };
}
