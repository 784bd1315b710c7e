// Every language's string encoder against that language itself: what it prints must be what was encoded.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { csharpQuote } from './languages/csharp.js';
import { shellQuote, shellWord } from './languages/curl.js';
import { goQuote } from './languages/go.js';
import { javaQuote } from './languages/java.js';
import { javascriptQuote } from './languages/javascript.js';
import { kotlinQuote } from './languages/kotlin.js';
import { phpQuote } from './languages/php.js';
import { powershellQuote } from './languages/powershell.js';
import { pythonQuote } from './languages/python.js';
import { rubyQuote } from './languages/ruby.js';
import { rustQuote } from './languages/rust.js';
import { HOSTILE_TEXTS } from './testing/hostile.js';
import { bytes, has } from './testing/toolchain.js';

/** NUL can't be said in a shell, and a lone surrogate in no encoding. */
const RANDOM = fc
  .sample(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...`'"$\\\`#{}()%!@\n\r\t u0041xé😀‘`) }),
    ),
    {
      numRuns: 300,
      seed: 20,
    },
  )
  .map((text) => text.replaceAll('\0', ''));

const TEXTS = [...HOSTILE_TEXTS, ...RANDOM];

interface Runner {
  language: string;
  program: string;
  file: string;
  source(literals: string[]): string;
  args(file: string): string[];
  /** For compilers: how to start what they made. */
  start?(file: string): [program: string, args: string[]];
  quote(text: string): string;
}

/** Each program prints every string followed by a NUL byte. */
const RUNNERS: Runner[] = [
  {
    language: 'sh',
    program: 'sh',
    file: 'literals.sh',
    quote: shellQuote,
    source: (literals) => literals.map((l) => `printf '%s\\0' ${l}`).join('\n'),
    args: (file) => [file],
  },
  {
    language: 'bash, in double quotes',
    program: 'bash',
    file: 'doubles.sh',
    quote: (text) => shellWord([{ text }, { variable: 'EMPTY' }]),
    source: (literals) => ['EMPTY=', ...literals.map((l) => `printf '%s\\0' ${l}`)].join('\n'),
    args: (file) => [file],
  },
  {
    language: 'JavaScript',
    program: 'node',
    file: 'literals.mjs',
    quote: javascriptQuote,
    source: (literals) => `process.stdout.write([${literals.join(',\n')}].map((s) => s + '\\0').join(''));`,
    args: (file) => [file],
  },
  {
    language: 'Python',
    program: 'python3',
    file: 'literals.py',
    quote: pythonQuote,
    source: (literals) =>
      `import sys\nfor s in [${literals.join(',\n')}]:\n    sys.stdout.buffer.write(s.encode("utf-8") + b"\\0")\n`,
    args: (file) => [file],
  },
  {
    language: 'Go',
    program: 'go',
    file: 'literals.go',
    quote: goQuote,
    source: (literals) =>
      `package main\n\nimport "os"\n\nfunc main() {\n\tfor _, s := range []string{\n${literals.join(',\n')},\n} {\n\t\tos.Stdout.WriteString(s + "\\x00")\n\t}\n}\n`,
    args: (file) => ['run', file],
  },
  {
    language: 'Java',
    program: 'java',
    file: 'Literals.java',
    quote: javaQuote,
    source: (literals) =>
      `public class Literals {\n  public static void main(String[] a) throws Exception {\n    for (String s : new String[] {\n${literals.join(',\n')}\n}) System.out.write((s + "\\0").getBytes("UTF-8"));\n    System.out.flush();\n  }\n}\n`,
    args: (file) => ['-Dfile.encoding=UTF-8', file],
  },
  {
    language: 'Ruby',
    program: 'ruby',
    file: 'literals.rb',
    quote: rubyQuote,
    source: (literals) =>
      `# encoding: utf-8\n[${literals.join(',\n')}].each { |s| $stdout.binmode.write(s + "\\0") }\n`,
    args: (file) => [file],
  },
  {
    language: 'PHP',
    program: 'php',
    file: 'literals.php',
    quote: phpQuote,
    source: (literals) => `<?php\nforeach ([${literals.join(',\n')}] as $s) echo $s, "\\0";\n`,
    args: (file) => [file],
  },
  {
    language: 'Rust',
    program: 'rustc',
    file: 'literals.rs',
    quote: rustQuote,
    source: (literals) =>
      `use std::io::Write;\nfn main() { for s in [${literals.join(',\n')}] { std::io::stdout().write_all(format!("{}\\0", s).as_bytes()).unwrap(); } }\n`,
    args: (file) => [file, '-o', `${file}.out`],
    start: (file) => [`${file}.out`, []],
  },
  {
    language: 'C#',
    program: 'mcs',
    file: 'literals.cs',
    quote: csharpQuote,
    source: (literals) =>
      `class Literals { static void Main() { var o = System.Console.OpenStandardOutput(); foreach (var s in new[] { ${literals.join(',\n')} }) { var b = new System.Text.UTF8Encoding(false).GetBytes(s + "\\0"); o.Write(b, 0, b.Length); } } }\n`,
    args: (file) => ['-codepage:utf8', `-out:${file}.exe`, file],
    start: (file) => ['mono', [`${file}.exe`]],
  },
  {
    language: 'Kotlin',
    program: 'kotlinc',
    file: 'literals.kt',
    quote: kotlinQuote,
    source: (literals) =>
      `fun main() {\n    for (s in listOf(\n${literals.join(',\n')}\n)) System.out.write((s + "\\u0000").toByteArray())\n    System.out.flush()\n}\n`,
    args: (file) => [file, '-include-runtime', '-d', `${file}.jar`],
    start: (file) => ['java', ['-cp', `${file}.jar`, 'LiteralsKt']],
  },
  {
    language: 'PowerShell',
    program: 'pwsh',
    file: 'literals.ps1',
    quote: powershellQuote,
    source: (literals) =>
      `$out = [Console]::OpenStandardOutput()\nforeach ($s in @(${literals.join(',\n')})) { $b = [Text.Encoding]::UTF8.GetBytes($s + [char]0); $out.Write($b, 0, $b.Length) }\n`,
    args: (file) => ['-NoProfile', '-File', file],
  },
];

