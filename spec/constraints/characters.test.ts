// Which characters a value may have, and defaults beside colons: the schema as a whole.
import { describe, expect, it } from 'vitest';
import { readWording } from '../../cli/documents.js';
import type { ConstraintCells } from './constraints.js';
import { readConstraints } from './read-constraints.js';

const wording = readWording();
const schemaOf = (cells: ConstraintCells) => readConstraints(cells, wording).schema;

const SETS: [effective: string, pattern: string | undefined][] = [
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
  ['Alphanumeric characters, symbols, hyphens', undefined],
  ['Alphanumeric characters and symbols - see below', undefined],
];

describe('a set of characters', () => {
  it.each(SETS)('%s', (effective, pattern) => expect(schemaOf({ effective }).pattern).toBe(pattern));
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
  ] as [ConstraintCells, unknown][])('%j', (cells, want) => expect(schemaOf(cells).default).toEqual(want));
});
