// A page with several operations one below the other: each has what stands in its part, and what stands outside all parts.
import { expect, it } from 'vitest';
import { readProfile } from '../cli/documents.js';
import { buildSpec } from './build.js';
import type { OperationExtension } from './contract/docproof.js';
import { packageRoot } from './package-root.js';

const options = { profile: readProfile(undefined, packageRoot()) };

interface Operation {
  operationId: string;
  description: string;
  responses: Record<string, unknown>;
  requestBody?: unknown;
  'x-docproof': OperationExtension;
}

function operations(text: string): Record<string, Operation> {
  const { document, diagnostics } = buildSpec([{ path: 'docs/7_Shelf_Light.md', text }], options);
  expect(diagnostics).toEqual([]);
  const [item = {}] = Object.values(document['paths'] as Record<string, Record<string, Operation>>);
  return item;
}

const URL = "#### Request URL\n\n```\n{CellURL}__ctl/Shelf('{ShelfName}')/light\n```\n";
const get = `### Request\n\n${URL}\n#### Request Method\n\nGET\n\n### Response\n\n#### Response Code\n\n200\n`;
const put = `### Request\n\n${URL}\n#### Request Method\n\nPUT\n\n#### Request Body\n\n|Item Name|Overview|Effective Value|Required|Notes|\n|:--|:--|:--|:--|:--|\n|Level|Brightness|0 - 9|Yes||\n\n### Response\n\n#### Response Code\n\n204\n`;
const top = '# Shelf Light\n\n## Overview\n\nThe light of a shelf.\n\n### Required Privileges\n\nshelf\n';
const curl = (method: string): string =>
  `\n\`\`\`sh\ncurl "https://cell1.unit1.example/__ctl/Shelf('s1')/light" -X ${method} -i\n\`\`\`\n`;
const samples = `## cURL Sample\n${curl('PUT')}${curl('GET')}`;

it('reads the parts by their titles', () => {
  const { get: read, put: change } = operations(
    `${top}\n## Read Light\n\nTells how bright it is.\n\n${get}\n## Change Light\n\n${put}\n${samples}`,
  );
  expect(read).toMatchObject({
    operationId: 'readLight',
    description: 'The light of a shelf.\n\nTells how bright it is.',
    responses: { 200: {} },
    'x-docproof': { privileges: ['shelf'], cases: [{ id: 'light/read', request: { method: 'GET' } }] },
  });
  expect(change).toMatchObject({
    operationId: 'changeLight',
    description: 'The light of a shelf.',
    responses: { 204: {} },
    requestBody: {},
    'x-docproof': { privileges: ['shelf'], cases: [{ id: 'light/change', request: { method: 'PUT' } }] },
  });
  expect(read).not.toHaveProperty('requestBody');
  expect(read?.responses).not.toHaveProperty('204');
});

it.each([
  [
    'titles of their own',
    `${top.replace('# Shelf Light', '# Read Light')}\n## Light\n\n${get}\n# Change Light\n\n## Light\n\n${put}`,
  ],
  ['nothing but the names of sections', `${top}\n${get}\n${put}`.replaceAll('\n###', '\n##')],
])('reads parts that have %s', (_, text) => {
  const { get: read, put: change } = operations(text.replace('## Required', '### Required'));
  expect(read?.responses).toHaveProperty('200');
  expect(read?.responses).not.toHaveProperty('204');
  expect(change?.responses).toHaveProperty('204');
  expect(read?.operationId).not.toBe(change?.operationId);
});

it('reads a page as one where its methods share an answer', () => {
  const both = `${top}\n## Read\n\n${get.slice(0, get.indexOf('### Response'))}\n## Switch\n\n${put.slice(0, put.indexOf('### Response'))}\n## Response\n\n### Response Code\n\n200\n`;
  const { get: read, put: change } = operations(both);
  expect([read?.operationId, change?.operationId]).toEqual(['shelfLightGet', 'shelfLightPut']);
  expect(read?.responses).toHaveProperty('200');
  expect(change?.responses).toHaveProperty('200');
});
