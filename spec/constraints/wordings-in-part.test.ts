// Words that are understood only in part limit nothing; and more ways to say what others say as well. As wordings.test.ts.
import { describe, expect, it } from 'vitest';
import { readWording } from '../../cli/documents.js';
import { readConstraints } from './read-constraints.js';

const wording = readWording();
type Cells = { type?: string; effective?: string; notes?: string };
type Facets = Record<string, unknown>;
const none = undefined;
const e = (effective: string, want: Facets): [Cells, Facets] => [{ effective }, want];
const n = (notes: string, want: Facets): [Cells, Facets] => [{ notes }, want];
const both = (effective: string, notes: string, want: Facets): [Cells, Facets] => [{ effective, notes }, want];

const NAMED = ['and', 'or', 'xor'];
const AMONG = [
  both('and | or | xor', 'Default and', { enum: NAMED, default: 'and' }),
  both('and | or | xor', 'When omitted, xor', { default: 'xor' }),
  both('and | or | xor', 'xor if not specified', { default: 'xor' }),
  both('and | or | xor', '既定は xor', { default: 'xor' }),
  both('and | or | xor', 'Must not be omitted for xor', { default: none }),
  both('and | or | xor', 'Default: and or xor', { enum: NAMED }),
  n('asc or desc (default: asc)', { enum: ['asc', 'desc'], default: 'asc' }),
  n('asc または desc。デフォルト：asc', { enum: ['asc', 'desc'], default: 'asc' }),
  n('asc or desc of the name. Default: asc', { enum: none, default: 'asc' }),
  n('Order. One of asc, desc. asc if omitted', { enum: ['asc', 'desc'] }),
  n('並び順。asc／desc のいずれか。省略時は asc', { enum: ['asc', 'desc'], default: 'asc' }),
  n('At least one of Name, Mail.', { enum: none }),
  n('Value of X-Shelf-Key', { enum: none }),
  e('One or more of the following, separated by spaces\nopen\nshelf:read', {
    pattern: '^(?:open|shelf:read)(?: (?:open|shelf:read))*$',
  }),
  n('Time of the last use, the first is null *Only after a login', { type: ['string', 'null'] }),
  e('Object or null', { type: ['object', 'null'] }),
  e('Must not start with "__"', { pattern: none }),
  e('先頭に「__」は使用不可', { pattern: none }),
  e('先頭に「_」は使用不可', { pattern: /\[\^_\]/ }),
  e('true：有効／false：無効', { type: 'boolean', enum: none }),
  e('T:overwrite/F:keep', { enum: ['T', 'F'] }),
  n('May be `null`.', { enum: none, type: ['string', 'null'] }),
  e('string | null', { type: ['string', 'null'], enum: none }),
  e('0 = off, 1 = on', { enum: ['0', '1'] }),
  e('英小文字で始まる英数字', { pattern: '^(?:[a-z][a-zA-Z0-9]*)?$' }),
];

const ONE_WAY = [
  n('Number of the seat. Read-only', { readOnly: true, writeOnly: none }),
  n('Code of the gate. Write-only: never shown', { writeOnly: true, readOnly: none }),
  n('Not for read-only keys', { readOnly: none }),
];

const COUNTED: [Cells, Facets][] = [
  [
    { type: 'array of objects', notes: '2 to 40 seats, in rows' },
    { minItems: 2, maxItems: 40 },
  ],
];

