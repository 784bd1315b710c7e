// Words → facets, in both languages; whatever the text, the patterns that come of it are linear.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWording } from '../../cli/documents.js';
import type { ConstraintCells } from './constraints.js';
import { notLinear } from './linear-pattern.js';
import { readConstraints } from './read-constraints.js';

const wording = readWording();
const read = (cells: ConstraintCells) => readConstraints(cells, wording);
const ALNUM = '[a-zA-Z0-9]';

describe('schema', () => {
  const table: [given: ConstraintCells, want: object][] = [
    [{ effective: 'Number of digits: 3 - 40' }, { type: 'string', minLength: 3, maxLength: 40 }],
    [{ effective: '桁数：3～40' }, { type: 'string', minLength: 3, maxLength: 40 }],
    [{ effective: 'Maximum of 64 characters' }, { type: 'string', maxLength: 64 }],
    [{ effective: '最大64文字' }, { type: 'string', maxLength: 64 }],
    [{ notes: 'Maximum length 64' }, { type: 'string', maxLength: 64 }],
    [{ notes: 'Between 2 and 9 characters.' }, { type: 'string', minLength: 2, maxLength: 9 }],
    [{ notes: 'Limited to 1,048,576 characters.' }, { type: 'string', maxLength: 1048576 }],
    [
      { effective: 'Effective digit length:100byte' },
      { type: 'string', maxLength: 100, 'x-docproof': { maxBytes: 100 } },
    ],
    [
      { effective: '桁数：8～100 byte' },
      { type: 'string', minLength: 2, maxLength: 100, 'x-docproof': { minBytes: 8, maxBytes: 100 } },
    ],
    [
      { effective: 'Single-byte alphanumeric characters, hyphens ("-")' },
      { type: 'string', pattern: '^[a-zA-Z0-9\\-]*$' },
    ],
    [
      {
        effective:
          'Number of digits: 1 - 9 Character type: Half size alphanumeric characters, plus, : However, it cannot start with a colon (:)',
      },
      { type: 'string', minLength: 1, maxLength: 9, pattern: '^[a-zA-Z0-9+][a-zA-Z0-9+:]*$' },
    ],
    [
      { effective: '文字種：半角英数字と_(半角アンダーバー)\nただし、先頭文字に_(半角アンダーバー)は指定不可' },
      { type: 'string', pattern: `^(?:${ALNUM}[a-zA-Z0-9_]*)?$` },
    ],
    [
      {
        effective:
          'Character type: lowercase letters and digits and the following symbols\n.^]-\nHowever, the first character cannot be a symbol',
      },
      { type: 'string', pattern: '^(?:[a-z0-9][a-z0-9\\-.\\]\\^]*)?$' },
    ],
    [
      { notes: 'Only lowercase letters and digits. Must start with a letter.' },
      { type: 'string', pattern: '^(?:[a-z][a-z0-9]*)?$' },
    ],
    [
      { effective: 'Follow URI format\nscheme:ftp / urn' },
      { type: 'string', format: 'uri', pattern: '^(?:ftp|urn):[^\\s]*$' },
    ],
    [
      { effective: 'URIの形式に従う\nscheme：http, https\nトレイリングスラッシュ(終端の/)必須' },
      { type: 'string', format: 'uri', pattern: '^(?:http|https):[^\\s]*\\/$' },
    ],
    [{ effective: 'red\ndark_blue\nurn:a:b' }, { type: 'string', enum: ['red', 'dark_blue', 'urn:a:b'] }],
    [{ effective: 'urn:a:b dark_blue red x_y' }, { type: 'string', enum: ['urn:a:b', 'dark_blue', 'red', 'x_y'] }],
    [{ effective: 'Existing HouseKey' }, {}],
    [
      { effective: 'note / order', notes: 'default: note' },
      { type: 'string', enum: ['note', 'order'], default: 'note' },
    ],
    [{ effective: 'Y:lock / N:leave it open' }, { type: 'string', enum: ['Y', 'N'] }],
    [{ effective: '0 .. 1 / 1 / *' }, { type: 'string', enum: ['0 .. 1', '1', '*'] }],
    [{ effective: 'URN or URL' }, {}],
    [{ effective: 'Edm.Boolean\nEdm.String\nName of a registered type' }, {}],
    [{ effective: 'Number of digits: 12' }, { type: 'string', minLength: 12, maxLength: 12 }],
    [
      { effective: 'Number of digits: 0-99', notes: 'default: empty string' },
      { type: 'string', minLength: 0, maxLength: 99, default: '' },
    ],
    [
      { effective: '桁数：0～99', notes: '省略時は空文字' },
      { type: 'string', minLength: 0, maxLength: 99, default: '' },
    ],
    [{ notes: 'default: UUID' }, {}],
    [{ type: 'string', notes: 'In the form `+49301234567`: a plus sign and 6 to 15 digits' }, { type: 'string' }],
    [
      { effective: 'Follow URI format\nscheme:ftp', notes: 'Up to 70' },
      { type: 'string', format: 'uri', pattern: '^(?:ftp):[^\\s]*$' },
    ],
    [{ effective: 'As the type has it\nEdm.Boolean: true / false\nEdm.String: Number of digits: 0-9 byte' }, {}],
    [
      { effective: '1～60', notes: '省略時は10' },
      { type: 'integer', minimum: 1, maximum: 60, default: 10 },
    ],
    [{ effective: '0:itself only\n1:with its children' }, { type: 'string', enum: ['0', '1'] }],
    [{ effective: '0:itself only 1:with its children' }, { type: 'string', enum: ['0', '1'] }],
    [{ effective: '"on" / "off"' }, { type: 'string', enum: ['on', 'off'] }],
    [{ effective: 'Only valid value is "urn:x" as the standard has it.' }, { type: 'string', enum: ['urn:x'] }],
    [
      { type: 'string', notes: 'State. One of open, shut or all. Defaults to all.' },
      { type: 'string', enum: ['open', 'shut', 'all'], default: 'all' },
    ],
    [
      { effective: 'One of the following strings:\n"ready"\n"under way"' },
      { type: 'string', enum: ['ready', 'under way'] },
    ],
    [
      { effective: 'plain(by word)\nsso:x(by others)\nor divided upper case by space character' },
      { type: 'string', pattern: '^(?:plain|sso:x)(?: (?:plain|sso:x))*$' },
    ],
    [
      { effective: 'true / false', notes: 'default: true' },
      { type: 'boolean', default: true },
    ],
    [{ effective: 'true / false / null' }, { type: ['boolean', 'null'] }],
    [
      { effective: 'Boolean. Set to true to be told.', notes: 'default value false' },
      { type: 'boolean', default: false },
    ],
    [
      { type: 'Int\n1～90', effective: 'Seconds\nThe default is 30 (half a minute)' },
      { type: 'integer', minimum: 1, maximum: 90, default: 30 },
    ],
    [{ effective: '半角数字の0-500(デフォルト:25)' }, { type: 'integer', minimum: 0, maximum: 500, default: 25 }],
    [{ effective: '-128 - 127' }, { type: 'integer', minimum: -128, maximum: 127 }],
    [
      { type: 'integer', notes: 'Items per page (default: 20, max: 100)' },
      { type: 'integer', default: 20, maximum: 100 },
    ],
    [
      { effective: 'Number of digits in integer part: 1-2 digits\nNumber of digits in decimal part: 1-3 digits' },
      { type: 'number', minimum: -99.999, maximum: 99.999 },
    ],
    [
      { effective: 'Specify the IP address range allowed\nwith comma delimited', notes: 'default: null' },
      { type: ['string', 'null'], default: null, pattern: expect.stringContaining('(?:, ?') },
    ],
    [
      { effective: 'application / json', notes: 'treat it as [application / json] when omitted' },
      { default: 'application/json' },
    ],
    [{ notes: '[*] by default' }, { default: '*' }],
    [{ notes: '省略時は[text/html]として扱う' }, { default: 'text/html' }],
    [{ notes: 'The default is as follows' }, {}],
    [{ notes: 'When not specified, the key is meant for this house' }, {}],
    [{ notes: 'If omitted, the name of the caller is used' }, {}],
    [{ notes: 'Nothing is sent by default' }, {}],
    [{ notes: 'By default all rooms are returned' }, {}],
    [{ notes: 'asc by default' }, { default: 'asc' }],
    [{ notes: 'When omitted, desc is used' }, { default: 'desc' }],
    [{ notes: 'When omitted, the value is 25' }, { type: 'integer', default: 25 }],
    [{ effective: 'Rooms divided by spaces' }, {}],
    [{ effective: 'Several, comma separated\nnull' }, { type: ['string', 'null'] }],
    [{ type: 'array of integers' }, { type: 'array', items: { type: 'integer' } }],
    [
      { type: 'string[]', notes: 'One of: a, b' },
      { type: 'array', items: { type: 'string', enum: ['a', 'b'] } },
    ],
    [{ type: 'integer or string' }, { type: ['integer', 'string'] }],
    [{ type: 'string or null' }, { type: ['string', 'null'] }],
    [{ type: 'datetime' }, { type: 'string', format: 'date-time' }],
    [
      { type: 'string', notes: 'Folder: `in`, `out` or `old`' },
      { type: 'string', enum: ['in', 'out', 'old'] },
    ],
    [{ type: 'string', notes: 'Shows those that are `in` or `out`, such as `a`, `b`.' }, { type: 'string' }],
    [
      { type: 'string', notes: 'A time in ISO 8601 format' },
      { type: 'string', format: 'date-time' },
    ],
    [{ type: 'file' }, { type: 'string', format: 'binary' }],
    [
      { type: 'string', default: '`desc`' },
      { type: 'string', default: 'desc' },
    ],
  ];
  for (const [given, want] of table) it(JSON.stringify(given), () => expect(read(given).schema).toEqual(want));
});

