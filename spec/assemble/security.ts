// The Authorization header's words, else what the commands send → security requirements and the schemes that they name.
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
    // An operation without a command is called like its neighbours.
    const cases =
      own ?? this.groups.filter((g) => g.main.page === group.main.page).flatMap((g) => this.cases.byGroup.get(g) ?? []);
    const sent = infer.samples ? sentSecurity(cases, placeholders) : {};
    for (const [name, scheme] of Object.entries(sent)) this.schemes.set(name, scheme);
    return Object.keys(sent).map((name) => ({ [name]: [] }));
  }

  /** The part of the Components Object; to be asked when all operations have been. */
  toJson(): Json {
    if (this.schemes.size === 0) return {};
    return { securitySchemes: Object.fromEntries([...this.schemes].sort(([a], [b]) => compareText(a, b))) };
  }
}
