// The operation that a page is in the middle of: facts are gathered, then put in their places when it ends.
import { mentions } from '../../profiles/mentions.js';
import type { Profile, Role } from '../../profiles/profile.js';
import type { HeadingBlock, Inline, Span, TableBlock } from '../../read/document.js';
import { deprecates } from '../deprecation.js';
import { emptyResponse } from '../empty-page.js';
import { formsOf } from '../optional-parts.js';
import type {
  CommandFence,
  Endpoint,
  Fact,
  FieldRow,
  ParameterFact,
  Privilege,
  ResponseFacts,
  Sample,
  StatusFact,
} from '../page.js';
import type { Attribute } from './attributes.js';
import { BulletNesting } from './bullet-nesting.js';
import { addBodyOfCommand } from './command-body.js';
import { HeaderAsides } from './header-asides.js';
import type { OperationStart } from './operation-starts.js';
import { placeOf, WITHOUT_BODY } from './places.js';
import { QueryAsides } from './query-asides.js';
import type { RequestLine } from './request-line.js';
import { withoutExamples } from './shown-requests.js';
import { STATUS_CODES } from './status-codes.js';
import { typedVariables } from './typed-variables.js';

export class OpenOperation {
  private readonly attributes: { attribute: Attribute; role: Role | undefined }[] = [];
  private readonly nesting: BulletNesting;
  private readonly failures: ResponseFacts[] = [];
  readonly response = emptyResponse(false);
  readonly headers: HeaderAsides;
  readonly queries: QueryAsides;
  /** What is sent, as a table has told it. */
  requestTable: TableBlock | undefined;
  private requestHadRequired = false;
  private sawAnswer = false;
  private paragraphEnded = false;
  private readonly required = new Set<string>();
  /** URLs that stand in examples. */
  private readonly shown = new Set<Endpoint['urls'][number]>();
  /** The answer that a title of its own is about. */
  private titled: ResponseFacts | undefined;

  constructor(
    readonly endpoint: Endpoint,
    readonly start: OperationStart,
    private readonly profile: Profile,
  ) {
    this.nesting = new BulletNesting(profile.wording);
    this.headers = new HeaderAsides(profile);
    this.queries = new QueryAsides(profile);
  }

  /** Its sections stand beside its heading. */
  get isFlat(): boolean {
    return this.start.flatUntil !== undefined;
  }

  /** Whether a heading that is no section of it ends it. */
  endsAt({ level, span }: HeadingBlock): boolean {
    return level < this.start.level || (level === this.start.level && span.start >= (this.start.flatUntil ?? 0));
  }

  /** @param shown as examples: they count where the page has no form of the URL for them */
  request(lines: RequestLine[], shown: boolean): void {
    for (const { method, url, span } of lines) {
      if (!this.endpoint.methods.some((m) => m.value === method)) this.endpoint.methods.push({ value: method, span });
      for (const text of formsOf(url)) {
        if (this.endpoint.urls.some((u) => u.text === text && u.method === method)) continue;
        const form = { text, method, span };
        this.endpoint.urls.push(form);
        if (shown) this.shown.add(form);
      }
    }
  }

  /** A URL apart from its method. */
  url(url: string, span: Span): void {
    for (const text of formsOf(url))
      if (!this.endpoint.urls.some((u) => u.text === text)) this.endpoint.urls.push({ text, span });
  }

  methods(found: Fact[]): void {
    for (const method of found)
      if (!this.endpoint.methods.some((m) => m.value === method.value)) this.endpoint.methods.push(method);
  }

  /**
   * @param goesOn what describes the operation already is not all of it
   * @param inFront nothing but what the operation shows stands in front of the text
   * @returns whether the text is part of the description
   */
  describe(text: string, goesOn: boolean, inFront: boolean): boolean {
    if (text.startsWith('>') || this.profile.words.none.match(text.replace(/[.。]$/, ''))) return false;
    const { description } = this.endpoint;
    const shows = this.endpoint.commands.length > 0 && !inFront;
    const begins = description === undefined && !shows && (inFront || this.attributes.length === 0);
    if (begins) this.endpoint.description = text;
    else if (description !== undefined && goesOn)
      this.endpoint.description = `${description}${this.paragraphEnded ? '\n\n' : '\n'}${text}`;
    else return false;
    this.paragraphEnded = false;
    return true;
  }

