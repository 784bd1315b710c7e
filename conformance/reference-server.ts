// The reference server as the tool sees it. Its code is a second TypeScript project on top of generated/, so that the
// tool builds and generates even when generated/ is broken or absent; it is loaded when it is first wanted.
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

export interface ReferenceOptions {
  /** 0 picks a free port. */
  port: number;
  /** Loopback unless said otherwise. */
  host?: string;
  /** Database file; in memory when absent. `DATABASE_URL` (PostgreSQL) is passed as `databaseUrl`. */
  data?: string;
  databaseUrl?: string;
  /** Token of the unit's administrator; a random one when absent. */
  token?: string;
  /** Base of URLs in answers; from the request's Host when absent. */
  publicUrl?: string;
  /** One JSON line per request; tokens are redacted. Silent when absent. */
  log?: (line: string) => void;
}

export interface RunningReference {
  /** `http://127.0.0.1:PORT/` */
  unitUrl: string;
  token: string;
  /** Stops listening, lets requests in flight finish, closes the database. */
  close(): Promise<void>;
}

export interface ReferenceModule {
  startReference(options: ReferenceOptions): Promise<RunningReference>;
}

/** Loads the built reference server. Rejects with the import's error when generated/ or the build is missing. */
export async function loadReference(): Promise<ReferenceModule> {
  const built = './reference/index.js';
  return (await import(built)) as ReferenceModule;
}

/**
 * Starts the reference server beside the thread that calls, so that the two do not take turns on one processor; in the same
 * thread where it runs from source.
 *
 * @param options `log` is not passed on
 */
export async function startBeside({ log: _, ...options }: ReferenceOptions): Promise<RunningReference> {
  const file = new URL('./reference/thread.js', import.meta.url);
  if (!existsSync(file)) return (await loadReference()).startReference(options);
  const thread = new Worker(file, { workerData: options });
  const ended = new Promise((resolve) => thread.once('exit', resolve));
  const [started] = (await once(thread, 'message')) as [Pick<RunningReference, 'unitUrl' | 'token'>];
  // Whoever asks it meets a closed port: what broke here is no fault of theirs.
  thread.on('error', () => {});
  return {
    ...started,
    close: async () => {
      thread.postMessage('close');
      await ended;
    },
  };
}
