// Shows several runs side by side: servers, or versions of one. Only cases that differ are told.
import Handlebars from 'handlebars';
import { many } from '../../spec/many.js';
import type { CaseResult, Outcome, Run } from '../run.js';
import { likeness } from './alike.js';
import { OUTCOMES, place, printable } from './text.js';

/** So many differences are printed; the HTML page has all. */
const SHOWN = 50;

export interface Comparison {
  /** Name of each run, in the order given. */
  names: string[];
  /** Cases with different outcomes, or with different broken promises, by id. */
  differences: Difference[];
  /** Cases that are alike in all runs. */
  alike: number;
}

export interface Difference {
  id: string;
  title: string;
  place: string;
  /** One per run; undefined where the run does not know the case. */
  cells: (Cell | undefined)[];
}

export interface Cell {
  outcome: Outcome;
  /** Broken promises, or the reason. */
  notes: string[];
}

/** Compares case by case. Two or more runs. */
export function compareRuns(runs: Run[]): Comparison {
  const ids = [...new Set(runs.flatMap((run) => run.cases.map((c) => c.id)))].sort();
  const index = runs.map((run) => new Map(run.cases.map((c) => [c.id, c])));
  const rows = ids.map((id): Difference => {
    const found = index.map((cases) => cases.get(id));
    const known = found.find((c) => c !== undefined);
    return {
      id,
      title: known?.title ?? '',
      place: place(known?.source),
      cells: found.map((c) =>
        c === undefined
          ? undefined
          : {
              outcome: c.outcome,
              notes:
                c.outcome === 'failed'
                  ? c.assertions
                      .filter((a) => a.outcome === 'failed')
                      .map((a) => `${a.id}: expected ${a.expected}, got ${a.actual}`)
                  : !c.reason
                    ? []
                    : [c.reason],
            },
      ),
    };
  });
  const differs = (row: Difference): boolean => new Set(index.map((cases) => kind(cases.get(row.id)))).size > 1;
  const differences = rows.filter(differs);
  return {
    names: namesOf(runs),
    differences,
    alike: rows.length - differences.length,
  };
}

/** Two versions of one server may have stood at one URL: then the run tells which is which. */
function namesOf(runs: Run[]): string[] {
  const names = runs.map(({ target }) => printable(target.name ?? target.url, true));
  return names.map((name, i) => (names.indexOf(name) === names.lastIndexOf(name) ? name : `${name} (${runs[i]?.id})`));
}

/** Outcome and ways of failing: the names and times in two runs are never the same, and no difference of servers. */
function kind(result: CaseResult | undefined): string {
  const broken = result?.outcome === 'failed' ? result.assertions.filter((a) => a.outcome === 'failed') : [];
  return [result?.outcome, ...broken.map((a) => result && likeness(result, a))].join('\n\n');
}

function labelOf(cell: Cell | undefined): string {
  return cell === undefined ? 'not in the suite' : OUTCOMES[cell.outcome];
}

/** The comparison as text: a line per case and run. */
export function compareText(comparison: Comparison, runs: Run[]): string {
  const width = Math.max(...comparison.names.map((name) => name.length));
  const head = comparison.names.map(
    (name, i) =>
      `${name.padEnd(width)}  ${runs[i]?.verdict}, ${runs[i]?.counts.passed} passed of ${runs[i]?.cases.length}`,
  );
  const shown = comparison.differences.slice(0, SHOWN);
  const more = comparison.differences.length - shown.length;
  const rows = shown.flatMap((row) => [
    '',
    `${row.id}  ${row.title}  ${row.place}`.trimEnd(),
    ...row.cells.flatMap((cell, i) => [
      `  ${(comparison.names[i] ?? '').padEnd(width)}  ${labelOf(cell)}`,
      ...(cell?.notes ?? []).map((note) => `  ${' '.repeat(width)}    ${note}`),
    ]),
  ]);
  const tail = `${headingOf(comparison)}, ${comparison.alike} alike`;
  const rest = more > 0 ? ['', `… and ${more} more: --html FILE shows them all`] : [];
  return `${[...head, ...rows, ...rest, '', tail].join('\n')}\n`;
}

function headingOf({ differences }: Comparison): string {
  return `${many(differences.length, 'case')} ${differences.length === 1 ? 'differs' : 'differ'}`;
}

/** The comparison as one HTML file. */
export function compareHtml(comparison: Comparison, runs: Run[], templates: { page: string; style: string }): string {
  const view = {
    style: templates.style,
    runs: runs.map((run, i) => ({
      name: comparison.names[i] ?? '',
      verdict: run.verdict,
      passed: run.counts.passed,
      total: run.cases.length,
      started: run.startedAt,
    })),
    rows: comparison.differences.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({
        outcome: cell?.outcome ?? '',
        label: labelOf(cell),
        notes: cell?.notes ?? [],
      })),
    })),
    heading: headingOf(comparison),
    alike: comparison.alike,
  };
  return Handlebars.create().compile(templates.page, { strict: true, preventIndent: true })(view);
}
