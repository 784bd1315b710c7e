// Values of a field that the page of another operation lists.
import { expect, it } from 'vitest';
import { readProfile } from '../../cli/documents.js';
import { buildSpec } from '../build.js';
import { packageRoot } from '../package-root.js';

const options = { profile: readProfile(undefined, packageRoot()) };

const page = (title: string, method: string, state: string, below = ''): string => `---
id: ${title.replace(' ', '_')}
title: ${title}
---
## Request
### Request URL
\`\`\`
{CellURL}__ctl/Lamp${method === 'PUT' ? "('{LampName}')" : ''}
\`\`\`
### Request Method
${method}
### Request Body
|Item Name|Overview|Effective Value|Required|Notes|
|:--|:--|:--|:--|:--|
|Name|What it is called|Number of digits: 1 - 20|Yes||
|State|What it does|${state}|No||
${below}
## Response
### Response Code
204
`;

const LISTED = '#### State\n|Value|Overview|\n|:--|:--|\n|bright|Shines|\n|dim|Glows|\n';

function stateOf(said: string): unknown {
  const pages = [
    { path: '10_Create_Lamp.md', text: page('Create Lamp', 'POST', 'See "State"', LISTED) },
    { path: '11_Update_Lamp.md', text: page('Update Lamp', 'PUT', said) },
    { path: '12_Update_Lamp_Shade.md', text: page('Update Shade', 'PUT', 'Any').replaceAll('Lamp', 'Shade') },
  ];
  const { document } = buildSpec(pages, options);
  const { schemas } = document['components'] as { schemas: Record<string, { properties: Record<string, unknown> }> };
  return (schemas['UpdateLampRequest'] ?? schemas['CreateLampRequest'])?.properties['State'];
}

it.each([
  ['a link to its page', 'Refer to "State" of [the other page](./10_Create_Lamp.md)'],
  ['the title of its page', 'Refer to "State" of Create Lamp'],
])('are taken over by %s', (_, said) => {
  expect(stateOf(said)).toMatchObject({ type: 'string', enum: ['bright', 'dim'] });
});

it.each([
  ['names another page', 'Refer to "State" of [the other page](./12_Update_Lamp_Shade.md)'],
  ['names none', 'Text'],
  ['speaks of it alone', 'State after Create Lamp'],
])('are not taken over where the row %s', (_, said) => {
  expect(stateOf(said)).not.toHaveProperty('enum');
});
