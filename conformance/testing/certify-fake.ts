// Runs a fixture spec against a server, with everything at the edges replaced: for tests.
import { readFileSync } from 'node:fs';
import type { Api } from '../../spec/contract/api.js';
import { loadApi } from '../../spec/contract/load.js';
import { type CertifyInput, certify } from '../certify.js';
import { casesOf, type Selection, select, suiteOf } from '../plan/suite.js';
import type { Journal } from '../run/journal.js';
import type { Run } from '../run.js';
import { openCourier } from '../send/courier.js';
import { openSender } from '../send/http.js';
import { TOKEN } from './fake-server.js';

/** A journal that keeps its lines. */
function memoryJournal(): Journal & { lines: string[] } {
  const lines: string[] = [];
  let n = 0;
  return {
    lines,
    intent: (what, removal) => {
      n++;
      lines.push(`intent ${n} ${what} ${removal?.method ?? ''} ${removal?.url ?? ''}`);
      return n;
    },
    made: (m, removal) => void lines.push(`made ${m} ${removal?.url ?? ''}`),
    refused: (m) => void lines.push(`refused ${m}`),
    removed: (...all) => void lines.push(...all.map((m) => `removed ${m}`)),
    kept: (what, { method, url, body }) => {
      n++;
      lines.push(`kept ${n} ${what} ${method} ${url} ${body}`);
      return n;
    },
    restored: (m) => void lines.push(`restored ${m}`),
    close: () => {},
  };
}

export function fixtureText(name: string): string {
  return readFileSync(new URL(`../fixtures/${name}.yaml`, import.meta.url), 'utf8');
}

export function loadText(text: string): Api {
  const { api } = loadApi(text, 'test.yaml');
  if (!api) throw new Error('the fixture is no spec');
  return api;
}

export interface FakeOptions extends Partial<Omit<CertifyInput, 'selection'>> {
  select?: Selection;
  setupText?: string;
  timeout?: number;
  /** Nobody gave the run a token. */
  tokenless?: true;
  maxBody?: number;
}

/** A suite and groups that are given are not planned from the text again. */
export async function certifyFake(text: string, url: string, options: FakeOptions = {}): Promise<Run> {
  const { select: selection = {}, setupText, timeout = 5000, tokenless, maxBody = 1_000_000, ...overrides } = options;
  const suite = overrides.suite ?? suiteOf(loadText(text), setupText === undefined ? undefined : loadText(setupText));
  const all = overrides.groups ?? casesOf(suite, { pasted: overrides.pasted ?? false });
  const sender = openSender({ origin: new URL(url).origin, connections: 10, timeout, maxBody, userAgent: 'test' });
  const now = (): number => performance.now();
  const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  const ref = { file: 'test.yaml', title: 'test', version: '1', sha256: '0' };
  try {
    return await certify({
      suite,
      groups: select(all, selection),
      selection: { suite: all.flatMap((g) => g.cases.map((c) => c.id)).sort() },
      spec: ref,
      target: { url, embedded: false },
      courier: openCourier(sender, { rate: 0, patience: 1, sleep, now }),
      journal: memoryJournal(),
      runId: 'rtest',
      ...(tokenless ? {} : { token: TOKEN }),
      password: 'Ptest0123456789',
      parallel: 4,
      signal: new AbortController().signal,
      version: '0.0.0',
      now,
      today: () => '2026-01-02T03:04:05.000Z',
      pasted: false,
      allowOutbound: false,
      unsupported: [],
      ...overrides,
    });
  } finally {
    sender.close();
  }
}

/** Ids of failed assertions by case, for compact expectations. */
export function failures(run: Run): Record<string, string[]> {
  return Object.fromEntries(
    run.cases
      .filter((c) => c.outcome === 'failed')
      .map((c) => [c.id, [...new Set(c.assertions.filter((a) => a.outcome === 'failed').map((a) => a.id))]]),
  );
}
