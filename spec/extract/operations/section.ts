// The section of an operation that a page is in: its role, the side of the exchange that it is about, and what may be a caption.
import type { Profile, ProfileFile, Role } from '../../profiles/profile.js';
import type { FieldRow, Page, StatusFact } from '../page.js';
import type { OpenOperation } from './open-operation.js';

export const REQUEST_ROLES: ReadonlySet<Role> = new Set<Role>([
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

/** Sections that are about all operations of a page where they stand beside them. */
export const OF_ALL: ReadonlySet<Role> = new Set<Role>(['errors', 'overview', 'status', 'privileges']);

/** Sections that a label may open on a line of its own: "Response: 201 Created". */
export const PARTS: ReadonlySet<Role> = new Set<Role>([
  'response',
  'responseSample',
  'responseBody',
  'requestBody',
  'requestSample',
]);

/** What a title is about: "Required parameters" are parameters, all of them required. */
export function titledSection(text: string, profile: ProfileFile): { role: Role; required: boolean } | undefined {
  const plain = profile.titles.match(text)?.value;
  const [first = '', rest = ''] = text.trim().split(/\s(.*)/s);
  const required = profile.words.yes.match(first) !== undefined;
  const marked = rest !== '' && (required || profile.words.no.match(first) !== undefined);
  const role = plain ?? (marked ? profile.titles.match(rest)?.value : undefined);
  return role && { role, required: marked && required };
}

/** "The following parameters are required:". */
export function endsWithRequired(line: string, { words }: ProfileFile): boolean {
  const last = /\s(\p{L}{4,20}):?$/u.exec(line)?.[1];
  return last !== undefined && words.yes.match(last) !== undefined;
}

export class Section {
  role: Role | undefined;
  side: 'request' | 'response' | undefined;
  /** The title says that all in it are required. */
  required = false;
  /** The last line or title, where it may announce what stands next. */
  caption: string | undefined;
  /** The last line ends with this status and a colon: what stands below it is what that comes with. */
  announced: StatusFact | undefined;

  enter(role: Role | undefined): void {
    this.role = role;
    this.announced = undefined;
    this.required = false;
    this.side =
      role === undefined
        ? undefined
        : REQUEST_ROLES.has(role) || role === 'requestSample'
          ? 'request'
          : RESPONSE_ROLES.has(role)
            ? 'response'
            : this.side;
  }

  /** Where the title says that all in it are required, what says nothing of itself is. */
  require(field: FieldRow): void {
    if (!this.required || field.requiredText !== '') return;
    field.required = true;
    field.requiredText = 'required';
  }

  /** Which way what its sentences speak of goes, where they do not say it: parameters are of any kind. */
  get told(): 'request' | 'response' | undefined {
    return this.role === 'parameters' ? undefined : this.side;
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
