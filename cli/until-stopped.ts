// What `serve`, `mock` and `watch` wait for.

/** Asked for before a command says that it is ready: a signal that comes right then finds somebody who listens. */
export function untilStopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
