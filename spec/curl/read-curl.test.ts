// Commands as authors and shells read them: goldens beside this file, the documents at hand, and any text at all.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../package-root.js';
import { processorTime } from '../testing/processor-time.js';
import { hasCommand } from './commands.js';
import { readCurlFence } from './read-curl.js';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const names = readdirSync(FIXTURES)
  .filter((f) => f.endsWith('.txt'))
  .map((f) => f.slice(0, -4))
  .sort();

describe('each fixture', () => {
  it.each(names)('%s', async (name) => {
    const text = readFileSync(join(FIXTURES, `${name}.txt`), 'utf8');
    const readings = readCurlFence(text).map((reading) => ({
      command: text.slice(reading.offset, reading.offset + reading.length),
      ...reading,
    }));
    await expect(`${JSON.stringify(readings, null, 2)}\n`).toMatchFileSnapshot(join(FIXTURES, `${name}.json`));
  });

  it('has a command, and every golden has a fixture', () => {
    const goldens = readdirSync(FIXTURES)
      .filter((f) => f.endsWith('.json'))
      .map((f) => f.slice(0, -5))
      .sort();
    expect(goldens).toEqual(names);
  });
});

it('finds a command that reads what a here-document in front of it holds', () => {
  const text = `cat <<EOF | curl https://a.example -H "X-Key: $KEY" --data-binary @-\n{"a":1}\nEOF\ncurl https://b.example`;
  expect(hasCommand(text)).toBe(true);
  const [first, second] = readCurlFence(text);
  expect(first?.meant).toMatchObject({ method: 'POST', body: '{"a":1}' });
  expect(second?.meant?.url).toBe('https://b.example');
});

describe('what an author means', () => {
  const meant = (text: string) => readCurlFence(text)[0]?.meant;

  it.each([
    ['a colon without a blank', `curl https://a.example -H 'If-Match:*'`, { 'If-Match': '*' }],
    ['blanks around a value', `curl https://a.example -H 'Accept:  text/plain  '`, { Accept: 'text/plain' }],
    ['the same header twice', `curl https://a.example -H 'X-A: 1' -H 'x-a: 2'`, { 'X-A': '1, 2' }],
    ['no header that curl adds by itself', `curl https://a.example -d x=1`, {}],
    [
      'single quotes spliced in',
      `curl https://a.example -H 'X-Key: k('"'a'"',n='"'b'"')'`,
      { 'X-Key': "k('a',n='b')" },
    ],
    ['user and password', `curl https://a.example -u me:pw`, { Authorization: 'Basic bWU6cHc=' }],
  ])('%s', (_, text, headers) => expect(meant(text)?.headers).toEqual(headers));

  it.each([
    ['GET by default', 'curl https://a.example', 'GET'],
    ['POST with a body', 'curl https://a.example -d a=1', 'POST'],
    ['HEAD', 'curl -I https://a.example', 'HEAD'],
    ['PUT with a file', 'curl -T f https://a.example', 'PUT'],
    ['any method by name', 'curl -X PROPFIND https://a.example', 'PROPFIND'],
    ['the last of several', 'curl -X PUT https://a.example -X MERGE', 'MERGE'],
  ])('%s', (_, text, method) => expect(meant(text)?.method).toBe(method));

  it('joins a wrapped URL without the indent of its next line, and says that a shell does not', () => {
    const [reading] = readCurlFence(`curl "https://a.example/X('a')\\\n  /_B" -X GET`);
    expect(reading?.meant?.url).toBe("https://a.example/X('a')/_B");
    expect(reading?.pasted?.url).toBe("https://a.example/X('a')  /_B");
    expect(reading?.problems).toMatchObject([
      { code: 'curl/shell-quoting', message: expect.stringContaining('indented') },
    ]);
    expect(readCurlFence(`curl "https://a.example/" -d "a \\\n  b"`)[0]?.meant?.body).toBe('a   b');
  });

  it.each([
    ['a here-document', `curl https://a.example -d @- <<'EOF' -H 'A: 1'\n{"a":"$b"}\nEOF\ncurl https://b.example`],
    ['a here-string', `curl https://a.example -H 'A: 1' -d @- <<< '{"a":"$b"}'`],
    ['an echo', `echo '{"a":"$b"}' | curl https://a.example -H 'A: 1' -d @-`],
  ])('takes the body from %s', (_, text) => {
    expect(meant(text)).toEqual({ method: 'POST', url: 'https://a.example', headers: { A: '1' }, body: '{"a":"$b"}' });
  });

  it('parts an option from the quote before it, and says that a shell does not', () => {
    const [reading] = readCurlFence(`curl https://a.example -H 'A: 1'-X PUT`);
    expect(reading?.meant).toEqual({ method: 'PUT', url: 'https://a.example', headers: { A: '1' } });
    expect(reading?.problems.map((p) => p.code)).toEqual(['curl/shell-quoting']);
  });

  it('joins bodies with & and keeps files apart', () => {
    expect(meant('curl https://a.example -d a=1 -d b=2 -d @more')).toMatchObject({ body: 'a=1&b=2', files: ['more'] });
  });
});

