// What pages tell once for all operations: who is refused, what wrong options get, how times look.
import { expect, it } from 'vitest';
import { readProfile, readWording } from '../cli/documents.js';
import { buildSpec } from './build.js';
import { pointer } from './contract/pointer.js';
import { packageRoot } from './package-root.js';

const options = { profile: readProfile('rest-table', packageRoot()), wording: readWording() };
type Operation = { responses: Record<string, object> };

function built(...pages: string[]): (path: string) => unknown {
  const files = pages.map((text, i) => ({ path: `p${i}.md`, text }));
  const { document } = buildSpec(files, options);
  return (path) => pointer(document, path);
}

const LIDS = '# Lids\n\n## Add a lid\n\n`POST /lids`\n';

const NEED = 'All requests need the API key as `X-Api-Key`.';

it.each([
  ['a sentence', `${NEED} A request without a valid key is answered with 401.\n`, ['401']],
  ['a sentence of calls', 'Send an API key in the header `X-Api-Key`. Calls without an API key get 401.\n', ['401']],
  [
    'a table of rules',
    `| Topic | Rule |\n|---|---|\n| Format | JSON in UTF-8, always with a length |\n| Who asks | ${NEED} If it is wrong, 401 is returned. |\n`,
    ['401'],
  ],
  ['a paragraph', 'Pass your API key in the header\n`X-Api-Key`. If it is missing, you get 401.\n', ['401']],
  ['a paragraph of some', 'Protected calls take an API key in the header `X-Api-Key`, or 401 is returned.\n', []],
  ['a paragraph of one', 'For `POST /keys` pass an API key in the header `X-Api-Key`. A wrong one gets 401.\n', []],
  ['a sentence of answers', 'All answers may carry an API key as `X-Api-Key`. 401 is a number.\n', []],
  [
    'a table of names',
    `| Name | Meaning |\n|---|---|\n| \`Format\` | JSON in UTF-8, always |\n| \`Who\` | ${NEED} If it is wrong, 401 is returned. |\n`,
    [],
  ],
])('%s of no operation tells whether all need a credential', (_, text, statuses) => {
  const operation = built(`# API\n\n${text}`, LIDS)('/paths/~1lids/post') as Operation;
  expect(Object.keys(operation.responses).filter((status) => status === '401')).toEqual(statuses);
});

it.each([
  ['A `cursor` that we did not give is answered with 400.', ['400']],
  ['A body that is none is answered with 400.', []],
])('what a wrong option gets is told of lists that have it: %s', (text, statuses) => {
  const lists =
    '# Cups\n\n## List cups\n\n`GET /cups`\n\n| Query parameter | Type |\n|---|---|\n| `cursor` | string |\n';
  const found = built(`# API\n\n${text}\n`, lists, `${LIDS}\n\`\`\`json\n{"size": 3}\n\`\`\`\n`);
  const refused = (path: string): string[] =>
    Object.keys((found(path) as Operation).responses).filter((status) => status === '400');
  expect(refused('/paths/~1cups/get')).toEqual(statuses);
  // What is sent with a body is another matter.
  expect(refused('/paths/~1lids/post')).toEqual(statuses.length > 0 ? [] : ['400']);
});

it.each([
  ['Dates are ISO 8601 in UTC.', 'date-time'],
  [
    '| Topic | Rule |\n|---|---|\n| Format | JSON, with nothing around it but blanks |\n| Times | As RFC 3339 has them, in UTC |',
    'date-time',
  ],
  ['Dates are in UTC.', undefined],
])('%s tells of the times that samples show', (text, format) => {
  const shown = '## Get a cup\n\n`GET /cups/{id}`\n\nReturns 200:\n\n```json\n{"at": "2026-04-01T08:00:00Z"}\n```\n';
  const [schema] = Object.values(built(`# API\n\n${text}\n`, `# Cups\n\n${shown}`)('/components/schemas') as object);
  expect(schema.properties.at.format).toBe(format);
});
