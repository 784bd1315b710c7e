import { expect, it } from 'vitest';
import { readProfile } from '../../cli/documents.js';
import { packageRoot } from '../package-root.js';
import { readDocument } from '../read/read-document.js';
import type { Endpoint } from './page.js';
import { recognise } from './recognise.js';
import { hintsOf } from './title-hints.js';

const profile = readProfile('personium', packageRoot());

function endpoint(overview: string, errors = ''): Endpoint {
  const text = `# Boats

## Overview

${overview}

## Request

### Request URL

\`\`\`
{CellURL}__ctl/Boat
\`\`\`

### Request Method

POST

## Response

### Response Code

201

### Error Messages

${errors}
`;
  return recognise(readDocument('boats.md', text, hintsOf(profile)).document, profile).page.endpoints[0] as Endpoint;
}

it.each([
  ['Send `X-Quick: true` to skip the queue.', ['X-Quick'], []],
  ['The answer has a `Location` header with the URL of the boat.', [], ['Location']],
  ['The header `X-Left` of the response tells how many berths are left.', [], ['X-Left']],
  ['レスポンスの `Location` ヘッダーに船のURLが入る。', [], ['Location']],
  ['以前のETagを `If-None-Match` ヘッダーに指定する。', ['If-None-Match'], []],
  ['Boats of `north-east` harbours come first.', [], []],
  ['The answer is 409, unless the `X-Whole` header asks for all.', ['X-Whole'], []],
  ['`X-Quick` is ignored.', [], []],
])('headers of sentences: %s', (overview, sent, back) => {
  const { parameters, responses } = endpoint(overview);
  expect(parameters.map(({ name }) => name)).toEqual(sent);
  expect(responses.flatMap(({ headers }) => headers.map(({ name }) => name))).toEqual(back);
});

it.each([
  ['Without a berth, the boat is answered with 409.', '', [409]],
  ['Makes a boat.', '409 is returned when a boat of the name exists.', [409]],
  ['A boat is up to 400 metres long.', '', []],
])('refusals of sentences: %s', (overview, errors, statuses) => {
  expect(endpoint(overview, errors).errors.map(({ status }) => status)).toEqual(statuses);
});

it('a header that a table describes stays as it is described', () => {
  const { parameters } = endpoint(
    'Send `X-Quick: true`.\n\n## Request\n\n### Request Header\n\n|Header Name|Overview|Effective Value|Required|Notes|\n|:--|:--|:--|:--|:--|\n|X-Quick|Queue|true|Yes||',
  );
  expect(parameters).toMatchObject([{ name: 'X-Quick', required: true }]);
});
