// Text in front of the operations on one kind of thing becomes the description of their tag.
import { expect, it } from 'vitest';
import { readProfile, readWording } from '../../cli/documents.js';
import { buildSpec } from '../build.js';
import { packageRoot } from '../package-root.js';

const options = { profile: readProfile('rest-table', packageRoot()), wording: readWording() };

function tags(text: string): unknown {
  return buildSpec([{ path: 'p.md', text }], options).document['tags'];
}

const operations = (...lines: string[]): string =>
  lines.map((line) => `### ${line.toLowerCase().replace(/\W/g, ' ')}\n\n\`${line}\`\n\nAnswers \`200\`.\n`).join('\n');

it('is taken with its items, up to what is no text', () => {
  const intro =
    'A kite is `new` at first.\n\n- Flying makes it `high`.\n\n```json\n{ "id": 1, "state": "new", "tail": 3 }\n```\n\nMore.\n';
  expect(
    tags(`# Hill\n\nAll about kites.\n\n## Kites\n\n${intro}\n${operations('GET /kites', 'POST /kites')}`),
  ).toEqual([{ name: 'kites', description: 'A kite is new at first.\n- Flying makes it high.' }]);
});

it('is that of the page where nothing stands between', () => {
  expect(tags(`# Kites\n\nThey fly.\n\n${operations('GET /kites', 'GET /kites/{id}')}`)).toEqual([
    { name: 'kites', description: 'They fly.' },
  ]);
});

it.each([
  ['two kinds of things', `# Hill\n\nThey fly.\n\n${operations('GET /kites', 'GET /owls')}`],
  [
    'some of them only',
    `# Hill\n\n## A\n\nThey fly.\n\n${operations('GET /kites')}\n## B\n\n${operations('POST /kites')}`,
  ],
  ['no text', `# Hill\n\n## Kites\n\n${operations('GET /kites')}`],
])('nothing is said of a tag by a section of %s', (_, text) => {
  expect(tags(text)).toBeUndefined();
});

const TABLE = '| From | To |\n|--|--|\n| `new` | `high`, `lost` |\n| `high` | |\n';

it.each([
  ['a table', TABLE],
  ['a diagram', '```\nnew --> high\nnew --> lost\n{ "a": 1 }\n```\n'],
  ['a sentence', '`new` → `high` or `lost`. Nothing else.\n'],
])('has the moves that stand in front of the operations below a title of their own: %s', (_, drawn) => {
  const text = `# Hill\n\n## Kites\n\n### The kite\n\nIt has wings.\n\n### States\n\nThey fly.\n\n${drawn}\n${operations('GET /kites', 'POST /kites')}`;
  const [{ description } = { description: '' }] = (tags(text) ?? []) as { description: string }[];
  expect(description).toMatch(/new .{1,3} high/);
  expect(description).toContain('lost');
  expect(description).toContain('They fly.');
  expect(description).not.toMatch(/wings|"a"/);
});

it('such a table below an operation describes that', () => {
  const text = `# Hill\n\n${operations('PATCH /kites/{id}')}\n${TABLE}`;
  const { document } = buildSpec([{ path: 'p.md', text }], options);
  expect(JSON.stringify(document['paths'])).toContain('new → high, lost');
});
