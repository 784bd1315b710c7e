// `docproof lint`: the mistakes in documents, as text or for programs; and the mends that are certain.
import { Option } from 'commander';
import type { DefineCommand } from '../command.js';
import { PROFILE_HELP } from '../profile-help.js';

export interface LintFlags {
  profile?: string;
  lang?: string;
  format: 'text' | 'json' | 'sarif' | 'github' | 'gitlab';
  config?: string;
  fix?: boolean;
  rules?: boolean;
  explain?: string;
}

export const defineLint: DefineCommand = (program, io, finish) => {
  program
    .command('lint')
    .description(
      'Checks pages against themselves, each other, the shell that runs their commands, and their translations.',
    )
    .argument('[docs...]', 'folders or files of pages')
    .option('--profile <name|file>', PROFILE_HELP)
    .option('--lang <code>', 'report the pages of one language only (all are read, for comparison)')
    .addOption(
      new Option('--format <format>', 'how to print the findings')
        .choices(['text', 'json', 'sarif', 'github', 'gitlab'])
        .default('text'),
    )
    .option('--config <file>', 'severities and findings to ignore; docproof.yaml where there is one')
    .option('--fix', 'mend what has one certain mend (escapes, quotes, header names, cells), then report the rest')
    .option('--rules', 'list every rule and end')
    .option('--explain <code>', 'tell more about a rule, with a bad and a good example, and end')
    .addHelpText(
      'after',
      `
Exit code 1 when there is an error or a warning, 2 when a page cannot be read; remarks (info) alone give 0. Severities can be set by code:

  # docproof.yaml
  lint:
    severity: { doc/broken-link: error, curl/unset-variable: off }
    ignore:
      - { code: doc/duplicate-row, page: "2*_Link_*", reason: the tables are generated }

In a page, <!-- docproof-ignore CODE: reason --> covers the block below it, the line it ends, or, above the title, the whole page.

Example:
  docproof lint docs
  docproof lint docs --format sarif > docproof.sarif
`,
    )
    .action(async (docs: string[], flags: LintFlags) => {
      const { runLint } = await import('../lint-run.js');
      finish(await runLint(docs, flags, io));
    });
};
