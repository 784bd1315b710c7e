// Pages whose requests are shown by commands alone.
import { expect, it } from 'vitest';
import { withoutToldElsewhere } from '../told-elsewhere.js';
import { pageOf } from './testing/page-of.js';

const command = (method: string, path: string, more = ''): string =>
  `\`\`\`sh\ncurl -X ${method} ${path} -H "X-Key: $KEY"${more}\n\`\`\`\n\n`;
const requestsOf = (text: string): string[] =>
  pageOf(text).endpoints.flatMap(({ urls, methods }) =>
    urls.map((url) => `${url.method ?? methods[0]?.value} ${url.text}`),
  );

it('reads a request of each command, with variables for the keys that the page shows', () => {
  const at = 'https://kiln.example/api/v2';
  const text =
    `# Kilns\n\n## Build one\n\n${command('POST', `${at}/kilns`, ` -d '{"fuel": "gas"}'`)}` +
    '```json\n{"id": "north", "fuel": "gas"}\n```\n\n' +
    `## Get one\n\n${command('GET', `${at}/kilns/north?full=true`)}` +
    `## Light\n\n${command('POST', `${at}/kilns/north/light`)}## Put out\n\n${command('POST', `${at}/kilns/north/out`)}` +
    `## Firings\n\n${command('GET', `${at}/kilns/north/firings/17`)}${command('GET', `${at}/pots/p12/photos`)}`;
  expect(requestsOf(text)).toEqual([
    'POST /kilns',
    'GET /kilns/{kiln_id}',
    'POST /kilns/{kiln_id}/light',
    'POST /kilns/{kiln_id}/out',
    'GET /kilns/{kiln_id}/firings/{firing_id}',
    'GET /pots/{pot_id}/photos',
  ]);
});

it.each([
  ['braces', '$HOST/pots/{id}', '/pots/{pot_id}'],
  ['a variable of the shell', 'https://kiln.example/pots/$POT_ID', '/pots/{pot_id}'],
  ['capitals', 'https://kiln.example/pots/POT_ID/marks', '/pots/{pot_id}/marks'],
  ['a UUID', 'https://kiln.example/pots/6f1c1b9e-0f6b-4b52-9a39-5d1f3c1a7b11', '/pots/{pot_id}'],
])('takes %s for a variable', (_, url, path) => {
  expect(requestsOf(`# Pots\n\n## Get\n\n${command('GET', url)}`)).toEqual([`GET ${path}`]);
});

it('names a variable by the member that shows its value, unless that is a mere id', () => {
  const text = `# Glazes\n\n## Get\n\n${command('GET', 'https://kiln.example/glazes/celadon')}\`\`\`json\n{"slug": "celadon"}\n\`\`\`\n`;
  expect(requestsOf(text)).toEqual(['GET /glazes/{slug}']);
});

it('reads each command of a block as a request of its own', () => {
  const at = 'https://kiln.example/pots';
  const text = `# Pots\n\n## Use\n\n\`\`\`sh\ncurl ${at}\n\ncurl -X DELETE ${at}/4\n\`\`\`\n`;
  expect(requestsOf(text)).toEqual(['GET /pots', 'DELETE /pots/{pot_id}']);
});

it('makes none of commands where requests are written down, on the page or on another', () => {
  const shown = `# Start\n\n## First\n\n${command('GET', 'https://kiln.example/pots/4')}`;
  const written = `# Pots\n\n## Get\n\n\`GET /pots/:id\`\n\n${command('GET', 'https://kiln.example/pots/4')}`;
  expect(requestsOf(written)).toEqual(['GET /pots/:id']);
  const [start, pots] = withoutToldElsewhere([pageOf(shown), pageOf(written)]);
  expect(start?.endpoints).toEqual([]);
  expect(start?.commands).toHaveLength(1);
  expect(pots?.endpoints).toHaveLength(1);
});
