// Writing a mended page back: its byte order mark and its mode stay; a link or a file that may not be written is left alone.
import { closeSync, lstatSync, openSync, readSync } from 'node:fs';
import { writeOutput } from './write-output.js';

/** Why a page cannot be mended in its place; undefined where it can. */
export function lockOf(path: string): string | undefined {
  const { mode, ...stat } = statOf(path);
  if (stat.link) return 'it is a link; name the file that it leads to';
  return (mode & 0o222) === 0 ? 'it is read-only' : undefined;
}

/** @throws Failure (exit 2) where the place cannot be written */
export function mendFile(path: string, text: string): void {
  writeOutput(
    path,
    startsWithMark(path) && !text.startsWith('\ufeff') ? `\ufeff${text}` : text,
    statOf(path).mode & 0o777,
  );
}

function statOf(path: string): { mode: number; link: boolean } {
  const stat = lstatSync(path);
  return { mode: stat.mode, link: stat.isSymbolicLink() };
}

function startsWithMark(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(3);
    return readSync(file, bytes, 0, 3, 0) === 3 && bytes.equals(Buffer.from([0xef, 0xbb, 0xbf]));
  } finally {
    closeSync(file);
  }
}
