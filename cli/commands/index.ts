// Every command, in the order of `--help`.
import type { DefineCommand } from '../command.js';
import { defineGenerate } from './generate.js';

export const COMMANDS: DefineCommand[] = [defineGenerate];
