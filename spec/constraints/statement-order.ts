// The kinds of statement that a cell can make, in the order in which they are looked for: lengths and numbers before lists of
// characters (a range is no hyphen), lists of values last.

export const BEFORE_CHARACTERS = [
  'plain',
  'generated',
  'pattern',
  'integerDigits',
  'fractionDigits',
  'length',
  'multipleOf',
  'number',
  'uri',
  'noFragment',
  'schemeSlash',
  'trailingSlash',
  'noTrailingSlash',
  'schemes',
  'firstSymbols',
  'firstForbidden',
  'firstAllowed',
  'edgesNotWith',
  'endsNotWith',
  'containsNot',
  'startsNotWith',
  'startsWith',
] as const;

export const AFTER_CHARACTERS = [
  'requiredIf',
  'notNullable',
  'nullable',
  'default',
  'addressRanges',
  'dateTime',
  'date',
  'tokens',
  'commaList',
  'reference',
  'only',
  'oneOf',
  'boolean',
  'notEmpty',
  'someItems',
  'minimum',
  'maximum',
  'numberRange',
  'itemRange',
  'deprecated',
  'readOnly',
  'writeOnly',
] as const;

export type Statement = (typeof BEFORE_CHARACTERS | typeof AFTER_CHARACTERS)[number];
