// Copies of tables that have a line for each cell, and for each line of a cell: the kinds of the columns tell the rows, or nothing is read.
import { describe, expect, it } from 'vitest';
import { readFlattened } from './flattened.js';
import { splitLines } from './lines.js';

const FIELDS: Readonly<Record<string, string>> = {
  Object: 'parent',
  Item: 'name',
  Header: 'header',
  Type: 'type',
  Overview: 'overview',
  Effective: 'effective',
  Format: 'format',
  Required: 'required',
  Notes: 'notes',
  Code: 'status',
  Message: 'message',
  Target: 'target',
  Privileges: 'privileges',
  Node: 'nodeName',
  Namespace: 'namespace',
  Kind: 'nodeType',
};
const SECTIONS = ['Response', 'Status', 'status', 'Media type of the body'];

function tables(text: string) {
  const page = `Title\nResponse\n${text}\nResponse\n`;
  return readFlattened(page, splitLines(page), 0, {
    headingLevel: (line) => (SECTIONS.includes(line) ? 2 : undefined),
    sectionOf: (line) => (/^(?:Response|Status)$/i.test(line) ? 'response' : undefined),
    columnOf: (line) => FIELDS[line],
    isMark: (line) => /^(?:Yes|No)$/.test(line),
    isType: (line) => /^(?:string|object|array|String)$/.test(line),
  }).flatMap((block) =>
    block.kind === 'table'
      ? [block.uneven ? 'uneven' : block.rows.map(({ cells }) => cells.map(({ text: cell }) => cell))]
      : [],
  );
}
const lines = (...all: string[]): string => all.join('\n').replaceAll(' ¦ ', '\n');

