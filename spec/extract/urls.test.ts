import { describe, expect, it } from 'vitest';
import { readProfile } from '../../cli/documents.js';
import { packageRoot } from '../package-root.js';
import { readUrls } from './urls.js';

const profile = readProfile(undefined, packageRoot());

describe('readUrls', () => {
  it.each([
    ["{CellURL}a('{b}') or {CellURL}a(n='{b}')", ["{CellURL}a('{b}')", "{CellURL}a(n='{b}')"]],
    ['{CellURL}a?b={c}, {d}', ['{CellURL}a?b={c}, {d}']],
    ["{CellURL}a('{b}',\n'{c}')", ["{CellURL}a('{b}','{c}')"]],
  ])('%s', (text, urls) => {
    const found = readUrls(text, 0, profile).flatMap((line) => (line.kind === 'url' ? [line.text] : []));
    expect(found).toEqual(urls);
  });
});
