// The Authorization header's words, else what the commands send → security requirements and the schemes that they name.
import type { CaseExtension } from '../contract/docproof.js';
import { compareText } from '../diagnostic.js';
import type { Profile } from '../profiles/profile.js';
import type { CasesReading } from './cases.js';
import type { Json } from './components.js';
import { authorization } from './parameters.js';
import type { Group } from './plan.js';
import { sentSecurity } from './sent-security.js';

export class Security {
  private readonly schemes = new Map<string, Json>();

  constructor(
    private readonly groups: readonly Group[],
    private readonly cases: CasesReading,
    private readonly profile: Profile,
  ) {}

  of(group: Group): Json[] {
    const found = authorization(group);
    if (!found) return this.sent(group);
    for (const scheme of found.schemes) this.schemes.set(scheme, { type: 'http', scheme });
    return [...found.schemes.map((scheme) => ({ [scheme]: [] })), ...(found.required ? [] : [{}])];
  }

  /** In styles that leave it to the commands how a client authenticates. */
  private sent(group: Group): Json[] {
    const { infer, placeholders } = this.profile;
    const own = this.cases.byGroup.get(group);
    // An operation without a command is called like its neighbours, else like all the others.
    const near = this.groups.filter((g) => g.main.page === group.main.page);
    const cases = own ?? this.casesOf(near) ?? this.casesOf(this.groups) ?? [];
    const sent = infer.samples ? sentSecurity(cases, placeholders) : {};
    for (const [name, scheme] of Object.entries(sent)) this.schemes.set(name, scheme);
    return Object.keys(sent).map((name) => ({ [name]: [] }));
  }

  private casesOf(groups: readonly Group[]): CaseExtension[] | undefined {
    const found = groups.flatMap((group) => this.cases.byGroup.get(group) ?? []);
    return found.length > 0 ? found : undefined;
  }

  /** The part of the Components Object; to be asked when all operations have been. */
  toJson(): Json {
    if (this.schemes.size === 0) return {};
    return { securitySchemes: Object.fromEntries([...this.schemes].sort(([a], [b]) => compareText(a, b))) };
  }
}
