// What to fix: one mistake of a server is one entry, however many cases show it; two mistakes are two.
import pc from 'picocolors';
import { describe, expect, test } from 'vitest';
import type { Assertion, CaseResult, Run } from '../run.js';
import { sampleCase, sampleRun } from '../testing/sample-run.js';
import { findingsOf } from './findings.js';
import { summary } from './summary.js';
import { terminal } from './terminal.js';

const plain = pc.createColors(false);

/** `status 201 (documented success) → 200`, with `@/pointer` behind the id, and `SHOULD` before it where it is. */
function promise(text: string): Assertion {
  const [, should, id = '', pointer, expected = '', actual = ''] =
    /^(SHOULD )?([^ @]+)(?:@(\S+))? (.*) → (.*)$/.exec(text) ?? [];
  return {
    id,
    level: should ? 'SHOULD' : 'MUST',
    outcome: 'failed',
    expected,
    actual,
    ...(pointer === undefined ? {} : { pointer }),
    exchange: 0,
  };
}

function failed(id: string, ...promises: string[]): CaseResult {
  const derived = /^derived\/([^/]+)/.exec(id)?.[1];
  const story = id.startsWith('story/');
  return sampleCase(id, 'failed', {
    kind: derived ? 'derived' : story ? 'story' : 'documented',
    operation: derived ?? id.split('/').slice(0, 2).join('-'),
    assertions: promises.map(promise),
  });
}

/** Leading promises of each entry, with what follows from them. */
const told = (cases: CaseResult[]): string[][] =>
  findingsOf(sampleRun([...cases, sampleCase('box/right', 'passed')])).fix.map((cluster) => [
    `${cluster.cases.length}× ${cluster.defects.map((d) => d.promise).join(' and ')}`,
    ...cluster.defects.flatMap((d) => d.followers.map((f) => f.promise)),
  ]);

test.each<[string, CaseResult[], string[][]]>([
  [
    'every create answers 200',
    [
      failed('box/create', 'status 201 (documented success) → 200'),
      failed('role/create', 'status 201 (documented success) → 200'),
      failed('derived/box-create/limit-inside/Name', 'status 201 (documented success) → 200'),
      failed('story/box-create/create', 'status 201 (documented success) → 200'),
    ],
    [['4× status']],
  ],
  [
    'a variant that fails alone is another thing than the plain request',
    [
      failed('box/create', 'status 201 (documented success) → 500'),
      failed('derived/box-create/limit-inside/Name', 'status 201 (documented success) → 400'),
      failed('derived/box-update/method-override', 'status 204 (documented success) → 400'),
      failed('derived/box-update/if-match/current', 'status 204 (documented success) → 400'),
    ],
    [['1× status'], ['1× status'], ['1× status'], ['1× status']],
  ],
  [
    'one check that is not made, by any property and any success',
    [
      failed('derived/box-create/limit-above/Name', 'status 400 (at most 128 characters are documented) → 201'),
      failed('derived/box-update/limit-above/Url', 'status 400 (at most 1024 characters are documented) → 204'),
      failed('derived/box-create/missing/Name', 'status 400 (Name is required) → 201'),
      failed('derived/cell-create/missing/Url', 'status 400 (Url is required) → 201'),
    ],
    [['2× status'], ['2× status']],
  ],
  [
    'refusals with another status',
    [
      failed('derived/box-create/limit-above/Name', 'status 400 (at most 128 characters are documented) → 422'),
      failed('derived/box-create/missing/Name', 'status 400 (Name is required) → 422'),
      failed('derived/box-create/duplicate', 'status 409 (it exists already) → 422'),
    ],
    [['2× status'], ['1× status']],
  ],
  [
    'two headers that are missing in the same answers are two promises of one entry',
    [
      failed('box/list', 'header/ETag present → absent', 'header/X-Version present → absent'),
      failed('role/list', 'header/ETag present → absent', 'header/X-Version present → absent'),
    ],
    [['2× header/ETag and header/X-Version']],
  ],
  [
    'a body that is no JSON lacks all that would be in it',
    [
      failed('box/list', 'media-type application/json → text/html', 'schema JSON → <p>', 'error-code a code → <p>'),
      failed('role/create', 'schema JSON → <p>', 'read-after-write Role(Name) as it was written → not JSON'),
      failed('box/update', "read-after-write Box('x') as it was written → not JSON"),
    ],
    [
      ['1× media-type', 'schema', 'error-code'],
      ['1× schema', 'read-after-write'],
    ],
  ],
  [
    'a write that is lost shows in what is read and in the ETag',
    [
      failed(
        'box/update',
        'read-after-write Box(Name) as it was written → Name is "a", not "b"',
        'etag-changes an ETag other than before the change → W/"1"',
        'gone-after-rename 404, it is gone → 200',
      ),
      failed('box/create', 'echo the properties that were sent → Name is "c", not "d"'),
    ],
    [['2× read-after-write', 'etag-changes', 'gone-after-rename', 'echo']],
  ],
  [
    'a property of another type, seen in the schema and in what comes back',
    [
      failed('box/create', 'schema@/d/results/Name must be string → 42', 'echo the same → Name is 42, not "b"'),
      failed('box/list', 'schema@/d/results/0/Name must be string → 42'),
      failed('box/update', 'read-after-write as it was written → Name is 42, not "b"'),
    ],
    [['3× schema', 'echo', 'read-after-write']],
  ],
  [
    'deleted and still there, by a probe and in a story',
    [
      failed('box/delete', 'gone-after-delete 404, it is gone → 200'),
      failed('story/box-create/gone', 'status 404 or 410 (it was deleted) → 200'),
    ],
    [['2× status', 'gone-after-delete']],
  ],
  [
    'a server that is too busy now and then',
    [
      failed('box/list', 'status 200 (documented success) → 503'),
      failed('box/create', 'status 201 (documented success) → 503'),
      failed('role/create', 'location the URL of what was created → http://a/b, which answers 503'),
    ],
    [['3× status', 'location']],
  ],
  [
    'MUST stands before SHOULD, many before few',
    [
      failed('a/list', 'SHOULD sample@/x /x → absent'),
      failed('b/list', 'SHOULD sample@/x /x → absent'),
      failed('c/list', 'SHOULD sample@/x /x → absent', 'header/ETag present → absent'),
      failed('d/list', 'media-type a → b'),
      failed('e/list', 'media-type a → b'),
    ],
    [['2× media-type'], ['1× header/ETag'], ['3× sample']],
  ],
])('%s', (_what, cases, want) => {
  expect(told(cases)).toEqual(want);
});

