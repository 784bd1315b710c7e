// Reading one file of text, and why that fails. Apart from the documents: not every command that reads a file has a profile.
import { readFileSync } from 'node:fs';
import { Failure } from './failure.js';

/** A file that could be read, but holds no text. */
export class NotText extends Failure {}

/** Text of a file; anything but UTF-8 is a Failure that names the byte. */
export function readText(file: string, name: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new Failure(`${name}: ${reasonOf(error)}`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new NotText(`${name}: not UTF-8 text`, 'save the file as UTF-8, or leave it out');
  }
}

/** Why a file could not be read, for people. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a folder, not a file';
  if (code === 'EACCES' || code === 'EPERM') return 'this user may not read it';
  return code === undefined ? message : `cannot be read (${code})`;
}
