// Runs the stories of an agenda side by side; when nothing answers at all, the rest is not tried.
import { planStory } from '../plan/planner.js';
import type { Case } from '../plan/story.js';
import type { CaseResult, Leftover } from '../run.js';
import type { Agenda, Item } from './agenda.js';
import type { Session } from './session.js';
import { StoryRunner } from './story-runner.js';

export interface Ran {
  /** In the order of the suite. */
  results: CaseResult[];
  created: number;
  removed: number;
  left: Leftover[];
  /** Why nothing was sent any more, where the target never answered. */
  unreachable?: string;
}

export interface SideBySideOptions {
  /** Stories at a time. */
  parallel: number;
  /** A case as it is to be planned. */
  prepared: (one: Case) => Case;
  progress?: ((done: number, total: number) => void) | undefined;
}

export class SideBySide {
  private readonly left: Leftover[] = [];
  private created = 0;
  private removed = 0;
  private begun = 0;
  private finished = 0;
  /** Stories that got no answer, and why the first of them got none. */
  private silent = 0;
  private silence: string | undefined;
  private broken: unknown;

  constructor(
    private readonly session: Session,
    private readonly agenda: Agenda,
    private readonly options: SideBySideOptions,
  ) {}

  /** Rejects only for a fault of docproof itself, and not before all stories have removed what they made. */
  async run(): Promise<Ran> {
    const beside = (): Promise<void> => this.work(() => this.agenda.next());
    const running: Promise<void>[] = [];
    // One after the other, so that the first request is on its way before the story of the next is planned.
    for (const work of [...Array.from({ length: this.options.parallel }, () => beside), () => this.derive()]) {
      running.push(this.guarded(work));
      await new Promise(setImmediate);
    }
    await Promise.all(running);
    await this.guarded(() => this.work(() => this.agenda.nextAlone()));
    if (this.broken !== undefined) throw this.broken;
    const { created, removed, left } = this;
    const unreachable = this.session.heard ? undefined : this.silence;
    const results = this.agenda.results();
    return { results, created, removed, left, ...(unreachable === undefined ? {} : { unreachable }) };
  }

  private async work(take: () => Item | undefined): Promise<void> {
    for (let item = take(); item && this.broken === undefined; item = take()) {
      await this.runStory(item);
      this.options.progress?.(++this.finished, this.agenda.size);
    }
  }

  private async runStory(item: Item): Promise<void> {
    const { session, options } = this;
    // Planned when its turn comes, so that the first request does not wait for the last plan.
    const story = planStory(session.suite, item.group.id, item.group.cases.map(options.prepared));
    if (!session.heard && this.silence !== undefined && this.silent >= options.parallel)
      story.impossible ??= `the target did not answer: ${this.silence}`;
    const { results, created, removed, left } = await new StoryRunner(session, story, this.begun++).run();
    item.results = results;
    this.created += created;
    this.removed += removed;
    this.left.push(...left);
    if (!session.heard) this.noteSilence(results);
  }

  private noteSilence(results: CaseResult[]): void {
    const silence = results.flatMap((r) => r.exchanges).find((e) => e.error !== undefined)?.error;
    if (silence === undefined) return;
    this.silent++;
    this.silence ??= silence;
  }

  /** Derives what is left to derive, a part between the answers that come. */
  private async derive(): Promise<void> {
    do await new Promise(setImmediate);
    while (this.broken === undefined && this.agenda.more());
  }

  private async guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.broken ??= error;
    }
  }
}
