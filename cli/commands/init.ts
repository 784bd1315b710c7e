// `docproof init`: start with documents of your own; put docproof into CI.
import { Option } from 'commander';
import type { DefineCommand } from '../command.js';
import { Failure } from '../failure.js';
import { usualSpec } from '../usual-places.js';

export interface InitFlags {
  out: string;
  name: string;
  force?: boolean;
  ci?: 'github' | 'gitlab' | 'pre-commit';
  spec: string;
  generated: string;
  profile?: string;
  lang?: string;
}

export const defineInit: DefineCommand = (program, io, finish) => {
  program
    .command('init')
    .description(
      'Counts the headings, tables and commands of the pages in a folder, finds the profile of docproof that is nearest, and writes a profile with the words these pages use. What it could not place is listed in it.',
    )
    .argument('[folder]', 'the folder of pages (with --ci: spec/docs or docs where absent)')
    .option('--out <file>', 'where to write the profile', 'docproof.profile.yaml')
    .option('--name <name>', 'what the profile is called', 'own')
    .option('--force', 'replace the file where it is there already')
    .addOption(
      new Option('--ci <system>', 'write the file for a CI system instead of a profile').choices([
        'github',
        'gitlab',
        'pre-commit',
      ]),
    )
    .option('--spec <file>', 'with --ci: the committed spec', usualSpec(io.cwd))
    .option('--generated <dir>', 'with --ci: the folder of generated code', 'generated')
    .option('--profile <name|file>', 'with --ci: how the pages are written')
    .option('--lang <code>', 'with --ci: the language to take where a page exists in several')
    .addHelpText(
      'after',
      '\nExample:\n  docproof init docs --out docs/profile.yaml\n  docproof build docs --profile docs/profile.yaml\n  docproof init docs --ci github --profile docs/profile.yaml\n',
    )
    .action(async (folder: string | undefined, flags: InitFlags) => {
      if (flags.ci) {
        const { runInitCi } = await import('../init-ci.js');
        return finish(runInitCi(flags.ci, folder, flags, io));
      }
      if (folder === undefined)
        throw new Failure('no folder given', 'name the folder of your pages: docproof init docs');
      const { runInit } = await import('../init-profile.js');
      finish(runInit(folder, flags, io));
    });
};
