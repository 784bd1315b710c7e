// Who gets the lock of a file.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockFile } from './file-lock.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'docproof-'));
  file = join(folder, 'unit.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('is one process', () => {
  const unlock = lockFile(file);
  expect(readFileSync(`${file}.lock`, 'utf8')).toBe(String(process.pid));
  expect(() => lockFile(file)).toThrow(`is in use by process ${process.pid}`);
  unlock();
  expect(existsSync(`${file}.lock`)).toBe(false);
});

it.each([
  ['a process that has ended', '999999999'],
  ['nobody', ''],
  ['nonsense', 'x'],
])('is taken over from %s, and nothing is left of it', (_, owner) => {
  writeFileSync(`${file}.lock`, owner);
  const unlock = lockFile(file);
  expect(readFileSync(`${file}.lock`, 'utf8')).toBe(String(process.pid));
  expect(readdirSync(folder)).toEqual(['unit.db.lock']);
  unlock();
});
