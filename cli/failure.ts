// What ends a command early: wrong usage or unreadable input (exit 2), or something that could not be told (exit 3).
import type { Diagnostic } from '../spec/diagnostic.js';

/** Thrown by commands, caught by `run`: printed as `docproof: MESSAGE` and a line of help, or as diagnostics. */
export class Failure extends Error {
  constructor(
    message: string,
    readonly help?: string,
    readonly exitCode: number = 2,
    readonly diagnostics: Diagnostic[] = [],
  ) {
    super(message);
  }
}
