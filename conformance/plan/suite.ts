// A suite: the model of a spec (and of the one that helps to prepare), its cases, and the stories that run them. Pure.
import type { Api } from '../../spec/contract/api.js';
import { lends } from '../cases/access/access-cases.js';
import { expiryGroups } from '../cases/access/expiry-stories.js';
import { derivedCases } from '../cases/derived.js';
import { documentedCases } from '../cases/documented.js';
import { storyGroups } from '../cases/lifecycle/stories.js';
import { sampleUrls } from '../url/sample-url.js';
import { fitsParts } from '../url/wildcard.js';
import { findAccount, findTokenEndpoint } from './account.js';
import { STORIES } from './all-stories.js';
import { Locator } from './entities.js';
import { modelOf } from './model.js';
import { ofRun, registrationOf } from './own-accounts.js';
import { withPlainOptions } from './plain-options.js';
import { planStory } from './planner.js';
import type { Model } from './resources.js';
import type { Case, Story } from './story.js';
import type { Suite } from './subject.js';

/**
 * @param setup a second spec, whose operations prepare and clean up and are never judged
 * @param leavesThings whether what nothing removes again may be made
 * @param changesSettings whether what there is one of may be changed, to be put back
 * @param files names of files that documented commands send, and whose content is at hand
 * @param others accounts beside the run's own whose tokens are at hand
 */
export function suiteOf(
  written: Api,
  setup?: Api,
  {
    leavesThings = false,
    changesSettings = false,
    files = new Set(),
    others = new Set(),
  }: Partial<Pick<Suite, 'leavesThings' | 'changesSettings' | 'files' | 'others'>> = {},
): Suite {
  const spec = withPlainOptions(written);
  const model = modelOf(spec, setup);
  const commands = [spec, ...(setup ? [setup] : [])].flatMap((api) =>
    api.operations.flatMap((o) => (o.docs.cases ?? []).map((c) => c.request.url)),
  );
  const account = findAccount(model);
  const tokenEndpoint = findTokenEndpoint(model);
  const hasCommands = spec.operations.some((o) => (o.docs.cases?.length ?? 0) > 0);
  return {
    model,
    locator: new Locator(model),
    urls: sampleUrls(spec, commands),
    account,
    tokenEndpoint,
    registration: tokenEndpoint && account ? undefined : registrationOf(model, leavesThings),
    leavesThings,
    changesSettings,
    hasCommands,
    commandsOnly: hasCommands && spec.docs.keySyntax === 'odata' && speaksOData(model),
    files,
    others,
    subjects: new WeakMap(),
    creations: new Map(),
  };
}

/** Documents written for OData may be of an API that has neither its keys nor its links. */
function speaksOData({ operations }: Model): boolean {
  return operations.some(({ segments }) => segments.some(({ keys, text }) => keys || text.startsWith('$')));
}

/** Cases that run together, in this order, in one scope. */
export interface CaseGroup {
  id: string;
  cases: Case[];
}

/** Every case of a suite. The order and the ids depend on the spec alone. */
export function casesOf(suite: Suite, options: { pasted: boolean }): CaseGroup[] {
  const { first, rest } = caseParts(suite, options);
  return [...first, ...[...rest].flat()].sort(bySuite);
}

const KINDS = ['documented', 'derived', 'story'];

/** The order of a suite's groups, where they stand in the order of `caseParts`. */
export function bySuite(a: CaseGroup, b: CaseGroup): number {
  const rank = ({ cases }: CaseGroup): number => KINDS.indexOf(cases[0]?.kind ?? '');
  return rank(a) - rank(b);
}

/** The cases of a suite for a run that begins before the last of them is derived. */
export interface CaseParts {
  /** The life of each resource: long to run, quick to derive. */
  first: CaseGroup[];
  /** All others, a few at a time, the longest first; to be read once. */
  rest: Iterable<CaseGroup[]>;
}

