// `docproof clean`: removes what a run left on a server, after a crash or a kill.
import type { DefineCommand } from '../command.js';

export interface CleanFlags {
  run: string;
  token?: string;
  tokenFile?: string;
  allowWrites?: boolean;
  ca?: string;
  clientCert?: string;
  clientKey?: string;
  insecure?: boolean;
}

export const defineClean: DefineCommand = (program, io, finish) => {
  program
    .command('clean')
    .description(
      'Reads the journal of a run (.docproof/runs/ID/journal.jsonl) and removes what that run created and did not ' +
        'remove itself; settings that it changed are put back as they were. Nothing else is touched, and requests go to ' +
        'the origin of that run only. A journal that another user owns or can write is refused: your token would remove ' +
        'whatever it names.',
    )
    .requiredOption('--run <id>', 'id of the run, as in its report and in the names it made')
    .option('--token-file <file>', 'file with the access token')
    .option('--token <token>', 'the access token (shows in process lists; DOCPROOF_TOKEN works too)')
    .option('--allow-writes', 'allow removing on a target that is not on this machine')
    .option('--ca <file>', 'certificate authority (PEM) that the target is checked against')
    .option('--client-cert <file>', 'certificate (PEM) to show where the target asks for one')
    .option('--client-key <file>', 'its private key (PEM)')
    .option('--insecure', "do not check the target's certificate")
    .addHelpText('after', '\nExample:\n  docproof clean --run r1a2b3c4d --token-file token.txt\n')
    .action(async (flags: CleanFlags) => {
      const { runClean } = await import('../clean-run.js');
      finish(await runClean(flags, io));
    });
};
