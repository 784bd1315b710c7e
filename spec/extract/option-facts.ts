// What a page about a query option says of its value: `$top={number}` and the row of `{number}`, or a table of the values.
import type { Profile } from '../profiles/profile.js';
import type { Document, Row } from '../read/document.js';
import type { FieldRow } from './page.js';
import { columnsOf } from './table-columns.js';
import { alignRow } from './table-rows.js';

export interface OptionValue {
  /** As a row of a parameter table would tell it. */
  field: FieldRow;
  /** The rows that tell it. */
  rows: Row[];
}

/** What the page says of the option's value; undefined where it says nothing. */
export function optionValue(document: Document, name: string, profile: Profile): OptionValue | undefined {
  const variable = formVariable(document, name);
  for (const table of document.blocks.filter((block) => block.kind === 'table')) {
    const { columns, rows } = columnsOf(table, { role: 'query', side: 'request' }, profile);
    const listed = listedValues(rows, name);
    if (listed) return { field: fieldOf(name, listed.first, { listed: listed.values }), rows };
    const row = rows.find(({ cells }) => variable !== undefined && sameVariable(cells[0]?.text ?? '', variable));
    if (!row) continue;
    const cells = alignRow(row, columns, profile);
    const named = columns[0] === 'value' ? undefined : cells.value?.text;
    const field = fieldOf(name, row, {
      overview: cells.overview?.text ?? '',
      effective: [cells.effective?.text, named].filter(Boolean).join('\n'),
      type: cells.type?.text ?? cells.format?.text ?? '',
      notes: cells.notes?.text ?? '',
    });
    return { field, rows: [row] };
  }
  return undefined;
}

export interface OptionExample {
  /** What the row of the example is about: `eq`, `startswith`. */
  name: string;
  /** What stands behind `$filter=`. */
  value: string;
  row: Row;
}

/** Examples of an option's value in the page's tables, `$filter=Name eq 'box1'`: the first of each row. */
export function optionExamples(document: Document, name: string): OptionExample[] {
  const found = new Map<string, OptionExample>();
  for (const block of document.blocks) {
    if (block.kind !== 'table') continue;
    for (const row of block.rows) {
      const lines = row.cells.flatMap((cell) => cell.text.split('\n'));
      const shown = lines
        .find((line) => showsOption(line, name))
        ?.trim()
        .replace(/^[?&]/, '');
      const label = row.cells[0]?.text.trim() ?? '';
      if (shown === undefined || label === '' || showsOption(label, name) || found.has(label)) continue;
      found.set(label, { name: label, value: shown.slice(name.length + 1), row });
    }
  }
  return [...found.values()];
}

/** True for code that shows how the option is written: `$skip={number}`. */
export function showsOption(text: string, name: string): boolean {
  return text.trim().replace(/^[?&]/, '').startsWith(`${name}=`);
}

/** `number` of `$top={number}`; undefined where the form has other parts, which the row of one variable cannot describe. */
function formVariable(document: Document, name: string): string | undefined {
  const lines = document.blocks.flatMap((block) =>
    block.kind === 'fence'
      ? block.text.split('\n')
      : block.kind === 'paragraph'
        ? block.lines.map((line) => line.text)
        : [],
  );
  for (const line of lines) {
    if (!showsOption(line, name)) continue;
    return /^\{\s*(\w+)\s*\}$/.exec(
      line
        .trim()
        .replace(/^[?&]/, '')
        .slice(name.length + 1)
        .trim(),
    )?.[1];
  }
  return undefined;
}

/** A table in which every row has a value and an example of it, `allpages` and `$inlinecount=allpages`. */
function listedValues(rows: Row[], name: string): { values: NonNullable<FieldRow['listed']>; first: Row } | undefined {
  const [first] = rows;
  const shown = rows.every(({ cells }) => {
    const [value, ...others] = cells;
    return value !== undefined && /^\S+$/.test(value.text) && others.some((c) => c.text === `${name}=${value.text}`);
  });
  if (!first || rows.length < 2 || !shown) return undefined;
  const values = rows.flatMap(({ cells: [cell] }) => (cell ? [{ value: cell.text, span: cell.span }] : []));
  return { values, first };
}

function sameVariable(cell: string, variable: string): boolean {
  return /^\{\s*(\w+)\s*\}$/.exec(cell)?.[1]?.toLowerCase() === variable.toLowerCase();
}

function fieldOf(name: string, row: Row, facts: Partial<FieldRow>): FieldRow {
  const span = row.cells[0]?.span ?? row.span;
  return {
    name,
    written: name,
    overview: '',
    effective: '',
    type: '',
    notes: '',
    requiredText: '',
    required: false,
    conditional: false,
    nameSpan: span,
    span: row.span,
    row,
    ...facts,
  };
}
