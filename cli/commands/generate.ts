// `docproof generate`: the contract → server stubs, client, samples; or what would change.
import { InvalidArgumentError } from 'commander';
import type { DefineCommand } from '../command.js';
import type { GenerateFlags } from '../generate-run.js';
import { usualSpec } from '../usual-places.js';

const TARGETS = ['server', 'client', 'samples'] as const;
type TargetName = (typeof TARGETS)[number];

export const defineGenerate: DefineCommand = (program, io, finish) => {
  program
    .command('generate')
    .description('Makes server stubs, a typed client and request samples from the spec.')
    .option('--spec <file>', 'OpenAPI 3.0, 3.1 or 3.2 file, with or without x-docproof', usualSpec(io.cwd))
    .option('--target <names>', 'comma list of server, client, samples', targetNames, [...TARGETS])
    .option('--out <dir>', 'output folder; a manifest in it says which files are docproof’s', 'generated')
    .option('--templates <dir>', 'folder of your own templates: a file replaces ours of the same relative name')
    .option(
      '--handlers <dir>',
      'make handler files there, once; later runs (which remember the folder) only add to them',
    )
    .option(
      '--languages <names>',
      'samples in these languages, comma list or all (default: those the folder has; at first curl,javascript,typescript,python,go,java)',
      (value: string) => value.split(',').map((name) => name.trim()),
    )
    .option(
      '--code-samples <file>',
      'also write the spec with the samples in it as x-codeSamples, for viewers of specs',
    )
    .option('--check', 'write nothing; exit 1 and list the stale files when the folder is not what the spec gives')
    .option('--diff', 'write nothing; show the changes line by line (exit 1 when there are any)')
    .addHelpText(
      'after',
      `
Handler files belong to whoever writes them. A run adds a function for each new operation, follows changed types
in signatures and imports, keeps bodies and comments to the byte, and reports operations that are gone.

Example:
  docproof generate --target server,client --handlers src/handlers
  docproof generate --check        # in CI
`,
    )
    .action(async (flags: GenerateFlags) => {
      const { runGenerate } = await import('../generate-run.js');
      finish(await runGenerate(flags, io));
    });
};

function targetNames(value: string): TargetName[] {
  const names = value.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !(TARGETS as readonly string[]).includes(name));
  if (unknown !== undefined) throw new InvalidArgumentError(`Targets are ${TARGETS.join(', ')}.`);
  return names as TargetName[];
}
