// What `$filter` asks of dates, where the documents of the option show how they are written (OData URI conventions, section 4.5).
import { dateLiterals } from '../../plan/date-literals.js';
import type { Entity } from '../../plan/entities.js';
import { itemSchema } from '../../plan/item-schema.js';
import type { Operation } from '../../plan/resources.js';
import { says } from '../../told/told.js';
import type { Asked } from './list-options.js';

/** Long before anything was made, by any clock. */
const LONG_AGO = Date.UTC(2000, 0, 1);

/** Everything that is there was made later than long ago. */
export function dated(list: Operation, three: Entity[]): Asked[] {
  const properties = Object.entries(itemSchema(list)?.properties ?? {});
  const [made] = properties.find(([, { description }]) => says(description, 'madeAt')) ?? [];
  if (made === undefined) return [];
  return dateLiterals(list).flatMap((write, i): Asked[] => {
    const [before, after] = [`${made} lt ${write(LONG_AGO)}`, `${made} gt ${write(LONG_AGO)}`];
    return [
      { what: `filter-date-before-${i + 1}`, query: [['$filter', before]], list: { members: [] } },
      { what: `filter-date-after-${i + 1}`, query: [['$filter', after]], list: { members: three } },
    ];
  });
}
