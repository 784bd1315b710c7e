// Forms with files: what each language sends, read as a server reads it, and what collections hold.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiOf } from '../../spec/contract/load.js';
import { LANGUAGES } from './languages/index.js';
import { sampleRequests } from './request.js';
import type { SampleRequest } from './sample.js';
import { samplesTargetOf, sampleText } from './target.js';
import { render } from './testing/fixture.js';
import { type Recorder, startRecorder } from './testing/recorder.js';
import { has, output } from './testing/toolchain.js';

const ODD = `it's "x" \\ $HOME; @a <b é`;

function contract(type: string): ReturnType<typeof apiOf> {
  const properties = {
    file: { type: 'string', format: 'binary' },
    meta: { type: 'object', properties: { a: { type: 'string', example: ODD } } },
    n: { type: 'integer' },
    tags: { type: 'array', items: { type: 'string' }, example: ['x', 'y'] },
    odd: { type: 'string', example: ODD },
  };
  const post = {
    operationId: 'upload',
    requestBody: {
      required: true,
      content: { [type]: { schema: { type: 'object', properties }, encoding: { file: { contentType: 'image/png' } } } },
    },
    responses: { 200: { description: 'ok' } },
  };
  return apiOf({ openapi: '3.1.0', info: { title: 'T', version: '1' }, paths: { '/x': { post } } });
}

const api = contract('multipart/form-data');
const [sample] = sampleRequests(api) as [SampleRequest];

const folder = mkdtempSync(join(tmpdir(), 'docproof-forms-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const RUNS: [string, string, (file: string) => string[]][] = [
  ['curl', 'sh', (file) => [file]],
  ['javascript', 'node', (file) => [file]],
  ['python', 'python3', (file) => [file]],
  ['go', 'go', (file) => ['run', file]],
  ['java', 'java', (file) => [file]],
  ['ruby', 'ruby', (file) => [file]],
  ['php', 'php', (file) => [file]],
];

/** Python's forms need a package that is not its own. */
async function canRun(name: string, program: string): Promise<boolean> {
  if (!has(program)) return false;
  if (name !== 'python') return true;
  return output(program, ['-c', 'import requests']).then(
    () => true,
    () => false,
  );
}

describe('forms', () => {
  let recorder: Recorder;
  beforeAll(async () => {
    recorder = await startRecorder();
    writeFileSync(join(folder, 'file.bin'), 'file1');
  });
  afterAll(() => recorder.close());

  it.each(RUNS)(
    '%s sends every field',
    async (name, program, args) => {
      if (!(await canRun(name, program))) return console.info(`forms not sent by ${program}, which is not here`);
      const language = LANGUAGES.find((l) => l.name === name);
      const made = language && sampleText(language, sample, render);
      if (!language || !made || !('text' in made)) throw new Error(`no sample in ${name}`);
      const file = language.file(sample);
      writeFileSync(join(folder, file), made.text);
      recorder.requests.length = 0;
      await output(program, args(file), { cwd: folder, env: { ...process.env, BASE_URL: recorder.origin } });
      const [got] = recorder.requests;
      const form = await new Response(got?.body ?? '', { headers: got?.headers ?? {} }).formData();
      const sent = await Promise.all(
        [...form].map(async ([field, value]) =>
          typeof value === 'string' ? [field, value] : [field, await value.text(), value.type, value.name],
        ),
      );
      const meta = JSON.stringify({ a: ODD });
      expect(sent.map((one) => (one[0] === 'meta' ? one.slice(0, 2) : one))).toEqual([
        ['file', 'file1', 'image/png', 'file.bin'],
        ['meta', meta],
        ['n', '1'],
        ['tags', 'x'],
        ['tags', 'y'],
        ['odd', ODD],
      ]);
    },
    60_000,
  );

  it('stand in collections as their tools have them', async () => {
    const { files } = await samplesTargetOf(LANGUAGES).generate(api, render);
    const text = (path: string): string => files.find((f) => f.path === `samples/${path}`)?.text ?? '';
    const { item } = JSON.parse(text('postman.json')) as { item: { request: { header: object[]; body: object } }[] };
    expect(item[0]?.request.header).toEqual([]);
    expect(item[0]?.request.body).toMatchObject({ mode: 'formdata' });
    expect(JSON.stringify(item[0]?.request.body)).toContain(
      '{"key":"file","type":"file","src":"file.bin","contentType":"image/png"}',
    );
    expect(text('bruno.json')).toContain('"mode": "multipartForm"');
    expect(text('requests.hurl')).toContain('[MultipartFormData]\nfile: file,file.bin; image/png\n');
    expect(text('requests.http')).toContain(
      'Content-Type: multipart/form-data; boundary=form-boundary0\n\n--form-boundary0\n',
    );
    expect(text('http/upload.txt')).toContain('boundary=form-boundary0\n');
  });

  it('a file that is the whole body is sent by curl, and no other sample is without it', async () => {
    const document = structuredClone(api.document) as { paths: Record<string, { post: Record<string, unknown> }> };
    const [item] = Object.values(document.paths);
    const file = "my photo'\ntouch x.png";
    const request = { method: 'POST', url: 'https://api.example/upload', headers: {}, files: [file] };
    Object.assign(item?.post ?? {}, {
      'x-docproof': { cases: [{ id: 'photo/upload', page: 'p', source: { file: 'p.md', line: 1 }, request }] },
    });
    const { files, diagnostics } = await samplesTargetOf(LANGUAGES).generate(apiOf(document), render);
    const scripts = files.filter((one) => !/README|bruno|postman|requests\./.test(one.path));
    expect(scripts.map((one) => one.path)).toEqual(['samples/curl/upload.sh']);
    expect(scripts[0]?.text).toContain("# Sends a file of yours: my photo' touch x.png\n");
    expect(scripts[0]?.text).toContain(`--data-binary '@my photo'\\''\ntouch x.png'`);
    expect(diagnostics.every((d) => d.message.endsWith('it sends a file as its body'))).toBe(true);
  });

  it('of other multipart types are bodies', () => {
    const [mixed] = sampleRequests(contract('multipart/mixed')) as [SampleRequest];
    expect(mixed.form).toBeUndefined();
    expect(mixed.headers).toEqual([
      { name: 'Content-Type', value: [{ text: 'multipart/mixed; boundary=form-boundary0' }] },
    ]);
    expect(mixed.body).toEqual([{ text: expect.stringMatching(/name="tags"\r\n\r\ny\r\n--form-boundary0\r\n/) }]);
  });
});
