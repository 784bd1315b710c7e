// Lines that open or close a fence: three backquotes or tildes, or more.

const FENCE = /^[ \t]*(`{3,}|~{3,})[ \t]*([^`\s]*)[^`]*$/;

export function isFenceMark(line: string): boolean {
  return FENCE.test(line);
}

export interface FenceMark {
  mark: string;
  /** The word behind it, in lower case. */
  info: string;
}

export function readFenceMark(line: string): FenceMark | undefined {
  const found = FENCE.exec(line);
  return found?.[1] ? { mark: found[1], info: (found[2] ?? '').toLowerCase() } : undefined;
}
