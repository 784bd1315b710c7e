// The baseline of known failures: which case, how it fails, why that is accepted, until when. YAML, kept by people.
import { type Document, isMap, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { readYaml } from '../spec/yaml-source.js';
import { excuseFollowers } from './known-followers.js';
import type { BaselineNote, CaseResult, Run } from './run.js';
import { breaksMust } from './run.js';

export interface BaselineEntry {
  case: string;
  /** Ids of the assertions that fail, sorted: `[header/ETag, status]`. */
  fails: string[];
  reason: string;
  /** `YYYY-MM-DD`; the last day on which it counts. */
  expires?: string;
}

export interface Baseline {
  file: string;
  entries: BaselineEntry[];
}

/**
 * Reads a baseline: `failures:` with a list of `{case, fails, reason, expires}`.
 *
 * @throws Error with a message for people when it is not one
 */
export function parseBaseline(text: string, file: string): Baseline {
  const yaml = readYaml(text);
  if (yaml.broken) throw new Error(yaml.broken.message);
  // What is empty, comments apart, is a baseline that knows nothing yet.
  const value = yaml.value as { failures?: unknown } | null;
  if (value !== null && (typeof value !== 'object' || !Object.hasOwn(value, 'failures')))
    throw new Error('it has no `failures:`, so it is not a baseline');
  const list = value?.failures ?? [];
  if (!Array.isArray(list)) throw new Error('`failures` must be a list');
  return { file, entries: list.map(entryOf) };
}

function entryOf(value: unknown, index: number): BaselineEntry {
  const entry = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const { case: id, fails, reason, expires } = entry;
  const where = `entry ${index + 1}`;
  if (typeof id !== 'string' || id === '') throw new Error(`${where}: \`case\` is missing`);
  if (!Array.isArray(fails) || fails.length === 0 || !fails.every((f) => typeof f === 'string'))
    throw new Error(`${where} (${id}): \`fails\` must list the assertions that fail`);
  if (typeof reason !== 'string' || reason.trim() === '') throw new Error(`${where} (${id}): \`reason\` is missing`);
  const day = expires instanceof Date ? expires.toISOString().slice(0, 10) : expires;
  if (day !== undefined && (typeof day !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(day)))
    throw new Error(`${where} (${id}): \`expires\` must be a date like 2027-01-31`);
  return { case: id, fails: [...fails].sort(), reason, ...(day === undefined ? {} : { expires: day }) };
}

/** How a result fails: ids of its failed assertions, each once, sorted. */
function failuresOf(result: CaseResult): string[] {
  return [...new Set(result.assertions.filter((a) => a.outcome === 'failed').map((a) => a.id))].sort();
}

/**
 * Marks the results that the baseline knows, and finds its stale entries.
 *
 * @param selection what was run: an entry for a case of another shard or outside the filter is not stale
 * @param today `YYYY-MM-DD`
 */
export function applyBaseline(
  baseline: Baseline,
  results: CaseResult[],
  selection: Run['selection'],
  today: string,
): NonNullable<Run['baseline']> {
  const byId = new Map(results.map((r) => [r.id, r]));
  const suite = new Set(selection.suite);
  const stale: BaselineNote[] = [];
  let known = 0;
  for (const entry of baseline.entries) {
    const result = byId.get(entry.case);
    const problem = problemOf(entry, result, suite, today);
    if (problem) stale.push({ case: entry.case, ...problem });
    else if (result?.outcome === 'failed') {
      result.known = { reason: entry.reason };
      known++;
    }
  }
  excuseFollowers(results);
  return { file: baseline.file, known, stale };
}

function problemOf(
  entry: BaselineEntry,
  result: CaseResult | undefined,
  suite: Set<string>,
  today: string,
): Omit<BaselineNote, 'case'> | undefined {
  if (!suite.has(entry.case)) return { problem: 'matches-nothing', message: 'no case has this id; remove the entry' };
  if (entry.expires !== undefined && entry.expires < today)
    return { problem: 'expired', message: `expired on ${entry.expires}: mend the server or renew the entry` };
  if (result?.outcome === 'passed') return { problem: 'passes', message: 'the case passes now; remove the entry' };
  if (result?.outcome !== 'failed') return undefined;
  const fails = failuresOf(result);
  if (fails.join() === entry.fails.join()) return undefined;
  return {
    problem: 'fails-otherwise',
    message: `fails in ${fails.join(', ')}, the baseline says ${entry.fails.join(', ')}`,
  };
}

/**
 * Brings a baseline up to date with a run, changing nothing else of the file: comments, order and other entries stay.
 * Entries of cases that were not run are kept.
 */
export function updateBaseline(text: string, results: CaseResult[], suite: string[]): string {
  const document = parseDocument(text.trim() === '' ? 'failures: []\n' : text);
  const list = listOf(document);
  const failing = new Map(results.filter(breaksMust).map((r) => [r.id, failuresOf(r)]));
  const ran = new Set(results.filter((r) => r.outcome === 'passed' || r.outcome === 'failed').map((r) => r.id));
  const ids = new Set(suite);
  list.items = list.items.filter((item) => {
    const id = isMap(item) ? String(item.get('case')) : '';
    return ids.has(id) && (!ran.has(id) || failing.has(id));
  });
  for (const item of list.items as YAMLMap[]) {
    const id = String(item.get('case'));
    const fails = failing.get(id);
    failing.delete(id);
    const before = (item.toJSON() as { fails?: string[] }).fails ?? [];
    if (fails && [...before].sort().join() !== fails.join())
      item.set('fails', document.createNode(fails, { flow: true }));
  }
  for (const [id, fails] of failing)
    list.add(document.createNode({ case: id, fails, reason: 'say why this is accepted' }));
  for (const item of list.items as YAMLMap[]) {
    const fails = item.get('fails', true);
    if (isSeq(fails)) fails.flow = true;
  }
  if (list.items.length > 0) list.flow = false;
  return document.toString({ lineWidth: 120, flowCollectionPadding: false });
}

function listOf(document: Document): YAMLSeq {
  const found = document.get('failures');
  if (isSeq(found)) return found;
  document.set('failures', document.createNode([]));
  return document.get('failures') as YAMLSeq;
}
