// What to fix: the broken promises of a run, those that look like one mistake as one entry. The reports that people
// read are written from this; report.json keeps every case. Pure.
import type { SourceRef } from '../../spec/contract/docproof.js';
import type { Assertion, CaseResult, Level } from '../run.js';
import { BUSY, leading, likeness, plainOperation, refuses, unvalued, variant } from './alike.js';
import { place } from './text.js';

/** One way in which promises are broken, in one case or in thousands. */
export interface Defect {
  /** Id of the promise: `status`, `header/ETag`. */
  promise: string;
  level: Level;
  pointer?: string;
  /** In the words of the case, or the different ones of several cases. */
  expected: string;
  actual: string;
  /** Line of the documents, where all cases have the same. */
  source?: SourceRef;
  /** Promises that are broken because of this one, and in how many cases. */
  followers: { promise: string; cases: number }[];
}

/** Defects that show in exactly the same cases. */
export interface DefectCluster {
  defects: Defect[];
  /** In the order of the suite, the plainest first. */
  cases: CaseResult[];
  operations: string[];
  /** Lines of the documents that promise it, each once. */
  places: string[];
  /** Every case is in the baseline. */
  known: boolean;
}

interface Hit {
  result: CaseResult;
  assertion: Assertion;
}

interface Found {
  hits: Hit[];
  results: Set<CaseResult>;
  /** Promise → the cases in which it is broken because of this. */
  followers: Map<string, Set<CaseResult>>;
}

/** What breaks along with something else of the whole run: [by its name, what else by its name]. */
const ABSORBS: [leader: RegExp, follower: RegExp][] = [
  // What never was is found: then what was deleted or renamed is, too.
  [/\nstatus\n404\naccepted\n/, /\ngone-after-(delete|rename)$/],
  // What is no JSON has nothing in it that was written.
  [/\nschema\n.*\nJSON$/, /\n(read-after-write\nnot JSON|listed\n|listed-after-link\n)/],
  // An ETag that is not the one of the entity agrees with nothing, and no If-Match accepts it.
  [/\netag-read\n/, /\netag-(changes|agrees)\n/],
  [/\netag-changes\n/, /\netag-agrees\n/],
  [/\netag-(read|changes|agrees)\n/, /\nstatus\n\d+\n412\nif-match$/],
];

/** So many different values stand in the text of an entry. */
const VALUES = 3;

/**
 * The defects of a run: MUST before SHOULD, new before known, most cases first.
 *
 * @param uniform operations that answer alike whatever is asked, and with which status: all that is wrong with one is
 *   one thing
 */
export function defectsOf(cases: CaseResult[], uniform: Map<string, number> = new Map()): DefectCluster[] {
  const failed = cases.filter((c) => c.outcome === 'failed');
  const plain = plainFailures(failed);
  const found = new Map<string, Found>();
  const add = (key: string, result: CaseResult, assertion: Assertion, followers: string[]): void => {
    const known: Found = found.get(key) ?? { hits: [], results: new Set(), followers: new Map() };
    found.set(key, known);
    if (known.results.has(result)) follow(known, assertion.id, result);
    else known.hits.push({ result, assertion });
    known.results.add(result);
    for (const id of followers) follow(known, id, result);
  };
  for (const result of failed) {
    const status = uniform.get(plainOperation(result));
    const [first, ...rest] = broken(result);
    if (status !== undefined && first)
      add(
        `MUST\nwhatever\n${status}`,
        result,
        first,
        rest.map((a) => a.id),
      );
    else
      for (const { assertion, followers } of leading(broken(result)))
        add(keyOf(result, assertion, plain), result, assertion, followers);
  }
  absorb(found);
  return clustersOf([...found.values()]).sort((a, b) => rank(a) - rank(b) || b.cases.length - a.cases.length);
}

function follow(leader: Found, promise: string, result: CaseResult): void {
  leader.followers.set(promise, (leader.followers.get(promise) ?? new Set()).add(result));
}

function absorb(found: Map<string, Found>): void {
  for (const [leading, following] of ABSORBS) {
    const leader = [...found].find(([key]) => leading.test(key))?.[1];
    for (const [key, other] of found) {
      if (!leader || leader === other || !following.test(key)) continue;
      for (const { result, assertion } of other.hits) follow(leader, assertion.id, result);
      found.delete(key);
    }
  }
}

