// Derived cases of query options: values that the documents list or that lie in a documented range, and one beyond it.
import type { ApiParameter, JsonValue } from '../../spec/contract/api.js';
import { flatten, type Operation } from '../plan/resources.js';
import type { BaseRequest } from './base-request.js';
import type { Derived } from './derived.js';
import { expectation } from './documented.js';
import { refused } from './refusal.js';

/** For reads only: what a query option of a write does cannot be told from its row. */
export function queryCases(operation: Operation, base: BaseRequest): Derived[] {
  if (operation.op.method !== 'GET') return [];
  return operation.op.parameters
    .filter((p) => p.in === 'query' && !p.required)
    .flatMap((p) => optionCases(operation, base, p));
}

function optionCases(operation: Operation, base: BaseRequest, parameter: ApiParameter): Derived[] {
  const schema = flatten(operation.api, parameter.schema);
  const types = [schema.type].flat();
  const numeric = types.includes('integer') || types.includes('number');
  const { minimum, maximum } = schema;
  const inside: JsonValue[] =
    schema.enum ??
    (types.includes('boolean') ? [true, false] : numeric ? [Math.max(minimum ?? 1, Math.min(1, maximum ?? 1))] : []);
  const found = inside
    .filter((value) => value !== null && typeof value !== 'object')
    .map(
      (value): Derived => ({
        what: `query/${parameter.name}/${value}`,
        title: `with ${parameter.name}=${value}`,
        level: 'MUST',
        changes: { request: asking(base, parameter.name, value), expect: expectation(operation.op) },
      }),
    );
  const refuses = operation.op.responses.some((r) => r.status === '400');
  const beyond = [
    minimum === undefined ? undefined : minimum - 1,
    maximum === undefined ? undefined : maximum + 1,
  ].filter((value) => value !== undefined);
  if (!numeric || !refuses) return found;
  return [
    ...found,
    ...beyond.map(
      (value): Derived => ({
        what: `query-beyond/${parameter.name}/${value}`,
        title: `with ${parameter.name}=${value}, beyond its range`,
        level: 'MUST',
        changes: {
          request: asking(base, parameter.name, value),
          expect: refused(operation, ['400'], `${parameter.name} has a documented range`),
        },
      }),
    ),
  ];
}

function asking(base: BaseRequest, name: string, value: JsonValue): BaseRequest {
  const written = `${encodeURIComponent(name).replaceAll('%24', '$')}=${encodeURIComponent(String(value))}`;
  return { ...base, query: `?${written}` };
}
