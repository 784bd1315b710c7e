// What was acknowledged is there after `kill -9`; a database file has one process; the server stops when it is told to.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, send } from './testing/behaviour-run.js';
import { endOf, type ServerProcess, spawnServer, startServer, stopServer } from './testing/server-process.js';

let folder: string;
let data: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'docproof-'));
  data = join(folder, 'unit.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const args = (): string[] => ['--data', data, '--token', 'unit-token'];

describe('kill -9 during a storm of writes', () => {
  it('keeps every acknowledged write, whole', async () => {
    const first = await startServer(args());
    await send(first, 'POST', '/__ctl/Cell', [], '{"Name":"storm"}');
    await send(first, 'POST', '/storm/__ctl/Relation', [], '{"Name":"rel"}');
    const acknowledged = await storm(first, 150);
    await first.ended;
    expect(acknowledged.length).toBeGreaterThanOrEqual(150);

    const second = await startServer(args());
    const linked = await listAll(second, "/storm/__ctl/Relation('rel')/$links/_Role");
    const roles = await listAll(second, '/storm/__ctl/Role');
    for (const name of acknowledged) expect(linked).toContain(name);
    // A role is created and linked in one change: never the one without the other.
    expect([...linked].sort()).toEqual([...roles].sort());
    await stopServer(second);
  });
});

/** Creates roles through a navigation property, ten at a time, and kills the server when `count` are acknowledged. */
async function storm(server: ServerProcess, count: number): Promise<string[]> {
  const acknowledged: string[] = [];
  let next = 0;
  const writer = async (): Promise<void> => {
    for (;;) {
      const name = `r${next++}`;
      const answer: Answer | undefined = await send(
        server,
        'POST',
        "/storm/__ctl/Relation('rel')/_Role",
        [],
        JSON.stringify({ Name: name }),
      ).catch(() => undefined);
      if (!answer) return;
      expect(answer.status).toBe(201);
      acknowledged.push(name);
      if (acknowledged.length === count) server.child.kill('SIGKILL');
    }
  };
  await Promise.all(Array.from({ length: 10 }, writer));
  return acknowledged;
}

async function listAll(server: ServerProcess, url: string): Promise<Set<string>> {
  const { text } = await send(server, 'GET', `${url}?$top=10000`, []);
  return new Set([...text.matchAll(/Role\(Name='(\w+)',_Box\.Name=null\)"/g)].map((match) => match[1] ?? ''));
}

describe('a database file', () => {
  it('serves one process; the second says what to do', async () => {
    const first = await startServer(args());
    const { code, stderr } = await endOf(spawnServer(args()));
    expect(code).toBe(2);
    expect(stderr).toContain(`is in use by process ${first.child.pid}`);
    expect(stderr).toContain('set DATABASE_URL to a PostgreSQL database');
    expect((await send(first, 'GET', '/', [])).status).toBe(200);
    await stopServer(first);
    await stopServer(await startServer(args()));
  });

  it('keeps data and tokens over a restart', async () => {
    const first = await startServer(args());
    await send(first, 'POST', '/__ctl/Cell', [], '{"Name":"kept"}');
    await send(first, 'POST', '/kept/__ctl/Account', [['X-Personium-Credential', 'password1']], '{"Name":"a"}');
    const grant = 'grant_type=password&username=a&password=password1';
    const issued = await send(first, 'POST', '/kept/__token', [['Authorization', '-']], grant);
    const { access_token: token } = JSON.parse(issued.text) as { access_token: string };
    await stopServer(first);

    const second = await startServer(args());
    const answer = await send(second, 'GET', '/kept/__ctl/Box', [['Authorization', `Bearer ${token}`]]);
    expect(answer.status).toBe(403);
    await stopServer(second);
  });
});

describe('stopping', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('npm passes %s on, and the port is closed', async (signal) => {
    const server = await startServer(['--token', 'unit-token'], {}, ['npm', 'run', '-s', 'docproof', '--']);
    expect((await send(server, 'GET', '/', [])).status).toBe(200);
    await stopServer(server, signal);
    await expect(send(server, 'GET', '/', [])).rejects.toThrow('ECONNREFUSED');
  });

  it('lets a request in flight finish', async () => {
    const server = await startServer(args());
    await send(server, 'POST', '/__ctl/Cell', [], '{"Name":"busy"}');
    // Hashing passwords that are kept takes a while: when the first is answered, the others are on their way.
    const credential: [string, string][] = [['X-Personium-Credential', 'password1']];
    const answers = Array.from({ length: 16 }, (_, n) =>
      send(server, 'POST', '/busy/__ctl/Account', credential, JSON.stringify({ Name: `a${n}` })),
    );
    await Promise.race(answers);
    server.child.kill('SIGTERM');
    expect((await Promise.all(answers)).map((answer) => answer.status)).toEqual(Array(16).fill(201));
    expect((await server.ended).code).toBe(0);
  });
});
