// `docproof check`: everything that a pull request must keep, in one command.
import type { DefineCommand } from '../command.js';
import { PROFILE_HELP } from '../profile-help.js';
import { usualDocs, usualSpec } from '../usual-places.js';

export interface CheckFlags {
  docs: string[];
  spec: string;
  out: string;
  target?: string;
  templates?: string;
  base?: string;
  profile?: string;
  lang?: string;
  overrides?: string;
  allowBreaking?: true;
}

export const defineCheck: DefineCommand = (program, io, finish) => {
  program
    .command('check')
    .description(
      'Checks that the spec is what the documents give, that generated code is what the spec gives, that no page has an error or a warning, and that nothing breaks the callers of the base revision. Writes nothing.',
    )
    .option('--docs <paths...>', 'folders or files of pages', [usualDocs(io.cwd)])
    .option('--spec <file>', 'the committed spec', usualSpec(io.cwd))
    .option('--out <dir>', 'the folder of generated code', 'generated')
    .option('--target <names>', 'targets that must be fresh: server,client,samples, or none (default: those in --out)')
    .option('--templates <dir>', 'your own templates, as given to `generate`')
    .option('--base <revision>', 'git revision to compare with, such as origin/main; without it nothing is compared')
    .option('--allow-breaking', 'list breaking changes, but do not fail for them')
    .option('--profile <name|file>', PROFILE_HELP)
    .option('--lang <code>', 'the language to take where a page exists in several')
    .option('--overrides <file>', 'corrections of the spec (default: overrides.yaml beside the folder of documents)')
    .addHelpText(
      'after',
      `
Exit codes: 0 all is well, 1 at least one check failed, 2 something can't be read.

Example, in CI:
  docproof check --base origin/main
`,
    )
    .action(async (flags: CheckFlags) => {
      const { runCheck } = await import('../check-run.js');
      finish(await runCheck(flags, io));
    });
};
