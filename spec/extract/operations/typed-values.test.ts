// Types that tell all values.
import { expect, it } from 'vitest';
import { pageOf } from './testing/page-of.js';

const rowsOf = (list: string): unknown[] => {
  const { endpoints } = pageOf(`# Boats\n\n## Make\n\n\`POST /boats\`\n\n### Body\n\n${list}\n`);
  const [table] = endpoints[0]?.body.tables ?? [];
  return table?.kind === 'fields' ? table.rows.map((row) => [row.name, row.type, row.effective, row.required]) : [];
};

it.each([
  ['- `hull` (enum: `wood`, `steel`, required) – Its hull', ['hull', '', 'wood\nsteel', true]],
  ['- `hull` (string, one of: wood | steel)', ['hull', 'string', 'wood\nsteel', false]],
  ['- `hull` (enum) – Its hull', ['hull', 'enum', '', false]],
  ['- `hull` (string: wood)', ['hull', 'string', '', false]],
  ['- `hull`: `number`, `text` or `choice`.', ['hull', '', '', false]],
  ['- `hull`: `boolean` or `string`. Default `boolean`.', ['hull', '', '', false]],
  ['- `hull`: `boolean`. Default `false`.', ['hull', 'boolean', '', false]],
  ['- `tags` map of strings *optional* — Labels', ['tags', 'map of strings', '', false]],
])('%s', (list, row) => expect(rowsOf(list)).toEqual([row]));
