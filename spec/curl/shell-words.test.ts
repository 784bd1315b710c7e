// The evaluator of shell words against bash itself: a restricted bash with an empty PATH, where `curl` is a function that prints its arguments.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../package-root.js';
import { findCommands } from './commands.js';
import { readShellWords } from './shell-words.js';

const BASH = '/bin/bash';
const FORBIDDEN =
  '. alias bg builtin caller cd command compgen complete coproc declare dirs disown eval exec export fc fg getopts hash help history jobs kill let local logout mapfile popd pushd read readarray readonly set shopt source suspend test times trap type typeset ulimit umask unalias unset wait'.split(
    ' ',
  );
const PRELUDE = `set -f; curl() { printf '%s\\0' "$#" "$@"; exit 0; }; readonly -f curl; enable -n ${FORBIDDEN.filter((b) => b !== 'coproc').join(' ')} enable\n`;

/** Arguments that bash passes to the first `curl` of a script; undefined where it passes none (it refuses the script). */
function bashArguments(script: string): string[] | undefined {
  const { stdout } = spawnSync(BASH, ['--noprofile', '--norc', '-r', '-c', `${PRELUDE}${script}`], {
    env: { PATH: '', BASH_ENV: '', ENV: '', LC_ALL: 'C.UTF-8' },
    cwd: tmpdir(),
    encoding: 'utf8',
    timeout: 5_000,
    input: '',
  });
  const [count, ...words] = stdout.split('\0');
  return count === '' || count === undefined ? undefined : words.slice(0, Number(count));
}

/** What must never reach bash, restricted or not; and pipes, which take the output away. */
function isSafe(script: string): boolean {
  return !/`|\$\(|<\(|>\(|<<|\$\{[^}]*@|\|/.test(script);
}

interface Sample {
  name: string;
  script: string;
}

function samplesOf(name: string, text: string): Sample[] {
  const starts = findCommands(text);
  return starts.map((start, i) => ({
    name: `${name} ${i + 1}`,
    script: text.slice(start.offset, starts[i + 1]?.offset ?? text.length).replace(/\n```[\s\S]*$/, ''),
  }));
}

function compare({ name, script }: Sample): 'same' | 'refused' | 'unsafe' {
  if (!isSafe(script)) return 'unsafe';
  const ours = readShellWords(script.replace(/^curl(?:\.exe)?/, 'curl'), 0);
  const theirs = bashArguments(script);
  if (theirs === undefined) {
    expect(ours, name).toBeTypeOf('string');
    return 'refused';
  }
  expect(typeof ours === 'string' ? ours : ours.words.map((word) => word.text), name).toEqual(theirs);
  return 'same';
}

const hasBash = existsSync(BASH);

describe.runIf(hasBash)('bash in its cage', () => {
  const mark = join(tmpdir(), `docproof-cage-${process.pid}`);

  it.each([
    ['an absolute path', `/usr/bin/touch ${mark}`],
    ['a name', `touch ${mark}`],
    ['a redirection', `printf x > ${mark}`],
    ['a builtin that loads others', `enable -f /bin/sh x; source /etc/profile; exec touch ${mark}`],
    ['a path of its own', `PATH=/usr/bin touch ${mark}`],
    ['eval', `eval 'printf x > ${mark}'`],
  ])('cannot run %s', (_, script) => {
    rmSync(mark, { force: true });
    bashArguments(`${script}\n`);
    expect(existsSync(mark)).toBe(false);
  });

  it('prints what curl gets', () =>
    expect(bashArguments(`curl 'a b' "c\\$d" e\\ f ''`)).toEqual(['a b', 'c$d', 'e f', '']));
  it('gives nothing for a script that it refuses', () => expect(bashArguments(`curl 'a`)).toBeUndefined());
  it('is never given a substitution', () => {
    for (const script of ['curl x | sh', 'curl `id`', 'curl "$(id)"', 'curl <(id)', 'curl <<E', `curl \${x@P}`])
      expect(isSafe(script), script).toBe(false);
  });
});