/** What a server with one status for everything makes of a suite. */
function stubbed(operation: string, status: number): CaseResult[] {
  const wanted: [string, string][] = [
    [`${operation.replace('-', '/')}`, '201 (documented success)'],
    [`derived/${operation}/no-token`, '401 (the operation needs a valid token)'],
    [`derived/${operation}/missing/Name`, '400 (Name is required)'],
    [`derived/${operation}/duplicate`, '409 (it exists already)'],
  ];
  return wanted.map(([id, expected]) => {
    const one = failed(id, `status ${expected} → ${status}`);
    const response = { status, headers: [['Content-Type', 'text/html']] as [string, string][] };
    return { ...one, exchanges: one.exchanges.map((e) => ({ ...e, response })) };
  });
}

describe('one answer to everything', () => {
  test('of an operation is one entry, beside what else is wrong', () => {
    const cases = [...stubbed('box-create', 405), failed('role/list', 'header/ETag present → absent')];
    expect(told(cases)).toEqual([['4× status'], ['1× header/ETag']]);
  });

  test.each([
    [200, 'is http://127.0.0.1:1/ the base URL of the API?'],
    [401, 'is the token the right one'],
    [302, 'give the URL that http://127.0.0.1:1/ redirects to'],
  ])('of a server is said first, with what to look at: %d', (status, remedy) => {
    const run = sampleRun(['a', 'b', 'c', 'd'].flatMap((o) => stubbed(`${o}-create`, status)));
    const [first, second] = terminal(run, plain).split('\n');
    expect(first).toMatch(/^16 of 16 answers are \d+ with a web page, whatever is asked: /);
    expect(first).toContain(remedy);
    expect(second).toBe('failed 16 cases, such as a/create title of a/create  en/259_Update_Box.md:120');
    expect(terminal(run, plain)).toContain('nonconformant: 16 failed for 1 reason');
    expect(summary(run)).toContain('### What to fix: 16 cases failed for 1 reason');
  });
});

