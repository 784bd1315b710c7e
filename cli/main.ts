#!/usr/bin/env node
// The bin: the process's console, environment and signals as an Io, and the exit code back.
import { EXIT, type Io } from './io.js';
import { run } from './run.js';

let stop: AbortController | undefined;

/** Whoever asks for it stops and cleans up by itself; other commands are ended by a signal as any program is. */
function stopSignal(): AbortSignal {
  if (stop === undefined) {
    const asked = new AbortController();
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => asked.abort(name));
    stop = asked;
  }
  return stop.signal;
}

// A reader that has gone (`docproof lint | head`) is no error, and no success either: the exit code is what it is without
// one. Output that cannot be written (a full disk) is told, once. What would go on for long stops and cleans up.
let unwritten = false;
for (const stream of [process.stdout, process.stderr])
  stream.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (code !== 'EPIPE' && !unwritten) {
      unwritten = true;
      process.exitCode = EXIT.usage;
      if (stream === process.stdout) process.stderr.write(`docproof: standard output cannot be written (${code})\n`);
    }
    stop?.abort('SIGPIPE');
  });

function workingFolder(): string {
  try {
    return process.cwd();
  } catch {
    process.stderr.write('docproof: the folder in which it is run is not there any more\n  change to one that is\n');
    process.exit(EXIT.usage);
  }
}

const io: Io = {
  out: (text) => void (unwritten || process.stdout.write(text)),
  err: (text) => void process.stderr.write(text),
  isTty: process.stdout.isTTY === true,
  errIsTty: process.stderr.isTTY === true,
  columns: process.stdout.columns ?? 80,
  env: process.env,
  cwd: workingFolder(),
  get signal() {
    return stopSignal();
  },
};

void run(process.argv.slice(2), io).then((code) => {
  process.exitCode = unwritten ? EXIT.usage : code;
});
