// Commands without what their operation needs: the address and the headers alone.
import { expect, it } from 'vitest';
import { readProfile, readWording } from '../../cli/documents.js';
import { buildSpec } from '../build.js';
import { pointer } from '../contract/pointer.js';
import { packageRoot } from '../package-root.js';

const options = { profile: readProfile('rest-table', packageRoot()), wording: readWording() };

const fields = (place: string, name: string, required: boolean): string =>
  `### Parameters\n\n|Name|In|Type|Required|Description|\n|---|---|---|---|---|\n|${name}|${place}|string|${required}|none|\n`;
const command = (method: string, path: string): string =>
  `\`\`\`shell\ncurl -X ${method} https://a.example${path} -H 'Content-Type: application/json'\n\`\`\`\n\n\`${method} ${path}\`\n`;
const SHOWN = '> Body parameter\n\n```json\n{"name": "Ann"}\n```\n';

it.each([
  [
    'has the body shown beside it',
    `${command('POST', '/cats')}\n${SHOWN}\n${fields('body', 'name', true)}`,
    '{"name": "Ann"}',
  ],
  [
    'is as it stands where nothing is required',
    `${command('POST', '/cats')}\n${fields('body', 'name', false)}`,
    'none',
  ],
  [
    'is none where nothing shows the body that is',
    `${command('POST', '/cats')}\n${fields('body', 'name', true)}`,
    undefined,
  ],
  [
    'is none without an option that is required',
    `${command('POST', '/cats')}\n${fields('query', 'by', true)}`,
    undefined,
  ],
])('a command %s', (_, text, body) => {
  const { document } = buildSpec([{ path: 'p.md', text: `# Cats\n\n## addCat\n\n${text}` }], options);
  const [made] = (pointer(document, '/paths/~1cats/post/x-docproof/cases') ?? []) as { request: { body?: string } }[];
  expect(made && (made.request.body ?? 'none')).toBe(body);
});
