// Samples as a reader has them: checked by each language's own parser, and run against a server that writes down what it got.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { COLLECTIONS } from './collections/index.js';
import { LANGUAGES } from './languages/index.js';
import { sampleRequests } from './request.js';
import { type SampleRequest, spell } from './sample.js';
import { samplesTargetOf, sampleText } from './target.js';
import { contract, render } from './testing/fixture.js';
import { hostileContract } from './testing/hostile.js';
import { type Recorder, startRecorder } from './testing/recorder.js';
import { startSampleHost } from './testing/sample-host.js';
import { has, output } from './testing/toolchain.js';

const api = contract('generator/samples/fixtures/cells.yaml');
const samples = sampleRequests(api);
const hostile = sampleRequests(hostileContract());
const folder = mkdtempSync(join(tmpdir(), 'docproof-samples-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes every sample of a language; gives the files' paths. */
function written(name: string, wanted = samples): { sample: SampleRequest; file: string }[] {
  const language = LANGUAGES.find((l) => l.name === name);
  if (!language) throw new Error(`no language ${name}`);
  return wanted.flatMap((sample) => {
    const made = sampleText(language, sample, render);
    if (!('text' in made)) return [];
    const file = join(folder, name, language.file(sample));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, made.text);
    return [{ sample, file }];
  });
}

/** JavaScript is not among them: every sample of it is run, below. */
interface Check {
  name: string;
  program: string;
  args(files: string[]): string[][];
}

const CHECKS: Check[] = [
  { name: 'curl', program: 'bash', args: (files) => files.map((f) => ['-n', f]) },
  {
    name: 'python',
    program: 'python3',
    args: (files) => [
      ['-c', 'import ast,sys\nfor f in sys.argv[1:]: ast.parse(open(f, encoding="utf-8").read(), f)', ...files],
    ],
  },
  { name: 'go', program: 'gofmt', args: (files) => [['-l', '-e', ...files]] },
  {
    name: 'java',
    program: 'javac',
    args: (files) => [['-encoding', 'UTF-8', '-Xlint:all', '-Werror', '-d', join(folder, 'classes'), ...files]],
  },
  { name: 'ruby', program: 'ruby', args: (files) => files.map((f) => ['-wc', f]) },
  { name: 'php', program: 'php', args: (files) => files.map((f) => ['-l', f]) },
  {
    name: 'rust',
    program: 'rustfmt',
    args: (files) => [['--edition', '2021', '--emit', 'stdout', '--quiet', ...files]],
  },
  { name: 'kotlin', program: 'kotlinc', args: (files) => [['-d', join(folder, 'kotlin-classes'), ...files]] },
  {
    name: 'powershell',
    program: 'pwsh',
    args: (files) =>
      files.map((f) => [
        '-NoProfile',
        '-Command',
        `$e = $null; [void][Management.Automation.Language.Parser]::ParseFile('${f}', [ref]$null, [ref]$e); if ($e) { throw $e }`,
      ]),
  },
];

describe('samples, parsed by the languages themselves', () => {
  const absent = CHECKS.filter((check) => !has(check.program));
  console.info(
    `parsed by: ${CHECKS.filter((c) => !absent.includes(c))
      .map((c) => c.program)
      .join(', ')}; not on this machine: ${absent.map((c) => c.program).join(', ') || 'none'}`,
  );

  it.each(CHECKS.filter((check) => !absent.includes(check)))(
    '$name by $program',
    async ({ name, program, args }) => {
      const files = written(name, [...samples, ...hostile]).map(({ file }) => file);
      expect(files.length).toBe(samples.length + hostile.length);
      const outputs = await Promise.all(args(files).map((a) => output(program, a)));
      // gofmt lists what it would lay out otherwise.
      if (name === 'go') expect(outputs.join('')).toBe('');
    },
    120_000,
  );
});

const RUNS: { name: string; program: string; args(file: string): string[] }[] = [
  { name: 'curl', program: 'sh', args: (file) => [file] },
  { name: 'javascript', program: 'node', args: (file) => [file] },
  { name: 'python', program: 'python3', args: (file) => [file] },
  { name: 'go', program: 'go', args: (file) => ['run', file] },
  { name: 'java', program: 'java', args: (file) => [file] },
  { name: 'ruby', program: 'ruby', args: (file) => [file] },
  { name: 'php', program: 'php', args: (file) => [file] },
];

const MOST: (string | undefined)[] = ['relation/create-2', 'relation/merge', 'relation/list'];

describe('samples, run', () => {
  let recorder: Recorder;
  beforeAll(async () => {
    recorder = await startRecorder();
  });
  afterAll(() => recorder.close());

  const absent = RUNS.filter((run) => !has(run.program)).map((run) => run.program);
  console.info(`samples not run, for want of: ${absent.join(', ') || 'nothing'}`);

  it.each(RUNS.filter((run) => has(run.program)))(
    '$name sends what is documented',
    async ({ name, program, args }) => {
      // Starting a compiler is dear: three requests that differ most are enough there.
      const isDear = ['java', 'go'].includes(name);
      const all = written(name, isDear ? samples.filter((s) => MOST.includes(s.caseId)) : [...samples, ...hostile]);
      expect(all.length).toBeGreaterThanOrEqual(MOST.length);
      const host = startSampleHost(name);
      onTestFinished(() => host?.close());
      for (const [at, { sample, file }] of all.entries()) {
        const status = sample.expected[0] ?? 200;
        recorder.answer = { status, body: '{"d":1}', headers: { 'content-type': 'application/json' } };
        recorder.requests.length = 0;
        const values = valuesOf(sample, recorder.origin);
        // The first runs as a reader runs it, in a process of its own.
        const printed =
          host && at > 0
            ? await host.run(file, values)
            : await output(program, args(basename(file)), {
                cwd: dirname(file),
                env: { ...process.env, ...values },
              });
        expect(printed, `${basename(file)} prints the status`).toContain(String(status));
        const [got, ...more] = recorder.requests;
        expect(more).toEqual([]);
        expect(sent(got, sample), basename(file)).toEqual(wanted(sample, values, recorder.origin));
      }
    },
    240_000,
  );
});

/** Values for the variables: the server of the test, and words with what breaks strings. */
function valuesOf(sample: SampleRequest, origin: string): Record<string, string> {
  return Object.fromEntries(
    sample.variables.map(({ name }, i) => [
      name,
      i === 0 ? `${origin}/cell%201` : name === 'ETAG' ? 'W/"1-$x\'"' : `${name}~'$x`,
    ]),
  );
}

/** fetch writes `'` in a query as %27 (URL Standard, "query state"): the same character. */
function plainQuery(url: string): string {
  return url.replace(/%27/g, "'");
}

function wanted(sample: SampleRequest, values: Record<string, string>, origin: string): object {
  const value = (name: string): string => values[name] ?? '';
  return {
    method: sample.method,
    url: plainQuery(spell(sample.url, value).slice(origin.length)),
    headers: Object.fromEntries(sample.headers.map((h) => [h.name.toLowerCase(), spell(h.value, value)])),
    body: sample.body ? spell(sample.body, value) : '',
  };
}

function sent(got: Recorder['requests'][number] | undefined, sample: SampleRequest): object | undefined {
  if (!got) return undefined;
  const names = sample.headers.map((h) => h.name.toLowerCase());
  return {
    method: got.method,
    url: plainQuery(got.url),
    headers: Object.fromEntries(names.map((name) => [name, got.headers[name]])),
    body: got.body,
  };
}

describe('the samples target', () => {
  it('lets nothing of a spec become Markdown or HTML of the index', async () => {
    const [first] = api.operations;
    const evil = 't <img src=x onerror=alert(1)>\n# h | i';
    const operations = first ? [{ ...first, id: 'a`|b', summary: evil, docs: { pages: [] } }] : [];
    const { files } = await samplesTargetOf(LANGUAGES.slice(0, 1)).generate(
      { ...api, title: evil, operations },
      render,
    );
    const index = files.find((f) => f.path === 'samples/README.md')?.text ?? '';
    expect(index).toMatch(/^# Request samples of t &#60;img src=x onerror=alert\(1\)&#62; &#35; h &#124; i\n/);
    expect(index).toContain("| t &#60;img src=x onerror=alert(1)&#62; &#35; h &#124; i | `a'\\|b` |");
    expect(index).not.toMatch(/<img|\n# h/);
  });

  it('makes a file per request and language, collections and an index that names them all', async () => {
    const { files, diagnostics } = await samplesTargetOf(LANGUAGES).generate(api, render);
    expect(diagnostics).toEqual([]);
    expect(files.length).toBe(samples.length * LANGUAGES.length + COLLECTIONS.length + 1);
    expect(new Set(files.map((f) => f.path.toLowerCase())).size).toBe(files.length);
    const index = files.find((f) => f.path === 'samples/README.md')?.text ?? '';
    for (const { path } of files.filter((f) => f.path !== 'samples/README.md'))
      expect(index).toContain(`(${path.slice('samples/'.length)})`);
  });

  it('gives alias forms a sample only where a command shows one', () => {
    expect(samples.map((s) => s.operationId)).not.toContain('deleteRelation2');
  });

  it('puts no documented secret into a sample', () => {
    const text = JSON.stringify(samples);
    expect(text).not.toMatch(/AA~PB|pass1/);
    expect(samples.find((s) => s.caseId === 'token/password')?.variables.map((v) => v.name)).toEqual([
      'CELL_URL',
      'PASSWORD',
    ]);
  });

  it('keeps `*` of If-Match, and turns an ETag into a variable', () => {
    const header = (id: string): unknown =>
      samples.find((s) => s.caseId === id)?.headers.find((h) => h.name === 'If-Match')?.value;
    expect(header('relation/update')).toEqual([{ text: '*' }]);
    expect(header('relation/merge')).toEqual([{ variable: 'ETAG' }]);
  });

  it('reports what a language can not say, and makes the others', async () => {
    const get = api.operations.find((o) => o.id === 'listRelation');
    const [documented] = get?.docs.cases ?? [];
    if (!get || !documented) throw new Error('the fixture has no listRelation');
    const request = { ...documented.request, body: 'x' };
    const odd = { ...api, operations: [{ ...get, docs: { ...get.docs, cases: [{ ...documented, request }] } }] };
    const { files, diagnostics } = await samplesTargetOf(LANGUAGES).generate(odd, render);
    expect(diagnostics.map((d) => [d.code, d.file, d.line])).toEqual([
      ['generate/sample-unsupported', '235_List_Relation.md', 90],
      ['generate/sample-unsupported', '235_List_Relation.md', 90],
    ]);
    expect(files.map((f) => f.path)).toContain('samples/curl/list-relation.sh');
  });

  it('lets no text of a document leave a comment', async () => {
    const hostile = '*/ ?> \\u000a -->\n#> system("id") \u2028 x';
    const operations = api.operations.map((o) => ({
      ...o,
      summary: hostile,
      docs: {
        ...o.docs,
        cases: o.docs.cases?.map((c) => ({ ...c, title: hostile, id: hostile.replace(/\s/g, '-') })) ?? [],
      },
    }));
    const { files } = await samplesTargetOf(LANGUAGES).generate({ ...api, operations }, render);
    for (const { path, text } of files.filter((f) => !/json$|README/.test(f.path)))
      for (const line of text.split(/[\n\u2028]/).filter((l) => l.includes('system("id")'))) {
        expect(line, path).not.toMatch(/\\u|\*\/.*\*\/|\?>/);
        expect(line, path).toMatch(/^(#|\/\/|\/\*\*|### |" ?#) ?/);
      }
  });
});
