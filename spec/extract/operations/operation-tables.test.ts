// Tables below no title: of what is asked for, or of what comes back.
import { expect, it } from 'vitest';
import { pageOf } from './testing/page-of.js';

function places(request: string, head: string, rows: readonly string[]): [asked: number, answered: number] {
  const line = `|${' -- |'.repeat(head.split('|').length)}`;
  const table = [`| ${head} |`, line, ...rows.map((row) => `| ${row} |`)].join('\n');
  const [endpoint] = pageOf(`# Jars\n\n## Get a jar\n\n\`${request}\`\n\n${table}\n`).endpoints;
  const asked = endpoint?.parameters.filter(({ in: place }) => place === 'query') ?? [];
  const answered = endpoint?.responses.flatMap(({ body }) => body.tables) ?? [];
  return [asked.length, answered.length];
}

const FIELDS = ['id | string | Its key', 'state | enum | Full or empty', 'made_at | timestamp | When'];

it('what a thing has that is read is no option', () => {
  expect(places('GET /jars/{jar_id}', 'Field | Type | Description', FIELDS)).toEqual([0, 1]);
});

it.each([
  ['of a list', 'GET /jars', 'Field | Type | Description', FIELDS],
  ['that are called so', 'GET /jars/{jar_id}', 'Parameter | Type | Description', FIELDS],
  [
    'that may be left out',
    'GET /jars/{jar_id}',
    'Field | Type | Required | Description',
    FIELDS.map((row) => row.replace(/ \| (?=\S+ )/, ' | no | ')),
  ],
  [
    'without what only servers set',
    'GET /jars/{jar_id}',
    'Field | Type | Description',
    FIELDS.map((row) => row.replace(/^id/, 'hue')),
  ],
])('options stay those %s', (_, request, head, rows) => {
  expect(places(request, head, rows)).toEqual([3, 0]);
});
