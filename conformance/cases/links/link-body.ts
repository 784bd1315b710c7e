// The body of a link, which ends with the address of what is linked.

/** Longest body of a link that is read, in characters: it names one address. */
const LONGEST = 2_000;

/** The body with another entity at the end of its address; undefined where it has none, or that one. */
export function bodyWithItem(body: string | undefined, item: string): string | undefined {
  if (body === undefined || body.length > LONGEST) return undefined;
  const changed = body.replace(/[^/"(]*\([^"]*\)(?="\s*\}\s*$)/, () => item);
  return changed === body ? undefined : changed;
}
