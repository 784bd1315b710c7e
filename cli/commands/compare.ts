// `docproof compare`: reports side by side.
import type { DefineCommand } from '../command.js';

export interface CompareFlags {
  html?: string;
}

export const defineCompare: DefineCommand = (program, io, finish) => {
  program
    .command('compare')
    .description('Shows where servers, or versions of one server, differ: case by case, from their reports.')
    .argument('<reports...>', 'two or more report.json files, or folders that hold one')
    .option('--html <file>', 'also write the comparison as one HTML file')
    .addHelpText(
      'after',
      '\nExit codes: 0 alike; 1 they differ; 2 a report cannot be read.\n\nExample:\n  docproof compare runs/ours runs/theirs --html compare.html\n',
    )
    .action(async (reports: string[], flags: CompareFlags) => {
      const { runCompare } = await import('../read-reports.js');
      finish(runCompare(reports, flags, io));
    });
};
