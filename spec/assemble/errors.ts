// The documented error list → the catalogue, and the error responses that every operation gets from it (`derived`).
import type { ErrorEntry } from '../contract/docproof.js';
import { compareText } from '../diagnostic.js';
import type { ErrorRow, Page } from '../extract/page.js';
import type { Profile } from '../profiles/profile.js';
import { placeOf } from '../read/document.js';
import type { Components, Json } from './components.js';
import { type ErrorFormat, PROBLEM } from './error-format.js';
import { pascal } from './names.js';
import type { Group } from './plan.js';
import { beyondReason, reason } from './reason.js';

type ListedError = ErrorRow & { page: Page };

export class ErrorCatalogue {
  private readonly rows: ListedError[];
  private readonly all: ListedError[];
  private readonly statuses = new Map<string, { status: string; oauth: boolean }[]>();
  private readonly made = new Map<string, Json>();

  constructor(
    pages: Page[],
    private readonly components: Components,
    private readonly profile: Profile,
    /** Codes that pages tell of all operations at once. */
    common: readonly ListedError[] = [],
    /** What the pages themselves say of all errors. */
    private readonly told: (page?: Page) => ErrorFormat | undefined = () => undefined,
  ) {
    const listed = pages.flatMap((page) => page.errors.map((row) => ({ ...row, page })));
    this.rows = distinct(listed);
    // Codes of an operation's own table count where there is a list: beside it, not instead of it.
    const own = pages.flatMap((page) =>
      page.endpoints.flatMap(({ errors }) => errors.map((row) => ({ ...row, page }))),
    );
    this.all = this.rows.length + common.length > 0 ? distinct([...this.rows, ...common, ...own]) : [];
  }

  entries(fileOf: (page: Page) => string): ErrorEntry[] {
    return this.all.map(({ code, status, message, group, oauth, page, span }) => ({
      code,
      status,
      message,
      ...(group ? { group } : {}),
      ...(oauth ? { oauth } : {}),
      source: { file: fileOf(page), line: placeOf(page.document, span.start).line },
    }));
  }

  /** Responses that a group of pages has by the list: those of the group that it names, else all without an OAuth error. */
  responses(
    group: Group,
    documented: ReadonlySet<string>,
    completed: (made: Json, status: string) => Json,
  ): Record<string, Json> {
    if (this.rows.length === 0 || !group.sources.some((s) => s.endpoint.refersToErrors)) return {};
    const named = this.partOf(group);
    const prefix = named ? pascal(named) : '';
    return Object.fromEntries(
      this.statusesOf(named)
        .filter(({ status }) => !documented.has(status))
        .map(({ status, oauth }) => {
          const made = this.response(`${prefix}Error${status}`, status, oauth);
          return [status, this.refer(`${prefix}Error${status}`, made, completed(made, status))];
        }),
    );
  }

  /** The part of the list that a group names; where the list has other words, as one in another language, the one with errors of the form that it shows. */
  private partOf({ sources }: Group): string | undefined {
    const names = sources.flatMap(({ endpoint }) => endpoint.errorGroup ?? []);
    const named = names.find((name) => this.rows.some((row) => row.group === name));
    if (named !== undefined || names.length === 0) return named;
    const fields = sources
      .flatMap(({ endpoint }) => endpoint.responses.filter(({ failure }) => failure))
      .flatMap(({ body }) =>
        body.tables.flatMap((one) => (one.kind === 'fields' ? one.rows.map(({ name }) => name) : [])),
      );
    const required = this.profile.errorBody?.oauth?.required ?? [];
    const shows = required.length > 0 && required.every((name) => fields.includes(name));
    return shows ? this.rows.find((row) => row.oauth !== undefined)?.group : undefined;
  }

  /** Responses for the statuses of the operation's own tables of errors, each saying which errors it stands for. */
  own(group: Group, documented: ReadonlySet<string>): Record<string, Json> {
    const rows = group.sources
      .flatMap(({ endpoint }) => endpoint.errors)
      .filter(({ status }) => status >= 400 || status === 304);
    const statuses = [...new Set(rows.map(({ status }) => String(status)))].filter((status) => !documented.has(status));
    const coded = this.rows.length > 0 && rows.some(({ code }) => code !== '');
    return Object.fromEntries(
      statuses.sort(compareText).map((status) => {
        const told = rows.filter((row) => String(row.status) === status);
        const said = told.map((row) => beyondReason(status, wordsOf(row))).filter(Boolean);
        const content = coded ? this.contentOf(told.some(({ oauth }) => oauth !== undefined)) : this.content(group);
        const description = [reason(status), ...new Set(said)].join('\n\n');
        const body = content && status >= '400' ? { content } : {};
        return [status, { description, ...body, 'x-docproof': { derived: true } }];
      }),
    );
  }

  /** What an answer with an error of the list has for content; for a documented status whose body no page shows. */
  content(group: Group): Json | undefined {
    if (this.rows.length === 0 || !group.sources.some((s) => s.endpoint.refersToErrors)) return undefined;
    return this.contentOf(false);
  }

  private contentOf(oauth: boolean): Json | undefined {
    const kind = oauth ? 'oauth' : 'default';
    const form = oauth ? undefined : this.told(this.rows[0]?.page);
    const body = form?.type === PROBLEM ? undefined : this.profile.errorBody?.[kind];
    const told = body ? undefined : form;
    if (told) return { [told.type]: { schema: this.components.refer('schemas', 'Error', told.schema, 'errors') } };
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
    return made;
  }

  /** Answers of the list that pages tell headers of are others than those without. */
  private refer(name: string, made: Json, completed: Json): Json {
    const identity = completed === made ? `derived ${name}` : [`derived ${name}`, completed];
    return this.components.refer('responses', name, completed, identity);
  }
}

function wordsOf({ code, message, details }: ErrorRow): string {
  const words = [code, message].filter(Boolean).join(': ');
  return details ? `${words} (${details})` : words;
}

/** The first of each code; all that have none are left out. */
function distinct(rows: ListedError[]): ListedError[] {
  const byCode = new Map<string, ListedError>();
  for (const row of rows) if (row.code !== '' && !byCode.has(row.code)) byCode.set(row.code, row);
  return [...byCode.values()];
}
