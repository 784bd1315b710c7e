import { expect, it } from 'vitest';
import { readProfile, readWording } from '../cli/documents.js';
import { inspectPage } from './inspect.js';
import { packageRoot } from './package-root.js';

const profile = { ...readProfile('rest-table', packageRoot()), wording: readWording() };

const inspected = (text: string) => inspectPage({ path: 'a.md', text }, { profile, exists: () => true }).inspection;

it('a page tells line by line what holds for all operations', () => {
  const text = `# Harbour

Every response carries \`X-Trace\`.

Every request except \`GET /ping\` needs \`X-Berth\`.

PUT requests need \`If-Match\`; without it they fail with \`428\`.

Too many requests are answered with \`429\` and a \`Retry-After\` header.

Lists take \`limit\` (1 to 50).
`;
  expect(inspected(text)?.ofAll).toEqual([
    { line: 3, text: 'header X-Trace of answers' },
    { line: 5, text: 'header X-Berth needed in requests but for GET /ping' },
    { line: 7, text: 'header If-Match needed in requests of PUT' },
    { line: 7, text: 'answer 428 Precondition Required' },
    { line: 9, text: 'header Retry-After of answers with 429' },
    { line: 9, text: 'answer 429 Too Many Requests' },
    { line: 11, text: 'query limit of lists' },
  ]);
});

it('limits that stand among the words of a field are shown', () => {
  const text = `# Boats

## POST /boats

| Parameter | Type | Required | Description |
|---|---|---|---|
| \`name\` | string | yes | Up to 40 characters |
`;
  expect(inspected(text)?.parts[0]?.body.tables[0]?.rows).toMatchObject([
    { name: 'name', limits: 'at most 40 characters' },
  ]);
});

it('words that seem to limit a field and were not understood are shown', () => {
  const text = `# Boats

## POST /boats

| Parameter | Type | Required | Description |
|---|---|---|---|
| \`photo\` | string | yes | Base64, maximum size 2 MB |
`;
  expect(inspected(text)?.parts[0]?.body.tables[0]?.rows).toMatchObject([
    { name: 'photo', unread: ['Base64, maximum size 2 MB'] },
  ]);
});
