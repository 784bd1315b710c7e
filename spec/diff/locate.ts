// Finds the line of a document that a change is about: the row or line that names the thing, below where the operation begins.

/** Text of a document of one side, by the file name that the contract records; undefined where it can't be read. */
export type ReadSource = (side: 'old' | 'new', file: string) => string | undefined;

/**
 * The line of the first table row whose first cell is `word`, after `from`, else before it; else of a line that is the word
 * itself (a status); else `from`. Lines count from 1.
 */
export function locate(text: string, from: number, word: string | undefined): number {
  if (word === undefined || word === '') return from;
  const lines = text.split(/\r\n|\n|\r/);
  const order = [...lines.keys()].map((i) => (i + from - 1) % Math.max(1, lines.length));
  const inOrder = (test: (line: string) => boolean): number | undefined => order.find((i) => test(lines[i] ?? ''));
  const found = inOrder((line) => firstCell(line) === word) ?? inOrder((line) => line.trim() === word);
  return found === undefined ? from : found + 1;
}

/** Of a table row, with or without an outer bar; marks of code and escapes don't count. */
function firstCell(line: string): string | undefined {
  const at = line.indexOf('|');
  if (at < 0) return undefined;
  const row = line.trimStart().startsWith('|') ? line.trimStart().slice(1) : line;
  return row
    .split('|', 1)[0]
    ?.trim()
    .replace(/^`+|(?<!`)`+$/g, '')
    .replace(/\\(?=[_*$[\]])/g, '');
}