describe('a table with a line for each line of its cells', () => {
  it.each([
    [
      'privileges below what they are for',
      lines('Target ¦ Privileges', 'Role ¦ box ¦ auth', 'Rule ¦ rule', 'Box ¦ box ¦ box-read'),
      [
        ['Role', 'box\nauth'],
        ['Rule', 'rule'],
        ['Box', 'box\nbox-read'],
      ],
    ],
    [
      'headers whose last cell ends with a word alone',
      lines(
        'Header ¦ Overview ¦ Notes',
        'Content-Type ¦ The format ¦ Only where it',
        'fails',
        'ETag ¦ The version ¦ A weak one',
      ),
      [
        ['Content-Type', 'The format', 'Only where it\nfails'],
        ['ETag', 'The version', 'A weak one'],
      ],
    ],
    [
      'headers whose notes end with a word alone, and marks',
      lines(
        'Header ¦ Overview ¦ Required ¦ Notes',
        'X-Long-Name ¦ The format ¦ No ¦ Something by',
        'default',
        'Accept ¦ The format ¦ of the body ¦ Yes ¦ Something',
      ),
      [
        ['X-Long-Name', 'The format', 'No', 'Something by\ndefault'],
        ['Accept', 'The format\nof the body', 'Yes', 'Something'],
      ],
    ],
    [
      'types behind names',
      lines(
        'Item ¦ Type ¦ Notes',
        'state ¦ string ¦ draft ¦ open ¦ closed',
        'owner ¦ object',
        'id ¦ string ¦ What ¦ it is',
      ),
      [
        ['state', 'string', 'draft\nopen\nclosed'],
        ['owner', 'object', ''],
        ['id', 'string', 'What\nit is'],
      ],
    ],
    [
      'objects that stand once for several rows',
      lines(
        'Object ¦ Item ¦ Type ¦ Notes',
        'Root ¦ d ¦ object ¦ {1}',
        '{1} ¦ a ¦ string ¦ null',
        'b ¦ string',
        'd ¦ c ¦ array ¦ Any',
      ),
      [
        ['Root', 'd', 'object', '{1}'],
        ['{1}', 'a', 'string', 'null'],
        ['', 'b', 'string', ''],
        ['d', 'c', 'array', 'Any'],
      ],
    ],
    [
      'codes of answers',
      lines('Code ¦ Message ¦ Overview', '207 ¦ MULTI_STATUS', 'Success ¦ 404 ¦ NONE ¦ It is', 'not there'),
      [
        ['207', 'MULTI_STATUS', 'Success'],
        ['404', 'NONE', 'It is\nnot there'],
      ],
    ],
    [
      'values that look like names',
      lines(
        'Item ¦ Overview ¦ Effective ¦ Required ¦ Notes',
        'Name ¦ Its name ¦ Any ¦ Yes',
        'State ¦ state ¦ draft ¦ open ¦ closed ¦ No ¦ default: open',
      ),
      [
        ['Name', 'Its name', 'Any', 'Yes', ''],
        ['State', 'state', 'draft\nopen\nclosed', 'No', 'default: open'],
      ],
    ],
    [
      'types in front of the marks',
      lines(
        'Item ¦ Overview ¦ Format ¦ Required ¦ Effective',
        'kind ¦ Which ¦ String ¦ Yes ¦ one ¦ two',
        'key ¦ Which of ¦ them all ¦ String ¦ No',
      ),
      [
        ['kind', 'Which', 'String', 'Yes', 'one\ntwo'],
        ['key', 'Which of\nthem all', 'String', 'No', ''],
      ],
    ],
    [
      'words that are titles elsewhere',
      lines('Header ¦ Overview ¦ Notes', 'Content-Type ¦ Media type of the body', 'Location ¦ Where it is'),
      [
        ['Content-Type', 'Media type of the body', ''],
        ['Location', 'Where it is', ''],
      ],
    ],
    [
      'a name that is a title elsewhere, above its many lines',
      lines(
        'Item ¦ Overview ¦ Effective ¦ Required ¦ Notes',
        'Name ¦ Its name ¦ Any ¦ Yes',
        'Status ¦ status ¦ See there ¦ or here ¦ and here ¦ No',
      ),
      [
        ['Name', 'Its name', 'Any', 'Yes', ''],
        ['Status', 'status', 'See there\nor here\nand here', 'No', ''],
      ],
    ],
    [
      'nodes, some of which have no namespace',
      lines(
        'Node ¦ Namespace ¦ Kind ¦ Overview',
        'find ¦ D: ¦ Element ¦ Root',
        'all ¦ Element ¦ All',
        'none ¦ - ¦ Element ¦ None',
      ),
      [
        ['find', 'D:', 'Element', 'Root'],
        ['all', '', 'Element', 'All'],
        ['none', '-', 'Element', 'None'],
      ],
    ],
    [
      'what a name stands for right below it',
      lines('Item ¦ Overview ¦ Notes', 'token_type ¦ Bearer', 'scope ¦ What for'),
      [
        ['token_type', 'Bearer', ''],
        ['scope', 'What for', ''],
      ],
    ],
  ])('has its rows: %s', (_, text, rows) => expect(tables(text)).toEqual([rows]));

  it('has them where blank lines part the cells', () => {
    const text = lines('Header ¦ Overview ¦ Notes', 'Content-Type ¦ application/json ¦ If it failed').replaceAll(
      '\n',
      '\n\n',
    );
    expect(tables(text)).toEqual([[['Content-Type', 'application/json', 'If it failed']]]);
  });

  it.each([
    ['names and values of one look', lines('Target ¦ Privileges', 'role ¦ box ¦ auth', 'rule ¦ rule', 'box ¦ box')],
    [
      'types where no row has them',
      lines('Object ¦ Item ¦ Type ¦ Notes', 'Root ¦ object ¦ a ¦ Words of it', '{1} ¦ string ¦ b ¦ More words'),
    ],
    ['headers that are none', lines('Header ¦ Overview ¦ Notes', 'application/json ¦ Its type ¦ Always')],
  ])('is not read where nothing tells its rows: %s', (_, text) => expect(tables(text)).toEqual(['uneven']));

  it('takes time in proportion', () => {
    const from = performance.now();
    tables(`${lines('Item ¦ Type ¦ Notes')}\n${'a\nstring\nb\n'.repeat(10_000)}`);
    tables('Item\nType\nItem\nType\nNotes\n'.repeat(5_000));
    expect(performance.now() - from).toBeLessThan(4_000);
  });
});
