// Generated code does what certify does: every documented case is sent by the client, and by samples, to the reference server,
// and passes with all its promises.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { casesOf, suiteOf } from '../conformance/plan/suite.js';
import { startReference } from '../conformance/reference/index.js';
import type { RunningReference } from '../conformance/reference-server.js';
import type { Run } from '../conformance/run.js';
import { openCourier } from '../conformance/send/courier.js';
import type { HttpAnswer, HttpRequest, Sender } from '../conformance/send/http.js';
import { certifyFake } from '../conformance/testing/certify-fake.js';
import { clientTarget } from '../generator/client/target.js';
import { requestCall } from '../generator/client/testing/case-call.js';
import { loaded } from '../generator/client/testing/loaded.js';
import { LANGUAGES } from '../generator/samples/languages/index.js';
import { environmentName } from '../generator/samples/names.js';
import { sampleRequests } from '../generator/samples/request.js';
import { sampleText } from '../generator/samples/target.js';
import { contract, render } from '../generator/samples/testing/fixture.js';
import { startSampleHost } from '../generator/samples/testing/sample-host.js';
import { has } from '../generator/samples/testing/toolchain.js';

const SPEC = 'spec/openapi.yaml';
const TOKEN = 'token-of-the-test';
const api = contract(SPEC);
const suite = suiteOf(api);
const all = casesOf(suite, { pasted: false }).map((group) => ({
  ...group,
  cases: group.cases.filter((c) => c.kind === 'documented'),
}));
const folder = mkdtempSync(join(tmpdir(), 'docproof-generated-'));
let server: RunningReference;

