// Which hosts are this machine for sure. Names are not resolved: who answers for a name can change.

/** `localhost`, `127.x.x.x`, `[::1]`, as a URL spells them. */
export function isLoopback(hostname: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i.test(hostname);
}
