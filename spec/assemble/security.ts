// The Authorization header's words, else what the commands send → security requirements and the schemes that they name.
import type { CaseExtension } from '../contract/docproof.js';
import { compareText } from '../diagnostic.js';
import type { Page } from '../extract/page.js';
import { mentions } from '../profiles/mentions.js';
import type { Profile } from '../profiles/profile.js';
import { rememberedFor } from '../remember.js';
import type { CasesReading } from './cases.js';
import type { Json } from './components.js';
import { keyHeader } from './key-headers.js';
import { authorization } from './parameters.js';
import type { Group } from './plan.js';
import { sentSecurity } from './sent-security.js';
import { tagOf } from './tag.js';
import type { ToldSecurity } from './told-security.js';

export class Security {
  private readonly schemes = new Map<string, Json>();
  /** Operations about one thing. */
  private readonly alike = new Map<string, Group[]>();
  private readonly near = new Map<Page, Group[]>();

  constructor(
    private readonly groups: readonly Group[],
    private readonly cases: CasesReading,
    private readonly profile: Profile,
    /** What pages tell in words, for operations of which nothing else tells. */
    private readonly told: ToldSecurity,
  ) {
    for (const group of groups) {
      add(this.alike, tagOf(group), group);
      add(this.near, group.main.page, group);
    }
  }

  of(group: Group): Json[] {
    const found = authorization(group);
    const key = found ? undefined : keyHeader(group);
    if (key) this.schemes.set(key.name, key.scheme);
    if (key) return [{ [key.name]: [] }, ...(key.required ? [] : [{}])];
    if (!found) return this.sent(group);
    for (const scheme of found.schemes) this.schemes.set(scheme, { type: 'http', scheme });
    return [...found.schemes.map((scheme) => ({ [scheme]: [] })), ...(found.required ? [] : [{}])];
  }

  /**
   * Whether a header or commands, its own or those of others about the same thing, show that the operation needs a
   * credential. What is said or shown of others may not be so of it: a login needs none, and is one of all as pages
   * speak of them.
   */
  isShown(group: Group): boolean {
    const cases = this.cases.byGroup.get(group) ?? this.casesOf(this.alike.get(tagOf(group)) ?? []);
    const each = (): boolean => this.isToldOf(group) && !mayBeOpen(group, this.profile);
    const listed = authorization(group) ?? keyHeader(group);
    return (listed !== undefined || cases !== undefined || each()) && this.of(group).length > 0;
  }

  /** Of all but those that pages leave out. */
  private isToldOf(group: Group): boolean {
    return this.told.ofEach && !this.told.open.has(group);
  }

  /** In styles that leave it to the commands how a client authenticates. */
  private sent(group: Group): Json[] {
    const { infer, placeholders } = this.profile;
    if (this.told.open.has(group) && !this.cases.byGroup.has(group)) return [];
    const cases = this.casesFor(group);
    const shown = infer.samples ? sentSecurity(cases, placeholders) : {};
    const isTold = infer.samples ? cases.length === 0 : this.isToldOf(group);
    const sent = isTold ? this.told.schemes : shown;
    for (const [name, scheme] of Object.entries(sent)) this.schemes.set(name, scheme);
    return Object.keys(sent).map((name) => ({ [name]: [] }));
  }

  /** An operation without a command is called like its neighbours, else like all the others. */
  private casesFor(group: Group): CaseExtension[] {
    const near = this.near.get(group.main.page) ?? [];
    return this.cases.byGroup.get(group) ?? this.casesOf(near) ?? this.casesOf(this.groups) ?? [];
  }

  private readonly casesOf = rememberedFor((groups: readonly Group[]): CaseExtension[] | undefined => {
    const found = groups.flatMap((group) => this.cases.byGroup.get(group) ?? []);
    return found.length > 0 ? found : undefined;
  });

  /** The part of the Components Object; to be asked when all operations have been. */
  toJson(): Json {
    if (this.schemes.size === 0) return {};
    return { securitySchemes: Object.fromEntries([...this.schemes].sort(([a], [b]) => compareText(a, b))) };
  }
}

function add<K>(map: Map<K, Group[]>, key: K, group: Group): void {
  const known = map.get(key);
  if (known) known.push(group);
  else map.set(key, [group]);
}

/** What clients call before they have a credential, and what watches a server. */
const OPEN =
  /^(?:log-?_?(?:in|on)|sign-?_?(?:in|up|on)|regist(?:er|ration)|auth.{0,12}|oauth.{0,12}|.{0,12}tokens?|sessions?|.{0,12}passwords?.{0,12}|health.{0,6}|ping|status|version|info|public)$/i;
function mayBeOpen({ main, sources, method }: Group, profile: Profile): boolean {
  const words = main.shape.path.split('/').filter((part) => part !== '' && !part.startsWith('{'));
  // Who has no account makes one.
  const signsUp = method === 'POST' && /^(?:accounts|users|customers|members)$/i.test(words.at(-1) ?? '');
  const texts = sources.flatMap(({ endpoint }) => [endpoint.title, endpoint.description ?? '']);
  return signsUp || words.some((word) => OPEN.test(word)) || mentions(texts.join('\n'), 'open', profile);
}