beforeAll(async () => {
  server = await startReference({ port: 0, token: TOKEN });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Certifies the documented cases whose id begins so, every request sent by `send`. */
async function certifyBy(url: string, send: Sender['send'], prefix = ''): Promise<Run> {
  const groups = all
    .map((group) => ({ ...group, cases: group.cases.filter((c) => c.id.startsWith(prefix)) }))
    .filter((group) => group.cases.length > 0);
  const sleep = async (): Promise<void> => {};
  const courier = openCourier({ send, close: () => {} }, { rate: 0, patience: 0, sleep, now: () => 0 });
  return certifyFake('', url, { suite, groups, courier, token: TOKEN });
}

function failed(run: Run): unknown[] {
  return run.cases
    .filter((c) => c.outcome !== 'passed')
    .map((c) => [c.id, c.outcome, c.reason, c.assertions.filter((a) => a.outcome === 'failed')]);
}

const DOCUMENTED = api.operations.flatMap((operation) => operation.docs.cases ?? []).length;

type Call = (client: object, input: object) => Promise<unknown>;

/** The client's functions, by method and path of their operation. */
async function clientFunctions(): Promise<Map<string, Call>> {
  const { files } = await clientTarget.generate(api, render);
  const { module } = await loaded(join(folder, 'client'), files);
  return new Map(
    files.flatMap(({ path, text: source }): [string, Call][] => {
      const [, of = '', name = ''] =
        /^\/\/ Generated.*\n\/\/ (.*)\n[\s\S]*?^export function (\S+?)\(/m.exec(source) ?? [];
      const call = module[name] as Call | undefined;
      return path.startsWith('client/operations/') && call ? [[of, call]] : [];
    }),
  );
}

describe('the client', () => {
  it('sends every documented case, and all its promises are kept', async () => {
    const functions = await clientFunctions();
    expect(functions.size).toBe(api.operations.length);
    const unmatched: string[] = [];
    const origin = server.unitUrl.slice(0, -1);
    const run = await certifyBy(server.unitUrl, async (request) => {
      const found = requestCall(api, request, request.url.slice(origin.length));
      const call = found && functions.get(`${found.operation.method} ${found.operation.path}`);
      if (!found || !call) {
        unmatched.push(`${request.method} ${request.url}`);
        return answerOf(await fetch(request.url, request));
      }
      const answers: Promise<HttpAnswer>[] = [];
      const recording = async (url: string, init: RequestInit): Promise<Response> => {
        const response = await fetch(url, init);
        answers.push(answerOf(response.clone()));
        return response;
      };
      const token = /^Bearer (.*)$/.exec(request.headers['Authorization'] ?? '')?.[1];
      await call({ baseUrl: origin, fetch: recording, ...(token === undefined ? {} : { token }) }, found.input);
      expect(answers.length).toBe(1);
      return (await answers[0]) as HttpAnswer;
    });
    expect(failed(run)).toEqual([]);
    expect(run.cases.length).toBe(DOCUMENTED);
    expect(unmatched).toEqual([]);
  }, 240_000);
});

async function answerOf(response: Response): Promise<HttpAnswer> {
  const body = await response.text();
  const { status, statusText } = response;
  return {
    status,
    statusText,
    headers: [...response.headers],
    body,
    bytes: Buffer.byteLength(body),
    cut: false,
    ms: 1,
  };
}

const execute = promisify(execFile);

/** What the run's id and a story's number add to the names in a request. */
const STORY_NAME = /-?rtest\d+\w*/g;

/** All cases take minutes of starting processes, which only CI has. */
const RUNS = [
  { name: 'curl', program: 'sh', prefix: process.env['CI'] ? '' : 'relation/' },
  { name: 'javascript', program: 'node', prefix: 'relation/' },
  { name: 'python', program: 'python3', prefix: 'box/' },
  { name: 'ruby', program: 'ruby', prefix: 'relation/' },
  { name: 'php', program: 'php', prefix: 'relation/' },
];

describe('samples', () => {
  /** Requests of samples go through here, so that their answers can be assessed. */
  const answers: HttpAnswer[] = [];
  const proxy = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const { host: _, connection: __, 'content-length': ___, ...headers } = incoming.headers as Record<string, string>;
    const hasBody = chunks.length > 0;
    const init = {
      method: incoming.method ?? '',
      headers,
      redirect: 'manual' as const,
      ...(hasBody ? { body: Buffer.concat(chunks) } : {}),
    };
    const answer = await answerOf(await fetch(`${behind.unitUrl.slice(0, -1)}${incoming.url}`, init));
    answers.push(answer);
    outgoing.writeHead(
      answer.status,
      answer.headers.filter(([name]) => !/^(content-length|transfer-encoding|connection|keep-alive)$/.test(name)),
    );
    outgoing.end(answer.status === 204 ? undefined : answer.body);
  });
  let behind: RunningReference;
  let origin = '';

  beforeAll(async () => {
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    behind = await startReference({ port: 0, token: TOKEN, publicUrl: `${origin}/` });
  });
  afterAll(async () => {
    proxy.closeAllConnections();
    proxy.close();
    await behind.close();
  });

  it.each(RUNS.filter((r) => has(r.program)))(
    '$name: documented cases get the documented status',
    async ({ name, program, prefix }) => {
      const language = LANGUAGES.find((l) => l.name === name);
      if (!language) throw new Error(name);
      const host = startSampleHost(name);
      onTestFinished(() => host?.close());
      const sent = new Set<string>();
      let turn: Promise<unknown> = Promise.resolve();
      /** One at a time: an answer belongs to the sample that runs. */
      const send = (request: HttpRequest): Promise<HttpAnswer> => {
        const own = turn.then(() => sampleSent(request));
        turn = own.catch(() => undefined);
        return own;
      };
      const sampleSent = async (request: HttpRequest): Promise<HttpAnswer> => {
        const found = requestCall(api, request, request.url.slice(origin.length));
        if (!found) throw new Error(`no operation for ${request.method} ${request.url}`);
        const documented = { id: 'x', page: 'x', source: { file: 'x', line: 1 }, request };
        const operation = { ...found.operation, docs: { ...found.operation.docs, cases: [documented] } };
        const [sample] = sampleRequests({ ...api, operations: [operation] });
        const made = sample && sampleText(language, sample, render);
        if (!sample || !made || !('text' in made)) throw new Error(`no sample for ${request.method} ${request.url}`);
        // The same code for another story's names tells nothing new, and a process takes its time.
        const code = made.text.replace(STORY_NAME, '');
        if (sent.has(code)) return answerOf(await fetch(request.url, request));
        sent.add(code);
        const file = join(folder, name, language.file(sample));
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, made.text);
        const variables = Object.fromEntries(sample.variables.map((v) => [v.name, v.value]));
        const token = /^Bearer (.*)$/.exec(request.headers['Authorization'] ?? '')?.[1] ?? '';
        answers.length = 0;
        const values = { ...variables, TOKEN: token, ...passwords(request, sample.variables) };
        const stdout = host
          ? await host.run(file, values)
          : (await execute(program, [file], { env: { ...process.env, ...values } })).stdout;
        expect(answers.length, stdout).toBe(1);
        const [answer] = answers as [HttpAnswer];
        expect(stdout).toContain(String(answer.status));
        return answer;
      };
      const run = await certifyBy(`${origin}/`, send, prefix);
      expect(failed(run)).toEqual([]);
      expect(run.cases.length).toBeGreaterThan(4);
      expect(sent.size).toBeGreaterThanOrEqual(run.cases.length);
    },
    240_000,
  );

  it('are all there', () => {
    expect(existsSync(join(folder, 'curl'))).toBe(true);
  });
});

/** What samples leave open: the secret values of the request itself. */
function passwords(request: HttpRequest, variables: { name: string }[]): Record<string, string> {
  const form = (request.body ?? '').split('&').map((pair): [string, string] => {
    const [name = '', value = ''] = pair.split('=');
    return [name, value];
  });
  const values = api.docs.placeholders.flatMap(({ in: where, name, means }): [string, string][] => {
    const given = where === 'form' ? form : Object.entries(request.headers);
    const value = given.find(([n]) => n.toLowerCase() === name.toLowerCase())?.[1];
    return value === undefined || means === 'token' ? [] : [[environmentName(means), value]];
  });
  return Object.fromEntries(values.filter(([name]) => variables.some((v) => v.name === name)));
}
