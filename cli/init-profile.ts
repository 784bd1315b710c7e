// The work of `docproof init`: read the pages, propose a profile, write it, say what was found.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { many } from '../spec/many.js';
import { type Proposal, proposeProfile } from '../spec/profiles/propose.js';
import { readDocument } from '../spec/read/read-document.js';
import type { InitFlags } from './commands/init.js';
import { readDocuments } from './documents.js';
import { Failure } from './failure.js';
import { EXIT, type Io } from './io.js';
import { knownProfiles } from './other-profile.js';
import { writeOutput } from './write-output.js';

export function runInit(folder: string, flags: InitFlags, io: Io): number {
  const out = resolve(io.cwd, flags.out);
  if (existsSync(out) && flags.force !== true)
    throw new Failure(
      `${flags.out} is there already; nothing was written`,
      'give another file with --out, or replace it with --force',
    );
  const readings = readDocuments([folder], io.cwd).map((file) =>
    readDocument(file.path, file.text, { headingLevel: () => undefined }),
  );
  const documents = readings.flatMap((reading) => (reading.unreadable ? [] : [reading.document]));
  if (documents.length === 0) throw new Failure(`${folder}: no page can be read`, 'pages are UTF-8 text in markdown');
  const proposal = proposeProfile(documents, knownProfiles(), flags.name);
  writeOutput(out, proposal.yaml);
  io.out(report(proposal, flags.out, folder));
  return EXIT.ok;
}

function report({ survey, nearest, share, fits, placed, unplaced }: Proposal, out: string, folder: string): string {
  const lines = [
    `${many(survey.pages, 'page')}: ${many(survey.headings.length, 'kind')} of headings, ${many(survey.tables, 'table')} with ${many(survey.columns.length, 'kind')} of columns, ${many(survey.fences, 'code block')} (${survey.commands} with curl), ${many(survey.requests, 'request line')}`,
    `nearest profile: ${nearest}, which knows ${Math.round(share * 100)} % of what was found`,
    `placed ${placed}, not placed ${unplaced.length}`,
  ];
  for (const { kind, text, count, where } of unplaced.slice(0, 12))
    lines.push(`  ${kind} "${text.length > 60 ? `${text.slice(0, 57)}...` : text}" ${count}×, first in ${where}`);
  if (unplaced.length > 12) lines.push(`  … ${unplaced.length - 12} more, listed at the end of ${out}`);
  lines.push(`wrote ${out}`);
  lines.push(
    fits
      ? `next: docproof build ${folder} --profile ${nearest} (it fits as it is), or --profile ${out}`
      : `next: look through ${out}, then docproof build ${folder} --profile ${out}`,
  );
  return `${lines.join('\n')}\n`;
}
