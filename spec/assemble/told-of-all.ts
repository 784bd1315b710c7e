// What pages tell of all operations at once and no operation has a place for: members of errors, refusals of any request,
// which privilege includes which, and which things tell their version.
import type { ErrorEntry, PrivilegePart, RootExtension } from '../contract/docproof.js';
import type { Page } from '../extract/page.js';
import type { Profile } from '../profiles/profile.js';
import { orderOfLists, pagesOfLists } from './common-options.js';
import { commonStatuses } from './common-refusals.js';
import { blocksOfNoOperation, textsOf } from './error-format.js';
import { errorMembers } from './error-members.js';
import type { Group } from './plan.js';

type ToldOfAll = Pick<
  RootExtension,
  'errorMembers' | 'privileges' | 'commonStatuses' | 'versioned' | 'listOrder' | 'listPages'
>;

export function toldOfAll(
  pages: readonly Page[],
  groups: readonly Group[],
  profile: Profile,
  errors: readonly ErrorEntry[],
): ToldOfAll {
  const members = errorMembers(pages, profile, new Set(errors.map(({ code }) => code)));
  const statuses = commonStatuses(pages, profile).filter((status) => OF_ANY.has(status));
  const privileges = privilegesOf(pages);
  const listOrder = orderOfLists(pages, profile);
  const listPages = pagesOfLists(pages, profile);
  const versioned = profile.infer.samples ? versionedIn(pages, groups) : [];
  return {
    ...(members ? { errorMembers: members } : {}),
    ...(privileges.length > 0 ? { privileges } : {}),
    ...(statuses.length > 0 ? { commonStatuses: statuses } : {}),
    ...(versioned.length > 0 ? { versioned } : {}),
    ...(listOrder.length > 0 ? { listOrder } : {}),
    ...(listPages.length > 0 ? { listPages } : {}),
  };
}

/** Each once: pages of several languages may list the same. */
function privilegesOf(pages: readonly Page[]): PrivilegePart[] {
  const listed = pages.flatMap((page) => page.privileges.map(({ span: _, ...part }) => part));
  return [...new Map(listed.map((part) => [`${part.name} ${part.within}`, part])).values()];
}

/** Refusals of what no operation is documented for. */
const OF_ANY = new Set([405, 406]);

const LONGEST = 2_000;

/** Reads of the things that a paragraph speaks of which has ETag, If-None-Match and 304 in it. */
function versionedIn(pages: readonly Page[], groups: readonly Group[]): string[] {
  const told = pages
    .flatMap(blocksOfNoOperation)
    .map((block) => textsOf(block).join(' '))
    .filter(
      (text) => text.length < LONGEST && [/\bETag\b/i, /\bIf-None-Match\b/i, /\b304\b/].every((one) => one.test(text)),
    );
  const words = new Set(told.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}_]+/u)));
  const reads = groups.filter(({ method, main }) => method === 'GET' && /\}\/?$/.test(main.shape.path));
  return reads.map(({ main }) => main.shape.path).filter((path) => words.has(thingOf(path)));
}

/** `/zones/{zoneId}`: zone. */
function thingOf(path: string): string {
  const things = path
    .toLowerCase()
    .split('/')
    .filter((part) => part !== '' && !part.startsWith('{'));
  return (things.at(-1) ?? '').replace(/(?<=[^s])s$/, '');
}
