// Pages with many operations, each under a heading of its own: blocks → endpoints. The layout `sections` of a profile.
import { hasCommand } from '../../curl/commands.js';
import type { Diagnostic } from '../../diagnostic.js';
import type { Profile, Role } from '../../profiles/profile.js';
import {
  type Block,
  type Document,
  type FenceBlock,
  type HeadingBlock,
  type Inline,
  type ItemBlock,
  placeOf,
  type TableBlock,
} from '../../read/document.js';
import { Account } from '../account.js';
import { looksLikeHeader } from '../header-names.js';
import { languageOf, pageId } from '../identity.js';
import { type Endpoint, emptyBody, type Page } from '../page.js';
import { readMethods, readStatuses } from '../page-text.js';
import { columnsOf } from '../table-columns.js';
import { alignRow, readFieldRow } from '../table-rows.js';
import { isUrl } from '../urls.js';
import { answersIn, looksLikeJson, readHttpMessage, statusLines } from './answers.js';
import { readAttribute, readBullet } from './attributes.js';
import { withCodeMarks } from './code-marks.js';
import { OpenOperation } from './open-operation.js';
import { type OperationStart, operationStarts } from './operation-starts.js';
import { readLabelled, requestLines } from './request-line.js';

/** Understands one page. Never throws on any text. */
export function recogniseOperations(document: Document, profile: Profile): { page: Page; diagnostics: Diagnostic[] } {
  return new OperationRecogniser(document, profile).run();
}

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

/** Sections that a label may open on a line of its own: "Response: 201 Created". */
const PARTS: ReadonlySet<Role> = new Set<Role>([
  'response',
  'responseSample',
  'responseBody',
  'requestBody',
  'requestSample',
]);

class OperationRecogniser {
  private readonly account = new Account();
  private readonly diagnostics: Diagnostic[] = [];
  private readonly page: Page;
  private readonly starts: Map<Block, OperationStart>;
  private open: OpenOperation | undefined;
  private role: Role | undefined;
  private side: 'request' | 'response' | undefined;
  private caption: string | undefined;

  constructor(
    private readonly document: Document,
    private readonly profile: Profile,
  ) {
    const { id, title } = pageId(document);
    this.starts = operationStarts(document.blocks, profile);
    this.page = {
      id,
      file: document.file,
      lang: languageOf(document, profile),
      title,
      document,
      endpoints: [],
      commands: [],
      errors: [],
      variables: [],
      summary: '',
      headings: [],
      comments: [],
      account: this.account,
    };
  }

  run(): { page: Page; diagnostics: Diagnostic[] } {
    for (const block of this.document.blocks) this.block(block);
    this.close(this.document.text.length);
    for (const { kind, unit } of this.account.settle(this.document).lost) {
      this.account.report(unit, 'doc/unaccounted');
      this.diagnostics.push({
        code: 'doc/unaccounted',
        severity: 'warning',
        page: this.page.id,
        lang: this.page.lang,
        ...placeOf(this.document, unit.span.start),
        message: `${kind} not understood`,
        help: 'see `docproof inspect` for what was understood of the page',
      });
    }
    return { page: this.page, diagnostics: this.diagnostics };
  }

  private block(block: Block): void {
    const start = this.starts.get(block);
    if (start) this.begin(start, block);
    this.links(block);
    const requests = this.open ? requestLines(block, this.profile) : [];
    if (this.open && requests.length > 0) {
      this.open.request(requests);
      if (block.kind === 'fence') this.account.use(block, 'request line');
      if (block.kind !== 'heading') return;
    }
    if (block.kind === 'heading') this.heading(block, start !== undefined);
    else if (block.kind === 'paragraph') for (const line of block.lines) this.text(line);
    else if (block.kind === 'item') this.item(block);
    else if (block.kind === 'fence') this.fence(block);
    else if (block.kind === 'table') this.table(block);
    else this.page.comments.push(block);
  }

  private begin(start: OperationStart, block: Block): void {
    this.close(block.span.start);
    this.open = new OpenOperation(emptyEndpoint(start.title || this.page.title, block.span.start), start.level);
    this.enter('parameters');
    this.caption = undefined;
  }

