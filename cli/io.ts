// The edge to the outside that commands get: the console, the environment, the working folder. Tests pass their own.

export interface Io {
  /** Writes to standard output, as is. */
  out(text: string): void;
  /** Writes to standard error, as is. */
  err(text: string): void;
  /** Standard output is a terminal: tables may be wide, colours are on unless NO_COLOR. */
  isTty: boolean;
  /** Standard error is a terminal: progress may be shown there. */
  errIsTty: boolean;
  /** Width of the terminal in columns; 80 in a pipe. */
  columns: number;
  env: Record<string, string | undefined>;
  cwd: string;
  /** Aborted on SIGINT, SIGTERM and SIGHUP (the terminal was closed); long work stops and cleans up. */
  signal: AbortSignal;
}

/** Exit codes of every command (DESIGN: scripts rely on them). */
export const EXIT = { ok: 0, findings: 1, usage: 2, unclear: 3, staleBaseline: 4 } as const;
