// What a run found, in the order and grouping in which people read it: one entry for what looks like one cause. The
// terminal, the markdown summary and the HTML page show these; the formats for machines keep every case. Pure.
import type { CaseResult, Leftover, Relaxation, Run } from '../run.js';
import { unvalued } from './alike.js';
import { type DefectCluster, defectsOf } from './defects.js';
import { type Tally, tally } from './tally.js';
import { type Uniform, uniformOf } from './uniform.js';

export interface Findings {
  /** Said first: the server gives one answer to everything. */
  hint?: string;
  fix: DefectCluster[];
  /** How many ways of failing there are: entries of `fix` may hold several. */
  reasons: number;
  /** Cases without an answer, by why. */
  open: Tally<CaseResult>[];
  relaxed: Tally<{ result: CaseResult; relaxation: Relaxation }>[];
  left: Tally<Leftover>[];
}

/** @param uniform given where not all cases of the run are at hand */
export function findingsOf(run: Run, uniform: Uniform = uniformOf(run)): Findings {
  const fix = defectsOf(run.cases, uniform.operations);
  const open = run.cases.filter((c) => c.outcome === 'cantTell' || c.outcome === 'untested');
  // What stopped the run is one thing, whatever each case was about to do.
  const why = ({ reason = '' }: CaseResult): string =>
    run.stopped !== undefined && reason.includes(run.stopped) ? run.stopped : reason;
  const relaxed = run.cases.flatMap((result) => result.relaxations.map((relaxation) => ({ result, relaxation })));
  return {
    ...(uniform.hint === undefined ? {} : { hint: uniform.hint }),
    fix,
    reasons: fix.reduce((sum, cluster) => sum + cluster.defects.length, 0),
    open: tally(open, why, (c) => `${c.level} ${c.outcome} ${whyOpen(why(c))}`),
    relaxed: tally(relaxed, (r) => r.relaxation.reason),
    left: tally(
      run.cleaning.left,
      (l) => l.reason,
      (l) => unvalued(l.reason),
    ),
  };
}

/** `folder/create failed, on which it builds`: whichever it was. */
function whyOpen(reason: string): string {
  return unvalued(reason.replace(/^\S+ (?=(?:failed|could not be told|is not sent), on which)/, ''));
}
