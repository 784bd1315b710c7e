// Titles that repeat whose section it is.
import { expect, it } from 'vitest';
import { pageOf } from './testing/page-of.js';

it.each([
  ['Parameters for "Make a berth"', 'Code samples for "Make a berth"', 'Make a berth'],
  ['Parameter für „Platz anlegen“', 'Beispiel für „Platz anlegen“', 'Platz anlegen'],
  ['Paramètres de « Créer un poste »', 'Exemple de « Créer un poste »', 'Créer un poste'],
  ['「係留場所の作成」のパラメータ', '「係留場所の作成」の例', '係留場所の作成'],
])('%s is the section of what it names', (parameters, samples, title) => {
  const { endpoints } = pageOf(
    `# Berths\n\n## ${title}\n\n### ${parameters}\n\n|Name|Type|\n|--|--|\n|size|integer|\n\n### ${samples}\n\n\`POST /berths\`\n`,
  );
  expect(endpoints.map((one) => one.title)).toEqual([title]);
  const [table] = endpoints[0]?.body.tables ?? [];
  expect(table?.kind === 'fields' && table.rows.map((row) => row.name)).toEqual(['size']);
});

it('takes what it knows no role of for no operation', () => {
  const { endpoints } = pageOf(
    '# Berths\n\n## Make a berth\n\nMakes one.\n\n### Notes on "Make a berth"\n\nSlow.\n\n`POST /berths`\n',
  );
  expect(endpoints.map((one) => [one.title, one.description])).toEqual([
    ['Make a berth', 'Makes one.\n\nNotes\n\nSlow.'],
  ]);
});

it('leaves a title that quotes something else', () => {
  const { endpoints } = pageOf('# Berths\n\n## Make a berth\n\n### Make a "small" one\n\n`POST /berths`\n');
  expect(endpoints.map((one) => one.title)).toEqual(['Make a "small" one']);
});
