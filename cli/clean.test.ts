// What a run leaves is removed: when a story is thrown over, on a signal, and by `clean` after a kill.
import { describe, expect, it } from 'vitest';
import type { FakeServer } from '../conformance/testing/fake-server.js';
import { certify, certifyBench } from './testing/certify-bench.js';

const { start, docproof, startCli, runId } = certifyBench('clean');

describe('cleaning', () => {
  const archives = (requests: FakeServer['requests']): [made: number, removed: number] => [
    requests.filter((r) => r.method === 'POST' && r.path === '/ctl/Archive').length,
    requests.filter((r) => r.method === 'DELETE' && r.path.startsWith('/ctl/Archive')).length,
  ];

  it('happens when a case throws a story over', async () => {
    const { url, requests } = await start({ delay: (r) => (r.method === 'GET' ? 1500 : 0) });
    await docproof(certify(url, '--only', 'folder/retrieve', '--timeout', '1'));
    const [made, removed] = archives(requests);
    expect([made, removed]).toEqual([1, 1]);
  });

  it('happens on a signal, and the rest is untested', async () => {
    const stop = new AbortController();
    const { url, requests } = await start({
      delay: (r) => {
        if (r.path.includes('/Folder')) stop.abort('SIGINT');
        return 20;
      },
    });
    const { code, io } = await docproof(certify(url, '--only', 'folder/'), { signal: stop.signal });
    expect(code).toBe(3);
    expect(io.stdout).toContain('stopped early: by SIGINT');
    expect(io.stderr).toMatch(/^docproof: stopping.*\n.*`docproof clean --run r\w+`/m);
    const [made, removed] = archives(requests);
    expect(removed).toBe(made);
  });

  it('is done by `clean --run` after a kill', async () => {
    const { url, requests } = await start({
      delay: (r) => (r.method === 'POST' && r.path.includes('/Folder') ? 60_000 : 0),
    });
    const child = startCli(certify(url, '--only', 'folder/', '--connections', '3'));
    // All three connections wait for an answer: nothing is on its way to the server when the process is killed.
    const waiting = (): number => requests.filter((r) => r.method === 'POST' && r.path.includes('/Folder')).length;
    await expect.poll(waiting, { timeout: 40_000, interval: 20 }).toBe(3);
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('close', resolve));
    const [made, before] = archives(requests);
    expect(made - before).toBe(3);
    const id = runId();
    const cleaned = await docproof(['clean', '--run', id]);
    expect([cleaned.code, cleaned.io.stdout]).toEqual([0, expect.stringContaining(', 0 left')]);
    expect(cleaned.io.stdout.match(/^removed Archive/gm)).toHaveLength(3);
    expect(archives(requests)).toEqual([made, made]);
    const again = await docproof(['clean', '--run', id]);
    expect(again.io.stdout).toContain('nothing is left');
  }, 60_000);

  it('refuses a journal that is not there', async () => {
    const { code, io } = await docproof(['clean', '--run', 'r0']);
    expect([code, io.stderr]).toEqual([2, expect.stringContaining('no journal of run r0')]);
  });
});
