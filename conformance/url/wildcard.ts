// Texts with gaps that stand for anything, found without a regular expression: in one pass, whatever stands in them.

/** Whether a text begins with the first part, ends with the last, and has those between in their order. One part: the whole text. */
export function fitsParts(parts: readonly string[], text: string): boolean {
  const [first = '', ...rest] = parts;
  if (rest.length === 0) return text === first;
  if (!text.startsWith(first)) return false;
  const last = rest.pop() ?? '';
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - at >= last.length && text.endsWith(last);
}
