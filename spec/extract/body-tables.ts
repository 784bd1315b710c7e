// Tables of bodies → fields, nesting fields, XML nodes, namespaces, explanations.
import { mentions } from '../profiles/mentions.js';
import { normalise, plainTitle } from '../profiles/words.js';
import { placeOf, type Row } from '../read/document.js';
import { withoutEnd } from '../without-end.js';
import { nestNames } from './nested-names.js';
import type { BodyFacts, BodyTable, FieldRow, TreeRow } from './page.js';
import type { PageState } from './page-state.js';
import type { Columns } from './table-columns.js';
import { duplicateRow, isPseudoRow } from './table-findings.js';
import { alignRow, cleanName, readFieldRow, readRequired, readTreeRow, withValueLines } from './table-rows.js';

const QUOTES = ['""', '“”', '「」', '『』'];

export class BodyTableReader {
  private readonly pendingValues: { caption: string; header: Row; rows: Row[] }[] = [];

  constructor(private readonly state: PageState) {}

  table(kind: 'fields' | 'tree' | 'xml' | 'unnamed', columns: Columns, rows: Row[], caption: string | undefined): void {
    const body = this.state.sections.role === 'errors' ? this.state.failure.body : this.state.body;
    const [first] = rows;
    const variant = this.state.sections.variant;
    const span = { start: first?.span.start ?? 0, end: rows.at(-1)?.span.end ?? 0 };
    body.span ??= span;
    const part = { span, ...(variant ? { variant } : {}) };
    if (kind === 'unnamed') {
      body.tables.push({ kind, ...part, ...this.whole(columns, rows) });
      for (const row of rows) this.state.account.use(row, 'body');
    } else if (kind === 'xml')
      body.tables.push({ kind, ...part, rows: rows.flatMap((row) => this.node(row, columns)) });
    else if (kind === 'tree') body.tables.push({ kind, ...part, rows: this.treeRows(body, columns, rows) });
    else {
      const fields = this.fieldRows(columns, rows);
      const of = ownerOf(body, caption) ?? this.namedIn(body, caption, fields);
      const dotted = nestNames(fields, (field) => this.cellOf(field), this.state.profile.wording);
      body.tables.push({ kind, ...part, ...(of ? { of } : {}), rows: fields, ...(dotted ? { dotted } : {}) });
    }
    delete body.none;
  }

  private whole(columns: Columns, rows: Row[]): { text: string; required: boolean } {
    const read = rows.map((row) => {
      const mark = alignRow(row, columns, this.state.profile).required;
      const words = row.cells.filter((cell) => cell !== mark && cell.text !== '').map((cell) => cell.text);
      return { text: words.join('. '), required: readRequired(mark?.text ?? '', this.state.profile) === 'yes' };
    });
    return { text: read.map(({ text }) => text).join('\n'), required: read.some(({ required }) => required) };
  }

  namespaces(columns: Columns, rows: Row[]): void {
    const { body } = this.state;
    for (const row of rows) {
      const cells = alignRow(row, columns, this.state.profile);
      const uri = cells.uri ?? cells.name;
      if (!uri?.text) continue;
      body.namespaces.push({ uri: uri.text, prefix: (cells.prefix ?? cells.notes)?.text ?? '', span: row.span });
      this.state.account.use(row, 'namespace');
    }
  }

