// How long a user waits: `--help` until it ends, `certify` until its first request arrives at the target.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { main, median, row, runNode } from './measuring.mjs';

const ROUNDS = 11;

export async function measure() {
  const folder = mkdtempSync(`${tmpdir()}/docproof-bench-`);
  let arrived = () => {};
  const target = createServer((incoming, response) => {
    arrived();
    incoming.resume();
    response.end('{}');
  });
  target.listen(0, '127.0.0.1');
  await once(target, 'listening');
  const origin = `http://127.0.0.1:${target.address().port}/`;
  const empty = [];
  const help = [];
  const first = [];
  for (let round = 0; round < ROUNDS; round++) {
    empty.push(await runNode(['-e', '0']));
    help.push(await runNode([main, '--help']));
    first.push(
      await firstRequest(origin, folder, (resolve) => {
        arrived = resolve;
      }),
    );
  }
  target.close();
  rmSync(folder, { recursive: true });
  const wall = (one) => one.wall;
  const cpu = (runs) => `processor ${Math.round(median(runs.map((one) => one.cpu)))} ms`;
  const node = Math.round(median(empty.map(wall)));
  return [
    row(
      '`docproof --help`',
      median(help.map(wall)),
      { atMost: 150 },
      'ms',
      `${cpu(help)}; an empty node ${node} ms, ${cpu(empty)}; medians of ${ROUNDS} in turn`,
    ),
    row(
      'first request of `docproof certify` on the English spec',
      median(first),
      { atMost: 500 },
      'ms',
      `from the start of the process until the target sees it; best ${Math.round(Math.min(...first))} ms of ${ROUNDS}`,
    ),
  ];
}

async function firstRequest(target, cwd, listen) {
  const seen = new Promise(listen);
  const started = performance.now();
  const child = spawn(process.execPath, [main, 'certify', '--target', target, '--token', 'bench-token'], {
    cwd,
    stdio: 'ignore',
  });
  await seen;
  const ms = performance.now() - started;
  child.kill('SIGKILL');
  await once(child, 'exit');
  return ms;
}
