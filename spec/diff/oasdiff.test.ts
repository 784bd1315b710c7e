// The verdicts of `diff` beside oasdiff's, where that is installed: what both know must be judged alike.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadApi } from '../contract/load.js';
import { countLevels, diffApis } from './diff.js';

const isThere = spawnSync('oasdiff', ['--version']).status === 0;
if (!isThere) console.info('oasdiff is not on this machine: the comparison with it was SKIPPED');

const folder = mkdtempSync(join(tmpdir(), 'docproof-oasdiff-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Json = Record<string, unknown>;

const contract = (put: Json): string =>
  JSON.stringify({
    openapi: '3.0.3',
    info: { title: 'T', version: '1' },
    paths: { '/things': { put: { operationId: 'put', responses: { '200': { description: 'ok' } }, ...put } } },
  });

const query = (rest: Json): Json => ({
  parameters: [{ name: 'top', in: 'query', schema: { type: 'string' }, ...rest }],
});
const body = (schema: Json): Json => ({ requestBody: { content: { 'application/json': { schema } } } });
const answer = (schema: Json): Json => ({
  responses: { '200': { description: 'ok', content: { 'application/json': { schema } } } },
});
const named = (schema: Json, rest: Json = {}): Json => ({ type: 'object', properties: { Name: schema }, ...rest });
const S = { type: 'string' };

describe.skipIf(!isThere)('oasdiff agrees', () => {
  it.each([
    ['a required parameter is new', {}, query({ required: true })],
    ['an optional parameter is new', {}, query({})],
    ['a parameter became required', query({}), query({ required: true })],
    ['an enum value is gone', query({ schema: { ...S, enum: ['a', 'b'] } }), query({ schema: { ...S, enum: ['a'] } })],
    ['an enum value is new', query({ schema: { ...S, enum: ['a'] } }), query({ schema: { ...S, enum: ['a', 'b'] } })],
    ['a length is tighter', body(named({ ...S, maxLength: 9 })), body(named({ ...S, maxLength: 8 }))],
    [
      'a limit is open now',
      body(named({ type: 'integer', maximum: 9 })),
      body(named({ type: 'integer', maximum: 9, exclusiveMaximum: true })),
    ],
    [
      'items must differ',
      body(named({ type: 'array', items: S })),
      body(named({ type: 'array', items: S, uniqueItems: true })),
    ],
    ['a number must be a multiple', body(named({ type: 'integer' })), body(named({ type: 'integer', multipleOf: 2 }))],
    ['a length is looser', body(named({ ...S, maxLength: 8 })), body(named({ ...S, maxLength: 9 }))],
    ['a request field became required', body(named(S)), body(named(S, { required: ['Name'] }))],
    ['the type of a request field changed', body(named(S)), body(named({ type: 'integer' }))],
    [
      'a field of an answer is gone',
      answer(named(S, { required: ['Name'] })),
      answer({ type: 'object', properties: {} }),
    ],
    ['a field of an answer is new', answer({ type: 'object', properties: {} }), answer(named(S))],
    ['a success status is gone', { responses: { '200': { description: 'a' }, '204': { description: 'b' } } }, {}],
  ])('%s', (_, before, after) => {
    const [a, b] = [join(folder, 'a.json'), join(folder, 'b.json')];
    writeFileSync(a, contract(before));
    writeFileSync(b, contract(after));
    const [left, right] = [loadApi(contract(before), a).api, loadApi(contract(after), b).api];
    if (!left || !right) throw new Error('a contract does not load');
    const theirs = spawnSync('oasdiff', ['breaking', a, b, '--fail-on', 'ERR'], { encoding: 'utf8' });
    expect(countLevels(diffApis(left, right)).breaking > 0, theirs.stdout).toBe(theirs.status !== 0);
  });
});
