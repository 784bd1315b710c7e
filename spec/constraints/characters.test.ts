// Which characters a value may have, and defaults beside colons: the schema as a whole.
import { describe, expect, it } from 'vitest';
import { readWording } from '../../cli/documents.js';
import type { ConstraintCells } from './constraints.js';
import { readConstraints } from './read-constraints.js';

const wording = readWording();
const schemaOf = (cells: ConstraintCells) => readConstraints(cells, wording).schema;

const EDGED = '[a-zA-Z0-9](?:[a-zA-Z0-9\\-]*[a-zA-Z0-9])?';

const SETS: [effective: string, pattern: string | undefined][] = [
  ['`*` or "{digits}-{digits}"', undefined],
  ['半角英小文字、数字、-(半角ハイフン)、.(ピリオド)', '^[a-z0-9\\-.]*$'],
  ['半角英数字と.(半角ピリオド)', '^[a-zA-Z0-9.]*$'],
  ['半角英数字、.(ドット)', '^[a-zA-Z0-9.]*$'],
  ['半角英数字、-、.', '^[a-zA-Z0-9\\-.]*$'],
  ['Alphanumeric characters, -(hyphen), .(period)', '^[a-zA-Z0-9\\-.]*$'],
  ['Letters, digits, -, ., _', '^[a-zA-Z0-9\\-._]*$'],
  ['Letters, digits, -, _.', '^[a-zA-Z0-9\\-_]*$'],
  ['Alphanumeric characters. The rest is free.', '^[a-zA-Z0-9]*$'],
  ['Alphanumeric characters and the following symbols: - _ .', '^[a-zA-Z0-9\\-._]*$'],
  ['Alphanumeric characters and the following symbols: hyphen, underscore', '^[a-zA-Z0-9\\-_]*$'],
  ['半角英数字と以下の記号：-(半角ハイフン)、_(半角アンダーバー)', '^[a-zA-Z0-9\\-_]*$'],
  ['半角英数字と下記記号\n- _ . ~', '^[a-zA-Z0-9\\-._~]*$'],
  ['Single-byte alphanumeric characters(lowercase only) and hyphens ("-")', '^[a-z0-9\\-]*$'],
  ['Alphanumeric characters (upper case only), underscores', '^[A-Z0-9_]*$'],
  ['半角英数字(小文字のみ)と-(半角ハイフン)', '^[a-z0-9\\-]*$'],
  ['Letters, pluses ("+"), carets ("^") and colons (":")', '^[a-zA-Z+:\\^]*$'],
  ['a-z, A-Z, 0-9, - and _', '^[a-zA-Z0-9\\-_]*$'],
  ['[a-zA-Z0-9_-]', '^[a-zA-Z0-9\\-_]*$'],
  ['Single-byte alphabets, numbers and hyphens', '^[a-zA-Z0-9\\-]*$'],
  ['半角英数字，-(半角ハイフン)，_(半角アンダーバー)', '^[a-zA-Z0-9\\-_]*$'],
  ['半角英数字または「-」「_」', '^[a-zA-Z0-9\\-_]*$'],
  ['Letters and hyphens\n* Shown to everybody', '^[a-zA-Z\\-]*$'],
  // What a word joins to the list and is not known may be anything.
  ['Alphanumeric characters, hyphens and frobs', undefined],
  ['Alphanumeric characters, symbols, hyphens', undefined],
  ['Alphanumeric characters and symbols - see below', undefined],
];

const EDGES: [effective: string, pattern: string | undefined][] = [
  ['Alphanumeric characters and hyphens\ncannot start or end with a hyphen', `^(?:${EDGED})?$`],
  ['1 - 9 characters. Alphanumeric characters and hyphens. It cannot start or end with a hyphen.', `^${EDGED}$`],
  [
    'Letters, hyphens and periods. Must start with a letter. Must not end with a hyphen.',
    '^(?:[a-zA-Z](?:[a-zA-Z\\-.]*[a-zA-Z.])?)?$',
  ],
  ['英字とハイフン\nただし、先頭文字はハイフン以外', '^(?:[a-zA-Z][a-zA-Z\\-]*)?$'],
  ['英字とハイフン\nただし、ハイフンで始めることはできない', '^(?:[a-zA-Z][a-zA-Z\\-]*)?$'],
  ['Letters and hyphens\n* Cannot start with a hyphen', '^(?:[a-zA-Z][a-zA-Z\\-]*)?$'],
  ['Letters and hyphens. Must not end with a hyphen.', '^(?:[a-zA-Z\\-]*[a-zA-Z])?$'],
  ['cannot start or end with a hyphen', '^(?:[^\\-](?:[\\s\\S]*[^\\-])?)?$'],
  ['Must not end with a slash', '^(?:[\\s\\S]*[^/])?$'],
  ['トレイリングスラッシュ不可', '^(?:[\\s\\S]*[^/])?$'],
  ['URL形式\nトレイリングスラッシュ(終端の/)不可', '^[A-Za-z][A-Za-z0-9+.\\-]*:[^\\s]*[^\\s/]$'],
  ['Cannot contain spaces', '^[^ ]*$'],
  ['Letters and spaces. Must not contain spaces.', '^[a-zA-Z]*$'],
  ['Cannot contain spaces or tabs', undefined],
  ['Cannot contain spaces at the end', undefined],
  ['must not contain symbols', undefined],
];

describe('a set of characters', () => {
  it.each([...SETS, ...EDGES])('%s', (effective, pattern) => expect(schemaOf({ effective }).pattern).toBe(pattern));
});

describe('the shape of a text', () => {
  it.each([
    ['Mail address format', { type: 'string', format: 'email' }],
    ['6 digit number', { type: 'string', minLength: 6, maxLength: 6, pattern: '^[0-9]+$' }],
    ['16-byte string', { type: 'string', minLength: 4, maxLength: 16, 'x-docproof': { minBytes: 16, maxBytes: 16 } }],
    ['String, each word up to 10 characters', {}],
    ['Example:Mon,Tue', {}],
    ['"a" (default), "b"', { type: 'string', enum: ['a', 'b'], default: 'a' }],
    ['0 (default) or 1', { type: 'integer', enum: [0, 1], default: 0 }],
    ['"0" or "1"', { type: 'string', enum: ['0', '1'] }],
    ['UUID (32 digits)', {}],
    ['a（デフォルト）、b', { type: 'string', enum: ['a', 'b'], default: 'a' }],
    ['true (default) / false', { type: 'boolean', default: true }],
  ])('%s', (effective, want) => expect(schemaOf({ effective })).toEqual(want));
});

describe('a default', () => {
  it.each([
    [{ notes: 'デフォルト値：50' }, 50],
    [{ notes: 'デフォルト値:50', type: 'Number' }, 50],
    [{ notes: 'デフォルト値：0.5', type: 'Number' }, 0.5],
    [{ notes: 'デフォルト値:asc' }, 'asc'],
    [{ notes: 'デフォルト値 50' }, 50],
    [{ notes: 'デフォルト値「asc」' }, 'asc'],
    [{ notes: 'デフォルト値: "-"' }, '-'],
    [{ notes: 'デフォルト：-' }, undefined],
    [{ notes: 'デフォルト値:' }, undefined],
    [{ type: 'array of strings', notes: 'Default: `[]`' }, []],
    [{ type: 'object', notes: 'Names with values. Default: `{}`' }, {}],
    [{ type: 'object', notes: 'Default: none' }, undefined],
  ] as [ConstraintCells, unknown][])('%j', (cells, want) => expect(schemaOf(cells).default).toEqual(want));
});
