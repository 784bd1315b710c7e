// Every command, in the order of `--help`.
import type { DefineCommand } from '../command.js';
import { defineBuild } from './build.js';
import { defineGenerate } from './generate.js';

export const COMMANDS: DefineCommand[] = [defineBuild, defineGenerate];
