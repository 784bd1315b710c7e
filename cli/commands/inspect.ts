// `docproof inspect`: one page as understood.
import type { DefineCommand } from '../command.js';
import { PROFILE_HELP } from '../profile-help.js';

export interface InspectFlags {
  profile?: string;
  json?: boolean;
}

export const defineInspect: DefineCommand = (program, io, finish) => {
  program
    .command('inspect')
    .description(
      'Prints the operations, parameters, bodies, answers and commands of one page, its defects, and what was ignored by which rule.',
    )
    .argument('<page>', 'a file')
    .option('--profile <name|file>', PROFILE_HELP)
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  docproof inspect docs/237_Update_Relation.md\n')
    .action(async (page: string, flags: InspectFlags) => {
      const { runInspect } = await import('../inspect-page.js');
      finish(runInspect(page, flags, io));
    });
};