describe.runIf(hasBash)('words equal to those of bash', () => {
  it.each([
    `curl a\\$b "x\\/\\$y$links/z" 'x'\\''y'`,
    'curl {CellURL}__x https://x.example/?a=1',
    `curl -d 'a\\\nb' -e "a\\\nb"`,
    `curl $'a\\tb\\'c' "\${x:-d e}" $unset "$unset" ''`,
    `curl a"b"'c'd # comment`,
    'curl "a$" "$/" "a$.b" \\\n -X GET',
    'curl "a\\"b\\\\c" \\;x',
    `curl "$1$#$?" '$1'`,
    `curl https://x.example/Role('r1')`,
    'curl x && y',
    'curl -d {"a":"b","c":1} a{1..3}{x,y}z {c..a} {8..1..3} {only}',
    'curl {a,b\'c,d\'}"e" {a,{b,c}}',
    'curl "$@" a"$@"',
    `curl \${x:-d e}f "\${x:-d e}"`,
    'curl x\n ; y',
    "curl x\n'open",
    'curl (x',
    `curl \${1..3}`,
    'curl x ; ; y',
    "curl x ; \\\n'open",
    "curl x ; \\\n'a b'",
    'curl x # c\\\n{',
    "curl x ; 'a\n b' ; 'c\nd'\n{",
  ])('%s', (script) => expect(compare({ name: script, script })).not.toBe('unsafe'));

  it('for any command', () => {
    const piece = fc.constantFrom(
      ...`'a b'|"a b"|"$links"|\\$links|$x|"\${x}"|'\\''|it\\'s|$'a\\tb\\x41\\u00e9'|"a\\"b"|"a\\\\b"|"a\\b"|a\\ b|#x| # c| ; |&& |{a,b}|{1..3}|{a}|*|?|[ab]|a~b|!|=|A=b|-H|-d|https://a.example/R|"https://a.example/R('a')"|{CellURL}__x|日本|“|$?|$1|\${x:-d e}|''|""|^|{|}|'{"a":"b"}'|"{\\"a\\":1}"|\\n|\\"|x=1`.split(
        '|',
      ),
      ' ',
      ' ',
      '\t',
      '\\\n',
      '\n',
    );
    const command = fc.array(piece, { minLength: 1, maxLength: 9 }).map((parts) => `curl ${parts.join('')}`);
    fc.assert(
      fc.property(command, (script) => {
        const ours = readShellWords(script, 0);
        // What depends on the machine, or on commands that would have to run, is refused: nothing to compare.
        if (ours === 'substitution' || !isSafe(script)) return;
        compare({ name: script, script });
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('for every fixture', () => {
    const folder = join(import.meta.dirname, 'fixtures');
    const samples = readdirSync(folder)
      .filter((f) => f.endsWith('.txt'))
      .flatMap((f) => samplesOf(f, readFileSync(join(folder, f), 'utf8')));
    expect(samples.length).toBeGreaterThan(20);
    expect(samples.filter((sample) => compare(sample) === 'same').length).toBeGreaterThan(15);
  }, 60_000);
});

const CORPUS = join(packageRoot(), '../shared/corpus');

describe.runIf(hasBash && existsSync(CORPUS))('the commands of the documents at hand', () => {
  it('all give the arguments that bash gives', () => {
    const samples = ['personium/en', 'personium/ja', 'seeds'].flatMap((folder) =>
      readdirSync(join(CORPUS, folder)).flatMap((file) =>
        samplesOf(`${folder}/${file}`, readFileSync(join(CORPUS, folder, file), 'utf8')),
      ),
    );
    expect(samples.length).toBeGreaterThan(200);
    const results = samples.map(compare);
    expect(results.filter((r) => r === 'unsafe')).toEqual([]);
    expect(results.filter((r) => r === 'same').length).toBe(samples.length);
  }, 120_000);
});
