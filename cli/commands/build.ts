// `docproof build`: documents → openapi.yaml, with every defect and the account of what was read.
import { Option } from 'commander';
import type { DefineCommand } from '../command.js';
import { PROFILE_HELP } from '../profile-help.js';

export interface BuildFlags {
  profile?: string;
  lang?: string;
  out: string;
  openapi: '3.1' | '3.2';
  strict?: boolean;
  quiet?: boolean;
  overrides?: string;
}

export const defineBuild: DefineCommand = (program, io, finish) => {
  program
    .command('build')
    .description('Reads markdown pages (or text copied from rendered pages) and writes one OpenAPI 3.2 document.')
    .argument('<docs...>', 'folders or files of pages')
    .option('--profile <name|file>', PROFILE_HELP)
    .option('--lang <code>', 'the language to take where a page exists in several')
    .option('--out <file>', 'where to write the spec', 'openapi.yaml')
    .addOption(
      new Option('--openapi <version>', 'version to write: 3.1 is a view for tools that know no 3.2')
        .choices(['3.1', '3.2'])
        .default('3.2'),
    )
    .option('--overrides <file>', 'corrections of the spec (default: overrides.yaml beside the folder of documents)')
    .option('--strict', 'exit 1 when a page has a defect or something was not understood')
    .option('--quiet', 'print only the summary, not every finding')
    .addHelpText('after', '\nExample:\n  docproof build docs --out openapi.yaml\n')
    .action(async (docs: string[], flags: BuildFlags) => {
      const { runBuild } = await import('../build-spec.js');
      finish(runBuild(docs, flags, io));
    });
};
