// Runs one story: prepares, sends its cases, looks at the effects, cleans up whatever happened.
import type { Step } from '../plan/steps.js';
import type { Case, Story } from '../plan/story.js';
import type { CaseResult, Leftover, Outcome } from '../run.js';
import { NoAnswer } from '../send/http.js';
import { runCase } from './case-runner.js';
import { Conversation } from './conversation.js';
import { Creations } from './creations.js';
import { notRun } from './not-run.js';
import { Preparation } from './preparation.js';
import { Unnamed } from './probes/unnamed.js';
import type { Session } from './session.js';
import { putBack } from './singles.js';

export interface StoryResult {
  results: CaseResult[];
  created: number;
  removed: number;
  left: Leftover[];
}

export class StoryRunner {
  private readonly conversation: Conversation;
  private readonly creations: Creations;
  /** What others cannot build on, and how it ended. */
  private readonly unfounded = new Map<string, Outcome>();
  /** What was refused, as it might be: nothing came of it that others could build on. */
  private readonly declined = new Set<string>();
  private readonly skipped: Map<string, Outcome>;

  constructor(
    private readonly session: Session,
    private readonly story: Story,
    index: number,
  ) {
    this.conversation = new Conversation(session, index);
    this.creations = new Creations(this.conversation);
    this.skipped = new Map(story.cases.flatMap((one) => (one.skip ? [[one.id, one.skip.outcome]] : [])));
  }

  async run(): Promise<StoryResult> {
    const results: CaseResult[] = [];
    const left: Leftover[] = [];
    let removed = 0;
    try {
      await this.steps(results);
    } finally {
      removed = await this.creations.clean(left);
      await putBack(this.conversation, left);
      await this.conversation.accounts.close(left);
    }
    for (const one of this.story.cases)
      if (!results.some((r) => r.id === one.id)) results.push(notRun(one, 'untested', 'stopped before it was sent'));
    return { results, created: this.creations.count, removed, left };
  }

  private async steps(results: CaseResult[]): Promise<void> {
    const { cases, impossible, steps } = this.story;
    for (const one of cases) if (one.skip) results.push(notRun(one, one.skip.outcome, one.skip.reason));
    if (impossible) return this.end(results, { outcome: 'untested', reason: impossible });
    const preparation = new Preparation(this.conversation, this.creations);
    for (const step of steps) {
      if (this.session.signal.aborted)
        return this.end(results, { outcome: 'untested', reason: 'stopped before it was sent' });
      if (step.kind === 'case') results.push(await this.caseStep(step.case));
      else {
        const obstacle = await obstacleTo(preparation, step);
        if (obstacle) return this.end(results, obstacle);
      }
    }
  }

  /** What was not run yet ends so. */
  private end(results: CaseResult[], { outcome, reason, preparedBy }: Obstacle): void {
    for (const one of this.story.cases) {
      if (results.some((r) => r.id === one.id)) continue;
      const exchanges = this.conversation.exchanges.splice(0);
      const result = { ...notRun(one, outcome, this.session.redactor.text(reason)), exchanges };
      results.push({ ...result, ...(preparedBy === undefined ? {} : { preparedBy }) });
    }
  }

  private async caseStep(one: Case): Promise<CaseResult> {
    const unsent = one.needs?.find((id) => this.skipped.has(id));
    if (unsent !== undefined) {
      const outcome = this.skipped.get(unsent) ?? 'untested';
      this.skipped.set(one.id, outcome);
      return notRun(one, outcome, `${unsent} is not sent, on which it builds`);
    }
    const declined = one.needs?.find((id) => this.declined.has(id));
    if (declined !== undefined)
      return notRun(one, 'inapplicable', `${declined} was refused, as it may be; this builds on it`);
    const needs = one.needs?.find((id) => this.unfounded.has(id));
    const result = needs
      ? { ...notRun(one, 'cantTell', missingBasis(needs, this.unfounded.get(needs))), buildsOn: needs }
      : await runCase(this.conversation, this.creations, one, this.conversation.exchanges.splice(0));
    // What only a SHOULD speaks against came about: the next step has what it builds on.
    const mild = result.outcome === 'failed' && !result.assertions.some(isBroken);
    if (result.outcome !== 'passed' && !mild) this.unfounded.set(one.id, result.outcome);
    else if ((one.expect.effect === 'updated' || one.expect.shows) && isRefused(result)) this.declined.add(one.id);
    return result;
  }
}

function isRefused({ exchanges }: CaseResult): boolean {
  const answer = exchanges.findLast(({ purpose }) => purpose === 'case')?.response;
  return answer !== undefined && answer.status >= 400;
}

/** Why a story cannot go on: the rest of its cases ends so. */
type Obstacle = Pick<CaseResult, 'preparedBy'> & { outcome: Outcome; reason: string };

async function obstacleTo(
  preparation: Preparation,
  step: Exclude<Step, { kind: 'case' }>,
): Promise<Obstacle | undefined> {
  try {
    const problem = await preparation.prepare(step);
    if (!problem || (step.kind === 'create' && step.spare)) return undefined;
    const { judged, op } = step.operation;
    return { outcome: 'cantTell', reason: problem, ...(judged ? { preparedBy: op.id } : {}) };
  } catch (error) {
    if (error instanceof Unnamed) return { outcome: 'cantTell', reason: error.message };
    if (!(error instanceof NoAnswer)) throw error;
    return { outcome: 'untested', reason: `could not be prepared: ${error.message}` };
  }
}

function missingBasis(id: string, outcome: Outcome | undefined): string {
  return `${id} ${outcome === 'failed' ? 'failed' : 'could not be told'}, on which it builds`;
}

function isBroken({ outcome, level }: CaseResult['assertions'][number]): boolean {
  return outcome === 'failed' && level === 'MUST';
}
