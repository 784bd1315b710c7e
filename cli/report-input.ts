// Reports as input of commands: report.json files, or folders that hold one. Every problem names its file.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readRun, UnreadableReport } from '../conformance/report/read-run.js';
import type { Run } from '../conformance/run.js';
import { packageRoot } from '../spec/package-root.js';
import { Failure } from './failure.js';
import type { Io } from './io.js';
import { reasonOf } from './read-text.js';
import { statsOf } from './stats-of.js';

export interface ReportInput {
  /** As given, or the report.json inside it. */
  file: string;
  bytes: Buffer;
  run: Run;
}

/** Reads a file that a flag names; exit 2 with the reason where that is not possible. */
export function readInput(path: string, io: Io): Buffer {
  try {
    return readFileSync(resolve(io.cwd, path));
  } catch (error) {
    throw new Failure(`${path}: ${reasonOf(error)}`);
  }
}

/** Reads one report. */
export function readReport(path: string, io: Io): ReportInput {
  const folder = statsOf(resolve(io.cwd, path))?.isDirectory() === true;
  const file = folder ? join(path, 'report.json') : path;
  const bytes = readInput(file, io);
  const schema = JSON.parse(
    readFileSync(join(packageRoot(), 'conformance/report/report.schema.json'), 'utf8'),
  ) as object;
  try {
    return { file, bytes, run: readRun(bytes.toString('utf8'), schema) };
  } catch (error) {
    if (error instanceof UnreadableReport)
      throw new Failure(`${file}: ${error.message}`, 'give a report.json that `docproof certify` wrote, or its folder');
    throw error;
  }
}