const folder = mkdtempSync(join(tmpdir(), 'docproof-literals-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('string literals, read by the languages themselves', () => {
  const absent = RUNNERS.filter((runner) => !has(runner.program));
  console.info(
    `ran: ${RUNNERS.filter((r) => !absent.includes(r))
      .map((r) => r.language)
      .join(', ')}; not on this machine: ${absent.map((r) => r.language).join(', ') || 'none'}`,
  );

  it.each(RUNNERS.filter((runner) => !absent.includes(runner)))(
    '$language',
    (runner) => {
      const file = join(folder, runner.file);
      writeFileSync(file, runner.source(TEXTS.map(runner.quote)));
      const printed = bytes(runner.program, runner.args(file), folder);
      const output = runner.start ? bytes(...runner.start(file), folder) : printed;
      expect(output.toString('utf8').split('\0').slice(0, -1)).toEqual(
        TEXTS.map((text) => text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD')),
      );
    },
    120_000,
  );

  it('has a runner at hand', () => {
    expect(RUNNERS.length - absent.length).toBeGreaterThanOrEqual(3);
  });
});

describe('string literals of languages that are rarely at hand', () => {
  it.each([
    ['C#', csharpQuote, `it's "$x" \\ \n %27 😀`, `"it's \\"$x\\" \\\\ \\n %27 😀"`],
    ['C#', csharpQuote, '{x} \u2028', '"{x} \\u2028"'],
    ['Kotlin', kotlinQuote, `it's "$x" \\ \n %27 😀`, `"it's \\"\\$x\\" \\\\ \\n %27 😀"`],
    ['Kotlin', kotlinQuote, '\u0001', '"\\u0001"'],
    ['PowerShell', powershellQuote, 'a\u0000 $x "“`\n', '"a`u{0} `$x `"`“```n"'],
    ['PowerShell', powershellQuote, `it's "$x" \\ \n %27 😀 ’`, `'it''s "$x" \\ \n %27 😀 ’’'`],
  ])('%s writes %j', (_, quote, text, wanted) => {
    expect(quote(text)).toBe(wanted);
  });
});
