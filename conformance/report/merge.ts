// Joins the reports of shards into the report of the whole suite; a hole is told, never papered over.
import { many } from '../../spec/many.js';
import { excuseFollowers } from '../known-followers.js';
import { countOutcomes, exitCodeOf, type Run, verdictOf } from '../run.js';

/** Shards that do not belong together, in words for people. */
export class Unmergeable extends Error {}

/**
 * Joins runs of one suite against one target.
 *
 * @returns the joined run, and the ids of cases that no shard ran (its verdict is then undetermined at best)
 * @throws Unmergeable where the suites or targets differ, or a case was run twice
 */
export function mergeRuns(runs: Run[]): { run: Run; missing: string[] } {
  const [first] = runs;
  if (first === undefined) throw new Unmergeable('there is nothing to merge');
  for (const run of runs) {
    if (run.spec.sha256 !== first.spec.sha256)
      throw new Unmergeable(`run ${run.id} judged by another suite than run ${first.id}`);
    if (JSON.stringify(run.files) !== JSON.stringify(first.files))
      throw new Unmergeable(`run ${run.id} sent other files than run ${first.id}`);
    if (run.target.url !== first.target.url && !(run.target.embedded && first.target.embedded))
      throw new Unmergeable(`run ${run.id} was against ${run.target.url}, run ${first.id} against ${first.target.url}`);
    if (run.selection.suite.join('\n') !== first.selection.suite.join('\n'))
      throw new Unmergeable(`run ${run.id} knows other cases than run ${first.id}`);
    if (run.selection.only !== undefined)
      throw new Unmergeable(`run ${run.id} was restricted by --only ${run.selection.only}`);
  }
  const cases = runs.flatMap((run) => run.cases.map((one) => ({ ...one }))).sort((a, b) => (a.id < b.id ? -1 : 1));
  const twice = cases.find((c, i) => c.id === cases[i + 1]?.id);
  if (twice !== undefined) throw new Unmergeable(`${twice.id} was run by more than one shard`);
  excuseFollowers(cases);
  const ran = new Set(cases.map((c) => c.id));
  const missing = first.selection.suite.filter((id) => !ran.has(id));
  return { run: joined(runs, first, cases, missing), missing };
}

function joined(runs: Run[], first: Run, cases: Run['cases'], missing: string[]): Run {
  const sum = (of: (run: Run) => number): number => runs.reduce((total, run) => total + of(run), 0);
  const stopped =
    runs.find((run) => run.stopped !== undefined)?.stopped ??
    (missing.length > 0 ? `no shard ran ${many(missing.length, 'case')}` : undefined);
  const baselines = runs.flatMap((run) => run.baseline ?? []);
  // What matches nothing, or has expired, every shard tells.
  const stale = [...new Map(baselines.flatMap((b) => b.stale).map((note) => [JSON.stringify(note), note])).values()];
  const found = verdictOf(cases);
  const { shard: _shard, ...selection } = first.selection;
  const { baseline: _baseline, stopped: _stopped, ...rest } = first;
  return {
    ...rest,
    id: runs.map((run) => run.id).join('+'),
    startedAt: runs.map((run) => run.startedAt).sort()[0] ?? first.startedAt,
    finishedAt:
      runs
        .map((run) => run.finishedAt)
        .sort()
        .at(-1) ?? first.finishedAt,
    selection,
    cases,
    counts: countOutcomes(cases),
    totals: {
      assertions: sum((r) => r.totals.assertions),
      exchanges: sum((r) => r.totals.exchanges),
      ms: sum((r) => r.totals.ms),
    },
    cleaning: {
      created: sum((r) => r.cleaning.created),
      removed: sum((r) => r.cleaning.removed),
      left: runs.flatMap((r) => r.cleaning.left),
    },
    ...(baselines[0] === undefined
      ? {}
      : { baseline: { file: baselines[0].file, known: sum((r) => r.baseline?.known ?? 0), stale } }),
    ...(stopped === undefined ? {} : { stopped }),
    verdict: missing.length > 0 && found === 'conformant' ? 'undetermined' : found,
    exitCode: exitCodeOf(cases, stale, stopped !== undefined),
  };
}
