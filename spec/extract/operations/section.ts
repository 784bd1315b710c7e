// The section of an operation that a page is in: its role, the side of the exchange that it is about, and what may be a caption.
import type { Profile, Role } from '../../profiles/profile.js';
import type { Page } from '../page.js';
import type { OpenOperation } from './open-operation.js';

const REQUEST_ROLES: ReadonlySet<Role> = new Set<Role>([
  'parameters',
  'query',
  'path',
  'requestHeader',
  'requestBody',
  'request',
]);
const RESPONSE_ROLES: ReadonlySet<Role> = new Set<Role>([
  'response',
  'responseBody',
  'responseSample',
  'responseHeader',
  'status',
  'errors',
  'failureBody',
]);

export class Section {
  role: Role | undefined;
  side: 'request' | 'response' | undefined;
  /** The last line or title, where it may announce what stands next. */
  caption: string | undefined;

  enter(role: Role | undefined): void {
    this.role = role;
    this.side =
      role === undefined
        ? undefined
        : REQUEST_ROLES.has(role) || role === 'requestSample'
          ? 'request'
          : RESPONSE_ROLES.has(role)
            ? 'response'
            : this.side;
  }

  /** "Example": of the answer below an answer's heading, else of the request. */
  sampleRole(): Role {
    return this.side === 'response' ? 'responseSample' : 'requestSample';
  }
}

/** Where on a page a block stands. */
export interface Surroundings {
  open: OpenOperation | undefined;
  section: Section;
  page: Page;
  profile: Profile;
}
