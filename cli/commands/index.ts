// Every command, in the order of `--help`.
import type { DefineCommand } from '../command.js';
import { defineBadge } from './badge.js';
import { defineBuild } from './build.js';
import { defineCertify } from './certify.js';
import { defineCheck } from './check.js';
import { defineClean } from './clean.js';
import { defineCompare } from './compare.js';
import { defineDiff } from './diff.js';
import { defineGenerate } from './generate.js';
import { defineInit } from './init.js';
import { defineInspect } from './inspect.js';
import { defineLint } from './lint.js';
import { defineMerge } from './merge.js';
import { defineMock } from './mock.js';
import { defineProfile } from './profile.js';
import { defineServe } from './serve.js';
import { defineStart } from './start.js';
import { defineVerify } from './verify.js';
import { defineWatch } from './watch.js';

export const COMMANDS: DefineCommand[] = [
  defineBuild,
  defineInspect,
  defineLint,
  defineProfile,
  defineGenerate,
  defineDiff,
  defineWatch,
  defineCheck,
  defineServe,
  defineMock,
  defineCertify,
  defineClean,
  defineBadge,
  defineCompare,
  defineMerge,
  defineVerify,
  defineStart,
  defineInit,
];
