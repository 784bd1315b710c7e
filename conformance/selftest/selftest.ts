// The self-test: the suite against a right server that is made wrong in one way at a time. A fault is caught when a
// promise at level MUST breaks that holds without it.
import type { CaseGroup } from '../plan/suite.js';
import type { CaseResult, Run } from '../run.js';
import { breaksMust } from '../run.js';
import type { Fault } from './fault.js';
import type { FaultyServer, MatchOperation } from './proxy.js';
import { reached, seenExchanges } from './reach.js';

export interface FaultResult {
  fault: Pick<Fault, 'id' | 'area' | 'what'>;
  /** caught; survived: it changed exchanges and nothing broke; unexercised: it never changed an exchange. */
  state: 'caught' | 'survived' | 'unexercised';
  /** Exchanges that it changed. */
  changed: number;
  /** Ids of the cases that broke, sorted. */
  caughtBy: string[];
  /** Ids of the cases that gave no answer under it and did without, sorted. */
  leftOpen: string[];
}

export interface SelfTest {
  /** In the order of the faults; those of a run that was stopped are left out. */
  faults: FaultResult[];
  /** Cases that caught no fault, sorted. */
  idle: string[];
  /** Those of `idle` that cannot: every promise that they look at is one that a server only SHOULD keep. */
  idleAdvice: string[];
  cases: number;
}

export interface SelfTestInput {
  faults: Fault[];
  groups: CaseGroup[];
  /** Finds the operation of a request by its method and path. */
  match: MatchOperation;
  /** Puts a proxy with the fault in front of the right server. */
  start: (fault: Fault) => Promise<FaultyServer>;
  /** Runs some of the groups against a server. */
  certify: (url: string, groups: CaseGroup[]) => Promise<Run>;
  /** The run of all groups without any fault. */
  clean: Run;
  /** Faults at a time. */
  parallel: number;
  /** Each result as soon as it is there, in the order of the faults. */
  found?: (result: FaultResult) => void;
  progress?: (done: number, total: number) => void;
  signal: AbortSignal;
}

/**
 * Plays every fault against the groups of cases that it can touch. Stops early, with the results so far, when the signal
 * is aborted.
 */
export async function selfTest(input: SelfTestInput): Promise<SelfTest> {
  const { faults, groups, clean, match } = input;
  const before = new Map(clean.cases.map((c) => [c.id, c]));
  const stories = groups.map((group) =>
    seenExchanges(
      group.cases.flatMap((one) => before.get(one.id)?.exchanges ?? []),
      match,
    ),
  );
  const results: (FaultResult | undefined)[] = faults.map(() => undefined);
  const order = [...faults.keys()].sort((a, b) => Number(faults[b]?.slow ?? false) - Number(faults[a]?.slow ?? false));
  let next = 0;
  let done = 0;
  let told = 0;
  const worker = async (): Promise<void> => {
    for (let turn = next++; turn < order.length && !input.signal.aborted; turn = next++) {
      const i = order[turn] as number;
      const fault = faults[i] as Fault;
      const { seen, prepared } = await reached(fault, stories);
      const among = (indexes: Set<number>): CaseGroup[] => groups.filter((_, index) => indexes.has(index));
      let result = await play(fault, among(seen), before, input);
      // What it changes in a preparation shows itself in the cases that build on it, or in none.
      if (result.state !== 'caught' && prepared.size > 0) result = await play(fault, among(prepared), before, input);
      // A run that was cut short says nothing of its fault.
      if (input.signal.aborted) return;
      results[i] = result;
      for (let ready = results[told]; ready; ready = results[++told]) input.found?.(ready);
      input.progress?.(++done, faults.length);
    }
  };
  await Promise.all(Array.from({ length: input.parallel }, worker));
  const found = results.filter((r) => r !== undefined);
  const busy = new Set(found.flatMap((f) => f.caughtBy));
  const idle = clean.cases.filter(({ id }) => !busy.has(id));
  const advice = idle.filter(
    ({ level, assertions }) => level !== 'MUST' && assertions.every((a) => a.level !== 'MUST'),
  );
  const ids = (cases: CaseResult[]): string[] => cases.map(({ id }) => id).sort();
  return { faults: found, idle: ids(idle), idleAdvice: ids(advice), cases: clean.cases.length };
}

async function play(
  fault: Fault,
  groups: CaseGroup[],
  before: Map<string, CaseResult>,
  input: SelfTestInput,
): Promise<FaultResult> {
  const about = { id: fault.id, area: fault.area, what: fault.what };
  if (groups.length === 0) return { fault: about, state: 'unexercised', changed: 0, caughtBy: [], leftOpen: [] };
  const server = await input.start(fault);
  try {
    const run = await input.certify(server.url, groups);
    const newly = (is: (c: CaseResult) => boolean): string[] =>
      run.cases
        .filter((c) => is(c) && !is(before.get(c.id) ?? c))
        .map((c) => c.id)
        .sort();
    const caughtBy = newly(breaksMust);
    const leftOpen = newly((c) => c.level === 'MUST' && (c.outcome === 'cantTell' || c.outcome === 'untested'));
    const changed = server.changed();
    const state = changed === 0 ? 'unexercised' : caughtBy.length > 0 ? 'caught' : 'survived';
    return { fault: about, state, changed, caughtBy, leftOpen };
  } finally {
    await server.close();
  }
}

/** 0 where at least 95 % are caught and none was left unexercised; 1 otherwise. */
export function selfTestExit(result: SelfTest): 0 | 1 {
  const caught = result.faults.filter((f) => f.state === 'caught').length;
  const unexercised = result.faults.some((f) => f.state === 'unexercised');
  return result.faults.length > 0 && caught / result.faults.length >= 0.95 && !unexercised ? 0 : 1;
}

/** Cases that a line of text names; all of them stand in `selftest.json`. */
const SHOWN = 3;
const SHOWN_IDLE = 10;

/**
 * One fault as a line: whether it is caught, and by which cases.
 *
 * @param width characters of the longest id
 */
export function faultLine({ fault, state, caughtBy, leftOpen }: FaultResult, width: number): string {
  const by = caughtBy.length === 0 ? '' : `by ${caughtBy.length}: ${some(caughtBy, SHOWN)}`;
  const open = leftOpen.length === 0 ? '' : `${leftOpen.length} gave no answer`;
  return `${state.padEnd(11)} ${fault.id.padEnd(width)}  ${[by, open].filter(Boolean).join('; ') || fault.what}\n`;
}

/** The sum of it all: how many are caught, and the cases that catch nothing. */
export function selfTestSummary({ faults, idle, idleAdvice, cases }: SelfTest): string {
  const count = (state: FaultResult['state']): number => faults.filter((f) => f.state === state).length;
  const share = faults.length === 0 ? 0 : (100 * count('caught')) / faults.length;
  const advice = new Set(idleAdvice);
  const first = [...idle.filter((id) => !advice.has(id)), ...idleAdvice];
  const why = advice.size > 0 ? `, ${advice.size} of them since they look at SHOULD alone` : '';
  return [
    '',
    `${idle.length} of ${cases} cases caught no fault${why}${idle.length > 0 ? `: ${some(first, SHOWN_IDLE)}` : ''}`,
    `${count('caught')} of ${faults.length} faults caught (${share.toFixed(1)} %), ${count('survived')} survived, ${count('unexercised')} not exercised`,
    '',
  ].join('\n');
}

function some(ids: string[], shown: number): string {
  return `${ids.slice(0, shown).join(', ')}${ids.length > shown ? ', …' : ''}`;
}
