// Words of commands that docproof prints for people to paste.

/** As it is where a shell takes it for itself, else in single quotes. */
export function shellWord(word: string): string {
  return /^[\w./@:-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
