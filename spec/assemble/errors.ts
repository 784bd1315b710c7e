// The documented error list → the catalogue, and the error responses that every operation gets from it (`derived`).
import type { ErrorEntry } from '../contract/docproof.js';
import { compareText } from '../diagnostic.js';
import type { ErrorRow, Page } from '../extract/page.js';
import type { Profile } from '../profiles/profile.js';
import { placeOf } from '../read/document.js';
import type { Components, Json } from './components.js';
import { pascal } from './names.js';
import type { Group } from './plan.js';
import { reason } from './responses.js';

export class ErrorCatalogue {
  readonly rows: (ErrorRow & { page: Page })[];
  private readonly statuses = new Map<string, { status: string; oauth: boolean }[]>();
  private readonly made = new Map<string, Json>();

  constructor(
    pages: Page[],
    private readonly components: Components,
    private readonly profile: Profile,
  ) {
    const seen = new Set<string>();
    this.rows = pages.flatMap((page) =>
      page.errors.filter((row) => !seen.has(row.code) && seen.add(row.code)).map((row) => ({ ...row, page })),
    );
  }

  entries(fileOf: (page: Page) => string): ErrorEntry[] {
    return this.rows.map(({ code, status, message, group, oauth, page, span }) => ({
      code,
      status,
      message,
      ...(group ? { group } : {}),
      ...(oauth ? { oauth } : {}),
      source: { file: fileOf(page), line: placeOf(page.document, span.start).line },
    }));
  }

  /** Responses that a group of pages has by the list: those of the group that it names, else all without an OAuth error. */
  responses(group: Group, documented: ReadonlySet<string>): Json {
    if (this.rows.length === 0 || !group.sources.some((s) => s.endpoint.refersToErrors)) return {};
    const named = group.sources
      .map((s) => s.endpoint.errorGroup)
      .find((name) => this.rows.some((row) => row.group === name));
    const prefix = named ? pascal(named) : '';
    return Object.fromEntries(
      this.statusesOf(named)
        .filter(({ status }) => !documented.has(status))
        .map(({ status, oauth }) => [status, this.response(`${prefix}Error${status}`, status, oauth)]),
    );
  }

  /** What an answer with an error of the list has for content; for a documented status whose body no page shows. */
  content(group: Group): Json | undefined {
    if (this.rows.length === 0 || !group.sources.some((s) => s.endpoint.refersToErrors)) return undefined;
    return this.contentOf(false);
  }

  private contentOf(oauth: boolean): Json | undefined {
    const kind = oauth ? 'oauth' : 'default';
    const body = this.profile.errorBody?.[kind];
    return (
      body && {
        'application/json': {
          schema: this.components.refer('schemas', oauth ? 'OAuthError' : 'Error', body as Json, `error ${kind}`),
        },
      }
    );
  }

  private statusesOf(named: string | undefined): { status: string; oauth: boolean }[] {
    let found = this.statuses.get(named ?? '');
    if (!found) {
      const rows = this.rows.filter((row) => (named ? row.group === named : row.oauth === undefined));
      found = [...new Set(rows.map((row) => String(row.status)))].sort(compareText).map((status) => ({
        status,
        oauth: rows.some((row) => row.oauth !== undefined && String(row.status) === status),
      }));
      this.statuses.set(named ?? '', found);
    }
    return found;
  }

  /** Asked for at every use, so that an operation that is remembered names all that it refers to. */
  private response(name: string, status: string, oauth: boolean): Json {
    const content = this.contentOf(oauth);
    let made = this.made.get(name);
    if (!made) {
      made = {
        description: reason(status),
        ...(content ? { content } : {}),
        'x-docproof': { derived: true },
      };
      this.made.set(name, made);
    }
    return this.components.refer('responses', name, made, `derived ${name}`);
  }
}
