// A row of a table → the facts in it, with cells put back in their columns where a stray `|` has shifted them.
import type { Field, Profile } from '../profiles/profile.js';
import { wordsOf } from '../profiles/running-words.js';
import type { Inline, Row } from '../read/document.js';
import { withoutEnd } from '../without-end.js';
import { withCode } from './code-marks.js';
import { withoutDeprecation } from './deprecation.js';
import { readLimits } from './limit-columns.js';
import type { FieldRow, TreeRow } from './page.js';
import { type Columns, isReference } from './table-columns.js';

/** Yes, no, or yes under a condition (`Yes(When …)`, `○ ※1`); undefined where the text says nothing of the kind. */
export function readRequired(text: string, profile: Profile): 'yes' | 'no' | 'conditional' | undefined {
  if (text === '' || text.length > 120) return undefined;
  const whole = withoutEnd(text, '.。');
  if (profile.words.yes.match(whole)) return 'yes';
  if (profile.words.no.match(whole)) return 'no';
  const head = /^([\p{L}\p{So}\p{Sm}○〇◯×*]+?)\s*(?:[(（※*\d,;:\n]|\s)/u.exec(`${text} `)?.[1];
  if (head === undefined || head.length === text.length) return undefined;
  // "Must not be negative" says nothing of whether it is there.
  if (wordsOf(profile, 'obliges').includes(head.toLowerCase())) return undefined;
  const rest = whole.slice(head.length).replace(/^[\s(（]+|[\s)）]+$/g, '');
  // "true or false" are the values.
  const [, last = '', more] = rest.split(/\s+/);
  if (more === undefined && profile.words.yes.match(head) && profile.words.no.match(last)) return undefined;
  if (profile.words.yes.match(head)) return profile.words.yes.match(rest) ? 'yes' : 'conditional';
  return profile.words.no.match(head) && text.length < 40 ? 'no' : undefined;
}

export type Cells = Partial<Record<Field, Inline>>;

/** Cells by field. Surplus cells go back into the text that was split; missing ones are absent. */
export function alignRow(row: Row, columns: Columns, profile: Profile): Cells {
  const width = columns.length;
  const { cells } = row;
  const required = columns.indexOf('required');
  const parent = columns.indexOf('parent');
  const stray = cells.slice(width).every(({ text }) => text === '');
  const inPlace = stray && readRequired(cells[required]?.text ?? '', profile) !== undefined;
  if (cells.length > width && required > 0 && !inPlace) return aroundRequired(cells, columns, required, profile);
  if (parent >= 0 && cells.length !== width) return aroundParent(cells, columns, parent, profile);
  const out: Cells = {};
  columns.forEach((field, i) => {
    const cell = i === width - 1 ? joined(cells.slice(i)) : cells[i];
    if (field && cell && !(field in out)) out[field] = cell;
  });
  return out;
}

function aroundRequired(cells: Inline[], columns: Columns, required: number, profile: Profile): Cells {
  const marks = cells.flatMap((cell, i) => (i > 0 && readRequired(cell.text, profile) !== undefined ? [i] : []));
  const behind = columns.length - 1 - required;
  const at =
    marks.find((i) => cells.length - 1 - i === behind) ?? marks.find((i) => i === required) ?? marks.at(-1) ?? required;
  const out: Cells = {};
  columns.forEach((field, i) => {
    if (!field) return;
    let cell: Inline | undefined;
    if (i === required) cell = cells[at];
    else if (i > required)
      cell = i === columns.length - 1 ? joined(cells.slice(at + i - required)) : cells[at + i - required];
    else if (i === required - 1) cell = joined(cells.slice(i, at));
    else if (i < at) cell = cells[i];
    if (cell) out[field] = cell;
  });
  return out;
}

function aroundParent(cells: Inline[], columns: Columns, parent: number, profile: Profile): Cells {
  const at = Math.max(
    0,
    cells.findIndex((cell) => isReference(cell.text, profile)),
  );
  const out: Cells = {};
  columns.forEach((field, i) => {
    const from = at + i - parent;
    const cell = i === columns.length - 1 ? joined(cells.slice(Math.max(from, 0))) : cells[from];
    if (field && cell) out[field] = cell;
  });
  return out;
}

const SIGN = /[!-/:-@[-`{-~]/;

function joined(cells: Inline[]): Inline | undefined {
  const [first] = cells;
  const filled = cells.filter((cell) => cell.text !== '');
  const last = filled.at(-1);
  if (!first || cells.length === 1 || !last) return first;
  return {
    text: filled.reduce(
      (text, cell, i) => `${text}${i === 0 ? '' : between(filled[i - 1] as Inline, cell)}${cell.text}`,
      '',
    ),
    span: { start: first.span.start, end: last.span.end },
    links: cells.flatMap((cell) => cell.links),
  };
}

/** A `|` among signs, as in `{|}`, is one of them; elsewhere it parts two texts. */
function between(cell: Inline, next: Inline): string {
  const touching = cell.span.end + 1 === next.span.start;
  return touching && SIGN.test(cell.text.at(-1) ?? '') && SIGN.test(next.text[0] ?? '') ? '|' : ' ';
}

/** Columns that say what a value may be. */
const LIMITING: readonly Field[] = ['effective', 'format', 'notes'];

/**
 * A row of a parameter, header or field table; undefined where it has no name.
 *
 * @param source text of the page: where only the description limits a value, the code marks in it count
 */
export function readFieldRow(row: Row, columns: Columns, profile: Profile, source = ''): FieldRow | undefined {
  const cells = alignRow(row, columns, profile);
  const name = cells.name ?? cells.header ?? cells.query ?? cells.path;
  if (!name || name.text === '') return undefined;
  const text = (field: Field): string => cells[field]?.text ?? '';
  const { wording } = profile;
  const named = withoutDeprecation(name.text, wording);
  const typing = withoutDeprecation(text('type'), wording);
  const requiredText = text('required') || (columns.includes('required') ? '' : markBehind(name.text, profile));
  const starred =
    !columns.includes('required') && /[^*]\*$/.test(name.text) && profile.wording.starIsRequired.test(source);
  const required = starred ? 'yes' : readRequired(requiredText, profile);
  // A column "Format" beside "Effective Value" holds the type; alone it holds the effective value.
  const typed = 'type' in cells;
  // Where no other column speaks of the value, the description limits it.
  const limited = LIMITING.some((field) => columns.includes(field));
  const described = limited || !cells.overview ? '' : withCode(cells.overview, source).text;
  const type = typed ? typing.text : text('format');
  const limits = readLimits(text, profile.wording.tellsOfNumber.test(type), profile.wording);
  return {
    name: cleanName(named.text),
    written: name.text,
    overview: text('overview'),
    ...(described ? { described } : {}),
    effective: [text('effective'), ...(typed ? [text('format')] : [])].filter(Boolean).join('\n'),
    type,
    notes: [text('notes'), text('value')].filter(Boolean).join('\n'),
    ...(text('default') ? { default: text('default') } : {}),
    ...(Object.keys(limits).length > 0 ? { limits } : {}),
    requiredText,
    required: required === 'yes',
    conditional: required === 'conditional',
    ...(named.deprecated || typing.deprecated || wording.deprecatedWord.test(requiredText) ? { deprecated: true } : {}),
    nameSpan: name.span,
    span: row.span,
    row,
  };
}

/** Whether a field is required, as brackets behind its name say: `Name (required)`, `Name（文字列、任意）`; empty where none do. */
export function markBehind(name: string, profile: Profile): string {
  const inside = /[(（]([^()（）]{1,40})[)）]$/.exec(name.trim())?.[1] ?? '';
  // A sign alone may be a note's.
  return (
    inside
      .split(/[,、;／/]/)
      .find((part) => /\p{L}{2}/u.test(part) && readRequired(part.trim(), profile) !== undefined)
      ?.trim() ?? ''
  );
}

/**
 * A row of a nesting table; undefined without a parent or a name.
 *
 * @param above parent of the row above: a cell left empty (of cells that were one) goes on with it; in the first row it is the root
 */
export function readTreeRow(row: Row, columns: Columns, profile: Profile, above?: string): TreeRow | undefined {
  const field = readFieldRow(row, columns, profile);
  const own = alignRow(row, columns, profile).parent?.text.normalize('NFKC') ?? '';
  const whole = row.cells.length === columns.length;
  const parent = own === '' && whole ? (above ?? 'root') : own;
  if (!field || parent === '') return undefined;
  if (/^\{\s*\d+\s*\}$/.test(parent)) return { ...field, parent: parent.replace(/\s/g, '') };
  return { ...field, parent: profile.words.root.match(parent) ? 'root' : cleanName(parent) };
}

/** A name that a narrow column broke behind a sign: `X-HTTP-Method-`, `Override`. */
function wholeName(text: string): string {
  const pieces = text.length > 120 ? [] : text.split(/\s+/);
  const broken = pieces.length > 1 && pieces.every((piece) => /^[\w./-]{1,60}$/.test(piece));
  const [, ...behind] = pieces;
  const isWhole =
    broken && pieces.slice(0, -1).every((piece) => /\w[-_]$/.test(piece)) && behind.every((piece) => /^\w/.test(piece));
  return isWhole ? pieces.join('') : text;
}

/** A name without the marks around it: quotes, a colon behind it, footnotes. */
export function cleanName(text: string): string {
  const [line = ''] = wholeName(text).split('\n');
  return (
    line
      .trim()
      .replace(/^["'`]|["'`]$/g, '')
      .replace(/\s*[:：]$/, '')
      .replace(/\s*(?:※\s*\d*|\*\d*|[(（](?:※\s*\d*|\*\d*)[)）])$/, '')
      // What stands in brackets behind a name explains it: `Name (string)`, `Name（名前）`.
      .replace(/^([\w.$@:-]+)\s*(?:[(（][^()（）='"{}]{1,40}[)）])$/, '$1')
  );
}

/**
 * In flattened text a list of values has lost its lines: `active deactivated passwordChangeRequired`. Words that are names of values (with a
 * capital inside, `_` or `:`), or of which one is the default, get them back, as do values with what they mean (`read：既読 unread：未読`); other words
 * are left as a sentence.
 */
export function withValueLines(row: FieldRow, profile: Profile): FieldRow {
  const words = row.effective.split(/\s+/);
  if (words.some((word) => profile.words.or.match(word))) return row;
  if (words.length < 2 || words.length > 30) return row;
  if (words.every((word) => /^[\w.+-]+[：:][^\u0000-\u007f]\S*$/.test(word)))
    return { ...row, effective: words.join('\n') };
  if (!words.every((word) => /^[a-z][\w:.+-]*$/.test(word))) return row;
  const named = words.some((word) => /[a-z][A-Z]|[_:]/.test(word));
  const noted = profile.wording.tellsOfDefault.test(row.notes) ? row.notes.split(/[\s"'[\]]+/) : [];
  const given = words.some((word) => noted.includes(word));
  return named || given ? { ...row, effective: words.join('\n') } : row;
}