  /** @param text with its code marks */
  told({ text, span }: Inline): void {
    this.endpoint.said = [...(this.endpoint.said ?? []), { value: text, span }];
  }

  /** A line of text below a title about the answer. */
  returns(text: string): void {
    this.endpoint.returns = [...(this.endpoint.returns ?? []), text];
  }

  /** @param introduces where the line stands describes the operation */
  remark(text: string, introduces: boolean): void {
    if (deprecates(text, introduces, this.profile.wording)) this.endpoint.deprecated = true;
  }

  endParagraph(): void {
    this.paragraphEnded = true;
  }

  /** Whoever asks must have them. */
  allowed(privileges: Privilege[]): void {
    this.endpoint.privileges.push(...privileges);
  }

  /** Of what is sent, these must be there, wherever their other facts stand. */
  require(names: string[]): void {
    for (const name of names) this.required.add(name);
  }

  answers(statuses: StatusFact[]): void {
    for (const status of statuses) {
      const ok = /^[123]/.test(status.code);
      const known = this.answerOf(status)?.statuses.find(({ code }) => code === status.code);
      if (known) {
        // Told in passing first, then in words of its own.
        if (['', STATUS_CODES[known.code]].includes(known.description)) known.description = status.description;
      } else if (ok) this.response.statuses.push(status);
      else this.failures.push({ ...emptyResponse(false), statuses: [status] });
    }
  }

  /** What follows is about one answer; without a status, about none in particular. */
  entitle(status?: StatusFact): void {
    if (status) this.answers([status]);
    this.titled = status && this.answerOf(status);
  }

  private answerOf({ code }: StatusFact): ResponseFacts | undefined {
    return [this.response, ...this.failures].find((r) => r.statuses.some((s) => s.code === code));
  }

  /** "Request body (`application/json`)". */
  sentAs({ text, span }: Inline): void {
    const value = /\(([a-z]+\/[\w.+-]{1,60})\)/.exec(text)?.[1];
    if (value) this.endpoint.body.format = { value, span };
  }

  command(command: CommandFence): void {
    this.endpoint.commands.push(command);
    this.sawAnswer = true;
  }

  sideOfSample(role: Role | undefined): 'request' | 'response' {
    if (role === 'requestSample' || role === 'requestBody')
      return this.endpoint.commands.length > 0 && role === 'requestSample' ? 'response' : 'request';
    const sent = role === 'request' || role === 'requestHeader' || role === 'path' || role === 'query';
    if (role !== undefined && role !== 'parameters' && !sent) return 'response';
    const method = this.endpoint.methods[0]?.value ?? 'GET';
    const bodiless = this.endpoint.said?.some(({ value }) => mentions(value, 'bodiless', this.profile));
    const { commands, body } = this.endpoint;
    const isSent = commands.length === 0 && body.samples.length === 0;
    return isSent && !bodiless && !WITHOUT_BODY.has(method) ? 'request' : 'response';
  }

  /** @param status the answer that it is part of, where it tells itself */
  sample(side: 'request' | 'response', sample: Sample, status?: StatusFact): void {
    const failed = this.failures.at(-1);
    const code = failed?.statuses[0]?.code ?? ' ';
    const isFailure = side === 'response' && sample.caption?.includes(code) && !this.inPassing(sample.caption, code);
    const answer = (status && this.answerOf(status)) ?? (isFailure && failed ? failed : (this.titled ?? this.response));
    const body = side === 'request' ? this.endpoint.body : answer.body;
    body.samples.push(sample);
    body.span ??= sample.span;
    if (side === 'response') this.sawAnswer = true;
  }

  /** "Returns the boat. One that is at sea gives `409`.": below stands the boat, where nothing else shows it. */
  private inPassing(caption: string, code: string): boolean {
    const { statuses, body } = this.response;
    const alone = statuses.length > 0 && body.samples.length === 0 && !/[:：]$/.test(caption);
    return alone && /[^.。]{8}(?:\. |。)/.test(caption.slice(0, caption.indexOf(code)));
  }

