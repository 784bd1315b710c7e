// `docproof diff`: what callers of the old contract would notice about the new one.
import { Option } from 'commander';
import type { DefineCommand } from '../command.js';
import { usualDocs, usualSpec } from '../usual-places.js';

const DIFF_FORMATS = ['text', 'json', 'sarif', 'markdown'] as const;

export interface DiffFlags {
  format: (typeof DIFF_FORMATS)[number];
  spec: string;
  docs: string;
  profile?: string;
  lang?: string;
  overrides?: string;
}

export const defineDiff: DefineCommand = (program, io, finish) => {
  program
    .command('diff')
    .description(
      'Compares two contracts and lists breaking, risky and safe changes, each at the line of the document that made it.',
    )
    .argument('<old>', 'spec file, folder of documents, git revision (main, v1.0, HEAD~1) or REVISION:PATH')
    .argument('[new]', 'the same; the spec in the working folder where absent')
    .addOption(new Option('--format <name>', 'how to print').choices(DIFF_FORMATS).default('text'))
    .option('--spec <file>', 'the spec at a revision, and the new side where it is absent', usualSpec(io.cwd))
    .option(
      '--docs <dir>',
      'where the documents of a spec lie, to show their lines; compared where a revision has no spec',
      usualDocs(io.cwd),
    )
    .option('--profile <name|file>', 'where a side is a folder of documents: how they are written')
    .option('--lang <code>', 'the language to take, where pages exist in several')
    .option('--overrides <file>', 'corrections of the spec (default: overrides.yaml beside the folder of documents)')
    .addHelpText(
      'after',
      `
Exit codes: 0 no breaking change, 1 at least one, 2 a side that can't be read.

Examples:
  docproof diff main                       # the committed spec of main with the one here
  docproof diff old.yaml new.yaml --format json
  docproof diff v1.0:spec/docs spec/docs   # built from the documents of both
  docproof diff main --format markdown     # for a comment on a pull request
`,
    )
    .action(async (old: string, after: string | undefined, flags: DiffFlags) => {
      const { runDiff } = await import('../diff-run.js');
      finish(runDiff(old, after, flags, io));
    });
};
