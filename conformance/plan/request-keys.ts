// Headers with a key of the request, not of what it is about.

/** Whether a header tells a request that comes again from another one. */
export function isRequestKey(name: string): boolean {
  return /^(?:[a-z-]+-)?idempoten(?:cy|ce)-key$|^(?:[a-z-]+-)?request-id$/i.test(name);
}

/** Whether a request that comes again with the same key does nothing, by the name of the header alone. */
export function makesIdempotent(name: string): boolean {
  return /^(?:x-)?idempoten(?:cy|ce)-key$/i.test(name);
}
