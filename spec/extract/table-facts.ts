// Tables → facts: what a table is, and its rows of parameters, headers, statuses, errors, variables and privileges.
import { clip } from '../clip.js';
import type { Row, TableBlock } from '../read/document.js';
import { BodyTableReader } from './body-tables.js';
import { readErrorRow } from './error-rows.js';
import { intendedHeader, severalHeaders } from './header-names.js';
import { optionName } from './option-name.js';
import type { FieldRow } from './page.js';
import type { PageState } from './page-state.js';
import { readPrivileges } from './page-text.js';
import { readPrivilegeRows } from './privilege-rows.js';
import { readMethodRows, readUrlRows } from './request-line-tables.js';
import { statusesOfRow } from './status-rows.js';
import { type Columns, columnsOf, kindOf, type TableKind } from './table-columns.js';
import { duplicateRow, isNoHeader, isPseudoRow, unevenTable } from './table-findings.js';
import { alignRow, readFieldRow } from './table-rows.js';
import { TableSoundness } from './table-soundness.js';

export class TableReader {
  private readonly bodies: BodyTableReader;
  private readonly soundness: TableSoundness;

  constructor(private readonly state: PageState) {
    this.bodies = new BodyTableReader(state);
    this.soundness = new TableSoundness(state);
  }

  table(table: TableBlock): void {
    if (table.uneven) {
      unevenTable(this.state, table);
      return;
    }
    const role = this.state.sections.role;
    const side = this.state.sections.side;
    const { namespace, parts } = this.state.sections;
    const context = { role, side, namespace, parts };
    this.state.sections.namespace = false;
    const { columns, header, rows } = columnsOf(table, context, this.state.profile);
    const told = kindOf(columns, rows, context, this.state.profile);
    const kind =
      role === 'errors'
        ? this.kindOfErrors(told, columns, rows)
        : told === 'fields' && this.namesVariables(columns, rows)
          ? 'path'
          : told;
    if (side || role) this.soundness.check(table, columns, rows);
    if (header) this.state.account.use(header, 'table header');
    for (const row of table.header ? [table.header, ...table.rows] : table.rows)
      for (const cell of row.cells) for (const link of cell.links) this.state.link(link, role);
    const caption = this.state.takeCaption();
    if (role === 'url' && readUrlRows(this.state, rows)) return;
    if (role === 'method' && readMethodRows(this.state, rows)) return;
    if (kind === 'explanation' && !parts && side === 'request' && columns.includes('required'))
      this.nameless(header ?? rows[0]);
    for (const [part, own] of this.byPlace(kind, columns, rows)) this.tableOf(part, columns, header, own, caption);
    for (const row of [...(header ? [header] : []), ...rows])
      if (!this.state.account.has(row)) {
        if (row.cells.every((cell) => cell.text === '')) this.state.account.ignore(row, 'empty');
        else if (side && kind !== 'explanation' && kind !== 'redirect' && kind !== 'values') {
          this.state.account.report(row, 'doc/unaccounted');
          this.state.report(
            'doc/unaccounted',
            row.span.start,
            `row not understood: "${clip(row.cells.map((c) => c.text).join(' | '), 80)}"`,
            'give the row a name in its name column',
          );
        } else this.state.account.ignore(row, side ? 'explanation' : 'prose');
      }
  }

  /** A table that says what is required, of things that no column names. */
  private nameless(row: Row | undefined): void {
    if (row)
      this.state.report(
        'doc/unaccounted',
        row.span.start,
        'the table says what is required, but no column is known to hold the names: it is taken for an explanation',
        'title the column of the names "Item Name", or add its title to the profile',
        'warning',
        row.span.end,
      );
  }

