// Defects in the many forms that people make them in, each one put into the plain example page: exactly the codes that it deserves.
import { describe, expect, it } from 'vitest';
import type { Example } from './example.js';
import { find } from './testing/find.js';

type Case = [what: string, text: string, codes: string[]];

function each(section: string, cases: Case[]): void {
  it.each(cases)(`${section}: %s`, (_, text, codes) =>
    expect(find({ sections: { [section]: text } }).map((d) => d.code)).toEqual(codes),
  );
}

const headers = (name: string): string =>
  `|Header Name|Overview|Effective Value|Required|Notes|\n|:--|:--|:--|:--|:--|\n|Authorization|Token|Bearer {AccessToken}|Yes||\n|${name}|Something|Any text|No||`;
const TYPO = ['doc/header-name-typo'];

describe('header names', () => {
  each('Request Header', [
    ['a hyphen too few', headers('IfMatch'), TYPO],
    ['a hyphen too many', headers('E-Tag'), TYPO],
    ['a blank for a hyphen', headers('If Match'), TYPO],
    ['the first letter lost', headers('ontent-Type'), TYPO],
    ['another first letter', headers('lf-Match'), TYPO],
    ['two letters swapped', headers('Content-Tpye'), TYPO],
    ['a well-known X- name', headers('X-HTTP-Method-Overide'), TYPO],
    ['a name of its own', headers('X-Label-Key'), []],
    ['another case', headers('content-type'), []],
  ]);

  const page = (n: number, name: string): string =>
    `# List Label\n\n## Request\n\n### Request URL\n\n\`\`\`\n{CellURL}__ctl/Label${n}\n\`\`\`\n\n### Request Method\n\nGET\n\n### Request Header\n\n|Header Name|Overview|Effective Value|Required|Notes|\n|:--|:--|:--|:--|:--|\n|${name}|Key|Any text|No||\n\n## Response\n\n### Response Code\n\n200\n`;
  const pages = (...names: string[]): Record<string, string> =>
    Object.fromEntries(names.map((name, i) => [`list${i}.md`, page(i, name)]));
  const typos = (files: Record<string, string>): string[] =>
    find({ others: files }).flatMap((d) => (d.code === 'doc/header-name-typo' ? [`${d.file}:${d.message}`] : []));

  it('a name that stands on one page, while its neighbours have another', () =>
    expect(typos(pages('X-Label-Key', 'X-Label-Key', 'X-Label-Key', 'X-Label-Key', 'X-Lable-Key'))).toEqual([
      'list4.md:"X-Lable-Key" stands on this page only; "X-Label-Key", on 4 others, is meant',
    ]));
  it('not where the names are a series', () =>
    expect(typos(pages('X-Label-1', 'X-Label-1', 'X-Label-1', 'X-Label-1', 'X-Label-2'))).toEqual([]));
  it('not where few pages agree', () => expect(typos(pages('X-Label-Key', 'X-Lable-Key'))).toEqual([]));
});

const curl = (rest: string, method = '-X PUT'): string =>
  `\`\`\`sh\ncurl "https://cell1.unit1.example/__ctl/Label('later')" ${method} ${rest}\n\`\`\``;
const BODY = `-d '{"Name":"urgent"}'`;
const CONTRADICTS = ['curl/curl-contradicts-url'];

