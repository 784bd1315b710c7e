// Document + profile → page: every block is handed to the section it stands in; what nobody takes is reported.
import { readCurlFence } from '../curl/read-curl.js';
import type { Diagnostic } from '../diagnostic.js';
import type { Profile, Role } from '../profiles/profile.js';
import {
  type Block,
  type Document,
  type FenceBlock,
  type HeadingBlock,
  type Inline,
  type Link,
  placeOf,
  type Row,
  type TableBlock,
} from '../read/document.js';
import { Account } from './account.js';
import { intendedHeader } from './header-names.js';
import { languageOf, pageId } from './identity.js';
import { recogniseOperations } from './operations/recognise-operations.js';
import {
  type BodyFacts,
  type BodyTable,
  type Endpoint,
  emptyBody,
  type Page,
  type ResponseFacts,
  type TreeRow,
} from './page.js';
import { isMethod, readMethods, readPrivileges, readStatuses } from './page-text.js';
import { Sections } from './sections.js';
import { type Columns, columnsOf, kindOf, type TableKind } from './table-columns.js';
import { alignRow, cleanName, readFieldRow, readRequired, readTreeRow, withValueLines } from './table-rows.js';
import { isUrl, readUrls } from './urls.js';

export interface Recognition {
  page: Page;
  diagnostics: Diagnostic[];
}

/** Understands one page. Never throws on any text. */
export function recognise(document: Document, profile: Profile): Recognition {
  if (profile.layout === 'sections') return recogniseOperations(document, profile);
  return new Recogniser(document, profile).run();
}

class Recogniser {
  private readonly account = new Account();
  private readonly diagnostics: Diagnostic[] = [];
  private readonly sections: Sections;
  private readonly page: Page;
  private readonly endpoint: Endpoint;
  /** Last line of text since the last table, fence or heading: what the next sample or URL is captioned with. */
  private line: Inline | undefined;
  private shortRows: Row[] = [];
  private sawRequestParts = false;
  private readonly pendingValues: { caption: string; header: Row; rows: Row[] }[] = [];

  constructor(
    private readonly document: Document,
    private readonly profile: Profile,
  ) {
    this.sections = new Sections(profile, document.blocks);
    const lang = languageOf(document, profile);
    const { id, title } = pageId(document);
    this.endpoint = emptyEndpoint(title, document);
    this.page = {
      id,
      file: document.file,
      lang,
      title,
      document,
      endpoints: [],
      errors: [],
      variables: [],
      summary: '',
      headings: [],
      comments: [],
      account: this.account,
    };
  }

  run(): Recognition {
    for (const block of this.document.blocks) this.block(block);
    this.attachListedValues();
    this.finish();
    return { page: this.page, diagnostics: this.diagnostics };
  }