  /** What only the end of the page tells: lists of values for their fields, cells that flattening has lost. */
  finish(): void {
    this.bodies.attachListedValues();
    this.soundness.finish();
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
        this.parameters(kind, columns, rows);
        return;
      case 'header':
        if (this.state.sections.side === 'response') this.responseHeaders(columns, rows);
        else this.parameters('header', columns, rows);
        return;
      case 'fields':
      case 'tree':
      case 'xml':
      case 'unnamed':
        this.bodies.table(kind, columns, rows, caption);
        return;
      case 'namespaces':
        this.bodies.namespaces(columns, rows);
        return;
      case 'statuses':
        this.statuses(columns, rows);
        return;
      case 'errors':
        this.errors(columns, rows);
        return;
      case 'variables':
        this.variables(columns, rows);
        return;
      case 'privileges':
        this.privileges(columns, rows);
        return;
      case 'hierarchy':
        readPrivilegeRows(this.state, columns, rows);
        return;
      case 'redirect':
      case 'values':
      case 'explanation':
        this.bodies.explanation(columns, header, rows, caption);
        return;
    }
  }

  /** A table of what the URL's braces stand for, under whatever title: each name is a variable of a documented form. */
  private namesVariables(columns: Columns, rows: Row[]): boolean {
    const { role, side } = this.state.sections;
    if (side !== 'request' || role === 'requestBody' || role === 'requestSample') return false;
    const at = columns.indexOf('name');
    const variables = this.variablesOfUrls();
    const names = rows.map((row) => bareVariable(row.cells[at]?.text ?? ''));
    return names.length > 0 && names.every((name) => variables.has(name));
  }

  private variablesOfUrls(): Set<string> {
    const { urls } = this.state.endpoint;
    return new Set(urls.flatMap(({ text }) => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1] as string)));
  }

  /** Rows of one table that go to different places: a column says where ("In"), or the URL has the name as a variable. */
  private byPlace(kind: TableKind, columns: Columns, rows: Row[]): Map<TableKind, Row[]> {
    const told = columns.includes('in');
    const mixed = kind === 'query' || (told && (kind === 'header' || kind === 'path' || kind === 'fields'));
    if (!mixed || this.state.sections.side !== 'request') return new Map([[kind, rows]]);
    const variables = told ? new Set<string>() : this.variablesOfUrls();
    const parts = new Map<TableKind, Row[]>();
    for (const row of rows) {
      const cells = alignRow(row, columns, this.state.profile);
      const place = told ? this.state.profile.places.match(cells.in?.text ?? '')?.value : undefined;
      const name = (cells.name ?? cells.query)?.text ?? '';
      const part = place === 'body' ? 'fields' : (place ?? (variables.has(bareVariable(name)) ? 'path' : kind));
      parts.set(part, [...(parts.get(part) ?? []), row]);
    }
    return parts;
  }

  private parameters(place: 'query' | 'header' | 'path', columns: Columns, rows: Row[]): void {
    for (const row of rows) {
      const field = readFieldRow(row, columns, this.state.profile, this.state.document.text);
      if (!field || (place === 'query' && this.option(row)) || isPseudoRow(this.state, row, field.name)) continue;
      if (place === 'header' && isNoHeader(this.state, row, field.name.normalize('NFKC'))) continue;
      if (place === 'path') field.name = field.name.replace(/^\{|\}$/g, '');
      if (place === 'query') field.name = field.name.normalize('NFKC').replace(/^[?&]/, '').split('=', 1)[0] ?? '';
      const others = place === 'header' ? this.nameHeader(field) : [];
      const same = this.state.endpoint.parameters.find((p) => p.in === place && sameName(p.name, field.name, place));
      this.state.account.use(row, place);
      if (same) duplicateRow(this.state, row, field.written, same.span.start);
      else this.state.endpoint.parameters.push({ ...field, in: place });
      for (const name of others) this.state.endpoint.parameters.push({ ...field, name, in: place });
    }
  }

  /** A line right below a table is its last row: in copied text that may be the words of a link to an option. */
  private option(row: Row): boolean {
    const [first, ...others] = row.cells;
    const alone = this.state.document.flattened && others.every(({ text }) => text === '');
    const name = alone && first ? optionName(first.text, this.state.profile) : undefined;
    if (name === undefined) return false;
    this.state.endpoint.options.push({ name, href: '', span: row.span });
    this.state.account.use(row, 'query option');
    return true;
  }

  private responseHeaders(columns: Columns, rows: Row[]): void {
    const { headers } = this.state.sections.role === 'errors' ? this.state.failure : this.state.response;
    for (const row of rows) {
      const field = readFieldRow(row, columns, this.state.profile, this.state.document.text);
      if (!field || isPseudoRow(this.state, row, field.name)) continue;
      if (isNoHeader(this.state, row, field.name.normalize('NFKC'))) continue;
      const others = this.nameHeader(field);
      const same = headers.find((h) => sameName(h.name, field.name, 'header'));
      this.state.account.use(row, 'response header');
      if (same) duplicateRow(this.state, row, field.written, same.span.start);
      else headers.push(field);
      for (const name of others) headers.push({ ...field, name });
    }
  }

  /** Gives a row the name of the header that is meant. @returns further headers of the same cell */
  private nameHeader(field: FieldRow): string[] {
    const name = field.name.normalize('NFKC');
    const below = field.written.includes('\n') ? severalHeaders(field.written.normalize('NFKC')) : [];
    const [first = name, ...others] = below.length > 1 ? below : severalHeaders(name);
    field.name = this.headerName(others.length > 0 ? first : field.written, first, field.nameSpan.start);
    return others;
  }

  private headerName(written: string, name: string, at: number): string {
    const meant = intendedHeader(name);
    if (!meant) return name;
    this.state.report(
      'doc/header-name-typo',
      at,
      `"${written}" is no header; "${meant}" is meant`,
      `write ${meant}`,
      'warning',
      at + written.length,
    );
    return meant;
  }

  private statuses(columns: Columns, rows: Row[]): void {
    for (const row of rows) {
      const cells = alignRow(row, columns, this.state.profile);
      const words = [cells.message, cells.overview, cells.notes];
      const statuses = statusesOfRow(cells.status, words, cells.status?.span ?? row.span, this.state.profile);
      if (statuses.length === 0) continue;
      this.state.response.statuses.push(...statuses);
      this.state.account.use(row, 'status');
    }
  }

  /** A table in the section about errors lists some where its rows state statuses; it explains where none does. */
  private kindOfErrors(told: TableKind, columns: Columns, rows: Row[]): TableKind {
    if (rows.some((row) => readErrorRow(row, columns, this.state.profile).length > 0)) return 'errors';
    return told === 'statuses' || told === 'errors' ? 'explanation' : told;
  }

  private errors(columns: Columns, rows: Row[]): void {
    const group = this.state.sections.heading?.text;
    let above: number[] = [];
    for (const row of rows) {
      const errors = readErrorRow(row, columns, this.state.profile, above);
      if (errors.length === 0) {
        if (this.state.sections.role === 'errors') this.state.account.ignore(row, 'explanation');
        continue;
      }
      above = errors.map(({ status }) => status);
      for (const error of errors) this.state.page.errors.push({ ...error, ...(group ? { group } : {}) });
      this.state.account.use(row, 'error');
    }
  }

  private variables(columns: Columns, rows: Row[]): void {
    for (const row of rows) {
      const cells = alignRow(row, columns, this.state.profile);
      const name = /^\{(\w+)\}$/.exec(cells.variable?.text ?? '')?.[1];
      if (!name) continue;
      this.state.page.variables.push({
        name,
        overview: [cells.overview?.text, cells.notes?.text].filter(Boolean).join('\n'),
        span: row.span,
      });
      this.state.account.use(row, 'variable');
    }
  }

  private privileges(columns: Columns, rows: Row[]): void {
    for (const row of rows) {
      const cells = alignRow(row, columns, this.state.profile);
      const target = cells.target?.text ?? cells.name?.text ?? row.cells[0]?.text ?? '';
      if (!cells.privileges) continue;
      for (const privilege of readPrivileges(cells.privileges, this.state.profile))
        this.state.endpoint.privileges.push({ ...privilege, target: target.toLowerCase() });
      this.state.account.use(row, 'privilege');
    }
  }
}

function bareVariable(name: string): string {
  return name.replace(/^[{:]|\}$/g, '');
}

function sameName(a: string, b: string, place: 'query' | 'header' | 'path'): boolean {
  return place === 'header' ? a.toLowerCase() === b.toLowerCase() : a === b;
}
