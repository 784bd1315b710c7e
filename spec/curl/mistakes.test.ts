// Slips in commands: what is meant is still read, each slip is one problem at its place.
import { describe, expect, it } from 'vitest';
import { readCurlFence } from './read-curl.js';

const URL = 'https://a.example/x';

function problems(command: string): string[] {
  return readCurlFence(command).flatMap((r) =>
    r.problems.map((p) => `${p.code} ${command.slice(p.offset, p.offset + p.length)}`),
  );
}
const meant = (command: string) => readCurlFence(command)[0]?.meant;

describe('options', () => {
  it.each([
    ['a long dash', `curl ${URL} –X PUT`, '–X'],
    ['a longer one', `curl ${URL} —request PUT`, '—request'],
    ['one hyphen for two', `curl ${URL} -request PUT`, '-request'],
    ['the proxy for the method', `curl ${URL} -x PUT`, '-x'],
  ])('%s', (_, command, at) => {
    expect(problems(command)).toEqual([`curl/unsupported-option ${at}`]);
    expect(meant(command)?.method).toBe('PUT');
  });

  it.each([
    ['help for a header', `curl ${URL} -h 'A: b'`, { headers: { A: 'b' } }],
    ['a dump for a body', `curl ${URL} -D '{"a":1}'`, { body: '{"a":1}' }],
  ])('%s', (_, command, part) => expect(meant(command)).toMatchObject(part));

  it('typographic quotes of JSON', () =>
    expect(readCurlFence(`curl ${URL} -d '{“a”:"“b”"}' ; curl ${URL} -d '{“a”:“b”}'`)).toMatchObject([
      { meant: { body: '{“a”:"“b”"}' } },
      { meant: { body: '{"a":"b"}' }, pasted: { body: '{“a”:“b”}' } },
    ]));

  it.each([
    ['XML', `<?xml version=“1.0”?><a b=“c” d=‘e’>“f”</a>`, `<?xml version="1.0"?><a b="c" d='e'>“f”</a>`],
    ['JSON that is broken', '{“a”:“b(“c”)”}', '{"a":"b("c")"}'],
  ])('typographic quotes of %s', (_, written, body) => {
    expect(meant(`curl ${URL} -d '${written}'`)?.body).toBe(body);
  });

  it.each([
    ['with a beginning and an end', `“${URL}(A=‘b\\\nc’,D=‘e’)” -d ‘{“f”:“g(‘h’)”}’`],
    ['that all end', `”${URL}(A=’b\\\nc’,D=’e’)” -d ’{”f”:”g(’h’)”}’`],
  ])('typographic quotes %s around keys, and in a body', (_, words) => {
    expect(meant(`curl ${words}`)).toMatchObject({ url: `${URL}(A='bc',D='e')`, body: `{"f":"g('h')"}` });
  });

  it('a full-width colon of a header', () => {
    const command = `curl ${URL} -H 'A：b' -H 'C: d：e' -d '-H F：g'`;
    expect(problems(command)).toEqual(['curl/unsupported-option ：']);
    expect(meant(command)).toMatchObject({ headers: { A: 'b', C: 'd：e' }, body: '-H F：g' });
  });

  it.each([`curl ${URL} -x proxy:80`, `curl ${URL} -D headers.txt`, `curl ${URL} -sS -iv`])('none in %s', (command) =>
    expect(problems(command)).toEqual([]),
  );
});

it('reads on behind the prompts of a copied session', () => {
  const command = `$ curl ${URL} \\\n>   -X PUT \\\n> -H 'A: b'`;
  expect(problems(command)).toEqual([]);
  expect(meant(command)).toMatchObject({ method: 'PUT', headers: { A: 'b' } });
});

it.each(['{"a":"b c"}', '[{"a": "}"}, 1]', '["\\"" ]'])('JSON without quotes around it: %s', (json) => {
  const command = `curl ${URL} -d ${json} -H 'A: b'`;
  expect(problems(command)).toEqual([`curl/shell-quoting ${json}`]);
  expect(meant(command)).toMatchObject({ body: json, headers: { A: 'b' } });
});

describe('quotes', () => {
  it.each([
    ['no closing quote before an option', `curl ${URL} -H 'A: b -H 'C: d'`, `'`],
    ['another closing quote', `curl ${URL} -H 'A: b" -H 'C: d'`, `'`],
    ['a closing quote alone', `curl ${URL}" -H 'A: b' -H 'C: d'`, 'h'],
    ['a header without quotes', `curl ${URL} -H A: b -H 'C: d'`, 'b'],
    ['accents for quotes', `curl ${URL} -H ´A: b´ -H 'C: d'`, '´'],
    ['full-width quotes', `curl ${URL} -H ＇A: b＇ -H 'C: d'`, '＇'],
    ['a curly closing quote', `curl ${URL} -H 'A: b’ -H 'C: d'`, '’'],
    ['a full-width blank', `curl ${URL}\u3000-H 'A: b' -H 'C: d'`, '\u3000'],
    ['a backslash before the next command', `curl ${URL} -H 'A: b' -H 'C: d' \\\ncurl ${URL}`, '\\'],
  ])('%s', (_, command, at) => {
    expect(problems(command)).toEqual([`curl/shell-quoting ${at}`]);
    expect(meant(command)).toMatchObject({ url: URL, headers: { A: 'b', C: 'd' } });
  });

  it.each([
    ['curly quotes', `{"text":"it’s “fine”"}`],
    ['a full-width blank', '{"text":"a\u3000b"}'],
    ['a no-break space', '{"text":"a\u00a0b"}'],
  ])('%s inside straight ones are text', (_, body) => {
    const command = `curl ${URL} -d '${body}' -H 'A: b'`;
    expect(problems(command)).toEqual([]);
    expect(meant(command)?.body).toBe(body);
  });

  it.each(['/', '¥', '＼', '\\\\'])('%s for the backslash of a line', (mark) => {
    const command = `curl ${URL} ${mark}\n-H 'A: b'`;
    expect(problems(command)).toEqual([`curl/missing-continuation ${mark}`]);
    expect(meant(command)?.headers).toEqual({ A: 'b' });
  });

  it('one problem for a URL of special characters without its opening quote', () =>
    expect(problems(`curl https://a.example/X('a')" -X PUT`)).toEqual(['curl/shell-quoting h']));

  it('a second URL is another request', () =>
    expect(problems(`curl ${URL} ${URL}`)).toEqual([`curl/unsupported-option ${URL}`]));
});

describe('what a shell would run', () => {
  it.each(['$(date)', '`date`'])('%s outside quotes', (text) => {
    expect(problems(`curl ${URL} -H A:${text}`)).toEqual([`curl/command-substitution ${text}`]);
    expect(meant(`curl ${URL} -H A:${text}`)?.headers).toEqual({ A: text });
  });
});

it('places an unset variable where it stands', () =>
  expect(problems(`curl ${URL} -H "A: $TOKEN"`)).toEqual(['curl/unset-variable $TOKEN']));

it('takes JSON whose closing quote is missing up to its end, over all its lines', () => {
  const command = `curl ${URL} -H 'A: b' -d '{"a":"}",\n"b":[{"c":1}]}`;
  expect(meant(command)?.body).toBe('{"a":"}",\n"b":[{"c":1}]}');
});
