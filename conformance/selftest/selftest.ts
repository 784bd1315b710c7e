// The self-test: the suite against a right server that is made wrong in one way at a time. A fault is caught when a
// promise at level MUST breaks that holds without it.
import type { CaseResult, Run } from '../run.js';
import { breaksMust } from '../run.js';
import type { Fault } from './fault.js';
import type { FaultyServer } from './proxy.js';

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
  faults: FaultResult[];
  /** Cases that caught no fault, sorted. */
  idle: string[];
  cases: number;
}

export interface SelfTestInput {
  faults: Fault[];
  /** Puts a proxy with the fault in front of the right server. */
  start: (fault: Fault) => Promise<FaultyServer>;
  /** Runs the whole suite against a server. */
  certify: (url: string) => Promise<Run>;
  /** The run without any fault. */
  clean: Run;
  /** Faults at a time. */
  parallel: number;
  progress?: (done: number, total: number) => void;
  signal: AbortSignal;
}

/** Plays every fault. Stops early, with the results so far, when the signal is aborted. */
export async function selfTest(input: SelfTestInput): Promise<SelfTest> {
  const results: (FaultResult | undefined)[] = input.faults.map(() => undefined);
  let next = 0;
  let done = 0;
  const worker = async (): Promise<void> => {
    for (let i = next++; i < input.faults.length && !input.signal.aborted; i = next++) {
      results[i] = await play(input.faults[i] as Fault, input);
      input.progress?.(++done, input.faults.length);
    }
  };
  await Promise.all(Array.from({ length: input.parallel }, worker));
  const faults = results.filter((r) => r !== undefined);
  const busy = new Set(faults.flatMap((f) => f.caughtBy));
  const idle = input.clean.cases.map((c) => c.id).filter((id) => !busy.has(id));
  return { faults, idle: idle.sort(), cases: input.clean.cases.length };
}

async function play(fault: Fault, input: SelfTestInput): Promise<FaultResult> {
  const server = await input.start(fault);
  try {
    const run = await input.certify(server.url);
    const before = new Map(input.clean.cases.map((c) => [c.id, c]));
    const newly = (is: (c: CaseResult) => boolean): string[] =>
      run.cases
        .filter((c) => is(c) && !is(before.get(c.id) ?? c))
        .map((c) => c.id)
        .sort();
    const caughtBy = newly(breaksMust);
    const leftOpen = newly((c) => c.level === 'MUST' && (c.outcome === 'cantTell' || c.outcome === 'untested'));
    const changed = server.changed();
    const state = changed === 0 ? 'unexercised' : caughtBy.length > 0 ? 'caught' : 'survived';
    return { fault: { id: fault.id, area: fault.area, what: fault.what }, state, changed, caughtBy, leftOpen };
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

/** The result as text: the kill matrix by fault, survivors first told apart, and the cases that catch nothing. */
export function selfTestText(result: SelfTest): string {
  const width = Math.max(...result.faults.map((f) => f.fault.id.length));
  const lines = result.faults.map((f) => {
    const by =
      f.caughtBy.length === 0
        ? ''
        : `by ${f.caughtBy.length}: ${f.caughtBy.slice(0, 3).join(', ')}${f.caughtBy.length > 3 ? ', …' : ''}`;
    const open = f.leftOpen.length === 0 ? '' : `${f.leftOpen.length} gave no answer`;
    return `${f.state.padEnd(11)} ${f.fault.id.padEnd(width)}  ${[by, open].filter(Boolean).join('; ') || f.fault.what}`;
  });
  const count = (state: FaultResult['state']): number => result.faults.filter((f) => f.state === state).length;
  const share = result.faults.length === 0 ? 0 : (100 * count('caught')) / result.faults.length;
  return [
    ...lines,
    '',
    `${result.idle.length} of ${result.cases} cases caught no fault${result.idle.length > 0 ? `: ${result.idle.slice(0, 10).join(', ')}${result.idle.length > 10 ? ', …' : ''}` : ''}`,
    `${count('caught')} of ${result.faults.length} faults caught (${share.toFixed(1)} %), ${count('survived')} survived, ${count('unexercised')} not exercised`,
    '',
  ].join('\n');
}
