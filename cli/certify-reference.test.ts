// `certify` on the embedded server: conformant as it is, with every name changed, and for documents of another hand.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../spec/package-root.js';
import { run } from './run.js';
import { fakeIo } from './testing/fake-io.js';

const SPEC = join(packageRoot(), 'spec', 'openapi.yaml');
const CORPUS = join(packageRoot(), '..', 'shared', 'corpus');
const SEEDS = join(CORPUS, 'seeds');
let cwd: string;

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'docproof-reference-'));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

async function docproof(...args: string[]): Promise<{ code: number; text: string }> {
  const io = fakeIo({ cwd });
  return { code: await run(args, io), text: io.stdout + io.stderr };
}

describe('the embedded server', () => {
  it('keeps every documented command of a shard, and its derived cases and stories', async () => {
    const { code, text } = await docproof('certify', '--shard', '1/12');
    expect(text).toContain('conformant: ');
    expect([code, text.includes('failed')]).toEqual([0, false]);
  }, 120_000);

  it('stays conformant when every name in the cases is another', async () => {
    const renamed = readFileSync(SPEC, 'utf8').replaceAll(/\b(cell|box|role|relation|account)(\d)\b/g, 'q$1n$2');
    writeFileSync(join(cwd, 'renamed.yaml'), renamed);
    const { code, text } = await docproof('certify', '--spec', 'renamed.yaml', '--shard', '5/12');
    expect([code, text.includes('failed')]).toEqual([0, false]);
  }, 120_000);

  it.runIf(existsSync(SEEDS))(
    'keeps five documents of another hand, with what that took named',
    async () => {
      expect((await docproof('build', SEEDS, '--out', 'seeds.yaml', '--quiet')).code).toBe(0);
      const helped = await docproof('certify', '--spec', 'seeds.yaml', '--setup', SPEC);
      expect([helped.code, helped.text.includes('conformant: ')]).toEqual([0, true]);
      expect(helped.text).toMatch(/relaxed external-cell-links\/update: request body \/Url/);
      expect(helped.text).toMatch(/relaxed external-cell-links\/update: the command calls .*_Box/);
      const alone = await docproof('certify', '--spec', 'seeds.yaml');
      expect([alone.code, alone.text]).toEqual([
        3,
        expect.stringContaining('no documented way to create Cell, Box, Relation'),
      ]);
    },
    60_000,
  );

  it.runIf(existsSync(CORPUS))(
    'keeps all that another hand says of what it implements',
    async () => {
      const pages = join(CORPUS, 'personium', 'en');
      expect((await docproof('build', pages, '--out', 'corpus.yaml', '--quiet')).code).toBe(0);
      const { code, text } = await docproof('certify', '--spec', 'corpus.yaml', '--setup', SPEC);
      expect(text).toMatch(/^conformant: \d+ passed, \d+ inapplicable$/m);
      expect(code).toBe(0);
    },
    120_000,
  );
});
