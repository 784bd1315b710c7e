// `docproof init`: start with documents of your own.
import type { DefineCommand } from '../command.js';

export interface InitFlags {
  out: string;
  name: string;
  force?: boolean;
}

export const defineInit: DefineCommand = (program, io, finish) => {
  program
    .command('init')
    .summary('propose a profile for a folder of documents')
    .description(
      'Counts the headings, tables and commands of the pages in a folder, finds the profile of docproof that is nearest,\nand writes a profile with the words these pages use. What it could not place is listed in it.',
    )
    .argument('<folder>', 'the folder of pages')
    .option('--out <file>', 'where to write the profile', 'docproof.profile.yaml')
    .option('--name <name>', 'what the profile is called', 'own')
    .option('--force', 'replace the file where it is there already')
    .addHelpText(
      'after',
      '\nExample:\n  docproof init docs --out docs/profile.yaml\n  docproof build docs --profile docs/profile.yaml\n',
    )
    .action(async (folder: string, flags: InitFlags) => {
      const { runInit } = await import('../init-profile.js');
      finish(runInit(folder, flags, io));
    });
};
