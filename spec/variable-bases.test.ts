// Pages in the house style of one API that document another: its base is a variable of their own, its errors and keys are theirs.
import { expect, it } from 'vitest';
import { readProfile, readWording } from '../cli/documents.js';
import { buildSpec } from './build.js';
import { pointer } from './contract/pointer.js';
import { packageRoot } from './package-root.js';

const options = { profile: readProfile('personium', packageRoot()), wording: readWording() };

function built(...pages: string[]): (path: string) => unknown {
  const files = pages.map((text, i) => ({ path: `${i}_Page_${i}.md`, text }));
  const { document } = buildSpec(files, options);
  return (path) => pointer(document, path);
}

const page = (url: string, command = '', headers = ''): string =>
  [
    `# Get ${url.replace(/\W+/g, ' ')}\n## Request\n### Request URL\n\`\`\`\n${url}\n\`\`\`\n### Request Method\nGET\n`,
    `### Request Header\n|Header Name|Overview|Effective Value|Required|Notes|\n|:--|:--|:--|:--|:--|\n${headers}\n`,
    '## Response\n### Response Code\n200\n### Error Messages\n[Error list](9_Errors.md)\n',
    command && `## cURL Command\n\`\`\`sh\ncurl "${command}" -X GET\n\`\`\`\n`,
  ].join('');
const variables = (...rows: string[]): string =>
  `# Variables\n## List\n|Variable|Overview|Notes|\n|:--|:--|:--|\n${rows.join('\n')}\n`;

it('a variable whose row tells its URL is where the API lies', () => {
  const found = built(page('{ShopURL}cups/{CupId}'), variables('|{ShopURL}|The shop|URL:https://shop.example/v2/|'));
  expect(found('/servers/0/url')).toBe('https://{host}/v2');
  expect(found('/paths/~1cups~1{CupId}/get')).toBeDefined();
  expect(found('/x-docproof/bases')).toEqual([{ name: 'ShopURL', forms: ['https://{host}/v2/'], path: '/' }]);
  // What the house style knows of its own API is not so of this one.
  expect(found('/info/title')).toBe('API');
  expect(found('/x-docproof/closedBodies')).toBeUndefined();
});

it('where no row tells it, the commands do', () => {
  const found = built(page('{ShopURL}cups', 'https://shop.example/api/cups'), page('{ShopURL}lids'));
  expect(found('/servers/0/url')).toBe('https://{host}/api');
  expect(Object.keys(found('/paths') as object)).toEqual(['/cups', '/lids']);
});

it('what comes first in a path is no base by being a variable', () => {
  const found = built(page('{Shop}/cups', 'https://shop.example/north/cups'));
  expect(Object.keys(found('/paths') as object)).toEqual(['/{Shop}/cups']);
});

it('of two bases one may lie below the other', () => {
  const rows = ['|{ShopURL}|Shop|https://shop.example/|', '|{RoomURL}|Room|https://shop.example/rooms/{RoomId}/|'];
  const found = built(page('{ShopURL}cups'), page('{RoomURL}lids'), variables(...rows));
  expect(Object.keys(found('/paths') as object)).toEqual(['/cups', '/rooms/{RoomId}/lids']);
});

it("a base beside the style's own leaves those as they are", () => {
  const row = '|{ShopURL}|Shop|https://shop.example/v2/|';
  const found = built(page('{ShopURL}cups'), page('{CellURL}lids'), variables(row));
  expect(Object.keys(found('/paths') as object)).toEqual(['/cups', '/{CellName}/lids']);
});

it('errors look like the sample on the page that lists them', () => {
  const list = '## Error list\n|Status Code|Message Code|Message|\n|:--|:--|:--|\n|404|C404|No such cup|\n';
  const shown = '# Errors\n## Overview\nThe body of errors:\n```JSON\n{"code": "C404", "reason": "No such cup"}\n```\n';
  const row = variables('|{ShopURL}|The shop|https://shop.example/|');
  const found = built(page('{ShopURL}cups'), row, shown + list);
  expect(Object.keys(found('/components/schemas/Error/properties') as object)).toEqual(['code', 'reason']);
  expect(found('/components/responses/Error404/content/application~1json/schema')).toEqual({
    $ref: '#/components/schemas/Error',
  });
});

it('a header for a key is how clients authenticate, one for another key is a parameter', () => {
  const rows = '|X-Api-Key|The key||Yes||\n|Idempotency-Key|Any text||No||';
  const found = built(page('{CellURL}cups', '', rows));
  expect(found('/components/securitySchemes')).toEqual({
    xApiKey: { type: 'apiKey', in: 'header', name: 'X-Api-Key' },
  });
  const operation = found('/paths/~1{CellName}~1cups/get') as { security: object[]; parameters: object[] };
  expect(operation.security).toEqual([{ xApiKey: [] }]);
  expect(operation.parameters).toEqual([{ $ref: '#/components/parameters/Idempotency-Key' }]);
});
