// What `$filter` asks of dates, where the documents of the option show how they are written (OData URI conventions, section 4.5).
import type { Entity } from '../../plan/entities.js';
import { itemSchema } from '../../plan/item-schema.js';
import type { Operation } from '../../plan/resources.js';
import { says } from '../../told/told.js';
import type { Asked } from './list-options.js';

/** Long before anything was made, by any clock. */
const LONG_AGO: [literal: RegExp, written: string][] = [
  [/\bdatetime'/, "datetime'2000-01-01T00:00:00'"],
  [/\bdatetimeoffset'/, "datetimeoffset'2000-01-01T09:00:00+09:00'"],
];

/** Everything that is there was made later than long ago. */
export function dated(list: Operation, three: Entity[]): Asked[] {
  const option = list.op.parameters.find((p) => p.in === 'query' && p.name === '$filter');
  const shown = [option?.description ?? '', ...(option?.examples ?? []).map(String)].join('\n');
  const properties = Object.entries(itemSchema(list)?.properties ?? {});
  const [made] = properties.find(([, { description }]) => says(description, 'madeAt')) ?? [];
  if (made === undefined) return [];
  return LONG_AGO.filter(([literal]) => literal.test(shown)).flatMap(([, written], i): Asked[] => [
    { what: `filter-date-before-${i + 1}`, query: [['$filter', `${made} lt ${written}`]], list: { members: [] } },
    { what: `filter-date-after-${i + 1}`, query: [['$filter', `${made} gt ${written}`]], list: { members: three } },
  ]);
}
