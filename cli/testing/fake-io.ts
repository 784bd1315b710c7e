// An Io for tests: what was printed is kept as text.
import type { Io } from '../io.js';

export interface FakeIo extends Io {
  stdout: string;
  stderr: string;
}

/** A pipe-like Io in the current folder, with an empty environment, unless `changes` says otherwise. */
export function fakeIo(changes: Partial<Io> = {}): FakeIo {
  const io: FakeIo = {
    stdout: '',
    stderr: '',
    out(text) {
      io.stdout += text;
    },
    err(text) {
      io.stderr += text;
    },
    isTty: false,
    errIsTty: false,
    columns: 80,
    env: {},
    cwd: process.cwd(),
    signal: new AbortController().signal,
    ...changes,
  };
  return io;
}
