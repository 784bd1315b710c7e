// What the readers of a page share while they go through it: where they are, what was found, what was reported.
import type { Diagnostic } from '../diagnostic.js';
import type { Profile, Role } from '../profiles/profile.js';
import { type Document, type HeadingBlock, type Inline, type Link, placeOf } from '../read/document.js';
import type { Account } from './account.js';
import { withoutDeprecation } from './deprecation.js';
import { emptyEndpoint, emptyPage, emptyResponse } from './empty-page.js';
import { languageOf, pageId } from './identity.js';
import { optionName } from './option-name.js';
import type { BodyFacts, Endpoint, Page, ResponseFacts, StatusFact } from './page.js';
import type { PagePart } from './page-parts.js';
import { Sections } from './sections.js';

export class PageState {
  readonly diagnostics: Diagnostic[] = [];
  readonly sections: Sections;
  readonly page: Page;
  readonly endpoint: Endpoint;
  /** Last line of text since the last table, fence or heading: what the next sample or URL is captioned with. */
  line: Inline | undefined;

  /** @param part what is read of the document: all of it, or one of its operations */
  constructor(
    readonly document: Document,
    readonly part: PagePart,
    readonly profile: Profile,
    readonly account: Account,
  ) {
    this.sections = new Sections(profile);
    const lang = languageOf(document, profile);
    const { id, title } = pageId(document);
    this.endpoint = emptyEndpoint(withoutDeprecation(part.title ?? title, profile.wording), part.span);
    if (part.introduction !== '') this.endpoint.description = part.introduction;
    this.page = emptyPage(id, title, lang, document, account);
  }

  report(
    code: string,
    at: number,
    message: string,
    help?: string,
    severity: Diagnostic['severity'] = 'warning',
    end?: number,
  ): void {
    const place = placeOf(this.document, at);
    this.diagnostics.push({
      code,
      severity,
      page: this.page.id,
      lang: this.page.lang,
      ...place,
      message,
      ...(help ? { help } : {}),
      ...(end !== undefined && end > at ? { endColumn: place.column + end - at } : {}),
    });
  }

  /** The answer that the section is about. */
  get response(): ResponseFacts {
    let last = this.endpoint.responses.at(-1);
    const inFailure = this.sections.role === 'failureBody';
    if (!last || (last.failure && !inFailure)) {
      last = [...this.endpoint.responses].reverse().find((r) => r.failure === inFailure) ?? emptyResponse(false);
      if (!this.endpoint.responses.includes(last)) this.endpoint.responses.push(last);
    }
    return last;
  }

  /** The answer that a section shows which is about errors: no success, whatever its status. */
  get failure(): ResponseFacts {
    const open = this.endpoint.responses.findLast((response) => response.failure);
    if (!open && this.sections.heading) this.startFailure(this.sections.heading);
    return open ?? (this.endpoint.responses.at(-1) as ResponseFacts);
  }

  /** The body that the section is about. */
  get body(): BodyFacts {
    return this.sections.side === 'response' ? this.response.body : this.endpoint.body;
  }

  startFailure(heading: HeadingBlock): void {
    this.endpoint.responses.push({ ...emptyResponse(true), title: heading.text });
  }

  /** A second "Response" with words of its own ("Response (already logged in)") is the next outcome. */
  startResponse(heading: HeadingBlock): void {
    if (this.endpoint.responses.some((r) => !r.failure && r.statuses.length > 0))
      this.endpoint.responses.push({ ...emptyResponse(false), title: heading.text });
  }

  /** A second status section below a heading of its own starts the next outcome. */
  startOutcome(): void {
    const title = this.sections.unknownAncestors.at(-1)?.text;
    const open = this.endpoint.responses.find((r) => !r.failure);
    if (open && open.statuses.length > 0 && title !== undefined)
      this.endpoint.responses.push({ ...emptyResponse(false), title });
  }

  /** A status with a heading of its own is the next outcome, or what was open without one. */
  startStatus(status: StatusFact): void {
    const open = this.endpoint.responses.at(-1);
    if (open && !open.failure && open.statuses.length === 0) open.statuses.push(status);
    else this.endpoint.responses.push({ ...emptyResponse(false), statuses: [status] });
  }

  /** What the section says in words of who may ask, or when. */
  restrict(text: string): void {
    const { page } = this;
    const title = `**${this.sections.heading?.text ?? ''}**`;
    page.restrictions = [page.restrictions, ...(page.restrictions.includes(title) ? [] : [title]), text]
      .filter(Boolean)
      .join('\n\n');
  }

  takeCaption(): string | undefined {
    const caption = this.line?.text ?? this.sections.caption?.text;
    this.line = undefined;
    return caption && caption.length < 200 ? caption.split('\n')[0] : undefined;
  }

  link(link: Link, role: Role | undefined): void {
    const name = role === 'query' ? optionName(link.text, this.profile) : undefined;
    if (name) {
      this.endpoint.options.push({ name, href: link.href, span: link.span });
      this.account.use(link, 'query option');
      return;
    }
    if (role === 'errors') {
      this.endpoint.refersToErrors = true;
      this.account.use(link, 'error list');
      return;
    }
    this.account.ignore(link, 'navigation');
  }
}
