// How fast `certify` sends: exchanges per second against the bare client and newman, and the time at a latency of 20 ms.
// All clients meet the same server, which replays what the reference server answered.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startReference } from '../dist/conformance/reference/index.js';
import { runner } from './clients.mjs';
import { median, row, runNode } from './measuring.mjs';
import { record } from './recording.mjs';

const ROUNDS = 3;
const LATENCY = 20;
const here = (name) => fileURLToPath(new URL(name, import.meta.url));

export async function measure() {
  const folder = mkdtempSync(join(tmpdir(), 'docproof-bench-'));
  const file = join(folder, 'recording.json');
  try {
    const { port, verdict } = await recordRun(file);
    const origin = `http://127.0.0.1:${port}`;
    const results = { runner: [], bare: [], newman: [] };
    for (let round = 0; round < ROUNDS; round++)
      for (const name of ['bare', 'runner']) results[name].push(await against(origin, file, name, 0, verdict));
    if (process.env.NEWMAN) results.newman.push(await against(origin, file, 'newman', 0));
    const slow = await against(origin, file, 'runner', LATENCY, verdict);
    return rows(results, slow);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function recordRun(file) {
  const reference = await startReference({ port: 0, token: 'bench-unit-token' });
  const recording = await record(reference.unitUrl);
  const { verdict } = await runner(`http://127.0.0.1:${recording.port}`);
  await recording.stop();
  await reference.close();
  writeFileSync(file, JSON.stringify(recording.exchanges));
  return { port: recording.port, verdict };
}

/** One client in a new process against a new server; the runner must come to the verdict that it came to before. */
async function against(origin, file, client, latency, verdict) {
  const server = spawn(process.execPath, [here('recording.mjs'), file, new URL(origin).port, String(latency)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(server.stdout, 'data');
  const done = await runNode([here('clients.mjs'), client, origin, file]);
  const last = once(server.stdout, 'data');
  server.kill('SIGTERM');
  const { unknown } = JSON.parse(String((await last)[0]));
  if (done.code !== 0) throw new Error(done.err);
  const result = JSON.parse(done.out);
  if (verdict !== undefined && result.verdict !== undefined && result.verdict !== verdict)
    throw new Error(`the replayed run is ${result.verdict}, ${unknown} requests were not recorded`);
  return { ...result, unknown, rate: result.exchanges / (result.ms / 1000), each: result.cpu / result.exchanges };
}

function rows({ runner: own, bare, newman }, slow) {
  const rate = median(own.map((r) => r.rate));
  const ratios = own.map((r, i) => r.rate / bare[i].rate);
  const [one] = own;
  const cpu = `processor ${median(own.map((r) => r.each)).toFixed(2)} ms each, bare ${median(bare.map((r) => r.each)).toFixed(2)}`;
  const seen = `${one.exchanges} exchanges, ${one.assertions} promises, ${one.unknown} not recorded`;
  const bound = Math.max((slow.exchanges * LATENCY) / 10, slow.longest * LATENCY);
  const [other] = newman;
  return [
    row(
      'certify ÷ bare node:http, exchanges/s',
      median(ratios),
      { atLeast: 0.5 },
      '×',
      `${Math.round(rate)}/s against ${Math.round(median(bare.map((r) => r.rate)))}/s, median of ${ROUNDS} pairs in turn; ${cpu}; ${seen}`,
    ),
    row(
      'certify ÷ newman, exchanges/s',
      other && rate / other.rate,
      { atLeast: 10 },
      '×',
      other
        ? `newman ${Math.round(other.rate)}/s over ${other.exchanges} of the same requests, one assertion each`
        : 'NEWMAN is not set to the folder of an installed newman',
    ),
    row(
      'certify at 20 ms latency ÷ what the latency alone takes',
      slow.ms / bound,
      { atMost: 1.3 },
      '×',
      `${Math.round(slow.ms)} ms for ${slow.exchanges} exchanges over 10 connections; at least ${Math.round(bound)} ms`,
    ),
  ];
}