describe('commands', () => {
  each('cURL Command', [
    ['a misspelt header', curl(`-H 'Contents-Type: application/json' ${BODY}`), TYPO],
    ['a method in small letters', curl(BODY, '-X put'), CONTRADICTS],
    ['no body', curl('-i'), CONTRADICTS],
    ['a body from a file', curl('-d @label.json'), []],
    ['a field that no table has', curl(`-d '{"Name":"urgent","Size":"1"}'`), ['sample/sample-contradicts-table']],
    ['a required field left out', curl(`-d '{"Color":"red"}'`), ['sample/sample-contradicts-table']],
    ['a name in another case', curl(`-d '{"name":"urgent"}'`), ['sample/sample-contradicts-table']],
    ['a name without quotes', curl(`-d '{Name:"urgent"}'`), ['sample/invalid-json-sample']],
    ['curly quotes in the body', curl(`-d '{“Name”: "urgent"}'`), ['sample/invalid-json-sample']],
    ['a body without quotes', curl('-d {"Name":"urgent"}'), ['curl/shell-quoting']],
    ['another method in the header that replaces it', curl(`-H 'X-HTTP-Method-Override: PUT' ${BODY}`, '-X POST'), []],
    ['a third one there', curl(`-H 'X-HTTP-Method-Override: MERGE' ${BODY}`, '-X POST'), CONTRADICTS],
    ['quotes in the query', curl(BODY).replace(`')"`, `')?note=what's it'"`), []],
    ['a body that is a placeholder', curl(`-d '{the label}'`), []],
    [
      'the brace at the start lost',
      curl(`-H 'Content-Type: application/json' -d '"Name":"urgent"}'`),
      ['sample/invalid-json-sample'],
    ],
    [
      'a double slash',
      `\`\`\`sh\ncurl "https://cell1.unit1.example//__ctl/Label('later')" -X PUT ${BODY}\n\`\`\``,
      CONTRADICTS,
    ],
  ]);

  const keyed = {
    'Request URL':
      "```\n{CellURL}__ctl/Label(Name='{LabelName}')\n```\n\nor\n\n```\n{CellURL}__ctl/Label('{LabelName}')\n```",
  };
  const command = (url: string): string =>
    `\`\`\`sh\ncurl "https://cell1.unit1.example/__ctl/${url}" -X PUT ${BODY}\n\`\`\``;
  it.each([
    ["Label(Name='later')", []],
    ["Label('later')", []],
    ["Label(Title='later')", CONTRADICTS],
  ])('keys of %s', (url, codes) =>
    expect(find({ sections: { ...keyed, 'cURL Command': command(url) } }).map((d) => d.code)).toEqual(codes),
  );

  it.each([
    ['?p_view=all', []],
    ['?p_veiw=all', CONTRADICTS],
  ])('queries of %s', (query, codes) => {
    const sections = {
      'Request Query':
        '|Query Name|Overview|Effective Value|Required|Notes|\n|:--|:--|:--|:--|:--|\n|p_view|What to show|Any text|No||',
      'cURL Command': command(`Label('later')${query}`),
    };
    expect(find({ sections }).map((d) => d.code)).toEqual(codes);
  });
});

const rows = (...more: string[]): string =>
  `|Item Name|Overview|Effective Value|Required|Notes|\n|:--|:--|:--|:--|:--|\n|Name|New name|Number of digits: 1-16|Yes||\n|Color|Its color|red, green|No||${more.map((row) => `\n${row}`).join('')}`;

describe('tables', () => {
  each('Request Body', [
    ['a name again in another case', rows('|COLOR|Its color|red, green|No||'), ['doc/duplicate-row']],
    [
      'a name again in the next table',
      `${rows()}\n\n|Item Name|Overview|Effective Value|Required|Notes|\n|:--|:--|:--|:--|:--|\n|Color|Its color|red|No||`,
      ['doc/duplicate-row'],
    ],
    [
      'the same name for something else',
      `${rows()}\n\nOf a later label:\n\n|Item Name|Overview|Effective Value|Required|Notes|\n|:--|:--|:--|:--|:--|\n|Color|Its color|red|No||`,
      [],
    ],
    ['a short line of dashes', rows().replace('|:--|:--|:--|:--|:--|', '|:--|:--|:--|:--|'), ['doc/broken-table']],
    ['a long line of dashes', rows().replace('|:--|:--|', '|:--|:--|:--|'), ['doc/broken-table']],
    ['no line of dashes', rows().replace('|:--|:--|:--|:--|:--|\n', ''), ['doc/broken-table']],
    ['a row over two lines', rows('|Size|Its\nextent|Any text|No||'), ['doc/broken-table']],
  ]);
});

const LINK = ['doc/broken-link'];

describe('links', () => {
  each('Overview', [
    ['another ending', 'See [the label](update_label.html).', LINK],
    ['a slip in a bare name', 'See [the label](update_lable).', LINK],
    ['a bare name', 'See [the label](update_label).', []],
    ['a name of the site', 'See [the label](guide).', []],
    ['nothing', 'See [the label]().', LINK],
    ['blanks', 'See [the label](the label.md).', LINK],
    ['blanks in angle brackets', 'See [the label](<the label.md>).', LINK],
    ['a label that nothing explains', 'See [the label][nowhere].', LINK],
    ['a label with its line', 'See [the label][here].\n\n[here]: update_label.md', []],
    ['brackets that are no link', 'The list `labels[0][name]`, or labels[0][name].', []],
    ['a tag', 'See <a href="colours.md">the colours</a>.', LINK],
    ['a picture', '![colours](colours.png)', LINK],
  ]);
  it('names the page that was meant', () =>
    expect(find({ sections: { Overview: 'See [it](Update_Label.html).' } })[0]?.help).toBe(
      'the page is called update_label.md',
    ));
});

