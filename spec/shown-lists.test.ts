// Lists of which a page shows no more than what is around them: "Returns `{ "boats": [ … ] }`".
import { expect, it } from 'vitest';
import { readProfile, readWording } from '../cli/documents.js';
import { buildSpec } from './build.js';
import { pointer } from './contract/pointer.js';
import { packageRoot } from './package-root.js';

const options = { profile: readProfile('rest-table', packageRoot()), wording: readWording() };

const page = (returned: string): string => `# Boats

## POST /boats

- \`name\` (string, required)

Response 201:

\`\`\`json
{ "id": 7, "name": "Swift", "state": "afloat" }
\`\`\`

## GET /boats

${returned}

- \`state\`: those in that state alone
`;

it.each([
  'Returns the boats as `{ "boats": [ … ] }`. Filters:',
  'Newest first. Returns `{ "boats": [...], "next": "..." }`. Filters:',
])('have members as the create shows them: %s', (returned) => {
  const { document: spec } = buildSpec([{ path: 'boats.md', text: page(returned) }], options);
  const answer = '/paths/~1boats/get/responses/200/content/application~1json';
  const [sample] = Object.values((pointer(spec, `${answer}/examples`) ?? {}) as Record<string, { value?: unknown }>);
  expect(sample?.value).toEqual({ boats: [{ id: 7, name: 'Swift', state: 'afloat' }] });
  expect(pointer(spec, '/paths/~1boats/get/parameters')).toHaveLength(1);
});
