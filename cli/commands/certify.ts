// `docproof certify`: replays what the documents promise against a server, and says what it keeps.
import { InvalidArgumentError, Option } from 'commander';
import type { DefineCommand } from '../command.js';
import { usualDocs } from '../usual-places.js';

export interface CertifyFlags {
  target?: string;
  spec?: string;
  setup?: string;
  files?: string;
  token?: string;
  tokenFile?: string;
  report?: string;
  docs: string;
  all?: boolean;
  only?: string;
  baseline?: string;
  updateBaseline?: boolean;
  shard?: { index: number; total: number };
  dryRun?: boolean;
  allowWrites?: boolean;
  allowOutbound?: boolean;
  allowLeftovers?: boolean;
  allowSettings?: boolean;
  rate: number;
  connections: number;
  timeout: number;
  ca?: string;
  clientCert?: string;
  clientKey?: string;
  insecure?: boolean;
  pasted?: boolean;
  signKey?: string;
  selftest?: boolean;
}

export const defineCertify: DefineCommand = (program, io, finish) => {
  program
    .command('certify')
    .description(
      'Runs every documented command, cases derived from the tables, and whole stories against a server. ' +
        'What a case needs is created first and removed afterwards; nothing else on the server is changed. ' +
        'The token is read from --token-file or DOCPROOF_TOKEN; --token works too, but shows in process lists. ' +
        'It is sent by the scheme that the spec says (as Bearer where it says none), or by its own where it has one: "Token abc".',
    )
    .option('--target <url|file>', 'base URL of the server, or a target file (YAML); the embedded server when absent')
    .option('--spec <file>', 'the spec to certify against; the one of docproof when absent')
    .option('--setup <spec>', 'a second spec, used only to prepare and clean up, never judged')
    .option('--files <dir>', 'folder of the files that documented commands send (@photo.png), by their names')
    .option('--token-file <file>', 'file with the access token')
    .option('--token <token>', 'the access token')
    .option('--report <dir>', 'where to write the reports (default: .docproof/runs/ID)')
    .option(
      '--docs <dir>',
      'where the documents lie, for the lines that CI shows (SARIF, JUnit, CTRF)',
      usualDocs(io.cwd),
    )
    .option('--all', 'print every finding with all its cases, not the first twelve')
    .option('--only <pattern>', 'only cases whose id has this text; * stands for anything')
    .option('--baseline <file>', 'known failures (YAML): case, how it fails, reason, expiry')
    .option('--update-baseline', 'bring the baseline up to date with this run')
    .option('--shard <i/n>', 'run the i-th of n parts', shard)
    .option('--dry-run', 'print the cases and the plan; send nothing')
    .option('--allow-writes', 'allow changes on a target that is not on this machine')
    .option('--allow-outbound', 'allow operations whose effects leave the server (messages, calls)')
    .option('--allow-leftovers', 'also make what the documents have no way to remove; it stays on the server')
    .option('--allow-settings', 'also change what there is one of, such as settings, and put it back as it was')
    .addOption(new Option('--rate <n>', 'requests per second at most; 0 is no limit').argParser(count).default(0))
    .addOption(new Option('--connections <n>', 'connections at a time').argParser(connections).default(10))
    .addOption(new Option('--timeout <seconds>', 'until an answer must be complete').argParser(seconds).default(30))
    .option('--ca <file>', 'certificate authority (PEM) that the target is checked against')
    .option('--client-cert <file>', 'certificate (PEM) to show where the target asks for one')
    .option('--client-key <file>', 'its private key (PEM)')
    .option('--insecure', "do not check the target's certificate")
    .option('--pasted', 'send the commands as a shell reads them, not as their author meant them')
    .option('--sign-key <file>', 'ed25519 key (PEM) to sign the certificate with')
    .option(
      '--selftest',
      'run the suite against faulty servers (minutes); which case catches which is printed and left in selftest.json',
    )
    .addHelpText('after', HELP)
    .action(async (flags: CertifyFlags) => {
      const { runCertify } = await import('../certify-run.js');
      finish(await runCertify(flags, io));
    });
};

const HELP = `
Exit codes, the first that applies:
  2  wrong usage, or a spec that cannot be read
  1  a promise at level MUST is broken, and the baseline does not know it
  4  the baseline is stale: an entry passes, fails otherwise, has expired or matches nothing
  3  a MUST case could not be told or was not tested, or nothing ran
  0  nothing wrong

Examples:
  docproof certify
  docproof certify --target https://unit1.example/ --token-file token.txt --allow-writes
  docproof certify --target targets/staging.yaml --only relation/ --dry-run
`;

function shard(text: string): { index: number; total: number } {
  const match = /^(\d{1,4})\/(\d{1,4})$/.exec(text);
  const index = Number(match?.[1]);
  const total = Number(match?.[2]);
  if (!match || index < 1 || index > total) throw new InvalidArgumentError('It must be like 1/4.');
  return { index, total };
}

function count(text: string): number {
  const value = Number(text);
  if (!/^\d+(?:\.\d+)?$/.test(text) || !Number.isFinite(value))
    throw new InvalidArgumentError('It must be a plain number, not below 0, such as 5 or 0.5.');
  return value;
}

function connections(text: string): number {
  const value = count(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('It must be a whole number, 1 or more.');
  return value;
}

function seconds(text: string): number {
  const value = count(text);
  if (value === 0) throw new InvalidArgumentError('It must be more than 0: no answer comes in no time.');
  return value;
}
