// operationIds and case groups for a plan: from page ids, the target where a page documents several; ids of an earlier contract are kept.
import { compareText } from '../diagnostic.js';
import type { Profile } from '../profiles/profile.js';
import { camel, idWords, kebab, pascal, titleWords } from './names.js';
import type { Group } from './plan.js';

export interface OperationNames {
  id: string;
  /** `relation/update` without what makes it unique. */
  caseName: string;
}

/** What an earlier contract called an operation: `METHOD skeleton page` → operationId. */
export type EarlierIds = ReadonlyMap<string, string>;

export function earlierKey(method: string, path: string, page: string): string {
  return `${method} ${path} ${page}`;
}

export function nameOperations(groups: Group[], profile: Profile, earlier: EarlierIds): Map<Group, OperationNames> {
  const wanted = groups.map((group) => ({ group, ...wantedName(group, profile) }));
  const pagesOf = new Map<string, Set<string>>();
  for (const { name, group } of wanted) pagesOf.set(name, (pagesOf.get(name) ?? new Set()).add(group.main.page.id));
  const taken = new Set<string>();
  const out = new Map<Group, OperationNames>();
  for (const { group, caseName } of wanted) {
    const kept = earlier.get(earlierKey(group.method, group.main.shape.path, group.main.page.id));
    if (kept !== undefined && !taken.has(kept)) {
      taken.add(kept);
      out.set(group, { id: kept, caseName });
    }
  }
  for (const { group, name, number, caseName } of [...wanted].sort((a, b) =>
    compareText(a.group.main.page.id, b.group.main.page.id),
  )) {
    if (out.has(group)) continue;
    const shared = (pagesOf.get(name)?.size ?? 0) > 1 || taken.has(name);
    const id = free(shared && number ? `${name}${number}` : name, group, taken);
    taken.add(id);
    out.set(group, { id, caseName });
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

function wantedName(group: Group, profile: Profile): { name: string; number: string; caseName: string } {
  const { page } = group.main;
  const verbs = profile.languages.find((language) => language.code === page.lang)?.verbs ?? {};
  const { endpoint } = group.main;
  const fromId =
    page.endpoints.length > 1
      ? titleWords(endpoint.title, verbs).filter((word) => !/^(?:an?|the)$/i.test(word))
      : idWords(page.id);
  const words = fromId.length > 0 ? fromId : titleWords(page.title, verbs);
  const target = pascal(group.main.shape.target);
  const base = words.length > 0 ? camel(words) : `${group.method.toLowerCase()}${target}`;
  const method = group.methods > 1 ? pascal(group.method.toLowerCase()) : '';
  const [verb = group.method.toLowerCase(), ...rest] = words.length > 0 ? words : [group.method, target];
  const subject = kebab(rest) || kebab([target]) || 'root';
  return {
    name: `${base}${group.siblings > 1 ? target : ''}${method}`,
    number: /^(?:version-[\d.]+-)?([0-9][0-9A-Za-z]*)[_-]/.exec(page.id)?.[1] ?? '',
    caseName: `${subject}/${kebab([verb])}`,
  };
}
