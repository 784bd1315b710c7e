// What was read before and can't have changed: every request asks for its cell and for what its caller may do.
import type { Store } from './store.js';

/** More than a busy unit needs at a time; then it begins anew, so that nobody fills it without end. */
const KEPT = 1000;

/** Values by key until the store changes. Where other processes change the database, too, nothing is kept. */
export class Memory<T extends object> {
  private readonly values = new Map<string, T>();
  private version = 0;

  constructor(private readonly store: Pick<Store, 'version'>) {}

  /** The value of `key`, read unless it is known. */
  async of(key: string, read: () => Promise<T>): Promise<T> {
    const version = this.store.version();
    if (version === undefined) return read();
    if (version !== this.version || this.values.size >= KEPT) this.values.clear();
    this.version = version;
    const known = this.values.get(key);
    if (known) return known;
    const value = await read();
    // A change that was made meanwhile may or may not be in it.
    if (this.store.version() === version && this.version === version) this.values.set(key, value);
    return value;
  }
}