  explanation(columns: Columns, header: Row | undefined, rows: Row[], caption: string | undefined): void {
    const role = this.state.sections.role;
    if (!this.state.sections.side) return;
    const { body } = this.state;
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
      // What holds for each type of a value is no list of its values.
      const perCase = columns[0] === 'type' || columns.indexOf('effective') > 0;
      if (header && !perCase && (role === 'requestBody' || role === 'requestSample'))
        this.pendingValues.push({ caption: this.state.sections.caption?.text ?? caption ?? '', header, rows });
    }
    for (const row of rows) this.state.account.use(row, 'explanation');
  }

  /** A table of values belongs to the field that its caption names ("Status"), or whose cells name it (`See "Status"`) or point to it ("the following table"). */
  attachListedValues(): void {
    for (const table of this.state.endpoint.body.tables) {
      if (table.kind !== 'fields') continue;
      for (const field of table.rows) {
        const points = [field.effective, field.overview, field.notes].some((text) =>
          mentions(text, 'followingTable', this.state.profile),
        );
        const values = this.pendingValues.find(
          ({ caption, header, rows }) =>
            rows[0] !== undefined &&
            rows[0].span.start > field.span.start &&
            (normalise(plainTitle(caption)) === normalise(field.name) ||
              quotes(wordsOf(field), caption) ||
              (points && cleanName(header.cells[0]?.text ?? '') === field.name)),
        );
        if (values)
          field.listed = values.rows.flatMap((row) =>
            row.cells[0]?.text ? [{ value: cleanName(row.cells[0].text), span: row.cells[0].span }] : [],
          );
      }
    }
  }

  /** The list or object of an earlier table that a caption speaks of: "Details of Parts", "Part". */
  private namedIn(body: BodyFacts, caption: string | undefined, fields: readonly FieldRow[]): FieldRow | undefined {
    const words: readonly string[] = (caption ?? '').toLowerCase().match(/\w+(?:[.-]\w+)*/g) ?? [];
    if (words.length > MOST_WORDS) return undefined;
    const rows = body.tables.flatMap((table) => (table.kind === 'fields' ? table.rows : []));
    return rows.find((row) => {
      const name = row.name.toLowerCase();
      return (
        (words.includes(name) || words.includes(withoutEnd(name, 's'))) &&
        this.state.profile.wording.tellsOfFields.test(wordsOf(row)) &&
        fields.every((field) => field.name !== row.name)
      );
    });
  }

  /** The cell of a row's name as it stands in the page, with what indents it. */
  private cellOf({ nameSpan }: FieldRow): string {
    const { text } = this.state.document;
    const line = text.lastIndexOf('\n', nameSpan.start - 1) + 1;
    const before = text.slice(line, nameSpan.start);
    return text.slice(line + 1 + Math.max(before.lastIndexOf('|'), before.lastIndexOf('\t')), nameSpan.end);
  }

  private fieldRows(columns: Columns, rows: Row[]): Extract<BodyTable, { kind: 'fields' }>['rows'] {
    const out: Extract<BodyTable, { kind: 'fields' }>['rows'] = [];
    const byName = new Map<string, FieldRow>();
    for (const row of rows) {
      const field = readFieldRow(row, columns, this.state.profile, this.state.document.text);
      if (!field || isPseudoRow(this.state, row, field.name)) continue;
      this.state.account.use(row, 'field');
      const same = byName.get(field.name);
      if (same) duplicateRow(this.state, row, field.written, same.span.start);
      else {
        byName.set(field.name, field);
        out.push(this.state.document.flattened ? withValueLines(field, this.state.profile) : field);
      }
    }
    return out;
  }

  private treeRows(body: BodyFacts, columns: Columns, rows: Row[]): Extract<BodyTable, { kind: 'tree' }>['rows'] {
    const out: Extract<BodyTable, { kind: 'tree' }>['rows'] = [];
    const variant = this.state.sections.variant;
    const earlier = body.tables.flatMap((t) =>
      t.kind === 'tree' && (t.variant === undefined || t.variant === variant) ? t.rows : [],
    );
    for (const row of rows) {
      const read = readTreeRow(row, columns, this.state.profile, out.at(-1)?.parent);
      const field = read && this.isWholeList(read) ? { ...read, name: '' } : read;
      if (!field || (field.name !== '' && isPseudoRow(this.state, row, field.name))) continue;
      this.state.account.use(row, 'field');
      const same = [...earlier, ...out].find((f) => f.name === field.name && f.parent === field.parent);
      if (same && variant !== undefined && earlier.includes(same)) this.misplaced(same, row, variant);
      else if (same) duplicateRow(this.state, row, field.written, same.span.start);
      else out.push(field);
    }
    return out;
  }

  /** A row of the whole body, which has no name: `Root | - | array`. */
  private isWholeList({ parent, name, type }: TreeRow): boolean {
    const { words, wording } = this.state.profile;
    return parent === 'root' && wording.tellsOfList.test(type) && words.none.match(name) !== undefined;
  }

  /** A common table lists what a table below lists for one target: the common row is out of place. */
  private misplaced(common: TreeRow, row: Row, variant: string): void {
    const { line } = placeOf(this.state.document, row.span.start);
    const message = `"${common.written}" is listed for every target, and again for ${variant} in line ${line}`;
    this.state.report(
      'doc/duplicate-row',
      common.span.start,
      message,
      'keep one of the rows',
      'warning',
      common.span.end,
    );
  }

  private node(row: Row, columns: Columns): Extract<BodyTable, { kind: 'xml' }>['rows'] {
    const cells = alignRow(row, columns, this.state.profile);
    const name = cells.nodeName ?? cells.name ?? cells.header;
    if (!name || name.text === '') return [];
    const uri = name.text.replace(/\s/g, '');
    if (/^[a-z][\w+.-]*:$|^urn:|:\/\//i.test(uri)) {
      this.state.body.namespaces.push({ uri, prefix: '', span: name.span });
      this.state.account.use(row, 'namespace');
      return [];
    }
    this.state.account.use(row, 'xml node');
    return [
      {
        name: cleanName(name.text),
        namespace: cells.namespace?.text ?? '',
        kind: cells.nodeType?.text ?? '',
        overview: cells.overview?.text ?? '',
        notes: [cells.effective?.text, cells.notes?.text].filter(Boolean).join('\n'),
        required: readRequired(cells.required?.text ?? '', this.state.profile) === 'yes',
        nameSpan: name.span,
        span: row.span,
        row,
      },
    ];
  }
}

/** A caption is no sentence. */
const MOST_WORDS = 10;

/** The row of an earlier table that a table is titled with: by its name, or by the `{1}` that it refers to. */
function ownerOf(body: BodyFacts, caption: string | undefined): FieldRow | undefined {
  const title = cleanName(caption ?? '').toLowerCase();
  if (title === '') return undefined;
  const reference = /\{\s*\d+\s*\}/.exec(title)?.[0];
  const rows = body.tables.flatMap((table) => (table.kind === 'fields' ? table.rows : []));
  return rows.find(
    (row) => row.name.toLowerCase() === title || (reference !== undefined && wordsOf(row).includes(reference)),
  );
}

/** `See "Status"`: the words of a row name a table by its caption. */
function quotes(words: string, caption: string): boolean {
  return caption !== '' && QUOTES.some(([open, close]) => words.includes(`${open}${caption}${close}`));
}

/** What a row says of its value. */
export function wordsOf({ type, effective, notes, overview }: FieldRow): string {
  return `${type} ${effective} ${notes}${/\{\s*\d+\s*\}/.test(overview) ? ` ${overview}` : ''}`;
}
