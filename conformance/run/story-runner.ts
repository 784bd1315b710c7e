// Runs one story: prepares, sends its cases, looks at the effects, cleans up whatever happened.
import type { Story } from '../plan/story.js';
import type { CaseResult, Leftover, Outcome } from '../run.js';
import { NoAnswer } from '../send/http.js';
import { runCase } from './case-runner.js';
import { Conversation } from './conversation.js';
import { Creations } from './creations.js';
import { notRun } from './not-run.js';
import { Preparation } from './preparation.js';
import type { Session } from './session.js';
import { Unnamed } from './unnamed.js';

export interface StoryResult {
  results: CaseResult[];
  created: number;
  removed: number;
  left: Leftover[];
}

export class StoryRunner {
  private readonly conversation: Conversation;
  private readonly creations: Creations;

  constructor(
    private readonly session: Session,
    private readonly story: Story,
    index: number,
  ) {
    this.conversation = new Conversation(session, index);
    this.creations = new Creations(this.conversation);
  }

  async run(): Promise<StoryResult> {
    const results: CaseResult[] = [];
    const left: Leftover[] = [];
    let removed = 0;
    try {
      await this.steps(results);
    } finally {
      removed = await this.creations.clean(left);
    }
    for (const one of this.story.cases)
      if (!results.some((r) => r.id === one.id)) results.push(notRun(one, 'untested', 'stopped before it was sent'));
    return { results, created: this.creations.count, removed, left };
  }

  private async steps(results: CaseResult[]): Promise<void> {
    const { cases, impossible } = this.story;
    for (const one of cases) if (one.skip) results.push(notRun(one, one.skip.outcome, one.skip.reason));
    const rest = (outcome: Outcome, reason: string, because: Pick<CaseResult, 'preparedBy'> = {}): void => {
      for (const one of cases)
        if (!results.some((r) => r.id === one.id)) {
          const exchanges = this.conversation.exchanges.splice(0);
          results.push({ ...notRun(one, outcome, this.session.redactor.text(reason)), exchanges, ...because });
        }
    };
    if (impossible) return rest('untested', impossible);
    /** What others cannot build on, and how it ended. */
    const unfounded = new Map<string, Outcome>();
    const skipped = new Set(cases.flatMap((one) => (one.skip ? [one.id] : [])));
    const preparation = new Preparation(this.conversation, this.creations);
    for (const step of this.story.steps) {
      if (this.session.signal.aborted) return rest('untested', 'stopped before it was sent');
      if (step.kind === 'case') {
        const needs = step.case.needs?.find((id) => unfounded.has(id));
        const unsent = step.case.needs?.find((id) => skipped.has(id));
        if (unsent !== undefined) {
          skipped.add(step.case.id);
          results.push(notRun(step.case, 'untested', `${unsent} is not sent, on which it builds`));
          continue;
        }
        const result = needs
          ? { ...notRun(step.case, 'cantTell', missingBasis(needs, unfounded.get(needs))), buildsOn: needs }
          : await runCase(this.conversation, this.creations, step.case, this.conversation.exchanges.splice(0));
        // What only a SHOULD speaks against came about: the next step has what it builds on.
        const mild = result.outcome === 'failed' && !result.assertions.some(isBroken);
        if (result.outcome !== 'passed' && !mild) unfounded.set(step.case.id, result.outcome);
        results.push(result);
        continue;
      }
      try {
        const problem = await preparation.prepare(step);
        if (problem && !(step.kind === 'create' && step.spare))
          return rest('cantTell', problem, step.operation.judged ? { preparedBy: step.operation.op.id } : {});
      } catch (error) {
        if (error instanceof Unnamed) return rest('cantTell', error.message);
        if (!(error instanceof NoAnswer)) throw error;
        return rest('untested', `could not be prepared: ${error.message}`);
      }
    }
  }
}

function missingBasis(id: string, outcome: Outcome | undefined): string {
  return `${id} ${outcome === 'failed' ? 'failed' : 'could not be told'}, on which it builds`;
}

function isBroken({ outcome, level }: CaseResult['assertions'][number]): boolean {
  return outcome === 'failed' && level === 'MUST';
}
