// Addresses that a server gives: behind a proxy it may know itself by the name that the documents have for it.
import type { Entity } from '../plan/entities.js';
import type { Session } from './session.js';

/** The address at the target, of one below what the documents have as the address of the server. */
export function ownAddress({ suite, target }: Session, address: string): string {
  const documented = suite.urls.read(address);
  return documented ? target + documented.path + documented.query : address;
}

/** What an address leads to: one as it is, or without the host that it was answered by (RFC 3986, section 4.2). */
export function entityAt(session: Session, address: string): Entity | undefined {
  const own = ownAddress(session, address);
  const whole = own.startsWith('/') && URL.canParse(own, session.target) ? new URL(own, session.target).href : own;
  return session.suite.locator.locateRaw(whole, session.target);
}