const LENGTHS = [
  n('5 to 9 lower-case letters, digits or hyphens', { minLength: 5, maxLength: 9, pattern: '^[a-z0-9\\-]+$' }),
  n('Code of the gate, 3 to 6 digits', { minLength: 3, maxLength: 6, pattern: '^[0-9]+$' }),
  n('Number of digits: 3 - 6', { minLength: 3, maxLength: 6, pattern: none }),
  n('3 to 7 capital letters and digits, beginning with a letter', { pattern: '^[A-Z][A-Z0-9]*$' }),
  e('Number of characters: 8 or more', { type: 'string', minLength: 8, maxLength: none }),
  e('Number of characters: 8 or less', { minLength: none, maxLength: 8 }),
  e('Number of digits: 8 or more and 16 or less', { minLength: 8, maxLength: 16, enum: none }),
  e('文字数：8以上16以下', { minLength: 8, maxLength: 16 }),
  e('文字数：8以上', { minLength: 8, maxLength: none }),
  e('最大文字数：128', { minLength: none, maxLength: 128 }),
  e('桁数：最大128', { minLength: none, maxLength: 128, maximum: none }),
  e('Length between 1 and 128', { minLength: 1, maxLength: 128, maximum: none }),
  e('Digits: 1 - 128', { minLength: 1, maxLength: 128, pattern: none }),
  e('32 characters of single-byte alphanumeric characters', { minLength: 32, maxLength: 32, pattern: /a-zA-Z0-9/ }),
  e('Number of bytes: 1 - 256', { type: 'string', maximum: none, maxLength: 256 }),
  e('バイト数：1～256', { type: 'string', maximum: none, maxLength: 256 }),
  e('Maximum 1 MB', { type: none, maximum: none }),
  e('最大1MB', { type: none, maximum: none }),
  e('Array of Role names\n1 - 10 elements', { type: 'array', minItems: 1, maxItems: 10, maximum: none }),
  e('文字列の配列(最大10件)', { type: 'array', maxItems: 10 }),
  e('8 characters, uppercase letters and numbers', { minLength: 8, maxLength: 8, pattern: /A-Z/ }),
  e('8 to 16 half-width alphanumeric characters', { minLength: 8, maxLength: 16, pattern: /a-zA-Z0-9/ }),
  e('min. 3, max. 50 characters', { minLength: 3, maxLength: 50 }),
  e('16進数64桁', { minLength: 64, maxLength: 64, accepts: '0aF', rejects: 'xyz' }),
  e('Exactly 8 alphanumeric characters', { minLength: 8, maxLength: 8, pattern: /a-zA-Z0-9/ }),
  n('Name of the part. 3-20 lowercase letters', { minLength: 3, maxLength: 20, pattern: /a-z/ }),
  e('半角数字10桁', { maxLength: 10, pattern: /0-9/ }),
];

const CHARACTERS = [
  e('Any character except "/"', { accepts: 'a b', rejects: 'a/b' }),
  e('使用不可文字：\\ / :', { accepts: 'a b', rejects: 'a:b' }),
  e('半角大文字英字3文字＋半角数字5桁', { pattern: '^[A-Z]{3}[0-9]{5}$', maxLength: none }),
  e('半角英大文字3文字のあとに半角数字5桁', { pattern: '^[A-Z]{3}[0-9]{5}$', maxLength: none }),
  n('must be after startsAt', { enum: none }),
  n('letter + 4 digits', { pattern: none, maxLength: none }),
  e('Three uppercase letters followed by 5 digits', { pattern: '^[A-Z]{3}[0-9]{5}$', maxLength: none }),
  e('2 letters, then 4 digits', { pattern: '^[a-zA-Z]{2}[0-9]{4}$', maxLength: none }),
  e('Character type: Single-byte alphanumeric characters and symbols (-_.)', { accepts: 'a-b_c.d', rejects: 'a+b' }),
  e('文字種：半角英数字と記号(-_.)\n先頭は英字であること', { accepts: 'a-b_c.d', rejects: '-b' }),
  e('文字種：半角英数字、記号(-_.)', { accepts: 'a-b_c.d', rejects: 'a+b' }),
];

const LISTS = [
  e('Edm.Boolean\nEdm.DateTime\nEdm.String\nOr the name of a ComplexType', { type: none, enum: none }),
  e('a_b c_d or a name of one', { enum: none }),
  e('"/"以外の文字', { enum: none }),
  e('true：有効、false：無効', { type: 'boolean' }),
  e('on・・・starts it\noff・・・stops it', { enum: ['on', 'off'] }),
  both('None: No array List: Array', 'Default: None', { enum: ['None', 'List'], default: 'None' }),
  both('true or false', 'false by default', { type: 'boolean', enum: none, default: false }),
  both('true or false', 'fast by default', { enum: none }),
  e('IPv4 address', { enum: none }),
  e('IPv6 address or host name', { enum: none }),
  e('Number or string', { enum: none }),
  e('yyyy / MM / dd', { enum: none }),
  e('Any of the following\ndevice_code\npassword\nrefresh_token', {
    enum: ['device_code', 'password', 'refresh_token'],
  }),
  e('Any of "read", "write", "admin"', { enum: ['read', 'write', 'admin'] }),
  e('Valid values are as follows\n- read\n- write', { enum: ['read', 'write'] }),
  e('以下のいずれかを指定\nnone\nhmac\nrsa', { enum: ['none', 'hmac', 'rsa'] }),
  e('read_all\nwrite_all\nThe default is read_all', { enum: ['read_all', 'write_all'], default: 'read_all' }),
  n('"read" (default) or "write"', { enum: ['read', 'write'], default: 'read' }),
  n('Order. `up` or `down`. Default is `up`.', { enum: ['up', 'down'], default: 'up' }),
  n('並び順。`up`または`down`', { enum: ['up', 'down'] }),
  n('Like `up` or `down`', { enum: none }),
  n('並び順。"asc"（昇順）または"desc"（降順）', { enum: ['asc', 'desc'] }),
  n('`public` or `private` (default)', { enum: ['public', 'private'], default: 'private' }),
  n('"*" or "{number}-{time}"', { enum: none }),
  n('"read" and "write" are done at once', { enum: none }),
  e('read: read only\nwrite: read and write', { enum: ['read', 'write'] }),
];

