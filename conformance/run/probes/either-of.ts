// How an option that takes several values is asked for two of them.
import type { JsonValue } from '../../../spec/contract/api.js';
import type { Several } from '../../plan/question.js';
import type { Options } from './list-look.js';

/** Two values at once, the one in front and then the other: a server may read the first or the last alone. */
export function eitherOf(
  option: string,
  several: Several | undefined,
  [one, other]: readonly JsonValue[],
): { options: Options; values: JsonValue[]; what: string }[] {
  if (several === undefined || one === undefined || other === undefined) return [];
  return [
    [one, other],
    [other, one],
  ].map((values) => ({
    options:
      several === 'each'
        ? values.map((value): Options[number] => [option, String(value)])
        : [[option, values.map(String).join(',')]],
    values,
    what: values.map(String).join(' or '),
  }));
}
