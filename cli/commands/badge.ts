// `docproof badge`: the verdict of a report as an SVG badge.
import type { DefineCommand } from '../command.js';

export const defineBadge: DefineCommand = (program, io, finish) => {
  program
    .command('badge')
    .description('Makes a badge that says the verdict and how many cases passed.')
    .argument('<report>', 'report.json, or a folder that holds one')
    .option('--out <file>', 'where to write it; standard output without')
    .addHelpText('after', '\nExample:\n  docproof badge .docproof/runs/r1a2b3c4d --out badge.svg\n')
    .action(async (report: string, flags: { out?: string }) => {
      const { runBadge } = await import('../read-reports.js');
      finish(runBadge(report, flags.out, io));
    });
};
