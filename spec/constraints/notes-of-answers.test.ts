// What notes of a field say that mostly answers have: its moment, that it is empty, gone or null.
import { expect, it } from 'vitest';
import { readWording } from '../../cli/documents.js';
import { readConstraints } from './read-constraints.js';
import { itReads, notes as n, type Phrase } from './testing/phrase.js';

const PHRASES: Phrase[] = [
  n('ISO 8601 date', { format: 'date' }),
  n('ISO 8601 date. null when the boat is free', { format: 'date', nullable: true }),
  n('ISO 8601 date and time', { format: 'date-time' }),
  n('null if nobody owns it', { nullable: true }),
  n('Always `open`', { enum: ['open'] }),
  n('ISO 8601形式の日付', { format: 'date' }),
  n('日付（ISO 8601）', { format: 'date' }),
  n('日時（ISO 8601）', { format: 'date-time' }),
  n('停泊中はnull', { nullable: true }),
  n('nullか', { enum: undefined }),
  n('homeかawayのいずれか', { enum: ['home', 'away'] }),
  n('確かな値', { enum: undefined }),
];

itReads(PHRASES);

const wording = readWording();

it.each([
  ['array', 'Always empty', 0],
  ['array', 'Always empty; kept for old clients', 0],
  ['array', '常に空', 0],
  ['array', 'immer leer', 0],
  ['array', 'toujours vide', 0],
  ['array', 'Never empty', undefined],
  ['array', 'Always empty for guests', undefined],
  ['string', 'Always empty', undefined],
])('a list that is always empty: %s, %s', (type, text, most) => {
  expect(readConstraints({ type, notes: text }, wording).schema.maxItems).toBe(most);
});

it.each([
  ['Deprecated since 2.0, use `site`', true],
  ['Since 2.0 deprecated; use `site`', true],
  ['Obsolete since 3.1', true],
  ['Whether the boat is obsolete', undefined],
  ['バージョン2.0で非推奨。`site` を使うこと', true],
  ['非推奨（2.0以降）', true],
  ['非推奨かどうか', undefined],
])('a field that is no longer to be used: %s', (text, deprecated) => {
  expect(readConstraints({ notes: text }, wording).deprecated).toBe(deprecated);
});

it('a number that is always the same', () => {
  const schemaOf = (text: string): object => readConstraints({ type: 'integer', notes: text }, wording).schema;
  expect(schemaOf('always 0')).toEqual({ type: 'integer', enum: [0] });
  expect(schemaOf('Always 0 for a new boat')).toEqual({ type: 'integer' });
});
