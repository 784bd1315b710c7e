// A request and its answer in one block of code, keys that pages tell once, and columns that say on which side a field is.
import { describe, expect, it } from 'vitest';
import { readProfile, readWording } from '../cli/documents.js';
import { buildSpec } from './build.js';
import { pointer } from './contract/pointer.js';
import { packageRoot } from './package-root.js';

const options = { profile: readProfile('rest-table', packageRoot()), wording: readWording() };

const page = (version: string): string => `# Bins

| Topic | Rule |
|---|---|
| Authentication | Send the API key that you got as \`X-Api-Key\`. A request without a valid key is answered with 401. |

## PUT /bins/{id}

| Body field | Type | Required | Description |
|---|---|---|---|
| \`label\` | string | yes | 2–20 characters |
| \`least\` | integer | no | Not below 0 |

| Status | Meaning |
|---|---|
| 200 | The bin |
| 404 | There is none |

\`\`\`
PUT /bins/12${version}
X-Api-Key: KEY
Content-Type: application/json

{"label": "Nails", "least": 4}

${version === '' ? '' : 'HTTP/1.1 '}200 OK

{"id": 12, "label": "Nails", "least": 4}
\`\`\`

## GET /totals

| Response field | Type | Description |
|---|---|---|
| \`bins\` | integer | How many there are |

| Status | Meaning |
|---|---|
| 200 | The totals |
`;

describe.each(['', ' HTTP/1.1'])('an exchange with the version "%s"', (version) => {
  const { document: spec, diagnostics } = buildSpec([{ path: 'bins.md', text: page(version) }], options);
  const put = '/paths/~1bins~1{id}/put';

  it('is a sample of each side, and no operation of its own', () => {
    expect(diagnostics).toEqual([]);
    expect(Object.keys(pointer(spec, '/paths') as object).sort()).toEqual(['/bins/{id}', '/totals']);
    const sample = (place: string): unknown =>
      pointer(spec, `${put}/${place}/content/application~1json/examples/sample1/value`);
    expect(sample('requestBody')).toEqual({ label: 'Nails', least: 4 });
    expect(sample('responses/200')).toEqual({ id: 12, label: 'Nails', least: 4 });
  });

  it('has what is beside it: fields of the body, and the key', () => {
    const { $ref } = pointer(spec, `${put}/requestBody/content/application~1json/schema`) as { $ref: string };
    expect(pointer(spec, $ref.slice(1))).toMatchObject({
      required: ['label'],
      properties: { label: { minLength: 2, maxLength: 20 }, least: { minimum: 0 } },
    });
    expect(pointer(spec, '/components/securitySchemes')).toEqual({
      xApiKey: { type: 'apiKey', in: 'header', name: 'X-Api-Key' },
    });
    expect(pointer(spec, `${put}/security`)).toEqual([{ xApiKey: [] }]);
  });
});

it('a column of fields of the answer names no parameters', () => {
  const { document: spec } = buildSpec([{ path: 'bins.md', text: page('') }], options);
  expect(pointer(spec, '/paths/~1totals/get/parameters')).toBeUndefined();
});
