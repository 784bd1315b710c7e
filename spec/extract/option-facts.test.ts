import { describe, expect, it } from 'vitest';
import { readProfile } from '../../cli/documents.js';
import { buildSpec } from '../build.js';
import { packageRoot } from '../package-root.js';

const options = { profile: readProfile(undefined, packageRoot()) };

const LIST = `---
id: 10_List_Thing
title: List things
---
## Request
### Request URL
\`\`\`
{CellURL}__ctl/Thing
\`\`\`
### Request Method
GET
### Request Query
[$most Query](20_Most_Query.md)
## Response
### Response Code
200
`;

const optionOf = (body: string): { description?: string; schema: unknown } | undefined => {
  const option = { path: '20_Most_Query.md', text: `---\nid: 20_Most_Query\ntitle: $most Query\n---\n${body}` };
  const { document } = buildSpec([{ path: '10_List_Thing.md', text: LIST }, option], options);
  const { parameters } = document['components'] as {
    parameters: Record<string, { name: string; description?: string; schema: unknown }>;
  };
  return Object.values(parameters).find((p) => p.name === '$most');
};

const form = (text: string): string => `## Request Query\n\`\`\`\n${text}\n\`\`\`\n`;
const row = (name: string, effective: string): string =>
  `\n|Value|Overview|Effective Value|Notes|\n|:--|:--|:--|:--|\n|${name}|how many|${effective}||\n`;

describe('the value of a query option', () => {
  const cases: { given: string; page: string; want: unknown }[] = [
    {
      given: 'the row of the form’s variable',
      page: form('$most={count}') + row('{Count}', 'Half size numeric 0-50 (default: 7)'),
      want: { type: 'integer', minimum: 0, maximum: 50, default: 7 },
    },
    {
      given: 'a row of another variable',
      page: form('$most={count}') + row('{limit}', 'Half size numeric 0-50'),
      want: { type: 'string' },
    },
    {
      given: 'a form of several parts',
      page: form('$most={count} {way}') + row('{count}', 'Half size numeric 0-50'),
      want: { type: 'string' },
    },
    {
      given: 'a table of values with examples',
      page: '## Effective Value\n|Value|Overview|Example|\n|:--|:--|:--|\n|few|some|$most=few|\n|many|all|$most=many|\n',
      want: { type: 'string', enum: ['few', 'many'] },
    },
    {
      given: 'a table of values of which one has no example',
      page: '## Effective Value\n|Value|Overview|Example|\n|:--|:--|:--|\n|few|some|$most=few|\n|many|all||\n',
      want: { type: 'string' },
    },
    { given: 'a page without tables', page: '## Overview\nHow many.\n', want: { type: 'string' } },
  ];
  it.each(cases)('follows $given', ({ page, want }) => expect(optionOf(page)?.schema).toEqual(want));
});

it('tells all that the page says of the option, and nothing of its commands', () => {
  const page = `## Overview
How many there are.
A number that is none is refused.
${form('$most={count}')}*Once in a request.
### How many at once
* In a list
    * up to 7
* Elsewhere one
## cURL Command
Seven of them:
\`\`\`sh
curl "https://cell1.unit1.example/__ctl/Thing?\\$most=7"
\`\`\`
### Example of an answer
Shown without its head:
### Restrictions
* Slow
`;
  expect(optionOf(page)?.description?.split('\n')).toEqual([
    'How many there are.',
    'A number that is none is refused.',
    '',
    '**Request Query**',
    '',
    '*Once in a request.',
    '',
    '**How many at once**',
    '',
    '* In a list',
    '    * up to 7',
    '* Elsewhere one',
    '',
    '**Restrictions**',
    '',
    '* Slow',
  ]);
});

it('keeps the rows of tables that tell neither a value nor an example', () => {
  const page = `${form('$most={count}')}${row('{count}', '1-50')}
### What can be counted
|Kind|How it is written|Remarks|
|:--|:--|:--|
|Whole|7||
|Half|7.5<br>'7.5'|as text|
|None|$most=0||
`;
  expect(optionOf(page)?.description?.split('\n')).toEqual([
    '**What can be counted**',
    '',
    '* Whole: 7',
    "* Half: 7.5, '7.5'; as text",
  ]);
});
