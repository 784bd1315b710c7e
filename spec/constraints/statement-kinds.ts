// Statements by how they are read: some say all by being made, some by the characters that follow.
import type { Statement } from './statement-order.js';

/** Statements that characters follow; `whole` ones mean nothing where more than the characters follows. */
export const THEN_CHARACTERS = {
  edgesNotWith: 'whole',
  endsNotWith: 'whole',
  containsNot: 'whole',
  startsNotWith: 'part',
  startsWith: 'part',
} as const;
export type BeforeCharacters = keyof typeof THEN_CHARACTERS;

/** Statements that say all by being made. */
const FLAGS = [
  'plain',
  'remark',
  'generated',
  'uri',
  'noFragment',
  'trailingSlash',
  'noTrailingSlash',
  'firstSymbols',
  'notNullable',
  'nullable',
  'addressRanges',
  'boolean',
  'duration',
  'isoDate',
  'dateTime',
  'date',
  'tokens',
  'commaList',
  'deprecated',
  'readOnly',
  'writeOnly',
] as const;
export type Flag = (typeof FLAGS)[number];

export function isFlag(kind: Statement): kind is Flag {
  return (FLAGS as readonly Statement[]).includes(kind);
}

export function standsBeforeCharacters(kind: Statement): kind is BeforeCharacters {
  return kind in THEN_CHARACTERS;
}
