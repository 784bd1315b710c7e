// Servers and operations that give one answer to everything: a wrong base URL, a token that is not accepted, a page in
// front of the API, an operation that is not written yet. Said once, with what to look at. Pure.
import type { CaseResult, Run } from '../run.js';
import { plainOperation } from './alike.js';
import { caseExchange } from './text.js';

export interface Uniform {
  /** One line for people, where the whole server answers alike: what is seen, and what to look at. */
  hint?: string;
  /** Operations that answer alike whatever is asked, and the status. */
  operations: Map<string, number>;
}

/** Share of a server's answers that make an answer the only one. */
const SHARE = 0.9;
/** Fewer answers than this tell nothing of a server. */
const ENOUGH = 10;
/** So many different statuses were promised where one is enough for the server; fewer, where it never was the right one. */
const ASKED = 3;
const ASKED_IN_VAIN = 2;

export function uniformOf(run: Run): Uniform {
  const groups = new Map<string, CaseResult[]>();
  for (const result of run.cases) {
    const operation = plainOperation(result);
    groups.set(operation, [...(groups.get(operation) ?? []), result]);
  }
  const wrong = run.cases.every((c) => c.assertions.every((a) => a.id !== 'status' || a.outcome === 'failed'));
  const everywhere = alike(run.cases, SHARE, wrong ? ASKED_IN_VAIN : ASKED);
  if (everywhere !== undefined && answersOf(run.cases).length >= ENOUGH)
    return {
      hint: hint(run, everywhere),
      operations: new Map([...groups.keys()].map((id) => [id, everywhere])),
    };
  const operations = [...groups].flatMap(([id, cases]): [string, number][] => {
    const status = alike(cases, 1, ASKED);
    return status === undefined ? [] : [[id, status]];
  });
  return { operations: new Map(operations) };
}

/** The status that so large a share of the answers has, though different ones were promised. */
function alike(cases: CaseResult[], share: number, asked: number): number | undefined {
  const promised = new Set(
    cases.flatMap((c) => c.assertions.filter((a) => a.id === 'status').map((a) => wanted(a.expected))),
  );
  if (promised.size < asked) return undefined;
  const answers = answersOf(cases);
  const counts = new Map<number, number>();
  for (const { status } of answers) counts.set(status, (counts.get(status) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!most || most[1] < share * answers.length) return undefined;
  // One success in the place of another is a mistake like any other.
  return [String(most[0]), ...promised].every((status) => status.startsWith('2')) ? undefined : most[0];
}

function answersOf(cases: CaseResult[]) {
  return cases.flatMap((c) => caseExchange(c)?.response ?? []);
}

function wanted(expected: string): string {
  return expected.split(' ')[0] ?? '';
}

function hint(run: Run, status: number): string {
  const answers = answersOf(run.cases);
  const alike = answers.filter((a) => a.status === status);
  const pages = alike.filter((a) => a.headers.some(([n, v]) => /^content-type$/i.test(n) && /html/i.test(v)));
  const page = pages.length >= SHARE * alike.length;
  const seen = `${alike.length} of ${answers.length} answers are ${status}${page ? ' with a web page' : ''}, whatever is asked`;
  return `${seen}: ${remedy(status, page, run.target.url)}`;
}

function remedy(status: number, page: boolean, url: string): string {
  if (status === 401 || status === 403) return 'is the token the right one, and may it do all this?';
  if (status >= 300 && status < 400) return `give the URL that ${url} redirects to`;
  if (page || status === 404 || status === 405) return `is ${url} the base URL of the API?`;
  if (status >= 500) return "the server's own log says why";
  return `does ${url} serve this API?`;
}
