// Sends the cases of a scene to a server and says what was other than wanted.
import { request as httpRequest } from 'node:http';
import type { BehaviourCase, Scene } from './behaviour-file.js';

export interface Target {
  /** With a slash at the end. */
  unitUrl: string;
  token: string;
}

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** Runs a scene in a new cell of the given name. @returns one entry per case that went otherwise, with its line */
export async function runScene(scene: Scene, target: Target, cellName: string): Promise<string[]> {
  const names: Record<string, string> = {
    unit: target.unitUrl,
    cell: `${target.unitUrl}${cellName}/`,
    name: cellName,
    roottoken: target.token,
    etag: '',
  };
  const failures: string[] = [];
  const cell = await send(target, 'POST', '/__ctl/Cell', [], `{"Name":"${cellName}"}`);
  if (cell.status !== 201) return [`${scene.title}: the cell can't be created: ${cell.status} ${cell.text}`];
  for (const step of scene.steps) {
    if (step.kind === 'wait') {
      await new Promise((resolve) => setTimeout(resolve, step.ms));
      continue;
    }
    const answer = await sendCase(step.case, target, names);
    for (const problem of judge(step.case, answer, names))
      failures.push(
        `line ${step.case.line}: ${problem}\n    ${step.case.text}\n    answer: ${answer.status} ${answer.text.slice(0, 500)}`,
      );
    names['etag'] = String(answer.headers['etag'] ?? names['etag']);
    for (const [name, from] of step.case.saves) names[name] = String(pick(answer, from) ?? '');
  }
  const gone = await send(target, 'DELETE', `/__ctl/Cell('${cellName}')`, [['X-Personium-Recursive', 'true']]);
  if (gone.status !== 204 && gone.status !== 404)
    failures.push(`${scene.title}: the cell can't be removed: ${gone.text}`);
  return failures;
}

async function sendCase(one: BehaviourCase, target: Target, names: Record<string, string>): Promise<Answer> {
  const url = fill(one.url, names);
  const base = `/${names['name']}/`;
  const path = url.startsWith('/') ? url : url.startsWith('~/') ? base + url.slice(2) : `${base}__ctl/${url}`;
  const headers = one.headers.map(([name, value]): [string, string] => [name, fill(value, names)]);
  return send(target, one.method, path, headers, one.body === undefined ? undefined : fill(one.body, names));
}

/** Only what can't stand in a request line is encoded; the rest goes out as it is written. */
export function send(
  target: Target,
  method: string,
  path: string,
  headers: [string, string][],
  body?: string,
): Promise<Answer> {
  const all = new Map<string, string[]>([['authorization', [`Bearer ${target.token}`]]]);
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    if (value === '-') all.delete(key);
    else all.set(key, key === 'x-override' ? [...(all.get(key) ?? []), value] : [value]);
  }
  const url = new URL(target.unitUrl);
  const encoded = path.replace(/[^\x21-\x7e]/gu, (char) => encodeURIComponent(char));
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      {
        host: url.hostname,
        port: url.port,
        method,
        path: encoded,
        headers: {
          ...Object.fromEntries([...all].map(([name, values]) => [name, values.length === 1 ? values[0] : values])),
          ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

/** What a case wants and an answer has not. */
function judge(one: BehaviourCase, answer: Answer, names: Record<string, string>): string[] {
  const problems: string[] = [];
  if (answer.status !== one.status) problems.push(`status ${answer.status}, not ${one.status}`);
  const body = parse(answer.text);
  if (one.code) {
    const found = member(body, 'code') ?? String(member(body, 'error_description') ?? '').slice(1, 14);
    if (found !== one.code) problems.push(`code ${String(found)}, not ${one.code}`);
  }
  for (const [name, pattern] of one.wantedHeaders) {
    const value = answer.headers[name.toLowerCase()];
    const fits =
      pattern === '-' ? value === undefined : value !== undefined && like(String(value), fill(pattern, names));
    if (!fits) problems.push(`header ${name} is ${String(value)}`);
  }
  if (one.wantedBody !== undefined) {
    const miss = missing(filled(one.wantedBody, names), body, '');
    if (miss) problems.push(miss);
  }
  if (one.wantedBody === undefined && one.status === 204 && answer.text !== '') problems.push('a body with 204');
  return problems;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The first place where `wanted` is not in `found`; lists have as many items as wanted. */
function missing(wanted: unknown, found: unknown, at: string): string | undefined {
  if (typeof wanted === 'string') {
    return typeof found === 'string' && like(found, wanted) ? undefined : `${at} is ${JSON.stringify(found)}`;
  }
  if (Array.isArray(wanted)) {
    if (!Array.isArray(found)) return `${at} is no list`;
    if (found.length !== wanted.length) return `${at} has ${found.length} items, not ${wanted.length}`;
    return wanted.map((item, index) => missing(item, found[index], `${at}/${index}`)).find((m) => m !== undefined);
  }
  if (typeof wanted === 'object' && wanted !== null) {
    if (typeof found !== 'object' || found === null) return `${at} is ${JSON.stringify(found)}`;
    return Object.entries(wanted)
      .map(([name, value]) => missing(value, (found as Record<string, unknown>)[name], `${at}/${name}`))
      .find((m) => m !== undefined);
  }
  return wanted === found ? undefined : `${at} is ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`;
}

function filled(wanted: unknown, names: Record<string, string>): unknown {
  if (typeof wanted === 'string') return fill(wanted, names);
  if (Array.isArray(wanted)) return wanted.map((item) => filled(item, names));
  if (typeof wanted !== 'object' || wanted === null) return wanted;
  return Object.fromEntries(Object.entries(wanted).map(([name, value]) => [name, filled(value, names)]));
}

function like(value: string, pattern: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(value);
}

function fill(text: string, names: Record<string, string>): string {
  return text.replace(/\{([a-z]\w*)\}/g, (whole, name: string) => names[name] ?? whole);
}

function pick(answer: Answer, from: string): unknown {
  const header = answer.headers[from.toLowerCase()];
  if (header !== undefined) return header;
  return from.split('.').reduce<unknown>((value, name) => member(value, name), parse(answer.text));
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