function broken(result: CaseResult): Assertion[] {
  return result.assertions.filter((a) => a.outcome === 'failed');
}

/** Operation and status → what it is that its plain request gets that status. */
function plainFailures(failed: CaseResult[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const result of failed.filter((c) => variant(c) === undefined))
    for (const a of broken(result))
      if (a.id === 'status' && !refuses(a.expected))
        found.set(`${plainOperation(result)}\n${a.actual}`, likeness(result, a));
  return found;
}

/** A variant whose plain request is answered alike says nothing new; one that fails alone is a thing of its own. */
function keyOf(result: CaseResult, assertion: Assertion, plain: Map<string, string>): string {
  const alike = likeness(result, assertion);
  const what = variant(result);
  if (assertion.id !== 'status' || what === undefined || BUSY.has(assertion.actual)) return alike;
  const same = plain.get(`${plainOperation(result)}\n${assertion.actual}`);
  if (same !== undefined) return same;
  return refuses(assertion.expected) ? alike : `${alike}\n${what}`;
}

function clustersOf(found: Found[]): DefectCluster[] {
  const clusters = new Map<string, Found[]>();
  for (const one of found) {
    const key = `${one.hits[0]?.assertion.level}\n${one.hits.map((h) => h.result.id).join('\n')}`;
    clusters.set(key, [...(clusters.get(key) ?? []), one]);
  }
  return [...clusters.values()].map((members) => {
    const hits = members.flatMap((m) => m.hits);
    const results = [...new Set(hits.map((h) => h.result))];
    const telling = members[0] ? tellingHits(members[0].hits) : [];
    const plainest = (telling.find((h) => variant(h.result) === undefined) ?? telling[0])?.result;
    return {
      defects: members.flatMap(defectOf),
      cases: plainest ? [plainest, ...results.filter((r) => r !== plainest)] : [],
      operations: [...new Set(results.map(plainOperation))],
      places: [...new Set(hits.map((h) => place(h.assertion.source)).filter(Boolean))],
      known: results.every((r) => r.known !== undefined),
    };
  });
}

/** Those that tell best what is wrong: a status, where there is one. */
function tellingHits(hits: Hit[]): Hit[] {
  const id = (hits.find((h) => h.assertion.id === 'status') ?? hits[0])?.assertion.id;
  return hits.filter((h) => h.assertion.id === id);
}

function defectOf({ hits, followers }: Found): Defect[] {
  const same = tellingHits(hits);
  const leader = same[0]?.assertion;
  if (!leader) return [];

  const sources = new Set(hits.map((h) => place(h.assertion.source)));
  return [
    {
      promise: leader.id,
      level: leader.level,
      ...(leader.pointer === undefined ? {} : { pointer: leader.pointer }),
      expected: valuesOf(same.map((h) => h.assertion.expected)),
      actual: valuesOf(same.map((h) => h.assertion.actual)),
      ...(sources.size === 1 && leader.source ? { source: leader.source } : {}),
      followers: followersOf(leader.id, hits, followers),
    },
  ];
}

/** What else is broken because of it: in the cases it leads, and in those that were taken in. */
function followersOf(leader: string, hits: Hit[], followers: Found['followers']): Defect['followers'] {
  const all = new Map([...followers].map(([promise, results]) => [promise, new Set(results)]));
  for (const { result, assertion } of hits)
    if (assertion.id !== leader) all.set(assertion.id, (all.get(assertion.id) ?? new Set()).add(result));
  all.delete(leader);
  return [...all].map(([promise, results]) => ({ promise, cases: results.size }));
}

/** The different values of several cases, the most frequent first; of those that differ in names alone, the first. */
function valuesOf(texts: string[]): string {
  const counts = new Map<string, { text: string; n: number }>();
  for (const text of texts) {
    const shape = unvalued(text).replace(/\(.*\)$/s, '');
    const known = counts.get(/^[1-5]\d\d/.test(text) ? text : shape);
    if (known) known.n++;
    else counts.set(/^[1-5]\d\d/.test(text) ? text : shape, { text, n: 1 });
  }
  const values = [...counts.values()].sort((a, b) => b.n - a.n).map((v) => v.text);
  return values.length > VALUES ? `${values.slice(0, VALUES).join(', ')}, …` : values.join(', ');
}

function rank({ defects, known }: DefectCluster): number {
  return (defects[0]?.level === 'MUST' ? 0 : 2) + (known ? 1 : 0);
}