  private report(
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

  private block(block: Block): void {
    switch (block.kind) {
      case 'heading':
        return this.heading(block);
      case 'table':
        return this.table(block);
      case 'fence':
        return this.fence(block);
      case 'paragraph':
        for (const line of block.lines) this.text(line, false);
        return;
      case 'item':
        return this.text(block, true);
      case 'comment':
        this.page.comments.push(block);
        for (const link of block.links) this.account.ignore(link, 'commented-out');
    }
  }

  // Headings

  private heading(heading: HeadingBlock): void {
    this.page.headings.push(heading);
    for (const link of heading.links) this.account.ignore(link, 'navigation');
    const parentRole = this.sections.role;
    const parentSide = this.sections.side;
    const role = this.sections.enter(heading);
    this.line = undefined;
    if (parentRole === 'method' && isMethod(heading.text.trim())) {
      this.endpoint.methods.push({ value: heading.text.trim(), span: heading.span });
      return this.account.use(heading, 'method');
    }
    if (role) {
      this.account.use(heading, `section ${role}`);
      if (role === 'failureBody') this.startFailure(heading);
      if (role === 'status') this.startOutcome();
      if (REQUEST_PARTS.has(role)) this.sawRequestParts = true;
      return;
    }
    if (heading.level === 1) return this.account.use(heading, 'title');
    if (parentSide || parentRole) this.account.use(heading, 'caption');
    else this.account.ignore(heading, 'prose');
  }

  private get response(): ResponseFacts {
    let last = this.endpoint.responses.at(-1);
    const inFailure = this.sections.role === 'failureBody';
    if (!last || (last.failure && !inFailure)) {
      last = [...this.endpoint.responses].reverse().find((r) => r.failure === inFailure) ?? emptyResponse(false);
      if (!this.endpoint.responses.includes(last)) this.endpoint.responses.push(last);
    }
    return last;
  }

  private startFailure(heading: HeadingBlock): void {
    this.endpoint.responses.push({ ...emptyResponse(true), title: heading.text });
  }

  /** A second status section below a heading of its own starts the next outcome. */
  private startOutcome(): void {
    const title = this.sections.unknownAncestors.at(-1)?.text;
    const open = this.endpoint.responses.find((r) => !r.failure);
    if (open && open.statuses.length > 0 && title !== undefined)
      this.endpoint.responses.push({ ...emptyResponse(false), title });
  }

  // Text

  private text(line: Inline, item: boolean): void {
    const role = this.sections.role;
    this.links(line, role);
    if (line.text === '') return;
    this.line = line;
    this.announcement(line);
    if (role === 'privileges') this.endpoint.privileges.push(...readPrivileges(line, this.profile));
    else if (role === 'method') this.endpoint.methods.push(...readMethods(line));
    else if (role === 'url') this.urlText(line);
    else if (role === 'status') this.statusText(line);
    else if (role === 'requestBody') this.bodyText(this.endpoint.body, line);
    else if (role === 'responseBody' || role === 'failureBody') this.bodyText(this.response.body, line);
    else if (role === 'overview' && this.page.summary === '' && !item) this.page.summary = line.text;
    else if (role === 'errors') this.errorText(line);
    else if (role === 'query' && this.document.flattened) this.optionText(line);
  }

  /** A line that stands where other pages have a heading: "When registering Box", "Namespace". */
  private announcement(line: Inline): void {
    if (!this.sections.side || line.text.length > 70) return;
    const match = this.profile.titles.match(line.text);
    if (match?.value === 'variant' && match.capture) this.sections.variant = match.capture;
    if (match?.value === 'namespace') this.sections.namespace = true;
  }

  private urlText(line: Inline): void {
    if (!isUrl(line.text)) return;
    this.addUrl(line.text, line.span);
  }

  private statusText(line: Inline): void {
    this.response.statuses.push(...readStatuses(line));
  }

  private bodyText(body: BodyFacts, line: Inline): void {
    const words = line.text.trim();
    body.span ??= line.span;
    if (this.profile.words.none.match(words)) {
      if (body.tables.length === 0) body.none = line.span;
      return;
    }
    if (words.length < 30 && this.mediaOf(words) && !body.format) body.format = { value: words, span: line.span };
    else body.prose.push({ value: line.text, span: line.span });
  }

  private mediaOf(words: string): string | undefined {
    const key = words
      .toLowerCase()
      .replace(/(?:形式|\s*format)$/i, '')
      .trim();
    return this.profile.media.formats[key] ?? (/^[a-z]+\/[\w.+-]+$/.test(key) ? key : undefined);
  }

  private errorText(line: Inline): void {
    this.endpoint.refersToErrors = true;
    const group = /["“「]([^"”」]{3,60})["”」]/.exec(line.text)?.[1];
    if (group) this.endpoint.errorGroup = group;
  }

  /** In flattened text a link to a query option has become its words. */
  private optionText(line: Inline): void {
    const name = optionName(line.text, this.profile);
    if (name) this.endpoint.options.push({ name, href: '', span: line.span });
  }

  private links(line: Inline, role: Role | undefined): void {
    for (const link of line.links) this.link(link, role);
  }

  private link(link: Link, role: Role | undefined): void {
    const name = role === 'query' ? optionName(link.text, this.profile) : undefined;
    if (name) {
      this.endpoint.options.push({ name, href: link.href, span: link.span });
      return this.account.use(link, 'query option');
    }
    if (role === 'errors') {
      this.endpoint.refersToErrors = true;
      return this.account.use(link, 'error list');
    }
    this.account.ignore(link, 'navigation');
  }

  // Fences

  private fence(fence: FenceBlock): void {
    const role = this.sections.role;
    const side = this.sections.side;
    const caption = this.takeCaption();
    if (fence.form === 'unopened' || fence.form === 'unclosed') {
      const missing = fence.form === 'unopened' ? 'opening' : 'closing';
      this.report(
        'doc/broken-fence',
        fence.span.start,
        `a code block without its ${missing} mark`,
        'write ``` on a line of its own before and after the code',
      );
    }
    if (/^\s*(?:\$\s+)?curl(?:\.exe)?\s/m.test(fence.text)) {
      this.endpoint.commands.push({
        fence,
        readings: readCurlFence(fence.text),
        ...(caption ? { title: caption } : {}),
      });
      return this.account.use(fence, 'command');
    }
    if (role === 'url') return this.urlFence(fence);
    if (role === 'method') return this.methodFence(fence);
    if (role === 'requestSample' || role === 'requestBody') return this.sample(this.endpoint.body, fence, caption);
    if (role === 'responseSample' || role === 'responseBody' || role === 'failureBody')
      return this.sample(this.response.body, fence, caption);
    if (role === 'query' && side === 'request') return this.optionFence(fence);
    if (role === 'status' || role === 'redirect') {
      this.response.body.explanations.push({ value: fence.text, span: fence.span });
      return this.account.use(fence, 'explanation');
    }
    this.account.ignore(fence, 'prose');
  }

  private takeCaption(): string | undefined {
    const caption = this.line?.text ?? this.sections.caption?.text;
    this.line = undefined;
    return caption && caption.length < 200 ? caption.split('\n')[0] : undefined;
  }

  private urlFence(fence: FenceBlock): void {
    for (const line of readUrls(fence.text, fence.start, this.profile)) {
      if (line.kind === 'url') this.addUrl(line.text, line.span);
      else {
        const variant = this.profile.titles.match(line.text);
        if (variant?.capture) this.sections.variant = variant.capture;
      }
    }
    this.account.use(fence, 'url');
  }

  private addUrl(text: string, span: { start: number; end: number }): void {
    if (/^wss?:/.test(text) || text.length > MAX_URL) return;
    const target = this.sections.variant;
    this.endpoint.urls.push({ text, span, ...(target ? { target } : {}) });
  }

  private methodFence(fence: FenceBlock): void {
    const line: Inline = { text: fence.text.trim(), span: fence.span, links: [] };
    this.endpoint.methods.push(...readMethods(line));
    this.account.use(fence, 'method');
  }

  private optionFence(fence: FenceBlock): void {
    const name = /^\s*[?&]?(\$?[A-Za-z_]\w*)\s*=/.exec(fence.text)?.[1];
    if (name && !this.page.option) this.page.option = { name, description: this.page.summary, span: fence.span };
    this.account.use(fence, 'query option');
  }

  private sample(body: BodyFacts, fence: FenceBlock, caption: string | undefined): void {
    const language = sampleLanguage(fence);
    body.span ??= fence.span;
    if (language === 'dtd') {
      body.explanations.push({ value: fence.text, span: fence.span });
      return this.account.use(fence, 'dtd');
    }
    const text = fence.text.trim();
    if (text === '' || this.profile.words.none.match(text)) return this.account.ignore(fence, 'empty');
    const variant = this.sections.variant;
    body.samples.push({
      text: fence.text,
      language,
      span: fence.span,
      start: fence.start,
      fence,
      ...(caption ? { caption } : {}),
      ...(variant ? { variant } : {}),
    });
    this.account.use(fence, 'sample');
  }

  // Tables

  private table(table: TableBlock): void {
    const role = this.sections.role;
    const side = this.sections.side;
    const { namespace, parts } = this.sections;
    const context = { role, side, namespace, parts };
    this.sections.namespace = false;
    const { columns, header, rows } = columnsOf(table, context, this.profile);
    const kind = kindOf(columns, rows, context);
    if (side || role) this.checkTable(table, columns, rows);
    if (header) this.account.use(header, 'table header');
    for (const row of table.header ? [table.header, ...table.rows] : table.rows)
      for (const cell of row.cells) for (const link of cell.links) this.link(link, role);
    const caption = this.takeCaption();
    this.tableOf(kind, columns, header, rows, caption);
    for (const row of [...(header ? [header] : []), ...rows])
      if (!this.account.has(row)) {
        if (row.cells.every((cell) => cell.text === '')) this.account.ignore(row, 'empty');
        else if (side && kind !== 'explanation' && kind !== 'redirect' && kind !== 'values') {
          this.account.report(row, 'doc/unaccounted');
          this.report(
            'doc/unaccounted',
            row.span.start,
            `row not understood: "${clip(row.cells.map((c) => c.text).join(' | '))}"`,
            'give the row a name in its name column',
          );
        } else this.account.ignore(row, side ? 'explanation' : 'prose');
      }
  }

  private tableOf(
    kind: TableKind,
    columns: Columns,
    header: Row | undefined,
    rows: Row[],
    caption: string | undefined,
  ): void {
    switch (kind) {
      case 'query':
      case 'path':
        return this.parameters(kind, columns, rows);
      case 'header':
        return this.sections.side === 'response'
          ? this.responseHeaders(columns, rows)
          : this.parameters('header', columns, rows);
      case 'fields':
      case 'tree':
      case 'xml':
      case 'unnamed':
        return this.bodyTable(kind, columns, rows);
      case 'namespaces':
        return this.namespaces(columns, rows);
      case 'statuses':
        return this.statuses(columns, rows);
      case 'errors':
        return this.errors(columns, rows);
      case 'variables':
        return this.variables(columns, rows);
      case 'privileges':
        return this.privileges(columns, rows);
      case 'redirect':
      case 'values':
      case 'explanation':
        return this.explanation(header, rows, caption);
    }
  }

  private checkTable(table: TableBlock, columns: Columns, rows: Row[]): void {
    const width = columns.length;
    const first = rows[0];
    if (!table.header && first)
      this.report(
        'doc/broken-table',
        table.span.start,
        'a table without a header row',
        'write the column titles and a line of dashes above it',
      );
    for (const row of rows) {
      const extra = row.cells.length - width;
      const message =
        extra > 0
          ? `the row has ${row.cells.length} cells, its table ${width} columns`
          : table.header?.closed && !row.closed && !this.document.flattened
            ? 'the row lacks its closing "|"'
            : undefined;
      if (message)
        this.report(
          'doc/broken-table',
          row.span.start,
          message,
          'write a `|` inside a cell as `\\|` and end the row with one `|`',
          'warning',
          row.span.end,
        );
      else if (extra < 0) {
        if (this.document.flattened) this.shortRows.push(row);
        else
          this.report(
            'doc/broken-table',
            row.span.start,
            `the row has ${row.cells.length} cells, its table ${width} columns`,
            'end the row with an empty cell for each missing one',
            'warning',
            row.span.end,
          );
      }
    }
  }

  private parameters(place: 'query' | 'header' | 'path', columns: Columns, rows: Row[]): void {
    for (const row of rows) {
      const field = readFieldRow(row, columns, this.profile);
      if (!field || this.isPseudoRow(row, field.name)) continue;
      if (place === 'header') field.name = this.headerName(field.written, field.name, field.nameSpan.start);
      if (place === 'path') field.name = field.name.replace(/^\{|\}$/g, '');
      const same = this.endpoint.parameters.find((p) => p.in === place && sameName(p.name, field.name, place));
      this.account.use(row, place);
      if (same) this.duplicate(row, field.written, same.span.start);
      else this.endpoint.parameters.push({ ...field, in: place });
    }
  }

  private responseHeaders(columns: Columns, rows: Row[]): void {
    const { headers } = this.response;
    for (const row of rows) {
      const field = readFieldRow(row, columns, this.profile);
      if (!field || this.isPseudoRow(row, field.name)) continue;
      field.name = this.headerName(field.written, field.name, field.nameSpan.start);
      const same = headers.find((h) => sameName(h.name, field.name, 'header'));
      this.account.use(row, 'response header');
      if (same) this.duplicate(row, field.written, same.span.start);
      else headers.push(field);
    }
  }

  private headerName(written: string, name: string, at: number): string {
    const meant = intendedHeader(name);
    if (!meant) return name;
    this.report(
      'doc/header-name-typo',
      at,
      `"${written}" is no header; "${meant}" is meant`,
      `write ${meant}`,
      'warning',
      at + written.length,
    );
    return meant;
  }

  /** A common table lists what a table below lists for one target: the common row is out of place. */
  private misplaced(common: TreeRow, row: Row, variant: string): void {
    const { line } = placeOf(this.document, row.span.start);
    const message = `"${common.written}" is listed for every target, and again for ${variant} in line ${line}`;
    this.report('doc/duplicate-row', common.span.start, message, 'keep one of the rows', 'warning', common.span.end);
  }

  private duplicate(row: Row, name: string, first: number): void {
    const { line } = placeOf(this.document, first);
    this.report(
      'doc/duplicate-row',
      row.span.start,
      `"${name}" is listed a second time, first in line ${line}`,
      'keep one of the rows',
      'warning',
      row.span.end,
    );
  }

  /** A row that says only that there is nothing (`None`), or repeats the dashes. */
  private isPseudoRow(row: Row, name: string): boolean {
    if (!this.profile.words.none.match(name) && !/^[-:\s]+$/.test(name)) return false;
    this.account.ignore(row, 'none');
    return true;
  }

  private bodyTable(kind: 'fields' | 'tree' | 'xml' | 'unnamed', columns: Columns, rows: Row[]): void {
    const body = this.sections.side === 'response' ? this.response.body : this.endpoint.body;
    const [first] = rows;
    const variant = this.sections.variant;
    const span = { start: first?.span.start ?? 0, end: rows.at(-1)?.span.end ?? 0 };
    body.span ??= span;
    const part = { span, ...(variant ? { variant } : {}) };
    if (kind === 'unnamed') {
      body.tables.push({
        kind,
        ...part,
        text: rows
          .map((row) =>
            row.cells
              .map((c) => c.text)
              .filter(Boolean)
              .join('. '),
          )
          .join('\n'),
      });
      for (const row of rows) this.account.use(row, 'body');
    } else if (kind === 'xml')
      body.tables.push({ kind, ...part, rows: rows.flatMap((row) => this.node(row, columns)) });
    else if (kind === 'tree') body.tables.push({ kind, ...part, rows: this.treeRows(body, columns, rows) });
    else body.tables.push({ kind, ...part, rows: this.fieldRows(columns, rows) });
    delete body.none;
  }

  private fieldRows(columns: Columns, rows: Row[]): Extract<BodyTable, { kind: 'fields' }>['rows'] {
    const out: Extract<BodyTable, { kind: 'fields' }>['rows'] = [];
    for (const row of rows) {
      const field = readFieldRow(row, columns, this.profile);
      if (!field || this.isPseudoRow(row, field.name)) continue;
      this.account.use(row, 'field');
      const same = out.find((f) => f.name === field.name);
      if (same) this.duplicate(row, field.written, same.span.start);
      else out.push(this.document.flattened ? withValueLines(field) : field);
    }
    return out;
  }

  private treeRows(body: BodyFacts, columns: Columns, rows: Row[]): Extract<BodyTable, { kind: 'tree' }>['rows'] {
    const out: Extract<BodyTable, { kind: 'tree' }>['rows'] = [];
    const variant = this.sections.variant;
    const earlier = body.tables.flatMap((t) =>
      t.kind === 'tree' && (t.variant === undefined || t.variant === variant) ? t.rows : [],
    );
    for (const row of rows) {
      const field = readTreeRow(row, columns, this.profile);
      if (!field || this.isPseudoRow(row, field.name)) continue;
      this.account.use(row, 'field');
      const same = [...earlier, ...out].find((f) => f.name === field.name && f.parent === field.parent);
      if (same && variant !== undefined && earlier.includes(same)) this.misplaced(same, row, variant);
      else if (same) this.duplicate(row, field.written, same.span.start);
      else out.push(field);
    }
    return out;
  }

  private node(row: Row, columns: Columns): Extract<BodyTable, { kind: 'xml' }>['rows'] {
    const cells = alignRow(row, columns, this.profile);
    const name = cells.nodeName ?? cells.name ?? cells.header;
    if (!name || name.text === '') return [];
    this.account.use(row, 'xml node');
    return [
      {
        name: cleanName(name.text),
        namespace: cells.namespace?.text ?? '',
        kind: cells.nodeType?.text ?? '',
        overview: cells.overview?.text ?? '',
        notes: [cells.effective?.text, cells.notes?.text].filter(Boolean).join('\n'),
        required: readRequired(cells.required?.text ?? '', this.profile) === 'yes',
        nameSpan: name.span,
        span: row.span,
        row,
      },
    ];
  }

  private namespaces(columns: Columns, rows: Row[]): void {
    const body = this.sections.side === 'response' ? this.response.body : this.endpoint.body;
    for (const row of rows) {
      const cells = alignRow(row, columns, this.profile);
      const uri = cells.uri ?? cells.name;
      if (!uri?.text) continue;
      body.namespaces.push({ uri: uri.text, prefix: (cells.prefix ?? cells.notes)?.text ?? '', span: row.span });
      this.account.use(row, 'namespace');
    }
  }

  private statuses(columns: Columns, rows: Row[]): void {
    for (const row of rows) {
      const cells = alignRow(row, columns, this.profile);
      const code = /^\s*([1-5]\d\d)\b/.exec(cells.status?.text ?? '')?.[1];
      if (!code) continue;
      const description = [cells.message?.text, cells.overview?.text].filter(Boolean).join(': ');
      this.response.statuses.push({ code, description, span: cells.status?.span ?? row.span });
      this.account.use(row, 'status');
    }
  }

  private errors(columns: Columns, rows: Row[]): void {
    const group = this.sections.heading?.text;
    for (const row of rows) {
      const cells = alignRow(row, columns, this.profile);
      const code = cells.code?.text;
      const status = /\b([1-5]\d\d)\b/.exec(cells.status?.text || code || '')?.[1];
      if (!code || !status) continue;
      const message = cells.message ?? cells.overview;
      this.page.errors.push({
        code,
        status: Number(status),
        message: message?.text ?? '',
        ...(cells.oauthCode?.text ? { oauth: cells.oauthCode.text } : {}),
        ...(group ? { group } : {}),
        span: row.span,
      });
      this.account.use(row, 'error');
    }
  }

  private variables(columns: Columns, rows: Row[]): void {
    for (const row of rows) {
      const cells = alignRow(row, columns, this.profile);
      const name = /^\{(\w+)\}$/.exec(cells.variable?.text ?? '')?.[1];
      if (!name) continue;
      this.page.variables.push({
        name,
        overview: [cells.overview?.text, cells.notes?.text].filter(Boolean).join('\n'),
        span: row.span,
      });
      this.account.use(row, 'variable');
    }
  }

  private privileges(columns: Columns, rows: Row[]): void {
    for (const row of rows) {
      const cells = alignRow(row, columns, this.profile);
      const target = cells.target?.text ?? cells.name?.text ?? row.cells[0]?.text ?? '';
      if (!cells.privileges) continue;
      for (const privilege of readPrivileges(cells.privileges, this.profile))
        this.endpoint.privileges.push({ ...privilege, target: target.toLowerCase() });
      this.account.use(row, 'privilege');
    }
  }

  private explanation(header: Row | undefined, rows: Row[], caption: string | undefined): void {
    const role = this.sections.role;
    if (!this.sections.side) return;
    const body = this.sections.side === 'response' ? this.response.body : this.endpoint.body;
    const lines = [...(header ? [header] : []), ...rows].map((row) =>
      row.cells
        .map((cell) => cell.text.replaceAll('\n', ' '))
        .join(' | ')
        .trimEnd(),
    );
    const [first] = rows;
    if (first) {
      body.explanations.push({
        value: [...(caption ? [caption] : []), ...lines].join('\n'),
        span: { start: first.span.start, end: rows.at(-1)?.span.end ?? first.span.end },
      });
      if (header && (role === 'requestBody' || role === 'requestSample'))
        this.pendingValues.push({ caption: this.sections.caption?.text ?? caption ?? '', header, rows });
    }
    for (const row of rows) this.account.use(row, 'explanation');
  }

  /** A table of values belongs to the field that its caption names ("Status"), or whose cell points to it ("the following table"). */
  private attachListedValues(): void {
    for (const table of this.endpoint.body.tables) {
      if (table.kind !== 'fields') continue;
      for (const field of table.rows) {
        const points = [field.effective, field.overview, field.notes].some((text) =>
          this.mentions(text, 'followingTable'),
        );
        const values = this.pendingValues.find(
          ({ caption, header, rows }) =>
            rows[0] !== undefined &&
            rows[0].span.start > field.span.start &&
            (caption.trim().toLowerCase() === field.name.toLowerCase() ||
              (points && cleanName(header.cells[0]?.text ?? '') === field.name)),
        );
        if (values)
          field.listed = values.rows.flatMap((row) =>
            row.cells[0]?.text ? [{ value: cleanName(row.cells[0].text), span: row.cells[0].span }] : [],
          );
      }
    }
  }

  private mentions(text: string, kind: 'followingTable'): boolean {
    const lower = text.toLowerCase();
    return this.profile.languages.some((language) =>
      (language.words[kind] ?? []).some((word) => lower.includes(word.toLowerCase())),
    );
  }

  // The end

  private finish(): void {
    const { endpoint } = this;
    const named = optionName(this.page.title, this.profile);
    if (named) this.page.option = { name: named, description: this.page.summary, span: { start: 0, end: 0 } };
    const [short, ...others] = this.shortRows;
    if (short) {
      const also = others.map((row) => placeOf(this.document, row.span.start).line);
      const more =
        also.length > 0
          ? `; so have the rows in lines ${also.slice(0, 12).join(', ')}${also.length > 12 ? ', …' : ''}`
          : '';
      this.report(
        'doc/broken-table',
        short.span.start,
        `the row has ${short.cells.length} cells, fewer than its table has columns${more}`,
        'end the row with an empty cell for each missing one',
        'warning',
        short.span.end,
      );
    }
    const documents =
      endpoint.methods.length > 0 || endpoint.urls.length > 0 || (this.sawRequestParts && endpoint.commands.length > 0);
    if (documents && (endpoint.urls.length > 0 || endpoint.commands.length > 0)) this.page.endpoints.push(endpoint);
    const dedupe = new Set<string>();
    endpoint.methods = endpoint.methods.filter(({ value }) => !dedupe.has(value) && dedupe.add(value));
    for (const { kind, unit } of this.account.settle(this.document).lost) {
      this.account.report(unit, 'doc/unaccounted');
      this.report(
        'doc/unaccounted',
        unit.span.start,
        `${kind} not understood`,
        'see `docproof inspect` for what was understood of the page',
      );
    }
  }
}

/** Longer ones are no URL forms; they would be keys that YAML cannot hold. */
const MAX_URL = 900;

/** Sections that only a page with an operation has. */
const REQUEST_PARTS: ReadonlySet<Role> = new Set<Role>(['request', 'url', 'method', 'requestBody', 'requestHeader']);

function emptyEndpoint(title: string, document: Document): Endpoint {
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
    span: { start: document.bodyStart, end: document.text.length },
  };
}