const STATUS = ['doc/status-contradiction'];

describe('statuses', () => {
  each('Overview', [
    ['a promise of another', 'A label that was changed is answered with 200.', STATUS],
    ['the same', 'A label that was changed is answered with 204.', []],
    ['a failure', 'A label that is not there is answered with 404.', []],
    ['a number that is none', 'The name has up to 200 characters and returns quickly.', []],
  ]);
  each('Response Code', [
    ['a letter for a digit', '2O4', STATUS],
    ['too many digits', '2004', STATUS],
    ['no class of statuses', '604', STATUS],
    ['the words of another', '204 Found', STATUS],
    ['what happened, in a word of its own', '204 - found', []],
  ]);
  each('Response Sample', [
    ['the first line of an answer', '```\nHTTP/1.1 201 Created\n```', ['doc/missing-section', ...STATUS, ...STATUS]],
  ]);
});

describe('marks of notes', () => {
  const row = (note: string): string =>
    `|Item Name|Overview|Effective Value|Required|Notes|\n|:--|:--|:--|:--|:--|\n|Name|New name|Any text|*1||\n|Color|Its color|Any text|No||\n\n${note}`;
  each('Request Body', [
    ['a note', row('*1 Only with a color'), []],
    ['a note whose star is escaped', row('\\*1 Only with a color'), []],
    ['no note', row('Only with a color'), ['doc/undefined-mark']],
    ['notes that say when', row('').replace('|*1||', '|△|Required when Color is red|'), []],
  ]);
});

describe('a body that changes a part', () => {
  const command = (method: string): string =>
    `\`\`\`sh\ncurl "https://cell1.unit1.example/__ctl/Label('later')" -X ${method} -d '{"Color":"red"}'\n\`\`\``;
  it.each([
    ['MERGE', []],
    ['PUT', ['sample/sample-contradicts-table']],
  ])('%s may leave required fields out or not', (method, codes) =>
    expect(
      find({ sections: { 'Request Method': 'PUT\n\nMERGE', 'cURL Command': command(method) } }).map((d) => d.code),
    ).toEqual(codes),
  );
});

it.each([
  ['a note', '|※ Names are unique|', 'the row has 1 cell, its table 5 columns', 'write the note below the table'],
  ['a short row', '|Size|Its size|', 'the row has 2 cells, its table 5 columns', 'end the row with an empty cell'],
])('tells what to do about %s in a table', (_, row, message, help) => {
  const rows = `|Name|Name|1-16 characters|Yes||\n${row}\n|Color|Its color|Any text|No||`;
  const body = `|Item Name|Overview|Effective Value|Required|Notes|\n|:--|:--|:--|:--|:--|\n${rows}`;
  const found = find({ sections: { 'Request Body': body } });
  expect(found).toMatchObject([{ message, help: expect.stringContaining(help) }]);
});

describe('sections', () => {
  each('Request Method', [['empty', '', ['doc/missing-section']]]);
  each('Required Privileges', [
    ['empty', '', ['doc/missing-section']],
    ['none', 'None', []],
  ]);
  it.each([
    ['Required Privileges', 'Required Priviliges', 'label'],
    ['Request Method', 'Request Metod', 'PUT'],
    ['Overview', 'Overveiw', 'Changes a label of a cell.'],
  ])('%s, misspelt, is one finding', (title, wrong, text) =>
    expect(find({ sections: { [title]: null, [wrong]: text } }).map((d) => d.code)).toContain('doc/unknown-section'),
  );
  it('knows the titles of every language', () => {
    const page =
      '# Labelの更新\n\n## 概要\n\n変更。\n\n## リクエスト\n\n### リクエストURL\n\n```\n{CellURL}__ctl/Label\n```\n\n### メソット\n\nPUT\n\n## レスポンス\n\n### ステータスコード\n\n204\n';
    expect(find({ page }).map((d) => d.code)).toEqual(['doc/unknown-section']);
  });
});