export function caseParts(suite: Suite, { pasted }: { pasted: boolean }): CaseParts {
  const seen = new Map<string, number>();
  const first = pasted ? [] : [...storyGroups(suite), ...expiryGroups(suite)];
  return { first: unique(suite, first, seen), rest: restOf(suite, pasted, seen) };
}

function* restOf(suite: Suite, pasted: boolean, seen: Map<string, number>): Generator<CaseGroup[]> {
  const alone = (cases: Case[]): CaseGroup[] =>
    unique(
      suite,
      cases.map((one) => ({ id: one.id, cases: [one] })),
      seen,
    );
  if (!pasted) for (const stories of STORIES) yield unique(suite, stories(suite), seen);
  const judged = suite.model.operations.filter((operation) => operation.judged);
  for (const operation of judged) yield alone(documentedCases(suite, operation, pasted));
  if (pasted) return;
  const lending: Case[] = [];
  for (const operation of judged) {
    const derived = derivedCases(suite, operation);
    lending.push(...derived.filter(lends));
    yield alone(derived.filter((one) => !lends(one)));
  }
  yield unique(suite, together(lending), seen);
}

/** Refused cases change nothing: those of one kind share what they need and their account; reads come first, deletes last. */
function together(cases: Case[]): CaseGroup[] {
  const rank = ({ operation }: Case): number => ['DELETE', 'PUT', 'POST', 'GET'].indexOf(operation.op.method);
  const byKind = new Map<string, Case[]>();
  for (const one of cases) {
    const id = `access/${one.auth}/${one.operation.op.tags[0] ?? one.operation.op.id}`;
    byKind.set(id, [...(byKind.get(id) ?? []), one]);
  }
  return [...byKind].map(([id, group]) => ({ id, cases: group.sort((a, b) => rank(b) - rank(a)) }));
}

/** Two pages may give a case the same id; the later ones get a number. `seen`: how often each was given so far. */
function unique(suite: Suite, groups: CaseGroup[], seen: Map<string, number>): CaseGroup[] {
  for (const group of groups)
    for (const [i, planned] of group.cases.entries()) {
      const one = ofRun(suite, planned);
      group.cases[i] = one;
      const times = (seen.get(one.id) ?? 0) + 1;
      seen.set(one.id, times);
      if (times > 1) one.id = `${one.id}~${times}`;
    }
  return groups;
}

export interface Selection {
  /** Text that must occur in a case's id; `*` stands for anything. */
  only?: string;
  /** Counted from 1. */
  shard?: { index: number; total: number };
}

/**
 * Takes the groups that a selection asks for. A group of which any case is wanted runs as far as that case needs.
 * Shards take every n-th group, so that all shards together are the whole.
 */
export function select(groups: CaseGroup[], { only, shard }: Selection): CaseGroup[] {
  const wanted = only === undefined ? undefined : patternOf(only);
  const filtered = wanted === undefined ? groups : groups.flatMap((group) => narrowed(group, wanted));
  return shard ? filtered.filter((_, i) => i % shard.total === shard.index - 1) : filtered;
}

function narrowed(group: CaseGroup, wanted: (id: string) => boolean): CaseGroup[] {
  const needed = new Set(group.cases.filter((c) => wanted(c.id)).map((c) => c.id));
  if (needed.size === 0) return [];
  for (const one of [...group.cases].reverse())
    if (needed.has(one.id)) for (const id of one.needs ?? []) needed.add(id);
  return [{ ...group, cases: group.cases.filter((c) => needed.has(c.id)) }];
}

function patternOf(pattern: string): (id: string) => boolean {
  if (!pattern.includes('*')) return (id) => id.includes(pattern);
  const parts = pattern.split('*');
  return (id) => fitsParts(parts, id);
}

export function storiesOf(suite: Suite, groups: CaseGroup[]): Story[] {
  return groups.map((group) => planStory(suite, group.id, group.cases));
}
