// Headers of an answer: read from what came, and looked up by name, whatever the case of its letters (RFC 9110, section 5.1).

/** @param name in lower case */
export function headerOf(headers: readonly (readonly [string, string])[], name: string): string | undefined {
  for (const [written, value] of headers)
    if (written.length === name.length && written.toLowerCase() === name) return value;
  return undefined;
}

/** White space around a value is not of it (RFC 9110, section 5.5). */
export function pairs(raw: Buffer[]): [string, string][] {
  const found: [string, string][] = [];
  for (let i = 0; i + 1 < raw.length; i += 2)
    found.push([(raw[i] as Buffer).toString('latin1'), (raw[i + 1] as Buffer).toString('latin1').trim()]);
  return found;
}
