// One page in the forms that its author, an editor or a copy may have given it: the contract is the same.
import { describe, expect, it } from 'vitest';
import { readProfile } from '../cli/documents.js';
import { buildSpec } from './build.js';
import { packageRoot } from './package-root.js';

const profile = readProfile(undefined, packageRoot());
const ROWS = [
  '|Item Name|Overview|Effective Value|Required|Notes|',
  '|:--|:--|:--|:--|:--|',
  '|Name|Name of the label|Number of digits: 1 - 16|Yes||',
  '|Shade|How dark|See "Shade"|No||',
];
const VALUES = ['|Value|Overview|', '|:--|:--|', '|light|a little|', '|dark|a lot|'];
const COMMAND = [
  `curl "https://cell1.unit1.example/__ctl/Label('later')" -X PUT \\`,
  `-d '{"Name":"urgent",\\`,
  `"Shade":"dark"}'`,
];
const PAGE = [
  '# Change Label',
  '## Request',
  '### Request URL',
  '```',
  "{CellURL}__ctl/Label('{LabelName}')",
  '```',
  '### Request Method',
  'PUT',
  '### Request Body',
  ...ROWS,
  '',
  '#### Shade',
  ...VALUES,
  '## Response',
  '### Response Code',
  '204',
  '### Response Body',
  'None',
  '## cURL Command',
  '```sh',
  ...COMMAND,
  '```',
  '',
].join('\n');

/** What is promised, without the lines that promise it and the words around. */
function contractOf(text: string): string {
  const { document } = buildSpec([{ path: 'label.md', text }], { profile });
  const words = new Set(['source', 'digest', 'description', 'pasted']);
  return JSON.stringify({ paths: document.paths, components: document.components }, (key, value: unknown) =>
    words.has(key) ? undefined : value,
  );
}
const changed = (rows: string[], by: (row: string, i: number) => string[]): string =>
  PAGE.replace(rows.join('\n'), rows.flatMap(by).join('\n'));
const cells = (row: string): string[] => row.split('|').slice(1, -1);
const titles = (by: (title: string) => string): string => PAGE.replace(/(?<=^#{2,4} ).*$/gm, by);

const listed = (mark: string, below: string): string =>
  changed(ROWS, (row, i) => {
    const [name = '', ...values] = cells(row);
    if (i < 2) return [];
    const told = values.flatMap((value, k) => (value ? [`${below}${cells(ROWS[0] as string)[k + 1]}: ${value}`] : []));
    return [`${mark}${name}`, ...told, ''];
  });

describe('a page is the same', () => {
  const plain = contractOf(PAGE);
  it.each([
    ['with blank lines between rows', changed(ROWS, (row, i) => (i < 2 ? [row] : ['', row]))],
    ['with tabs between cells', changed(ROWS, (row, i) => (i === 1 ? [] : [cells(row).join('\t')]))],
    ['with full-width bars', changed(ROWS, (row) => [row.replaceAll('|', '｜')])],
    [
      'with full-width signs',
      changed(ROWS, (row, i) => [i === 1 ? '｜：－－｜：--｜：--｜：--｜：--｜' : row.replaceAll('|', '｜')]),
    ],
    ['with values in titles', PAGE.replace('Method\nPUT', 'Method: PUT').replace('Code\n204', 'Code：２０４')],
    ['with a cell too many', changed(ROWS, (row, i) => [i < 2 ? row : `${row}|`])],
    ['with slips in the titles of columns', PAGE.replace('Effective', 'Efective').replace('Required|', 'Requierd|')],
    ['with letters that changed places', PAGE.replace('|Value|', '|Vaule|').replace('Notes|', 'Ntoes|')],
    ['with numbers before values', changed(VALUES, (row, i) => [`|${['No.', ':--', '1', '2'][i]}${row}`])],
    ['as a list', listed('* ', '    * ')],
    ['as definitions', listed('', ': ')],
    ['with pictures in titles', titles((title) => `🔑 ${title} ✨`)],
    ['with names of pictures in titles', titles((title) => `:key: ${title}`)],
    ['with articles in titles', titles((title) => `The ${title.toLowerCase()}`)],
    ['with numbers before titles', titles((title) => `2.1. ${title}`)],
    ['with headings of one level', PAGE.replace(/^#{3,4} /gm, '## ')],
    ['with headings of the highest level', PAGE.replace(/^#{2,4} /gm, '# ')],
    ['with ids behind titles', titles((title) => `${title} {#節-${title.length}}`)],
    ['with code in HTML', PAGE.replace(/^```(\w*)\n([^`]*)\n```/gm, '<pre><code class="language-$1">$2</code></pre>')],
    ['with a command for Windows', PAGE.replace(/\\$/gm, '^')],
    ['with curly quotes', PAGE.replace(`"https:`, '“https:').replace(`'later')"`, '’later’)”')],
  ])('%s', (_, text) => {
    expect(text).not.toBe(PAGE);
    expect(contractOf(text)).toBe(plain);
  });
});
