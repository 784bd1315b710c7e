// Whole files only, and never through a link that lies in the way.
import { execFileSync, spawn } from 'node:child_process';
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { diagnosticLine } from '../spec/diagnostic.js';
import { readEarlier } from './earlier-spec.js';
import { safePath } from './output-folder.js';
import { stageOutputs, writeOutput } from './write-output.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'docproof-write-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it.each([
  ['the file itself', 'out.txt'],
  ['its temporary file', `out.txt.${process.pid}.tmp`],
])('leaves alone what a link in the place of %s leads to', (_, name) => {
  writeFileSync(join(folder, 'other.txt'), 'theirs');
  symlinkSync(join(folder, 'other.txt'), join(folder, name));
  writeOutput(join(folder, 'out.txt'), 'ours');
  expect(readFileSync(join(folder, 'other.txt'), 'utf8')).toBe('theirs');
  expect(readFileSync(join(folder, 'out.txt'), 'utf8')).toBe('ours');
  expect(readdirSync(folder).sort()).toEqual(['other.txt', 'out.txt']);
});

it('of a folder of generated code neither goes through a link that is one of its files nor replaces it', () => {
  writeFileSync(join(folder, 'other.txt'), 'theirs');
  symlinkSync(join(folder, 'other.txt'), join(folder, 'out.txt'));
  expect(() => safePath(folder, 'out.txt')).toThrow('out.txt: it is a link');
});

it('writes into a pipe, which stays one', async () => {
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const reader = spawn('cat', [pipe]);
  const read = reader.stdout.toArray();
  writeOutput(pipe, 'ours');
  expect(Buffer.concat(await read).toString()).toBe('ours');
  expect(lstatSync(pipe).isFIFO()).toBe(true);
  expect(readdirSync(folder)).toEqual(['pipe']);
});

it('looks for no earlier spec in a pipe, which would wait for what is to be written into it', () => {
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const spec = '{openapi: 3.1.0, paths: {/cats: {get: {operationId: listCats, x-docproof: {pages: [cats]}}}}}';
  const writer = spawn('sh', ['-c', 'echo "$1" > "$2"', 'sh', spec, pipe]);
  try {
    expect(readEarlier('--out', pipe, folder).size).toBe(0);
  } finally {
    writer.kill();
  }
});

it('leaves nothing half-written where the place cannot be written', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(() => writeOutput(join(folder, 'file', 'out.txt'), 'x')).toThrow('cannot be written');
  expect(readdirSync(folder)).toEqual(['file']);
});

it('of several writes none where one cannot be written, and makes no folder for them', () => {
  writeFileSync(join(folder, 'file'), 'theirs');
  const outputs = ['file', 'new/deep/out.txt', 'file/out.txt'].map((path) => ({ path: join(folder, path), text: 'x' }));
  expect(() => stageOutputs(outputs)).toThrow('cannot be written');
  expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('theirs');
  expect(readdirSync(folder)).toEqual(['file']);
});

it.skipIf(process.platform !== 'linux')('ends where a file system refuses new folders', () => {
  expect(() => writeOutput('/proc/docproof/out/out.txt', 'x')).toThrow('cannot be written');
});

it('a message from a document cannot drive a terminal', () => {
  const place = { file: 'a.md', line: 1, column: 2, severity: 'error', code: 'doc/x' } as const;
  expect(diagnosticLine({ ...place, message: 'bad \u001b]0;owned\u0007 name\r\n' })).toBe(
    'a.md:1:2: error doc/x: bad \ufffd]0;owned\ufffd name\ufffd\ufffd',
  );
});
