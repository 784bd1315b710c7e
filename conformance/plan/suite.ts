// A suite: the model of a spec (and of the one that helps to prepare), its cases, and the stories that run them. Pure.
import type { Api } from '../../spec/contract/api.js';
import { lends } from '../cases/access-cases.js';
import { derivedCases } from '../cases/derived.js';
import { documentedCases } from '../cases/documented.js';
import { listQueryGroups } from '../cases/list-queries.js';
import { passwordGroups } from '../cases/password-stories.js';
import { storyGroups } from '../cases/stories.js';
import { updateGroups } from '../cases/update-stories.js';
import { sampleUrls } from '../url/sample-url.js';
import { findAccount, findTokenEndpoint } from './account.js';
import { Locator } from './entities.js';
import { planStory } from './planner.js';
import { modelOf } from './resources.js';
import type { Case, Story } from './story.js';
import type { Suite } from './subject.js';

export function suiteOf(spec: Api, setup?: Api): Suite {
  const model = modelOf(spec, setup);
  const commands = [spec, ...(setup ? [setup] : [])].flatMap((api) =>
    api.operations.flatMap((o) => (o.docs.cases ?? []).map((c) => c.request.url)),
  );
  return {
    model,
    locator: new Locator(model),
    urls: sampleUrls(spec, commands),
    account: findAccount(model),
    tokenEndpoint: findTokenEndpoint(model),
    hasCommands: spec.operations.some((o) => (o.docs.cases?.length ?? 0) > 0),
    subjects: new WeakMap(),
    creations: new Map(),
  };
}

/** Cases that run together, in this order, in one scope. */
export interface CaseGroup {
  id: string;
  cases: Case[];
}

/** Every case of a suite. The order and the ids depend on the spec alone. */
export function casesOf(suite: Suite, options: { pasted: boolean }): CaseGroup[] {
  const groups: CaseGroup[] = documentedCases(suite, options.pasted).map((one) => ({ id: one.id, cases: [one] }));
  if (!options.pasted) {
    const derived = suite.model.operations.filter((o) => o.judged).flatMap((o) => derivedCases(suite, o));
    groups.push(...derived.filter((one) => !lends(one)).map((one) => ({ id: one.id, cases: [one] })));
    groups.push(...together(derived.filter(lends)));
    groups.push(...storyGroups(suite), ...updateGroups(suite), ...passwordGroups(suite), ...listQueryGroups(suite));
  }
  return unique(groups);
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

/** Two pages may give a case the same id; the later ones get a number. */
function unique(groups: CaseGroup[]): CaseGroup[] {
  const seen = new Map<string, number>();
  for (const group of groups)
    for (const one of group.cases) {
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
  return (id) => {
    let at = 0;
    for (const [i, part] of parts.entries()) {
      if (i === parts.length - 1) return id.length - at >= part.length && id.endsWith(part);
      const found = i === 0 ? (id.startsWith(part) ? 0 : -1) : id.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return true;
  };
}

export function storiesOf(suite: Suite, groups: CaseGroup[]): Story[] {
  return groups.map((group) => planStory(suite, group.id, group.cases));
}
