// `docproof merge`: the reports of shards → the report of the suite.
import type { DefineCommand } from '../command.js';
import { usualDocs } from '../usual-places.js';

export interface MergeFlags {
  report: string;
  docs: string;
  all?: boolean;
}

export const defineMerge: DefineCommand = (program, io, finish) => {
  program
    .command('merge')
    .description(
      'Joins what `certify --shard i/n` wrote on several machines. A case that no shard ran, or that two ran, is told.',
    )
    .argument('<reports...>', 'report.json files, or folders that hold one')
    .requiredOption('--report <dir>', 'where to write the joined report')
    .option(
      '--docs <dir>',
      'where the documents lie, for the lines that CI shows (SARIF, JUnit, CTRF)',
      usualDocs(io.cwd),
    )
    .option('--all', 'print every finding with all its cases, not the first twelve')
    .addHelpText(
      'after',
      '\nExit codes: those of `certify`; 3 where a shard is missing; 2 where the reports do not belong together.\n\nExample:\n  docproof merge shard-1 shard-2 --report run\n',
    )
    .action(async (reports: string[], flags: MergeFlags) => {
      const { runMerge } = await import('../read-reports.js');
      finish(runMerge(reports, flags, io));
    });
};
