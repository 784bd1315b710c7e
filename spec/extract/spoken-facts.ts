// What sentences of a page about one operation tell that no section of it does: headers, and what it is refused with.
import type { Profile, Role } from '../profiles/profile.js';
import type { Inline } from '../read/document.js';
import { withCode } from './code-marks.js';
import { emptyResponse } from './empty-page.js';
import { answersIn } from './operations/answers.js';
import { HeaderAsides } from './operations/header-asides.js';
import type { Endpoint, ErrorRow } from './page.js';

/** Sections whose sentences are about the operation in whole. */
const ABOUT: ReadonlySet<Role | undefined> = new Set<Role | undefined>([
  undefined,
  'overview',
  'errors',
  'request',
  'response',
]);

export class SpokenFacts {
  private readonly headers: HeaderAsides;
  private readonly refusals: ErrorRow[] = [];

  constructor(private readonly profile: Profile) {
    this.headers = new HeaderAsides(profile);
  }

  told(line: Inline, source: string, role: Role | undefined): void {
    if (!ABOUT.has(role) || line.text.length > LONGEST) return;
    const side = role === 'request' || role === 'response' ? role : undefined;
    this.headers.told(withCode(line, source), side);
    for (const { code, description, span } of answersIn(withCode(line, source), this.profile, false))
      if (code >= '400' || code === '304')
        this.refusals.push({ code: '', status: Number(code), message: description, span });
  }

  /** Of what its sections tell, the sentences say nothing more. */
  settle(endpoint: Endpoint): void {
    const { responses, errors } = endpoint;
    const documented = new Set(responses.flatMap(({ statuses }) => statuses.map(({ code }) => Number(code))));
    for (const row of errors) documented.add(row.status);
    errors.push(...this.refusals.filter(({ status }) => !documented.has(status)));
    const success = responses.find(({ failure, statuses }) => !failure && statuses.every(({ code }) => code < '400'));
    this.headers.settle(endpoint, success ?? emptyResponse(false), []);
  }
}

const LONGEST = 2_000;
