// A part of a text that does not keep the whole: what V8 cuts from a long string holds on to all of it.

/** The first characters of a text, as a string of their own. */
export function detached(text: string, length: number): string {
  return text.length <= length ? text : Buffer.from(text.slice(0, length), 'utf8').toString('utf8');
}
