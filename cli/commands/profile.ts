// `docproof profile check`: explain a profile and find its mistakes.
import type { DefineCommand } from '../command.js';

export const defineProfile: DefineCommand = (program, io, finish) => {
  const profile = program
    .command('profile')
    .description('A profile is a YAML file that says how the pages of a documentation set are written.')
    .addHelpText('after', '\nExample:\n  docproof profile check docs/profile.yaml\n');
  profile
    .command('check')
    .summary('explain a profile and find its mistakes')
    .description(
      'Prints what each part of the profile means, with counts and examples, and reports unknown keys, words with two meanings, patterns that could hang and languages that miss words. A file of constraint wording (`language: …`) is checked too.',
    )
    .argument('<file>', 'a profile file, or the name of one that comes with docproof')
    .option('--all', 'print every phrase, not only the first few')
    .addHelpText(
      'after',
      '\nExit codes: 0 no mistake, 1 mistakes, 2 the file cannot be read.\n\nExample:\n  docproof profile check docs/profile.yaml\n',
    )
    .action(async (file: string, flags: { all?: boolean }) => {
      const { runProfileCheck } = await import('../profile-check.js');
      finish(runProfileCheck(file, flags, io));
    });
};