const MALFORMED = ['doc/malformed-url'];

describe('URLs', () => {
  const url = (text: string): Example => ({
    sections: { 'Request URL': `\`\`\`\n${text}\n\`\`\``, 'cURL Command': null },
  });
  it.each([
    ["{CellURL}__ctl/Label(Name='{LabelName}'_Box.Name='{BoxName}')", MALFORMED],
    ["{CellURL}__ctl/Label(Name'{LabelName}')", MALFORMED],
    ["{CellURL}__ctl/Label(at=datetime'{Time}')", []],
    ["{CellURL}__ctl/ Label('{LabelName}')", MALFORMED],
    ["CellURL}__ctl/Label('{LabelName}')", MALFORMED],
  ])('%s', (text, codes) =>
    expect(
      find(url(text))
        .map((d) => d.code)
        .filter((code) => code === 'doc/malformed-url'),
    ).toEqual(codes),
  );
});

it.each([
  ['https://cell1.unit1.example__ctl/Label', ['the path stands right behind the host "cell1.unit1.example"']],
  ['https://cell1.unit1.example/__ctl/Label', []],
  ['https://cell2.unit1.example_x/', []],
])('a URL in a sample: %s', (url, messages) => {
  const body = '|Item Name|Overview|Effective Value|Required|Notes|\n|:--|:--|:--|:--|:--|\n|Name|Name|Any text|Yes||';
  const sections = { 'Request Body': body, 'Request Sample': `\`\`\`JSON\n{"Name": "${url}"}\n\`\`\`` };
  expect(find({ sections }).map(({ message }) => message)).toEqual(messages);
});

describe('JSON samples', () => {
  each('Request Sample', [
    ['a name twice', '```JSON\n{"Name": "urgent", "Name": "later"}\n```', ['sample/invalid-json-sample']],
    [
      'a broken value, which is not held against limits too',
      '```JSON\n{"Name": "ur\\ggggggggggggggggggggggggent"}\n```',
      ['sample/invalid-json-sample'],
    ],
    ['an array', '```JSON\n[{"Name": "urgent"}]\n```', ['sample/sample-contradicts-table']],
    ['a number for characters', '```JSON\n{"Name": 5}\n```', ['sample/sample-contradicts-table']],
  ]);

  it.each([
    ['Properties of the label', 0],
    ['Labelに紐付くProperty', 0],
    ['名前', 1],
  ])('may show any field below a row for "%s" or not', (name, findings) => {
    const rows = `|${name}|Defined by users|Any text|No||`;
    const body = `|Item Name|Overview|Effective Value|Required|Notes|\n|:--|:--|:--|:--|:--|\n|Name|Name|1-16 characters|Yes||\n${rows}`;
    const example = { 'Request Body': body, 'Request Sample': '```JSON\n{"Name": "urgent", "size": 1}\n```' };
    expect(find({ sections: example })).toHaveLength(findings);
  });

  it('need nothing of an object that they may leave out', () => {
    const rows = '|Name|Name|1-16 characters|Yes||\n|Owner|Who|Object|No||\n|Owner.Mail|Address|1-16 characters|Yes||';
    const body = `|Item Name|Overview|Effective Value|Required|Notes|\n|:--|:--|:--|:--|:--|\n${rows}`;
    const example = { 'Request Body': body, 'Request Sample': '```JSON\n{"Name": "urgent"}\n```' };
    expect(find({ sections: example })).toEqual([]);
  });
});

it('does not compare pages whose URLs only look alike', () => {
  const page = (title: string, url: string, code: string): string =>
    `# ${title}\n\n## Request\n\n### Request URL\n\n\`\`\`\n{CellURL}${url}\n\`\`\`\n\n### Request Method\n\nPOST\n\n## Response\n\n### Response Code\n\n${code}\n`;
  const disagree = (url: string): number =>
    find({
      others: { 'run.md': page('Run Label', '{Label}/{Run}', '200'), 'add.md': page('Add Label', url, '201') },
    }).filter((d) => d.code === 'doc/pages-disagree').length;
  expect([disagree('{Label}/{Run}'), disagree('{Label}/{Part}')]).toEqual([1, 0]);
});
