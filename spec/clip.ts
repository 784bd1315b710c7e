/** The start of a text on one line, for messages; `most` characters at the most. */
export function clip(text: string, most = 60): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}
