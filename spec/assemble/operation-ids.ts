// operationIds and case groups for a plan: from page ids, the target where a page documents several; ids of an earlier contract are kept.
import { compareText } from '../diagnostic.js';
import type { Endpoint, Page } from '../extract/page.js';
import type { Profile } from '../profiles/profile.js';
import { camel, idWords, isLatin, kebab, pascal, titleWords } from './names.js';
import type { Group } from './plan.js';

/** What an earlier contract called an operation: `METHOD skeleton page` → operationId. */
export type EarlierIds = ReadonlyMap<string, string>;

export function earlierKey(method: string, path: string, page: string): string {
  return `${method} ${path} ${page}`;
}

/** One operationId a group, each another; an operation that the earlier contract has keeps its own. */
export function nameOperations(groups: Group[], profile: Profile, earlier: EarlierIds): Map<Group, string> {
  const wanted = groups.map((group) => ({ group, ...wantedName(group, profile) }));
  const pagesOf = new Map<string, Set<string>>();
  for (const { name, group } of wanted) pagesOf.set(name, (pagesOf.get(name) ?? new Set()).add(group.main.page.id));
  const taken = new Set<string>();
  const out = new Map<Group, string>();
  for (const { group } of wanted) {
    const kept = earlier.get(earlierKey(group.method, group.main.shape.path, group.main.page.id));
    if (kept !== undefined && !taken.has(kept)) {
      taken.add(kept);
      out.set(group, kept);
    }
  }
  for (const { group, name, number } of [...wanted].sort((a, b) =>
    compareText(a.group.main.page.id, b.group.main.page.id),
  )) {
    if (out.has(group)) continue;
    const shared = (pagesOf.get(name)?.size ?? 0) > 1 || taken.has(name);
    const id = free(shared && number ? `${name}${number}` : name, group, taken);
    taken.add(id);
    out.set(group, id);
  }
  return out;
}

function free(name: string, group: Group, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const longer = `${name}${pascal(group.main.shape.path.split('/').slice(-2).join(' '))}`;
  if (!taken.has(longer)) return longer;
  let n = 2;
  while (taken.has(`${longer}${n}`)) n++;
  return `${longer}${n}`;
}

function wantedName(group: Group, profile: Profile): { name: string; number: string } {
  const { page } = group.main;
  const { endpoint } = group.main;
  const words = wordsOf(page, endpoint, profile);
  const target = pascal(group.main.shape.target);
  const base = words.length > 0 ? camel(words) : `${group.method.toLowerCase()}${target}`;
  const namesakes = page.endpoints.filter(({ title }) => title === endpoint.title).length > 1;
  const method = group.methods > 1 || namesakes ? pascal(group.method.toLowerCase()) : '';
  return {
    name: `${base}${group.siblings > 1 ? target : ''}${method}`,
    number: /^(?:version-[\d.]+-)?([0-9][0-9A-Za-z]*)[_-]/.exec(page.id)?.[1] ?? '',
  };
}

/** `relation/update`: what cases of a page are called without what makes them unique; the page may be one of several that document the operation. */
export function caseName({ method, main }: Group, page: Page, endpoint: Endpoint, profile: Profile): string {
  const words = wordsOf(page, endpoint, profile);
  const target = pascal(main.shape.target);
  const [verb = method.toLowerCase(), ...rest] = words.length > 0 ? words : [method, target];
  return `${kebab(rest) || kebab([target]) || 'root'}/${kebab([verb])}`;
}

/** The words of the page's id, or of the title where the id has none or the page documents several operations. */
function wordsOf(page: Page, endpoint: Endpoint, profile: Profile): string[] {
  const verbs = profile.languages.find((language) => language.code === page.lang)?.verbs ?? {};
  if (page.endpoints.length > 1)
    return isLatin(endpoint.title, verbs)
      ? titleWords(endpoint.title, verbs).filter((word) => !/^(?:an?|the)$/i.test(word))
      : [];
  const own = idWords(page.id);
  return own.length > 0 ? own : titleWords(page.title, verbs);
}
