// What a command is: flags declared with commander at start-up (cheap), work imported when it runs (dear).
import type { Command } from 'commander';
import type { Io } from './io.js';

/** Adds one command to the program. The action calls `finish` with its exit code. */
export type DefineCommand = (program: Command, io: Io, finish: (exitCode: number) => void) => void;
