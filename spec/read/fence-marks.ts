// Lines that open or close a fence: three backquotes or tildes, or more.

const MARKS = /^[ \t]*(`{3,}|~{3,})/;

export function isFenceMark(line: string): boolean {
  return readFenceMark(line) !== undefined;
}

export interface FenceMark {
  mark: string;
  /** The word behind it, in lower case. */
  info: string;
}

export function readFenceMark(line: string): FenceMark | undefined {
  const found = MARKS.exec(line);
  const behind = found ? line.slice(found[0].length) : '';
  if (!found?.[1] || behind.includes('`')) return undefined;
  return { mark: found[1], info: (/^\s*(\S*)/.exec(behind)?.[1] ?? '').toLowerCase() };
}
