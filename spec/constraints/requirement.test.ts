// Cells that demand a field under a condition → the condition; what is understood only in part stays words.
import { expect, it } from 'vitest';
import { readWording } from '../../cli/documents.js';
import { readConstraints } from './read-constraints.js';
import type { Condition } from './requirement.js';

const wording = readWording();
const is = (field: string, ...values: string[]): Condition =>
  values[1] === undefined ? { kind: 'equals', field, value: values[0] ?? '' } : { kind: 'oneOf', field, values };
const present = (field: string): Condition => ({ kind: 'present', field });
const absent = (field: string): Condition => ({ kind: 'absent', field });
const prose = (text: string): Condition => ({ kind: 'prose', text });

const CELLS: [cell: string, want: Condition][] = [
  ['Yes(When Authorization header is not specified)', prose('When Authorization header is not specified')],
  ['Yes(When client_id is specified)', present('client_id')],
  ['Yes (When F00 is not specified)', absent('F00')],
  ['Yes (when F00 is omitted)', absent('F00')],
  ['Yes (when the owner is present)', present('owner')],
  ['Yes (when owner or name is present)', prose('when owner or name is present')],
  ['Yes (unless F00 is specified)', absent('F00')],
  ['Yes (unless mode = a)', prose('unless mode = a')],
  ['Yes (When Action is exec or relay)', is('Action', 'exec', 'relay')],
  ['Yes (When action is "a" or "b")', is('action', 'a', 'b')],
  ['Yes (When action is "a", "b" or "c")', is('action', 'a', 'b', 'c')],
  ['Yes (When mode = a, b)', is('mode', 'a', 'b')],
  ['Yes (When mode = a and kind = b)', prose('When mode = a and kind = b')],
  ['Yes (if secure and mode = a)', prose('if secure and mode = a')],
  ['Yes (if the value of mode is a)', is('mode', 'a')],
  ['Yes (if mode is not a)', prose('if mode is not a')],
  ['Yes (If mode is fast, in seconds)', prose('If mode is fast, in seconds')],
  ['Yes (When id is empty)', prose('When id is empty')],
  ['○(modeがaの場合)または○(bの場合)', prose('modeがaの場合)または○(bの場合')],
  ['Required only if mode is fast', is('mode', 'fast')],
  ['△(Visibilityがprivateの場合は必須)', is('Visibility', 'private')],
  ['△(Visibilityがprivateまたはpublicの場合)', is('Visibility', 'private', 'public')],
  ['△(Visibilityを指定した場合)', present('Visibility')],
  ['△(Visibilityを指定しない場合は必須)', absent('Visibility')],
];

it.each(CELLS)('%s', (required, want) => {
  const read = readConstraints({ required }, wording);
  expect([read.required, read.conditions]).toEqual(['conditional', [want]]);
});

it.each([
  ['Required when Type is "a" or "b"', is('Type', 'a', 'b')],
  ['Required when Type is a or b, else optional', prose('Type is a or b, else')],
  ['nameを指定しない場合は必須', absent('name')],
  ['Typeがaまたはbの場合は必須', is('Type', 'a', 'b')],
] as [string, Condition][])('in notes: %s', (notes, want) =>
  expect(readConstraints({ notes }, wording).conditions).toEqual([want]),
);