const NULLS = [
  'Where the seat is. null until it is taken',
  ...['null can be specified', 'null is acceptable', 'null means that the device never expires', 'null or string'],
  ...['null指定可', 'null許容', 'nullも可', 'null is allowed', 'Can be null', 'nullable', 'null可'],
].map((words) => n(words, { nullable: true }));

const DEFAULTS = [
  both('readまたはwrite', '指定しない場合はreadとする', { enum: ['read', 'write'], default: 'read' }),
  both('read / write / admin', 'read when omitted', { default: 'read' }),
  both('info / warn / error', 'info if not specified', { default: 'info' }),
  both('1 - 100', 'initial value 10', { default: 10 }),
  both('Number of seconds (max 86400)', '3600 is used if it is not specified', { default: 3600 }),
  n('省略時は application/json', { default: 'application/json' }),
  both('Date and time (ISO 8601)', 'now by default', { default: none }),
  n('indefinite by default', { default: none }),
];

/** Of a value that a column calls a whole number. */
const whole = (notes: string, want: Facets): [Cells, Facets] => [{ type: 'integer', notes }, want];
const RANGES = [
  whole('Entries of a page, 1 to 100 (default 25)', { minimum: 1, maximum: 100, default: 25 }),
  whole('Rows of a page, at most 100, default 25', { maximum: 100, default: 25 }),
  whole('Kilograms, greater than 0', { minimum: 1 }),
  whole('Entries of a page. 1-100', { minimum: 1, maximum: 100 }),
  whole('取得件数。1～100件（デフォルト：20）', { minimum: 1, maximum: 100, default: 20 }),
  whole('取得件数。1件以上100件以下', { minimum: 1, maximum: 100 }),
  whole('開始位置（0以上、省略時：0）', { minimum: 0, default: 0 }),
  whole('1：有効、2：無効（初期値：1）', { enum: [1, 2], default: 1 }),
  whole('Number of pages, e.g. 1-100', { minimum: none }),
  whole('Seitenzahl, z. B. 1-100', { minimum: none }),
  whole('Replaces 1 to 3 of the old form', { minimum: none }),
  n('Version, 1 to 3', { minimum: none }),
];

const SCHEMES = [
  e('URI形式(http,https)', { format: 'uri', accepts: 'https://a/', rejects: 'ftp://a/' }),
  n('URL形式（http、https）、最大1024文字。なければnull', {
    format: 'uri',
    maxLength: 1024,
    rejects: 'ftp://a/',
    nullable: true,
  }),
  e('URL形式(https)', { format: 'uri', rejects: 'http://a/' }),
  e('Valid URL (http or https)', { format: 'uri', accepts: 'http://a/', rejects: 'ftp://a/' }),
  e('URI format (urn only)', { format: 'uri', accepts: 'urn:a:b', rejects: 'http://a/' }),
  e('URL with scheme http or https', { format: 'uri', accepts: 'http://a/', rejects: 'ftp://a/' }),
  e('URL starting with https://', { format: 'uri', accepts: 'https://a/', rejects: 'http://a/' }),
  e('URL of the script\nIt is not possible to include fragments', {
    accepts: 'https://a/b?c',
    rejects: 'https://a/b#c',
  }),
];

describe.each([
  ['lengths', LENGTHS],
  ['characters', CHARACTERS],
  ['lists', LISTS],
  ['null', NULLS],
  ['one way', ONE_WAY],
  ['counted', COUNTED],
  ['defaults', DEFAULTS],
  ['defaults among values', AMONG],
  ['ranges', RANGES],
  ['schemes', SCHEMES],
])('%s', (_, cases) => {
  it.each(cases)('%j', (cells, { accepts, rejects, nullable, ...want }) => {
    const read = readConstraints(cells, wording);
    const { schema } = read;
    for (const [facet, value] of Object.entries(want))
      if (value instanceof RegExp) expect(String(schema[facet])).toMatch(value);
      else expect(schema[facet], facet).toEqual(value);
    if (nullable !== undefined) expect(read.nullable).toBe(nullable);
    const pattern = new RegExp(schema.pattern ?? '', 'u');
    if (accepts !== undefined) expect(accepts).toMatch(pattern);
    if (rejects !== undefined) expect(rejects).not.toMatch(pattern);
  });
});

it('lists no beginnings of values as values', () => {
  const cells = { default: 'name,asc', notes: '`name` or `size`, then `,asc` or `,desc`' };
  const { schema } = readConstraints(cells as never, wording);
  expect(schema).toMatchObject({ default: 'name,asc' });
  expect(schema.enum).toBeUndefined();
});