/** Generated ids as pages spell them, with their braces. */
const GENERATED = [
  'When not specified, default value given with $${4 signs}_$${9 signs}',
  'PCS-$${32 signs} by default',
  '指定がない場合は、$${4桁}の文字列を自動採番',
];

describe('null, requirement, references', () => {
  it.each([
    [{ effective: 'Number of digits: 1 - 9\nnull' }, true],
    [{ effective: 'Number of digits: 1 - 9 null' }, true],
    [{ effective: 'Specify null if not bound' }, true],
    [{ effective: '結び付けない場合はnullを指定' }, true],
    [{ effective: 'null is invalid' }, false],
    [{ effective: 'Number of digits: 1 - 9' }, undefined],
  ])('%j: null %s', (cells, nullable) => expect(read(cells).nullable).toBe(nullable));

  it.each([
    ['Yes', 'yes', []],
    ['Yes.', 'yes', []],
    ['☑', 'yes', []],
    ['○ (必須)', 'yes', []],
    ['When way = pin: Yes', 'conditional', [{ kind: 'equals', field: 'way', value: 'pin' }]],
    ['way=pinの場合は○', 'conditional', [{ kind: 'equals', field: 'way', value: 'pin' }]],
    ['Optional (required when way = pin)', 'conditional', [{ kind: 'equals', field: 'way', value: 'pin' }]],
    ['Not mandatory', 'no', []],
    ['省略可能', 'no', []],
    ['〇', 'yes', []],
    ['x', 'no', []],
    ['×', 'no', []],
    ['', undefined, []],
    ['Yes(When mode = fast)', 'conditional', [{ kind: 'equals', field: 'mode', value: 'fast' }]],
    ['Yes(mode=urn:a:For b)', 'conditional', [{ kind: 'equals', field: 'mode', value: 'urn:a:b' }]],
    ['○(mode=fastの場合)', 'conditional', [{ kind: 'equals', field: 'mode', value: 'fast' }]],
    ['Yes, if `owner` is not given', 'conditional', [{ kind: 'absent', field: 'owner' }]],
    ['※2', 'conditional', [{ kind: 'footnote', mark: '2' }]],
    ['○※1', 'conditional', [{ kind: 'equals', field: 'kind', value: 'a' }]],
  ])('required %j → %s', (required, want, conditions) => {
    const got = readConstraints({ required }, wording, { footnotes: { 1: 'When kind = a' } });
    expect([got.required, got.conditions]).toEqual([want, conditions]);
  });

  it.each(GENERATED)('%s is no default', (notes) => {
    const got = read({ notes: notes.replaceAll('$$', '$') });
    expect([got.defaultGenerated, 'default' in got.schema]).toEqual([true, false]);
  });

  it.each([
    ['Valid values are the following table', { kind: 'table' }],
    ['有効値は下表を参照', { kind: 'table' }],
    ['See "Status"', { kind: 'title', title: 'Status' }],
    ['Refer to "Status" of Create Thing', { kind: 'title', title: 'Status', page: 'Create Thing' }],
  ])('%s', (effective, want) => expect(read({ effective }).reference).toEqual(want));

  it('tells what it did not understand, and what only describes', () => {
    const got = read({ effective: 'A name of yours. It must rhyme with the first one.' });
    expect([got.unread, got.prose]).toEqual([['It must rhyme with the first one.'], ['A name of yours.']]);
  });
});

