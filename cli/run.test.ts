import { Command } from 'commander';
import { expect, test } from 'vitest';
import { COMMANDS } from './commands/index.js';
import { printableIo } from './printable-io.js';
import { run } from './run.js';
import { fakeIo } from './testing/fake-io.js';

test('--help names the exit codes and ends with 0', async () => {
  const io = fakeIo();
  expect(await run(['--help'], io)).toBe(0);
  expect(io.stdout).toContain('Exit codes, every command:');
  expect(io.stderr).toBe('');
});

test('--version prints the version of package.json', async () => {
  const io = fakeIo();
  expect(await run(['--version'], io)).toBe(0);
  expect(io.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test.each(COMMANDS.map((command) => [command.usage, command] as const))(
  '%s is listed as what it takes',
  async (usage, { summary, load }) => {
    const program = new Command();
    (await load())(program, fakeIo(), () => {});
    const [command] = program.commands;
    expect(command && program.createHelp().subcommandTerm(command)).toBe(usage);
    expect(
      program
        .createHelp()
        .visibleCommands(program)
        .includes(command as Command),
    ).toBe(summary !== undefined);
    for (const described of [command, ...(command?.commands ?? [])])
      expect(described?.description(), 'is wrapped by commander alone').not.toContain('\n');
  },
);

test.each([[['help', 'diff']], [['diff', '--help']]])('%j is the help of that command', async (args) => {
  const io = fakeIo();
  expect(await run(args, io)).toBe(0);
  expect(io.stdout).toContain('Usage: docproof diff [options] <old> [new]');
});

test.each([
  ['nothing', [], 'Usage: docproof'],
  ['nearly a command', ['certfy'], 'Did you mean certify?'],
  ['an unknown command', ['bild'], "unknown command 'bild'"],
  ['an unknown flag', ['--colour'], "unknown option '--colour'"],
])('%s is wrong usage: exit 2, said on standard error', async (_what, args, message) => {
  const io = fakeIo();
  expect(await run(args, io)).toBe(2);
  expect(io.stderr).toContain(message);
  expect(io.stdout).toBe('');
});

test('a fault of the tool itself is called that, with its place, and is no finding: exit 3', async () => {
  const io = fakeIo();
  Object.defineProperty(io, 'cwd', {
    get: () => {
      throw new Error('odd');
    },
  });
  expect(await run(['lint', 'pages'], io)).toBe(3);
  expect(io.stderr).toMatch(/a fault of docproof itself.*\nError: odd\n\s+at /);
});

test('what is quoted cannot drive a terminal: colours of our own pass, any other control character is made visible', async () => {
  const io = fakeIo();
  await run(['bi\u001b]0;owned\u0007ld'], io);
  expect(io.stderr).toContain("unknown command 'bi\ufffd]0;owned\ufffdld'");
  const shown = fakeIo();
  printableIo(shown).out('\u001b[31mred\u001b[39m\t\u001b[8mhidden\u001b[2J \u009b31m \rover\r\nnext\n');
  expect(shown.stdout).toBe('\u001b[31mred\u001b[39m\t\ufffd[8mhidden\ufffd[2J \ufffd31m \ufffdover\r\nnext\n');
});

test.each([
  [
    'a token file that is not there',
    ['--token-file', 'nowhere'],
    {},
    /cannot read the token file nowhere: there is no/,
  ],
  ['two tokens', ['--token', 'a', '--token-file', 'b'], {}, /--token and --token-file are both given/],
  ['a token that no header carries', [], { DOCPROOF_TOKEN: 'a\nb' }, /the token of DOCPROOF_TOKEN has spaces or/],
  [
    'another database',
    [],
    { DATABASE_URL: 'mysql://db.example/x' },
    /DATABASE_URL is not of PostgreSQL\n {2}it begins/,
  ],
])('serve does not start with %s, and says so', async (_, flags, env, message) => {
  const io = fakeIo({ env });
  expect(await run(['serve', '--port', '0', ...flags], io)).toBe(2);
  expect(io.stderr).toMatch(message);
});

test('a database that is not found is told as one, not as an address of the server', async () => {
  const io = fakeIo({ env: { DATABASE_URL: 'postgres://nowhere.invalid/x' } });
  expect(await run(['serve', '--port', '0'], io)).toBe(2);
  expect(io.stderr).toMatch(
    /^docproof: the server can't start: .*nowhere.invalid\n {2}is the data file or DATABASE_URL right\?\n$/,
  );
});
