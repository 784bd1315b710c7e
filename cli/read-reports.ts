// The work of `docproof compare`, `merge` and `badge`: commands that read reports only.
import { resolve } from 'node:path';
import { badge } from '../conformance/report/badge.js';
import { compareHtml, compareRuns, compareText } from '../conformance/report/compare.js';
import { mergeRuns, Unmergeable } from '../conformance/report/merge.js';
import { printable } from '../conformance/report/text.js';
import { many } from '../spec/many.js';
import type { CompareFlags } from './commands/compare.js';
import type { MergeFlags } from './commands/merge.js';
import { Failure } from './failure.js';
import { EXIT, type Io } from './io.js';
import { readReport } from './report-input.js';
import { reportRun, reportTemplate } from './report-output.js';
import { writeOutput } from './write-output.js';

/** @returns 0 alike, 1 different */
export function runCompare(paths: string[], flags: CompareFlags, io: Io): number {
  if (paths.length < 2)
    throw new Failure('compare wants two reports or more', 'give report.json files, or folders that hold one');
  const runs = paths.map((path) => readReport(path, io).run);
  const comparison = compareRuns(runs);
  io.out(printable(compareText(comparison, runs)));
  if (flags.html !== undefined)
    writeOutput(
      resolve(io.cwd, flags.html),
      compareHtml(comparison, runs, { page: reportTemplate('compare.html.hbs'), style: reportTemplate('report.css') }),
    );
  return comparison.differences.length === 0 ? EXIT.ok : EXIT.findings;
}

/** @returns the exit code that the whole suite would have had */
export function runMerge(paths: string[], { report: folder, docs, all }: MergeFlags, io: Io): number {
  const runs = paths.map((path) => readReport(path, io).run);
  try {
    const { run, missing } = mergeRuns(runs);
    reportRun(run, folder, io, { docs, all });
    if (missing.length > 0) io.err(`docproof: no shard ran ${many(missing.length, 'case')}, such as ${missing[0]}\n`);
    return run.exitCode;
  } catch (error) {
    if (error instanceof Unmergeable)
      throw new Failure(error.message, 'merge takes the reports of all shards of one run of one suite');
    throw error;
  }
}

/** @returns 0 */
export function runBadge(path: string, out: string | undefined, io: Io): number {
  const svg = badge(readReport(path, io).run);
  if (out === undefined) io.out(svg);
  else writeOutput(resolve(io.cwd, out), svg);
  return EXIT.ok;
}
