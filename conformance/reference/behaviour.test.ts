// Runs the behaviour tables on every database there is: the embedded one, and PostgreSQL where DATABASE_URL is set.
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningReference } from '../reference-server.js';
import { startReference } from './index.js';
import { readBehaviour, type Scene } from './testing/behaviour-file.js';
import { runScene } from './testing/behaviour-run.js';

const folder = fileURLToPath(new URL('./behaviour/', import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
const tables = files.map((name) => ({ name, scenes: readBehaviour(readFileSync(`${folder}${name}`, 'utf8')) }));
const databaseUrl = process.env['DATABASE_URL'];

const databases = [
  { name: 'embedded database', options: {} },
  ...(databaseUrl ? [{ name: 'PostgreSQL', options: { databaseUrl } }] : []),
];
if (!databaseUrl) console.warn('SKIPPED: the behaviour tables on PostgreSQL, since DATABASE_URL is not set');

function cases(scene: Scene): number {
  return scene.steps.filter((step) => step.kind === 'case').length;
}

it('has at least 400 cases', () => {
  const total = tables.flatMap((table) => table.scenes).reduce((sum, scene) => sum + cases(scene), 0);
  expect(total).toBeGreaterThanOrEqual(400);
});

describe.each(databases)('on the $name', ({ options }) => {
  const bugs: string[] = [];
  let server: RunningReference;
  const run = randomBytes(3).toString('hex');
  let scenes = 0;

  beforeAll(async () => {
    const log = (line: string): void => void (line.startsWith('{"bug"') && bugs.push(line));
    server = await startReference({ port: 0, token: 'unit-token', log, ...options });
  });
  afterAll(async () => {
    await server.close();
    expect(bugs).toEqual([]);
  });

  describe.each(tables)('$name', ({ scenes: table }) => {
    it.each(table)('$title', async (scene) => {
      expect(cases(scene)).toBeGreaterThan(0);
      expect((await runScene(scene, server, `b${run}-${scenes++}`)).join('\n')).toBe('');
    });
  });
});
