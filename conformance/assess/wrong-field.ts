// Whether an error names the field that is wrong, where the documents say that it does. Pure.
import type { JsonValue } from '../../spec/contract/api.js';
import { valueAt } from '../../spec/json-pointer.js';
import type { AnswerContext, Finding } from './answer.js';

export function wrongFieldFindings(
  { api, expect, level }: AnswerContext,
  status: number,
  value: JsonValue | undefined,
  at: object,
): Finding[] {
  const { field, fieldStatus = status } = api.docs.errorMembers ?? {};
  const { names } = expect;
  if (field === undefined || names === undefined || fieldStatus !== status || value === undefined) return [];
  const told = valueAt(value, field);
  const found = [told].flat().filter((one) => typeof one === 'string');
  const ok = found.some((one) => one.split(/[^\w$-]+/).includes(names));
  const actual = told === undefined ? 'nothing' : JSON.stringify(told);
  return [
    { id: 'error-field', level, ok, expected: `${names}, the field that is wrong`, actual, pointer: field, ...at },
  ];
}
