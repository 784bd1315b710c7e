// Every command, in the order of `--help`.
import type { DefineCommand } from '../command.js';

export const COMMANDS: DefineCommand[] = [];
