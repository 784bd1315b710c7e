// Headings → sections: which role a block of a page plays, by the profile's titles and the nesting of the headings.
import { roleOf } from '../profiles/near-title.js';
import type { Profile, Role } from '../profiles/profile.js';
import type { HeadingBlock } from '../read/document.js';

export type Side = 'request' | 'response';

const SIDES: Partial<Record<Role, Side>> = {
  request: 'request',
  url: 'request',
  method: 'request',
  query: 'request',
  requestHeader: 'request',
  requestBody: 'request',
  requestSample: 'request',
  response: 'response',
  status: 'response',
  responseHeader: 'response',
  responseBody: 'response',
  responseSample: 'response',
  errors: 'response',
  failureBody: 'response',
};
/** Titles that mean something by the side that they stand on. */
export const SIDED: Partial<Record<Role, Partial<Record<Side, Role>>>> = {
  header: { request: 'requestHeader', response: 'responseHeader' },
  body: { request: 'requestBody', response: 'responseBody' },
  sample: { request: 'requestSample', response: 'responseSample' },
  outcome: { response: 'status' },
};
const CONTAINERS: ReadonlySet<Role | undefined> = new Set<Role | undefined>(['request', 'response']);
/** Sections whose headers and bodies are those of no success. */
const FAILURES: ReadonlySet<Role> = new Set<Role>(['errors', 'failureBody']);
/** Roles that say something about the section around them and never end it. */
const DETAILS: ReadonlySet<Role> = new Set<Role>(['namespace', 'detail']);

/** What a page says once about its request; said again behind the body, it is about the requests inside the body (`$batch`). */
const OF_PARTS: ReadonlySet<Role | undefined> = new Set<Role | undefined>([
  'url',
  'method',
  'query',
  'requestHeader',
  'requestBody',
]);

/** Below every heading of Markdown. */
const INNERMOST = 9;

interface Open {
  level: number;
  role: Role | undefined;
  heading: HeadingBlock;
}

/** Walks down the headings of a page. */
export class Sections {
  private stack: Open[] = [];
  /** Last heading without a role of its own, or a variant's: the caption of what follows. */
  caption: HeadingBlock | undefined;
  /** What the section is about ("box"), by a heading such as "Box specific response body". */
  variant: string | undefined;

  /** The sections below describe parts of the body, not the request itself. */
  parts = false;
  private readonly seen = new Set<Role>();
  /** The next table lists namespaces. */
  namespace = false;
  private variantLevel = 0;
  /** Variants since the last sample. */
  private readonly variants = new Set<string | undefined>();

  constructor(private readonly profile: Profile) {}

  /** @returns the role that the heading has by its words */
  enter(heading: HeadingBlock): Role | undefined {
    const match = this.profile.titles.match(heading.text);
    const meant = heading.level > 1 ? roleOf(heading.text, this.profile) : match?.value;
    const role = this.sided(meant, heading.level);
    this.namespace = role === 'namespace';
    if (role && DETAILS.has(role)) return role;
    this.noteParts(role, heading);
    // Flattened text has no levels: what is no section there stands in the one before it.
    const within = heading.flattened === true && heading.level > 1 && (role === 'variant' || role === undefined);
    const level = within ? INNERMOST : heading.level;
    while ((this.stack.at(-1)?.level ?? -1) >= level) this.stack.pop();
    if (role === undefined || role === 'variant') this.caption = heading;
    else this.caption = undefined;
    if (role === 'variant') {
      this.variant = match?.capture;
      this.variantLevel = heading.level;
      this.variants.add(this.variant);
    } else if (!this.belongsToVariant(heading, role)) this.variant = undefined;
    this.stack.push({ level, role, heading });
    return role;
  }

  /** "Body" below "Response" is the response's; outside of both it is a title like any other. */
  private sided(role: Role | undefined, level: number): Role | undefined {
    const sides = role && SIDED[role];
    if (!sides) return role;
    const container = this.stack.findLast((open) => open.level < level && CONTAINERS.has(open.role))?.role;
    const near = role === 'header' || role === 'body' ? this.sideBeside(level) : undefined;
    const side = (container as Side | undefined) ?? near;
    return side && sides[side];
  }

  /** The side of the section around or beside, on pages without "Request" and "Response": "Headers" below "Endpoint". */
  private sideBeside(level: number): Side | undefined {
    const beside = this.stack.findLast(({ role }) => role !== undefined && role in SIDES);
    if (!beside?.role || beside.level > level || CONTAINERS.has(beside.role)) return undefined;
    return FAILURES.has(beside.role) ? undefined : SIDES[beside.role];
  }

  private noteParts(role: Role | undefined, heading: HeadingBlock): void {
    if (role === undefined || role === 'variant') return;
    if (SIDES[role] !== 'request') this.parts = false;
    else if (OF_PARTS.has(role)) {
      const body = this.stack.find((open) => open.role === 'requestBody');
      const below = body !== undefined && !heading.flattened && heading.level > body.level;
      const again =
        this.seen.has('requestBody') && this.seen.has(role) && (role === 'url' || role === 'method' || this.parts);
      if (below || again) this.parts = true;
    }
    if (!this.parts) this.seen.add(role);
  }

  /** A sample's heading below a variant's, or beside that of the only one: the sample is of that variant. */
  private belongsToVariant(heading: HeadingBlock, role: Role | undefined): boolean {
    const ofSeveral = this.variants.size > 1;
    this.variants.clear();
    if (role !== 'requestSample' && role !== 'responseSample') return false;
    if (heading.flattened === true || heading.level === this.variantLevel) return !ofSeveral;
    return heading.level > this.variantLevel;
  }

  /** The role of what follows: that of the nearest heading with one, containers apart. */
  get role(): Role | undefined {
    if (this.parts) return this.stack.some((open) => open.role === 'requestSample') ? 'requestSample' : 'requestBody';
    for (let i = this.stack.length - 1; i >= 0; i--) {
      const role = this.stack[i]?.role;
      if (CONTAINERS.has(role)) return undefined;
      if (role && role !== 'variant') return role;
    }
    return undefined;
  }

  /** Below the URL, the method or the headers of a part of the body. */
  get inPartDetails(): boolean {
    const role = this.stack.findLast((open) => open.role !== undefined)?.role;
    return this.parts && role !== 'requestBody' && OF_PARTS.has(role);
  }

  get side(): Side | undefined {
    for (let i = this.stack.length - 1; i >= 0; i--) {
      const role = this.stack[i]?.role;
      const side = role && SIDES[role];
      if (side) return side;
    }
    return undefined;
  }

  /** Nearest heading. */
  get heading(): HeadingBlock | undefined {
    return this.stack.at(-1)?.heading;
  }

  /** Headings without a role between here and the container, outermost first: an outcome such as "Authentication failure". */
  get unknownAncestors(): HeadingBlock[] {
    return this.stack.filter((open) => open.role === undefined && open.level > 1).map((open) => open.heading);
  }
}
