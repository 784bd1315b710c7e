// What a run has left to do. What is long begins first, so that nothing is left to wait for alone; what is still being
// derived is taken as it comes.
import { bySuite, type CaseGroup } from '../plan/suite.js';
import type { CaseResult } from '../run.js';

export interface Item {
  group: CaseGroup;
  /** What came of it, once it has run. */
  results: CaseResult[];
}

export class Agenda {
  private readonly known: Item[];
  private readonly derived: Item[] = [];
  private readonly waiting: Item[];
  /** Runs alone, when all others are done. */
  private readonly last: Item[] = [];
  private readonly rest: Iterator<CaseGroup[]>;
  private taken = 0;

  /** @param rest groups that come behind these; each part is asked for when it is wanted */
  constructor(groups: CaseGroup[], rest: Iterable<CaseGroup[]> = []) {
    this.known = groups.map(item);
    this.waiting = this.others(this.known).sort((a, b) => length(b.group) - length(a.group));
    this.rest = rest[Symbol.iterator]();
  }

  /** Groups that are known so far. */
  get size(): number {
    return this.known.length + this.derived.length;
  }

  /** Derives some more. @returns false where there is nothing left to derive */
  more(): boolean {
    const { done, value } = this.rest.next();
    if (done) return false;
    const items = value.map(item);
    this.derived.push(...items);
    this.waiting.push(...this.others(items));
    return true;
  }

  /** Those that may run beside others. */
  private others(items: Item[]): Item[] {
    this.last.push(...items.filter(({ group }) => wantsQuiet(group)));
    return items.filter(({ group }) => !wantsQuiet(group));
  }

  /** What is to be run now; undefined at the end. */
  next(): Item | undefined {
    while (this.taken === this.waiting.length) if (!this.more()) return undefined;
    return this.waiting[this.taken++];
  }

  /** What is to be run by itself, when all that `next` gave has been run; undefined at the end. */
  nextAlone(): Item | undefined {
    return this.last.shift();
  }

  /** In the order of the suite. */
  results(): CaseResult[] {
    return [...this.known, ...this.derived].sort((a, b) => bySuite(a.group, b.group)).flatMap((one) => one.results);
  }
}

function item(group: CaseGroup): Item {
  return { group, results: [] };
}

/** Pages of a list in which other stories make and remove things show nothing; what there is one of may change what others see. */
function wantsQuiet({ cases }: CaseGroup): boolean {
  return cases.some(
    ({ following, asks, operation }) =>
      operation.single ||
      ((following || asks?.question.kind === 'pages') && !operation.segments.some((s) => s.variable !== undefined)),
  );
}

/** A lifetime that is waited for is as long as so many steps. */
const WAITING = 1_000;

/** Steps of a group, roughly. */
function length({ cases }: CaseGroup): number {
  return cases.reduce((sum, one) => sum + 1 + (one.exists?.length ?? 0) + (one.lifetime ? WAITING : 0), 0);
}