test.each([
  ['one answer to everything, where a small API promises but two others', 302, ['200', '4XX'], true],
  ['one success in the place of all others, which is wrong by itself', 200, ['201', '202', '204'], false],
])('%s', (_, status, promised, isHint) => {
  const cases = Array.from({ length: 12 }, (_, i) => {
    const one = failed(
      `derived/${'abc'[i % 3]}/n${i}`,
      `status ${promised[i % promised.length]} (documented) → ${status}`,
    );
    return { ...one, exchanges: one.exchanges.map((e) => ({ ...e, response: { status, headers: [] } })) };
  });
  const [first] = terminal(sampleRun(cases), plain).split('\n');
  expect(first?.startsWith(`12 of 12 answers are ${status}, whatever is asked: `)).toBe(isHint);
});

describe('the terminal', () => {
  const many = sampleRun(
    Array.from({ length: 40 }, (_, i) =>
      failed(`box/case${i}`, `header/X-H${String.fromCharCode(97 + (i % 20))} present → absent`),
    ),
  );

  test('tells one failure whole: promise, line, expected, got, command', () => {
    const lines = terminal(sampleRun([sampleCase('box/update', 'failed')]), plain).split('\n');
    expect(lines.slice(0, 5)).toEqual([
      'failed box/update title of box/update  en/259_Update_Box.md:120',
      '  MUST status  en/259_Update_Box.md:60',
      '    expected 204',
      '    got      200',
      expect.stringMatching(/^ {2}curl -i -X PUT /),
    ]);
    expect(lines[5]).toBe('nonconformant: 1 failed');
  });

  test('shows twelve entries and how many more there are; all with --all', () => {
    const short = terminal(many, plain);
    expect(short.match(/^failed /gm)).toHaveLength(12);
    expect(short).toContain('… and 8 more to fix; --all lists them');
    const all = terminal(many, plain, { all: true });
    expect(all.match(/^failed /gm)).toHaveLength(20);
    expect(all).not.toContain('more');
    for (const { id } of many.cases) expect(all).toContain(id);
  });

  test('says why there is no answer once, and what was relaxed once', () => {
    const open = Array.from({ length: 30 }, (_, i) =>
      sampleCase(`story/s${i}/list`, 'cantTell', { reason: `story/s${i}/create failed, on which it builds` }),
    );
    const relaxations = [{ id: 'sample-of-another', reason: 'the sample shows another kind' }];
    const relaxed = Array.from({ length: 48 }, (_, i) => sampleCase(`links/${i}`, 'passed', { relaxations }));
    const left = Array.from({ length: 30 }, (_, i) => ({ what: 'Box', url: `http://a/${i}`, reason: 'answered 500' }));
    const run: Run = sampleRun([...open, ...relaxed], { cleaning: { created: 30, removed: 0, left } });
    expect(terminal(run, plain).split('\n').slice(0, 7)).toEqual([
      "can't tell 30 cases, such as story/s0/list title of story/s0/list  en/259_Update_Box.md:120",
      '  story/s0/create failed, on which it builds',
      '  also story/s1/list, story/s2/list, story/s3/list and 26 more',
      'relaxed 48 cases, such as links/0: the sample shows another kind',
      'left on the target 30 things, such as http://a/0',
      '  answered 500',
      `  remove what is left: docproof clean --run ${run.id}`,
    ]);
    expect(summary(run)).toContain('- 48 cases, such as `links/0`: the sample shows another kind');
  });

  test('what stopped the run is said of all cases at once', () => {
    const stopped = 'nothing listens at http://a: is the server started?';
    const reasons = [stopped, `the target did not answer: ${stopped}`, `could not be prepared: ${stopped}`];
    const cases = reasons.map((reason, i) => sampleCase(`box/${i}`, 'untested', { reason }));
    expect(terminal(sampleRun(cases, { stopped }), plain).split('\n').slice(0, 4)).toEqual([
      'untested 3 cases, such as box/0 title of box/0  en/259_Update_Box.md:120',
      `  ${stopped}`,
      '  also box/1, box/2',
      `stopped early: ${stopped}`,
    ]);
  });

  test('no value of a server makes a line of its own, and none fills the screen', () => {
    const run = sampleRun([failed('box/list', `header/ETag present → ${'x'.repeat(9000)}`)]);
    const [result] = run.cases;
    if (result?.assertions[0]) result.assertions[0].actual += '\nconformant: 1 passed';
    const hostile = sampleRun([
      failed('box/list', 'header/ETag present → a'),
      sampleCase('b', 'cantTell', { reason: 'x\nconformant: 2 passed' }),
    ]);
    expect(terminal(run, plain).length).toBeLessThan(1500);
    expect(terminal(hostile, plain)).not.toMatch(/^conformant/m);
  });
});
