// Headers of an answer by name, whatever the case of its letters (RFC 9110, section 5.1).

/** @param name in lower case */
export function headerOf(headers: readonly (readonly [string, string])[], name: string): string | undefined {
  for (const [written, value] of headers)
    if (written.length === name.length && written.toLowerCase() === name) return value;
  return undefined;
}
