// The program as a function: arguments and an Io in, an exit code out. Nothing here ends the process.
import { Command, CommanderError } from 'commander';
import { diagnosticLine } from '../spec/diagnostic.js';
import { packageVersion } from '../spec/package-root.js';
import { COMMANDS } from './commands/index.js';
import { Failure } from './failure.js';
import { EXIT, type Io } from './io.js';
import { printableIo } from './printable-io.js';

/**
 * Runs one command.
 *
 * @param args as after `docproof` on the command line
 * @returns the exit code: 0 nothing wrong, 1 findings, 2 usage or input, 3 could not tell (`certify` also 4: stale baseline)
 */
export async function run(args: string[], caller: Io): Promise<number> {
  const io = printableIo(caller);
  let exitCode: number = EXIT.ok;
  const program = new Command('docproof')
    .description('Turns markdown API documents into an OpenAPI spec, code, and proof that a server conforms.')
    .version(packageVersion(), '--version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .showHelpAfterError('(add --help for all flags)')
    .configureOutput({ writeOut: (text) => io.out(text), writeErr: (text) => io.err(text) })
    .addHelpText('after', HELP)
    .exitOverride();
  await define(program, args, io, (code) => {
    exitCode = code;
  });
  for (const command of program.commands) inherit(command, program);
  try {
    if (args.length === 0) {
      program.outputHelp({ error: true });
      return EXIT.usage;
    }
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    if (error instanceof Failure) return report(error, io);
    io.err(`docproof: a fault of docproof itself, not of its input: please report it with these lines\n`);
    io.err(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return EXIT.unclear;
  }
}

/** Defines the command that is called; where none is, all of them as `--help` lists them. */
async function define(program: Command, args: string[], io: Io, finish: (exitCode: number) => void): Promise<void> {
  const [name] = args.filter((arg) => arg !== 'help');
  const called = COMMANDS.find(({ usage }) => usage.split(' ')[0] === name);
  if (called) return (await called.load())(program, io, finish);
  const usages = new Map(COMMANDS.map(({ usage }) => [usage.split(' ')[0], usage]));
  program.configureHelp({ subcommandTerm: (command) => usages.get(command.name()) ?? 'help [command]' });
  for (const { usage, summary } of COMMANDS)
    program.command(usage.split(' ')[0] ?? usage, { hidden: summary === undefined }).summary(summary ?? '');
}

const HELP = `
Exit codes, every command:
  0  nothing wrong
  1  findings: a stale file, a failed case, a defect with --strict, a breaking change
  2  wrong usage, or input that cannot be read; nothing was written
  3  could not tell: the target is down, a case could not be prepared, nothing ran
  4  certify only: the baseline of known failures is stale
`;

function inherit(command: Command, program: Command): void {
  command.copyInheritedSettings(program);
  for (const sub of command.commands) inherit(sub, command);
}

function report(failure: Failure, io: Io): number {
  for (const d of failure.diagnostics) io.err(`${diagnosticLine(d)}\n${d.help ? `  ${d.help}\n` : ''}`);
  io.err(`docproof: ${failure.message}\n`);
  if (failure.help) io.err(`  ${failure.help}\n`);
  return failure.exitCode;
}
