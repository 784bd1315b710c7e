// What the measurements share: medians, rows of the table, children with their processor time, and where things lie.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const main = fileURLToPath(new URL('../dist/bin/docproof.js', import.meta.url));
export const spec = fileURLToPath(new URL('../spec/openapi.yaml', import.meta.url));

/** The real documents where they are at hand, else the project's own. */
export function englishPages() {
  const corpus = fileURLToPath(new URL('../../shared/corpus/personium/en', import.meta.url));
  return existsSync(corpus) ? corpus : fileURLToPath(new URL('../spec/docs/en', import.meta.url));
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * A row of the table.
 *
 * @param wanted `{ atMost }` or `{ atLeast }`
 * @param measured undefined where it was not measured; `how` then says why
 */
export function row(what, measured, wanted, unit, how) {
  const limit = wanted.atMost ?? wanted.atLeast;
  const ok = measured === undefined ? undefined : wanted.atMost === undefined ? measured >= limit : measured <= limit;
  return { what, measured, wanted: `${wanted.atMost === undefined ? '≥' : '≤'} ${limit}`, unit, ok, how };
}

/** Runs `node ARGS` to its end: what it printed, how long it took, and its user and system time, in milliseconds. */
export async function runNode(args, options = {}) {
  const started = performance.now();
  const child = spawn(process.execPath, ['--require', processorTime, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    ...options,
  });
  const [out, err, cpu] = await Promise.all([1, 2, 3].map((n) => textOf(child.stdio[n])));
  const code = await ended(child);
  return { code, out, err, wall: performance.now() - started, cpu: Number(cpu) };
}

const processorTime = fileURLToPath(new URL('processor-time.cjs', import.meta.url));

async function textOf(stream) {
  let text = '';
  for await (const chunk of stream) text += chunk;
  return text;
}

function ended(child) {
  return new Promise((resolve) => (child.exitCode === null ? child.once('exit', resolve) : resolve(child.exitCode)));
}
