// `docproof watch`: spec and generated code follow the documents as they are saved.
import { InvalidArgumentError } from 'commander';
import type { DefineCommand } from '../command.js';
import { PROFILE_HELP } from '../profile-help.js';
import { usualDocs, usualSpec } from '../usual-places.js';

const TARGETS = ['server', 'client', 'samples'] as const;
type TargetName = (typeof TARGETS)[number];

export interface WatchFlags {
  spec: string;
  out: string;
  target: TargetName[];
  profile?: string;
  lang?: string;
  templates?: string;
  handlers?: string;
}

export const defineWatch: DefineCommand = (program, io, finish) => {
  program
    .command('watch')
    .description(
      'Builds and generates, then waits: when a page is saved, the spec and everything made from it are rebuilt, and ' +
        'what changed is printed. A page that cannot be read leaves all files as they were. Stops on SIGINT, SIGTERM and SIGHUP.',
    )
    .argument('[docs...]', 'folders or files of pages', [usualDocs(io.cwd)])
    .option('--spec <file>', 'the spec to write', usualSpec(io.cwd))
    .option('--out <dir>', 'folder of generated code', 'generated')
    .option('--target <names>', 'comma list of server, client, samples', targetNames, [...TARGETS])
    .option('--profile <name|file>', PROFILE_HELP)
    .option('--lang <code>', 'the language to take where a page exists in several')
    .option('--templates <dir>', 'your own templates, as given to `generate`')
    .option('--handlers <dir>', 'your handler files, as given to `generate`')
    .addHelpText('after', '\nExample:\n  docproof watch docs --spec openapi.yaml --target server,client\n')
    .action(async (docs: string[], flags: WatchFlags) => {
      const { runWatch } = await import('../watch-run.js');
      finish(await runWatch(docs, flags, io));
    });
};

function targetNames(value: string): TargetName[] {
  const names = value.split(',').map((name) => name.trim());
  if (!names.every((name) => (TARGETS as readonly string[]).includes(name)))
    throw new InvalidArgumentError(`Targets are ${TARGETS.join(', ')}.`);
  return names as TargetName[];
}
