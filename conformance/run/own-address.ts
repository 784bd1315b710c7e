// Addresses that a server gives: behind a proxy it may know itself by the name that the documents have for it.
import type { Session } from './session.js';

/** The address at the target, of one below what the documents have as the address of the server. */
export function ownAddress({ suite, target }: Session, address: string): string {
  const documented = suite.urls.read(address);
  return documented ? target + documented.path + documented.query : address;
}
