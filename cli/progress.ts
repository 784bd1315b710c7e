// Progress of long work: one line on a terminal's standard error, rewritten in place; nothing in a pipe.
import type { Io } from './io.js';

export interface Progress {
  /** Shows `label done/total` (or just the label); at most about ten times a second. */
  update(label: string, done?: number, total?: number): void;
  /** Takes the line away. */
  end(): void;
}

const INTERVAL_MS = 100;

/**
 * Progress for one piece of work.
 *
 * @param now milliseconds, monotonic
 */
export function createProgress(io: Io, now: () => number = () => performance.now()): Progress {
  if (!io.errIsTty) return { update: () => {}, end: () => {} };
  let shownAt = Number.NEGATIVE_INFINITY;
  let shown = false;
  return {
    update(label, done, total) {
      const time = now();
      const last = done !== undefined && done === total;
      if (time - shownAt < INTERVAL_MS && !last) return;
      shownAt = time;
      shown = true;
      const count = done === undefined ? '' : total === undefined ? ` ${done}` : ` ${done}/${total}`;
      io.err(`\r\x1b[2K${`${label}${count}`.slice(0, Math.max(10, io.columns - 1))}`);
    },
    end() {
      if (shown) io.err('\r\x1b[2K');
      shown = false;
    },
  };
}