describe('any text', () => {
  const alphabet = fc.constantFrom(
    ...'curl -XdH\'"\\$&|;(){}<>`^\n\t#@=:/abcZ1“”’— '.split(''),
    'curl ',
    '\\\n',
    'https://a.example/',
    "\\'",
  );

  it('never throws, and stays inside the text', () => {
    fc.assert(
      fc.property(
        fc.array(alphabet, { maxLength: 120 }).map((parts) => `curl ${parts.join('')}`),
        (text) => {
          for (const reading of readCurlFence(text)) {
            expect(reading.offset + reading.length).toBeLessThanOrEqual(text.length);
            for (const problem of reading.problems) {
              expect(problem.offset).toBeGreaterThanOrEqual(0);
              expect(problem.offset).toBeLessThanOrEqual(text.length);
            }
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it.each([
    ['open quotes', `curl '${"'a".repeat(20_000)}`],
    ['open double quotes', `curl "${'"a'.repeat(20_000)}`],
    ['backslashes', `curl ${'\\'.repeat(50_000)}`],
    ['continued lines', `curl ${'\\\n'.repeat(20_000)}`],
    ['blanks behind backslashes', `curl ${'\\ '.repeat(20_000)}`],
    ['one long line', `curl https://a.example/${'a'.repeat(1_000_000)}`],
    ['commands', 'curl https://a.example\n'.repeat(2_000)],
    ['closing quotes alone', `curl ${"a' ".repeat(20_000)}`],
    ['braces', `curl ${'{a,b}'.repeat(2_000)}`],
    ['braces in braces', `curl ${'{a,'.repeat(2_000)}`],
    ['brackets', `curl https://a.example/${'('.repeat(20_000)}`],
    ['substitutions', `curl "${'$('.repeat(5_000)}`],
  ])('takes time in proportion: %s', (_, text) => {
    expect(processorTime(() => readCurlFence(text))).toBeLessThan(3_000);
  });
});

const LABELS = join(packageRoot(), '../shared/labels');

describe.runIf(existsSync(LABELS))('labelled pages', () => {
  const corpus = join(packageRoot(), '../shared/corpus');
  // The bodies of skipped suites run too: elsewhere there is no such folder.
  const filesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : []);
  const pages = new Map(
    ['personium/en', 'personium/ja', 'seeds'].flatMap((folder) =>
      filesIn(join(corpus, folder)).map((file): [string, string] => [
        `${folder}/${file.replace(/\.\w+$/, '')}`,
        readFileSync(join(corpus, folder, file), 'utf8'),
      ]),
    ),
  );
  const labels = filesIn(LABELS).filter((f) => f.endsWith('.json'));

  it.each(labels)('%s', (file) => {
    const label = JSON.parse(readFileSync(join(LABELS, file), 'utf8')) as { doc: string; lang: string; curl: Wanted[] };
    const seed = /^seed__(\d)/.exec(file)?.[1];
    const key = seed
      ? [...pages.keys()].find((k) => k.startsWith(`seeds/00${seed}`))
      : `personium/${label.lang}/${label.doc}`;
    const got = readCurlFence((pages.get(key ?? '') ?? '').replace(/^```.*$/gm, '')).map((r) =>
      shape(r.meant as Wanted),
    );
    expect(got).toEqual(label.curl.map(shape));
  });
});

it('encodes what --data-urlencode gives as curl does', () => {
  const [reading] = readCurlFence(`curl -G https://a.example/ --data-urlencode "q=it's (a) *test*!~"`);
  expect(reading?.meant?.url).toBe('https://a.example/?q=it%27s%20%28a%29%20%2Atest%2A%21~');
});

interface Wanted {
  method: string;
  url: string;
  headers?: Record<string, string>;
  body?: string;
}

function shape({ method, url, headers, body }: Wanted): unknown {
  return { method, url, headers: headers ?? {}, body: (body ?? '').replace(/\s+/g, '') };
}
