// What `docproof diff` does: two sides in, a report out.
import { createColors } from 'picocolors';
import { printable } from '../conformance/report/text.js';
import { countLevels, diffApis } from '../spec/diff/diff.js';
import { diffJson } from '../spec/diff/print/json.js';
import { diffMarkdown } from '../spec/diff/print/markdown.js';
import { type DiffReport, withDocs } from '../spec/diff/print/report.js';
import { diffSarif } from '../spec/diff/print/sarif.js';
import { diffText } from '../spec/diff/print/text.js';
import { packageVersion } from '../spec/package-root.js';
import type { DiffFlags } from './commands/diff.js';
import { readSide, type SideOptions } from './contract-side.js';
import { EXIT, type Io } from './io.js';

/** @returns 1 where a change is breaking */
export function runDiff(oldName: string, newName: string | undefined, flags: DiffFlags, io: Io): number {
  const report = compareSides(oldName, newName ?? flags.spec, { cwd: io.cwd, ...flags });
  io.out(printed(report, flags.format, io));
  return countLevels(report.changes).breaking > 0 ? EXIT.findings : EXIT.ok;
}

/** Reads both sides and compares them. */
export function compareSides(oldName: string, newName: string, options: SideOptions): DiffReport {
  const before = readSide(oldName, options);
  const after = readSide(newName, options);
  const changes = diffApis(before.api, after.api, (side, file) => (side === 'old' ? before : after).document(file));
  return { old: before.name, new: after.name, changes: withDocs(changes, { old: before.docs, new: after.docs }) };
}

function printed(report: DiffReport, format: DiffFlags['format'], io: Io): string {
  if (format === 'json') return diffJson(report);
  if (format === 'sarif') return diffSarif(report, packageVersion());
  if (format === 'markdown') return diffMarkdown(report);
  return diffText(printable(report), createColors(io.isTty && !io.env['NO_COLOR']));
}
