// A suite: the model of a spec (and of the one that helps to prepare), its cases, and the stories that run them. Pure.
import type { Api } from '../../spec/contract/api.js';
import { lends } from '../cases/access/access-cases.js';
import { accessListGroups } from '../cases/access/access-list-stories.js';
import { accountGroups } from '../cases/access/account-stories.js';
import { cookieGroups } from '../cases/access/cookie-stories.js';
import { everybodyGroups } from '../cases/access/everybody-stories.js';
import { expiryGroups } from '../cases/access/expiry-stories.js';
import { loginCountGroups } from '../cases/access/login-counts.js';
import { loginGroups } from '../cases/access/login-stories.js';
import { madeThroughGroups } from '../cases/access/made-through-stories.js';
import { markedNameGroups } from '../cases/access/marked-names.js';
import { passwordGroups } from '../cases/access/password-stories.js';
import { privilegeGroups } from '../cases/access/privilege-stories.js';
import { tokenGroups } from '../cases/access/token-stories.js';
import { apartGroups } from '../cases/addresses/apart-stories.js';
import { containerGroups } from '../cases/addresses/container-stories.js';
import { keyPartGroups } from '../cases/addresses/key-part-stories.js';
import { derivedCases } from '../cases/derived.js';
import { documentedCases } from '../cases/documented.js';
import { mediaGroups } from '../cases/headers/media-stories.js';
import { typingGroups } from '../cases/headers/typing-stories.js';
import { amountGroups } from '../cases/lifecycle/amount-stories.js';
import { bodyVersionGroups } from '../cases/lifecycle/body-version-stories.js';
import { cascadeGroups } from '../cases/lifecycle/cascade-stories.js';
import { countGroups } from '../cases/lifecycle/count-stories.js';
import { deletedGroups } from '../cases/lifecycle/deleted-stories.js';
import { dependentGroups } from '../cases/lifecycle/dependent-stories.js';
import { fieldOrderGroups } from '../cases/lifecycle/field-order-stories.js';
import { fieldStateGroups } from '../cases/lifecycle/field-state-stories.js';
import { historyGroups } from '../cases/lifecycle/history-stories.js';
import { integrityGroups } from '../cases/lifecycle/integrity-stories.js';
import { jobGroups } from '../cases/lifecycle/job-stories.js';
import { mergePatchGroups } from '../cases/lifecycle/merge-patch-stories.js';
import { moveGroups } from '../cases/lifecycle/move-stories.js';
import { nameGroups } from '../cases/lifecycle/name-stories.js';
import { oftenGroups } from '../cases/lifecycle/often-stories.js';
import { overlapGroups } from '../cases/lifecycle/overlap-stories.js';
import { ownerRenameGroups } from '../cases/lifecycle/owner-rename-stories.js';
import { placeGroups } from '../cases/lifecycle/place-stories.js';
import { propertyGroups } from '../cases/lifecycle/property-stories.js';
import { relatedGroups } from '../cases/lifecycle/related-stories.js';
import { repeatedGroups } from '../cases/lifecycle/repeated-stories.js';
import { singleGroups } from '../cases/lifecycle/single-stories.js';
import { stateGroups } from '../cases/lifecycle/state-stories.js';
import { stepNumberGroups } from '../cases/lifecycle/step-number-stories.js';
import { stepwiseGroups } from '../cases/lifecycle/stepwise-stories.js';
import { storyGroups } from '../cases/lifecycle/stories.js';
import { undoneGroups } from '../cases/lifecycle/undone-stories.js';
import { uniqueGroups } from '../cases/lifecycle/unique-stories.js';
import { updateGroups } from '../cases/lifecycle/update-stories.js';
import { crossedGroups } from '../cases/links/crossed-stories.js';
import { linkKindGroups } from '../cases/links/kind-stories.js';
import { linkGroups } from '../cases/links/link-stories.js';

import { membershipGroups } from '../cases/links/membership-stories.js';
import { otherOwnerGroups } from '../cases/links/other-owner-stories.js';
import { ownerLinkGroups } from '../cases/links/owner-link-stories.js';
import { throughGroups } from '../cases/links/through-stories.js';
import { askedGroups } from '../cases/lists/asked-stories.js';
import { expandLimitGroups } from '../cases/lists/expand-limits.js';
import { findingGroups } from '../cases/lists/finding-stories.js';
import { leftOutGroups } from '../cases/lists/left-out-stories.js';
import { listQueryGroups } from '../cases/lists/list-queries.js';
import { openListGroups } from '../cases/lists/open-lists.js';
import { ownerOptionGroups } from '../cases/lists/owner-options.js';
import { readOptionGroups } from '../cases/lists/read-options.js';
import { wordGroups } from '../cases/lists/word-stories.js';
import { sampleUrls } from '../url/sample-url.js';
import { fitsParts } from '../url/wildcard.js';
import { findAccount, findTokenEndpoint } from './account.js';
import { Locator } from './entities.js';
import { modelOf } from './model.js';
import { ofRun, registrationOf } from './own-accounts.js';
import { withPlainOptions } from './plain-options.js';
import { planStory } from './planner.js';
import type { Model } from './resources.js';
import type { Case, Story } from './story.js';
import type { Suite } from './subject.js';

/** Stories beside the life of each resource. */
const STORIES = [
  linkGroups,
  crossedGroups,
  linkKindGroups,
  updateGroups,
  passwordGroups,
  loginGroups,
  madeThroughGroups,
  accountGroups,
  loginCountGroups,
  markedNameGroups,
  mediaGroups,
  typingGroups,
  tokenGroups,
  integrityGroups,
  listQueryGroups,
  openListGroups,
  ownerOptionGroups,
  readOptionGroups,
  expandLimitGroups,
  relatedGroups,
  ownerLinkGroups,
  ownerRenameGroups,
  nameGroups,
  findingGroups,
  wordGroups,
  askedGroups,
  leftOutGroups,
  stepwiseGroups,
  mergePatchGroups,
  bodyVersionGroups,
  singleGroups,
  membershipGroups,
  cascadeGroups,
  dependentGroups,
  deletedGroups,
  countGroups,
  repeatedGroups,
  undoneGroups,
  oftenGroups,
  overlapGroups,
  stateGroups,
  placeGroups,
  historyGroups,
  fieldStateGroups,
  amountGroups,
  stepNumberGroups,
  jobGroups,
  moveGroups,
  uniqueGroups,
  fieldOrderGroups,
  apartGroups,
  keyPartGroups,
  containerGroups,
  otherOwnerGroups,
  throughGroups,
  cookieGroups,
  privilegeGroups,
  accessListGroups,
  everybodyGroups,
  propertyGroups,
];

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
