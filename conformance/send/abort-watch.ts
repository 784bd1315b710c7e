// Tells all requests that wait when a signal aborts.

/** One listener on a signal, however many requests wait for it: adding and removing one for each costs more than a send. */
export class AbortWatch {
  private readonly waiting = new WeakMap<AbortSignal, Set<() => void>>();

  /** @returns takes the callback out again */
  on(signal: AbortSignal | undefined, callback: () => void): () => void {
    if (!signal) return () => {};
    let callbacks = this.waiting.get(signal);
    if (!callbacks) {
      const all = new Set<() => void>();
      signal.addEventListener(
        'abort',
        () => {
          for (const call of [...all]) call();
        },
        { once: true },
      );
      this.waiting.set(signal, all);
      callbacks = all;
    }
    const own = callbacks.add(callback);
    return () => void own.delete(callback);
  }
}