function emptyResponse(failure: boolean): ResponseFacts {
  return { statuses: [], headers: [], body: emptyBody(), failure };
}

function sameName(a: string, b: string, place: 'query' | 'header' | 'path'): boolean {
  return place === 'header' ? a.toLowerCase() === b.toLowerCase() : a === b;
}

/** `$select` of "$select  Query", `q` of "Full-text Search (q) Query". */
function optionName(text: string, profile: Profile): string | undefined {
  const capture = profile.words.optionQuery.match(text)?.capture;
  if (!capture) return undefined;
  const inner = /\((\$?\w+)\)/.exec(capture)?.[1] ?? capture.replace(/^\$\s+/, '$');
  return /^\$?\w+$/.test(inner) ? inner : undefined;
}

function sampleLanguage(fence: FenceBlock): string {
  const text = fence.text.trimStart();
  if (fence.info === 'dtd' || text.startsWith('<!ELEMENT') || text.startsWith('<!ATTLIST')) return 'dtd';
  if (text.startsWith('{') || text.startsWith('[')) return fence.info && fence.info !== 'text' ? fence.info : 'json';
  if (text.startsWith('<')) return fence.info || 'xml';
  if (!fence.info && /^[\w.$-]+=/.test(text) && !/\s/.test(text.split('\n')[0]?.trim() ?? '')) return 'form';
  return fence.info;
}

function clip(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