  /** A row of a table: of the request, or of the answer where the section says so or the table looks so. */
  attribute(table: TableBlock, attribute: Attribute, role: Role | undefined, hasRequired: boolean) {
    const answer =
      isAnswer(role) ||
      (role === undefined || role === 'parameters' || role === 'responseSample'
        ? this.looksLikeAnswer(table, hasRequired)
        : false);
    if (answer) return this.answerField(attribute);
    this.requestTable = table;
    this.requestHadRequired ||= hasRequired;
    this.attributes.push({ attribute, role });
  }

  /** A second table, behind the sample, without a column of requirement where the first had one. */
  private looksLikeAnswer(table: TableBlock, hasRequired: boolean): boolean {
    return (
      this.sawAnswer &&
      table !== this.requestTable &&
      !hasRequired &&
      (this.requestHadRequired || this.endpoint.commands.length > 0)
    );
  }

  bullet(indent: number, attribute: Attribute, role: Role | undefined): void {
    const named = { ...attribute, name: this.nesting.nameOf(indent, attribute) };
    if (role === 'responseHeader') this.response.headers.push(named);
    else if (isAnswer(role)) this.answerField(named);
    else this.attributes.push({ attribute: named, role });
  }

  /** What comes next is in nothing before it, but for the members of an array that is the whole body (`[]`). */
  unnest(whole?: '[]'): void {
    this.nesting.end(whole);
  }

  /** Whether something that is sent has a name, wherever it is nested. */
  knows(name: string): boolean {
    return this.named(name) !== undefined;
  }

  /** All values that something may have. */
  allow(name: string, values: string[]): void {
    const found = this.named(name);
    if (found) found.effective = [found.effective, ...values].filter(Boolean).join('\n');
  }

  private named(name: string): Attribute | undefined {
    return this.attributes.find(({ attribute }) => attribute.name === name || attribute.name.endsWith(`.${name}`))
      ?.attribute;
  }

  private answerField(field: FieldRow): void {
    const { body } = this.titled ?? this.response;
    const table = body.tables.find((t) => t.kind === 'fields');
    if (table?.kind === 'fields') table.rows.push(field);
    else body.tables.push({ kind: 'fields', span: field.span, rows: [field], dotted: true });
    body.span ??= field.span;
  }

  finish(end: number): Endpoint {
    const { endpoint } = this;
    endpoint.span = { start: endpoint.span.start, end };
    const typed = typedVariables(endpoint, this.profile);
    this.attributes.push(...typed.map((attribute) => ({ attribute, role: 'path' as const })));
    endpoint.urls = withoutExamples(endpoint.urls, this.shown);
    if (endpoint.urls.length > 0 && endpoint.urls.every((url) => this.shown.has(url))) endpoint.inMessage = true;
    const fields: FieldRow[] = [];
    for (const { attribute, role } of this.attributes) {
      if (attribute.requiredText === '' && this.required.has(attribute.name)) attribute.required = true;
      const place = placeOf(attribute, role, endpoint);
      if (place !== 'body') this.addParameter({ ...attribute, in: place });
      else if (!fields.some(({ name }) => name === attribute.name)) fields.push(attribute);
    }
    if (fields.length > 0) {
      endpoint.body.tables.push({ kind: 'fields', span: fields[0]?.span ?? endpoint.span, rows: fields, dotted: true });
      endpoint.body.span ??= fields[0]?.span ?? endpoint.span;
    }
    this.queries.settle(endpoint);
    addBodyOfCommand(endpoint);
    this.headers.settle(endpoint, this.response, this.failures);
    const { statuses, body, headers } = this.response;
    if ([statuses, body.tables, body.samples, headers].some(({ length }) => length > 0))
      endpoint.responses.push(this.response);
    endpoint.responses.push(...this.failures);
    return endpoint;
  }

  private addParameter(parameter: ParameterFact): void {
    const { parameters } = this.endpoint;
    if (!parameters.some((p) => p.in === parameter.in && p.name === parameter.name)) parameters.push(parameter);
  }
}

function isAnswer(role: Role | undefined): boolean {
  return role === 'response' || role === 'responseBody' || role === 'status';
}
