// What a sample is of, on a page about several targets.
import { expect, it } from 'vitest';
import { readProfile } from '../../cli/documents.js';
import { buildSpec } from '../build.js';
import { pointer } from '../contract/pointer.js';
import { packageRoot } from '../package-root.js';

const options = { profile: readProfile(undefined, packageRoot()) };
const PATH = "/{CellName}/__ctl/Shelf('{ShelfName}')";

const of = (target: string): string =>
  `#### When registering ${target}\n\n|Item Name|Overview|Effective Value|Required|Notes|\n|:--|:--|:--|:--|:--|\n|${target}Name|Name|Number of digits: 1-16|No||\n`;
const sample = (level: string, name: string): string =>
  `${level} Request Sample\n\n\`\`\`JSON\n{"Name": "${name}"}\n\`\`\`\n`;

/** The names in the samples of the request that leads to a target. */
function shownFor(target: string, body: string): unknown[] {
  const urls = ['Book', 'Lamp']
    .map((to) => `#### NavigationProperty to ${to}\n\n\`\`\`\n{CellURL}__ctl/Shelf('{ShelfName}')/_${to}\n\`\`\`\n`)
    .join('\n');
  const text = `# Create Via Shelf\n\n## Request\n\n### Request URL\n\n${urls}\n### Request Method\n\nPOST\n\n### Request Body\n\n${body}\n## Response\n\n### Response Code\n\n201\n`;
  const { document } = buildSpec([{ path: '5_Create_Via_Shelf.md', text }], options);
  const path = `${PATH}/_${target}`.replaceAll('~', '~0').replaceAll('/', '~1');
  const examples = pointer(document, `/paths/${path}/post/requestBody/content/application~1json/examples`);
  return Object.values((examples ?? {}) as Record<string, { value: { Name: string } }>).map(({ value }) => value.Name);
}

it.each([
  ['the only one above', `${of('Book')}\n${sample('####', 'a')}`, ['a'], []],
  ['the one that it stands below', `${of('Book')}\n${of('Lamp')}\n${sample('#####', 'a')}`, [], ['a']],
  ['each its own', `${of('Book')}\n${sample('####', 'a')}\n${of('Lamp')}\n${sample('####', 'b')}`, ['a'], ['b']],
  ['none of the several that it stands beside', `${of('Book')}\n${of('Lamp')}\n${sample('####', 'a')}`, ['a'], ['a']],
])('a sample is of %s', (_, body, books, lamps) => {
  expect([shownFor('Book', body), shownFor('Lamp', body)]).toEqual([books, lamps]);
});