  private close(end: number): void {
    if (this.open) this.page.endpoints.push(this.open.finish(end));
    this.open = undefined;
    this.role = undefined;
    this.side = undefined;
  }

  private enter(role: Role | undefined): void {
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

  private heading(heading: HeadingBlock, starts: boolean) {
    this.page.headings.push(heading);
    if (starts) return this.account.use(heading, 'operation');
    const role = this.profile.titles.match(heading.text)?.value;
    if (this.open && role && !this.endsWith(role, heading.level)) {
      this.account.use(heading, `section ${role}`);
      return this.enter(role === 'sample' ? this.sampleRole() : role);
    }
    if (this.open && heading.level <= this.open.level) this.close(heading.span.start);
    if (this.open) {
      this.account.use(heading, 'caption');
      this.caption = heading.text;
      this.enter(undefined);
    } else if (heading.level === 1) this.account.use(heading, 'title');
    else this.account.ignore(heading, 'prose');
  }

  /** A section about errors or the whole API beside the operations is about all of them. */
  private endsWith(role: Role, level: number): boolean {
    const own = this.open?.level ?? 0;
    return (
      own > 1 && (level < own || (level === own && (role === 'errors' || role === 'overview' || role === 'status')))
    );
  }

  /** "Example": of the answer below an answer's heading, else of the request. */
  private sampleRole(): Role {
    return this.side === 'response' ? 'responseSample' : 'requestSample';
  }

  private text(line: Inline) {
    const { open } = this;
    if (line.text === '') return;
    if (!open) {
      if (this.page.summary === '') this.page.summary = line.text;
      return;
    }
    const caption = this.captionOf(line.text);
    const answers = answersIn(line, this.profile, this.role === 'status' || this.role === 'errors');
    open.answers(answers);
    if (caption) return this.enter(caption === 'sample' ? this.sampleRole() : caption);
    if (this.labelled(line, open)) return;
    this.caption = answers.length > 0 ? undefined : line.text;
    if (this.role === 'url' && isUrl(line.text)) return open.url(line.text, line.span);
    if (this.role === 'method') return open.methods(readMethods(line));
    open.describe(line.text);
  }

  /** A line that announces what follows: by the words of captions, or a title that stands alone. */
  private captionOf(text: string): Role | undefined {
    const caption = this.profile.captions.match(text)?.value;
    if (caption !== undefined || text.length > 40 || /[.!?。]$/.test(text)) return caption;
    const title = this.profile.titles.match(text)?.value;
    return title === 'overview' || title === 'url' || title === 'method' ? undefined : title;
  }

  /** `Method: POST`, `URL: /login`, `Code: 200 OK`: a line that is a section of its own. */
  private labelled(line: Inline, open: OpenOperation): boolean {
    const found = readLabelled(line.text, this.profile);
    if (found?.role === 'url') open.url(found.value, line.span);
    else if (found?.role === 'method') open.methods(readMethods({ ...line, text: found.value }));
    else if (found?.role === 'status') open.answers(readStatuses({ ...line, text: found.value }));
    else if (found && PARTS.has(found.role) && found.value.length < 60) this.enter(found.role);
    else return false;
    return true;
  }

  private item(item: ItemBlock) {
    const { open } = this;
    if (!open) return;
    const answers = answersIn(
      item,
      this.profile,
      this.role === 'status' || this.role === 'errors' || this.role === 'response',
    );
    if (answers.length > 0) return open.answers(answers);
    const attribute = readBullet(item, this.profile);
    if (attribute) open.bullet(item.indent, attribute, this.role);
    else this.text(item);
  }

  private fence(fence: FenceBlock) {
    const { open } = this;
    const caption = this.caption;
    this.caption = undefined;
    if (!open) {
      if (!isCommand(fence)) return this.account.ignore(fence, 'prose');
      this.page.commands.push({ fence });
      return this.account.use(fence, 'command');
    }
    if (this.role === 'url' || this.role === 'method') {
      const line: Inline = { text: fence.text.trim(), span: fence.span, links: [] };
      if (this.role === 'method') open.methods(readMethods(line));
      else for (const url of line.text.split('\n')) if (isUrl(url.trim())) open.url(url.trim(), fence.span);
      return this.account.use(fence, this.role);
    }
    if (isCommand(fence)) {
      open.command({ fence, ...(caption ? { title: caption } : {}) });
      this.account.use(fence, 'command');
      return this.enter('responseSample');
    }
    const message = readHttpMessage(fence);
    if (message) {
      this.account.use(fence, 'sample');
      if (message.status) open.answers([message.status]);
      if (message.text !== '')
        open.sample(message.status ? 'response' : 'request', {
          text: message.text,
          language: 'json',
          span: fence.span,
          start: message.start,
          fence,
        });
      return;
    }
    if (!looksLikeJson(fence) && fence.info !== 'xml') {
      const statuses = statusLines(fence, this.profile);
      open.answers(statuses);
      return statuses.length > 0 ? this.account.use(fence, 'status') : this.account.ignore(fence, 'other code');
    }
    const side = open.sideOfSample(this.role);
    const language = fence.info === '' || fence.info.startsWith('json') ? 'json' : fence.info;
    open.sample(side, {
      text: fence.text,
      language,
      span: fence.span,
      start: fence.start,
      fence,
      ...(caption && caption.length < 200 ? { caption } : {}),
    });
    this.account.use(fence, 'sample');
  }

  private table(table: TableBlock): void {
    const { open } = this;
    const { columns, header, rows } = columnsOf(table, { role: this.role, side: this.side }, this.profile);
    const names =
      columns.includes('name') || columns.includes('header') || columns.includes('query') || columns.includes('path');
    if (header) this.account.use(header, 'table header');
    for (const row of rows) {
      if (!open) {
        this.account.ignore(row, 'prose');
        continue;
      }
      const status = columns.includes('status')
        ? /^\s*([1-5]\d\d)\b/.exec(alignRow(row, columns, this.profile).status?.text ?? '')?.[1]
        : undefined;
      if (status && !names) {
        const cells = alignRow(row, columns, this.profile);
        const description = [cells.message?.text, cells.overview?.text, cells.notes?.text].filter(Boolean).join(': ');
        open.answers([{ code: status, description, span: row.span }]);
        this.account.use(row, 'status');
      } else if (names) this.attribute(open, table, row, columns);
      else this.account.ignore(row, row.cells.every((cell) => cell.text === '') ? 'empty' : 'explanation');
    }
    this.caption = undefined;
  }

  private attribute(
    open: OpenOperation,
    table: TableBlock,
    row: TableBlock['rows'][number],
    columns: ReturnType<typeof columnsOf>['columns'],
  ) {
    const attribute = readAttribute(withCodeMarks(row, this.document.text), columns, this.profile);
    if (!attribute || this.profile.words.none.match(attribute.name)) return this.account.ignore(row, 'none');
    if (this.role === 'responseHeader') {
      const field = readFieldRow(row, columns, this.profile);
      if (field) open.response.headers.push(field);
      return this.account.use(row, 'response header');
    }
    const headers = this.role === 'requestHeader' || (columns.includes('header') && looksLikeHeader(attribute.name));
    open.attribute(
      table,
      { ...attribute, ...(headers ? { place: 'header' as const } : {}) },
      this.role,
      columns.includes('required'),
    );
    this.account.use(row, 'attribute');
  }

  private links(block: Block): void {
    const links =
      block.kind === 'paragraph'
        ? block.lines.flatMap((line) => line.links)
        : block.kind === 'table'
          ? [...(block.header ? [block.header] : []), ...block.rows].flatMap((row) =>
              row.cells.flatMap((cell) => cell.links),
            )
          : block.kind === 'fence'
            ? []
            : block.links;
    for (const link of links) this.account.ignore(link, block.kind === 'comment' ? 'commented-out' : 'navigation');
  }
}

function isCommand(fence: FenceBlock): boolean {
  return hasCommand(fence.text);
}

function emptyEndpoint(title: string, start: number): Endpoint {
  return {
    title,
    methods: [],
    urls: [],
    parameters: [],
    options: [],
    privileges: [],
    body: emptyBody(),
    responses: [],
    commands: [],
    refersToErrors: false,
    span: { start, end: start },
  };
}
