#!/usr/bin/env node
// The bin: the process's console, environment and signals as an Io, and the exit code back.
import type { Io } from './io.js';
import { run } from './run.js';

let stop: AbortController | undefined;

/** Whoever asks for it stops and cleans up by itself; other commands are ended by a signal as any program is. */
function stopSignal(): AbortSignal {
  if (stop === undefined) {
    const asked = new AbortController();
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => asked.abort(name));
    stop = asked;
  }
  return stop.signal;
}

// A reader that has gone (`docproof lint | head`) is no error, and no success either: the exit code is what it is without
// one. What would go on for long stops and cleans up.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    stop?.abort('SIGPIPE');
  });

const io: Io = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  isTty: process.stdout.isTTY === true,
  errIsTty: process.stderr.isTTY === true,
  columns: process.stdout.columns ?? 80,
  env: process.env,
  cwd: process.cwd(),
  get signal() {
    return stopSignal();
  },
};

void run(process.argv.slice(2), io).then((code) => {
  process.exitCode = code;
});