describe('any text', () => {
  it('is read without an error, and every pattern compiles and is linear', () => {
    const words = fc.constantFrom(
      'Number of digits: 1 - 9',
      'alphanumeric',
      '("-")',
      'null',
      'cannot start with',
      '-_!$*',
      'scheme:',
      'http / https',
      'default:',
      'one of',
      '\n',
      ' ',
      'or',
      '桁数：',
      '半角英数字',
      '先頭文字に',
      'は指定不可',
      '[',
      ']',
      '(',
      ')',
      '`',
      '"',
      '0',
      '～',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ unit: 'grapheme' })), { maxLength: 30 }), (parts) => {
        const { schema } = read({
          effective: parts.join(' '),
          notes: parts.join(''),
          required: parts[0] ?? '',
          type: parts[1] ?? '',
        });
        if (schema.pattern === undefined) return;
        expect(() => new RegExp(schema.pattern as string, 'u')).not.toThrow();
        expect(notLinear(schema.pattern)).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    'a'.repeat(200_000),
    '1 - '.repeat(50_000),
    '('.repeat(100_000),
    ' "'.repeat(60_000),
    'default '.repeat(30_000),
    'null\n'.repeat(50_000),
  ])('long text is cut off, not waited for (%#)', (text) =>
    expect(() => read({ effective: text, notes: text, required: text, type: text })).not.toThrow(),
  );
});
