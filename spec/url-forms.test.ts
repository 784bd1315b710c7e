// Forms of URLs, and which of them a command's path is.
import { describe, expect, it } from 'vitest';
import type { Example } from './lint/example.js';
import { build, table } from './testing/operation.js';

it('a variable of paths is described by the first page that does', () => {
  const url = (name: string, rest = ''): string =>
    `# ${name}\n\n## Request\n\n### Request URL\n\n\`\`\`\n{CellURL}__ctl/Part('{PartCode}')${rest}\n\`\`\`\n`;
  const read = build({
    others: {
      'p1.md': `${url('Get Part')}\n### Request Method\n\nGET\n\n## Response\n\n### Response Code\n\n200\n`,
      'p2.md': `${url('Update Part', '/note')}\n${table('|Path|Overview|', '|{PartCode}|Code of the part|')}\n\n### Request Method\n\nPUT\n\n## Response\n\n### Response Code\n\n204\n`,
    },
  });
  expect(read('components', 'parameters', 'PartCode', 'description')).toBe('Code of the part');
});

describe('a command whose path fits two forms', () => {
  const page = (urls: string, command: string): Example => ({
    sections: {
      'Request URL': `\`\`\`\n${urls}\n\`\`\``,
      'cURL Command': `\`\`\`sh\ncurl "${command}" -X PUT -d '{"Name":"a"}'\n\`\`\``,
    },
    others: {
      'unit.md':
        '# Get Unit\n\n## Request\n\n### Request URL\n\n```\n{UnitURL}state\n```\n\n### Request Method\n\nGET\n\n## Response\n\n### Response Code\n\n200\n\n### cURL Command\n\n```sh\ncurl "https://unit1.example/state" -X GET\n```\n',
    },
  });
  const forms = '{CellURL}{BoxName}\n{CellURL}{BoxName}/{CollectionName}';

  it.each([
    ['https://cell1.unit1.example/box1/notes', '/{CellName}/{BoxName}/{CollectionName}'],
    ['https://unit1.example/cell1/box1', '/{CellName}/{BoxName}'],
  ])('%s calls %s', (command, path) =>
    expect(build(page(forms, command))('paths', path, 'put', 'x-docproof', 'cases')).toHaveLength(1),
  );
});

it('a key without its bracket is closed', () =>
  expect(
    build({ sections: { 'Request URL': "```\n{CellURL}__ctl/Label(Name='{LabelName}'/$links/_Box\n```" } })('paths'),
  ).toHaveProperty(["/{CellName}/__ctl/Label(Name='{LabelName}')/$links/_Box"]));

describe('the forms of a URL', () => {
  const operations = (url: string, method: string | null = 'PUT'): unknown => {
    const paths = build({ sections: { 'Request URL': url, 'Request Method': method } })('paths') as object;
    return Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item as Record<string, { operationId?: string }>).flatMap(([key, operation]) =>
        key === 'parameters' ? [] : [`${key} ${path} ${operation.operationId}`],
      ),
    );
  };

  it('are as many as its optional parts make', () =>
    expect(operations('```\n{CellURL}__log[/{LogName}]\n```')).toEqual([
      'put /{CellName}/__log/{LogName} updateLabelLog',
      'put /{CellName}/__log updateLabelLogCellNameLog',
    ]));

  it('have one name where they differ in a slash at the end', () =>
    expect(operations('```\n{CellURL}{BoxName}\n{CellURL}{BoxName}/\n```')).toEqual([
      'put /{CellName}/{BoxName} updateLabel',
    ]));

  it.each([
    ['post', '`POST {CellURL}__log`', null],
    ['post', '`POST {CellURL}__log`', 'POST'],
    ['put', '`POST {CellURL}__log`', 'PUT'],
  ])('%s: beside %s, and below %s', (method, url, section) =>
    expect(operations(url, section)).toEqual([`${method} /{CellName}/__log updateLabel`]),
  );
});
