// Which lists come in parts, and which rows of a table about them are no options.
import { expect, it } from 'vitest';
import { readProfile, readWording } from '../../cli/documents.js';
import { buildSpec } from '../build.js';
import { pointer } from '../contract/pointer.js';
import { packageRoot } from '../package-root.js';

const options = { profile: readProfile('rest-table', packageRoot()), wording: readWording() };

function optionsOf(common: string, list: string, path = '/jars'): string[] {
  const text = `# Pantry\n\n${common}\n\n# Jars\n\n## GET ${path}\n\n${list}\n`;
  const { document } = buildSpec([{ path: 'jars.md', text }], options);
  const refs = (pointer(document, `/paths/${path.replaceAll('/', '~1')}/get/parameters`) ?? []) as { $ref: string }[];
  return refs.map(({ $ref }) => (pointer(document, $ref.slice(1)) as { name: string }).name);
}

const table = (lead: string, rows: string): string =>
  `${lead}\n\n| Field | Type | Description |\n|--|--|--|\n${rows}\n`;
const ASKED = '## Pagination\n\n| Name | Type | Description |\n|--|--|--|\n| `page` | integer | From 1 |\n';
const SHOWN = '```json\n{"rows": [{"id": 1}], "count": 1}\n```';

it.each([
  [
    'announced',
    table('Every list response has this envelope:', '| `rows` | array | The jars |\n| `count` | integer | Of all |'),
  ],
  ['not announced', table('In detail:', '| `items` | array of objects | The jars |\n| `count` | integer | Of all |')],
])('what stands around the members of a list is no option: %s', (_, envelope) => {
  expect(optionsOf(`${ASKED}\n${envelope}`, SHOWN)).toEqual(['page']);
});

it('a table of options may speak of what is returned', () => {
  const asked = table('How many are returned:', '| `page` | integer | From 1 |\n| `order` | string | Of the jars |');
  expect(optionsOf(`## Pagination\n\n${asked}`, SHOWN)).toEqual(['page', 'order']);
});

it.each([
  'Not paginated.',
  'Diese Liste ist nicht paginiert.',
  "Cette liste n'est pas paginée.",
  'ページネーションはありません。',
])('a list comes at once where its page says so: %s', (said) => {
  expect(optionsOf(ASKED, `All jars. ${said}\n\n${SHOWN}`)).toEqual([]);
  expect(optionsOf(ASKED, `All jars.\n\n${SHOWN}`)).toEqual(['page']);
});

it('a list comes at once where nothing stands around it of what stands around those that do not', () => {
  const alone = '```json\n{"items": [{"id": 1}]}\n```';
  const around = 'The answer is `{"items": [...], "next_cursor": "..."}`.';
  expect(optionsOf(`${ASKED}\n${around}\n`, alone)).toEqual([]);
  expect(optionsOf(`${ASKED}\n`, alone)).toEqual(['page']);
});

it('an item may begin with what it says of lists', () => {
  expect(optionsOf('## Conventions\n\n- Lists take `?limit=` (1–20, default 5).\n', SHOWN)).toEqual(['limit']);
});
