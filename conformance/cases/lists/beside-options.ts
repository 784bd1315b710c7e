// Derived cases of an option whose range is another one beside `$expand`, where the documents say so.
import type { Operation } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import { says } from '../../told/told.js';
import type { BaseRequest } from '../base-request.js';
import type { Derived } from '../derived.js';
import { expectation } from '../documented.js';
import { documents, refused } from '../refusal.js';
import { asking } from './query-cases.js';

/** "$expand 0-100 (default: 25) when query is specified" */
const BESIDE = /^\$expand\D{1,20}\d{1,9}\s*[-~–～]\s*(\d{1,9})\b/im;

export function besideOptionCases(suite: Suite, operation: Operation, base: BaseRequest): Derived[] {
  const { op } = operation;
  const list = suite.model.resources.find((one) => one.list === operation);
  const property = list?.retrieve && navigationOf(suite, list.retrieve);
  const offered = op.parameters.some(({ in: place, name }) => place === 'query' && name === '$expand');
  if (!suite.commandsOnly || property === undefined || !offered || !documents(operation, '400')) return [];
  return op.parameters.flatMap(({ in: place, name, description = '' }): Derived[] => {
    const most =
      place === 'query' && says(description, 'noInteger') ? Number(BESIDE.exec(description)?.[1]) : Number.NaN;
    if (Number.isNaN(most)) return [];
    const along = (value: number): BaseRequest => asking(asking(base, '$expand', property), name, value);
    const because = `beside $expand ${name} is at most ${most}`;
    const told = (value: number, expect: ReturnType<typeof refused>): Derived => ({
      what: `query-beside/${name}/${value}`,
      title: `with ${name}=${value} beside $expand`,
      level: 'MUST',
      changes: { request: along(value), expect },
    });
    const inside = { ...expectation(op), response: false };
    return [told(most, inside), told(most + 1, refused(operation, ['400'], because))];
  });
}

/** A navigation property by which the documents lead on from an entity. */
function navigationOf({ model }: Suite, { signature }: Operation): string | undefined {
  const found = model.operations.find(({ op, signature: other, segments }) => {
    const last = segments.at(-1);
    return op.method === 'GET' && last && !last.keys && !last.variable && other === `${signature}/${last.text}`;
  });
  const text = found?.segments.at(-1)?.text;
  return text?.startsWith('$') ? undefined : text;
}
