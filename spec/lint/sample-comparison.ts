// A value against the tables of its body: names, types and limits, object by object.
import { jsonType } from '../assemble/field-schema.js';
import { plainKey } from '../constraints/wording-lists.js';
import type { JsonValue, Schema } from '../contract/api.js';
import type { FieldRow, Page } from '../extract/page.js';
import { pointerPart } from '../json-pointer.js';
import type { Span } from '../read/document.js';
import { type BodyRows, referenceOf } from './body-rows.js';
import type { Report } from './rule.js';
import type { Site } from './site.js';
import { quote, valueProblem } from './value-problem.js';

/** Where a member stands in the page: from its name, or from its value (`start`). */
export type PlaceOf = (pointer: string, part: 'key' | 'start') => Span;

export interface SampleContext {
  page: Page;
  site: Site;
  report: Report;
  rows: BodyRows;
  side: 'request' | 'response';
  place: PlaceOf;
  /** The sample is broken and was read as well as could be: its values are not held against limits. */
  broken?: boolean;
  /** What is left out keeps its value: a body of MERGE or PATCH. */
  partial?: boolean;
  /** Rows, unknown names and values that an earlier part of a sample of the same body has been reported for. */
  seen: Set<FieldRow | string>;
}

/** Reports what the tables of a body do not allow of a value. */
export function compareSample(context: SampleContext, value: JsonValue): void {
  new Comparison(context).run(value);
}

class Comparison {
  private readonly page: Page;
  private readonly site: Site;
  private readonly report: Report;
  private readonly rows: BodyRows;
  private readonly side: 'request' | 'response';
  private readonly seen: Set<FieldRow | string>;
  private readonly place: PlaceOf;
  private readonly broken: boolean;
  private readonly partial: boolean;

  constructor(context: SampleContext) {
    this.page = context.page;
    this.site = context.site;
    this.report = context.report;
    this.rows = context.rows;
    this.side = context.side;
    this.seen = context.seen;
    this.place = context.place;
    this.broken = context.broken === true;
    this.partial = context.partial === true;
  }

  /** Cells that most rows of the tables have. */
  private get width(): number {
    const widths = [...this.rows.byParent.values()]
      .flat()
      .map((row) => row.row.cells.length)
      .sort((a, b) => a - b);
    return widths[Math.floor((widths.length - 1) / 2)] ?? 0;
  }

  run(value: JsonValue): void {
    const { byParent } = this.rows;
    const root = byParent.has('root') ? 'root' : undefined;
    if (!root) return;
    if (Array.isArray(value) && this.side === 'request') {
      this.report(this.page, this.at('', 'start'), {
        message: 'the sample is an array, the table lists the fields of one object',
        help: 'make the sample and the table agree',
      });
      return;
    }
    this.object(root, Array.isArray(value) ? (value[0] ?? null) : value, Array.isArray(value) ? '/0' : '', []);
  }

  private at(pointer: string, part: 'key' | 'start' = 'key'): Span {
    return this.place(pointer, part);
  }

  private object(parent: string, value: JsonValue, pointer: string, path: string[]): void {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || path.includes(parent)) return;
    const rows = this.rows.byParent.get(parent) ?? [];
    if (rows.length === 0) return;
    const keys = Object.keys(value);
    const known = (key: string): boolean =>
      rows.some((row) => row.name === key || row.name.startsWith(`${key}.`) || row.name.startsWith(`${key}[`));
    const unknown = this.rows.open ? [] : keys.filter((key) => !known(key));
    const missing =
      this.side === 'request' && !this.partial
        ? rows.filter((row) => row.required && !this.has(value, row.name) && !isInside(row, rows))
        : [];
    this.names(unknown, missing, pointer, parent);
    for (const row of rows) {
      const own = value[row.name];
      if (own !== undefined) this.field(row, own, `${pointer}/${pointerPart(row.name)}`, [...path, parent]);
    }
  }

  private has(value: { [key: string]: JsonValue }, name: string): boolean {
    return name in value || (name.includes('.') && (name.split('.')[0] as string) in value);
  }

  /** One finding where a required field goes by another name, else one for each missing and one for all unknown. */
  private names(unknown: string[], missing: FieldRow[], pointer: string, parent: string): void {
    const first = unknown[0];
    const key = `${parent} ${unknown.join(' ')}`;
    if (first !== undefined && this.seen.has(key)) return;
    this.seen.add(key);
    const where = parent === 'root' || /^\{\d+\}$/.test(parent) ? '' : ` of ${parent}`;
    if (first !== undefined) {
      const list = unknown.map(quote).join(', ');
      const lacks = missing.map((row) => quote(row.written)).join(', ');
      const message = lacks
        ? `the sample has ${list}, its table ${lacks} (required)`
        : `the sample has ${list}${where}, which ${unknown.length === 1 ? 'its table does' : 'its tables do'} not list`;
      this.report(this.page, this.at(`${pointer}/${pointerPart(first)}`), {
        message,
        help: 'make the sample and the table agree',
      });
      return;
    }
    const lacking = `${parent} lacks ${missing.map((row) => row.name).join(' ')}`;
    if (missing.length === 0 || this.seen.has(lacking)) return;
    this.seen.add(lacking);
    this.report(this.page, this.at(pointer, 'start'), {
      message: `the sample lacks ${missing.map((row) => quote(row.written)).join(', ')}, which the table requires`,
      help: 'add it to the sample, or mark it as not required',
    });
  }

  private field(row: FieldRow, value: JsonValue, pointer: string, path: string[]): void {
    const reference = referenceOf(row);
    const type = jsonType(row.type, this.site.profile.wording) ?? (reference ? 'object' : undefined);
    const isList = Array.isArray(value);
    if (type === 'array' && !isList && value !== null) {
      this.once(row, `the table says that ${quote(row.written)} is an array, the sample shows ${described(value)}`);
      if (reference) this.object(reference, value, pointer, path);
      return;
    }
    if (type === 'object' && isList)
      this.once(row, `the table says that ${quote(row.written)} is an object, the sample shows an array`);
    else if (type && this.wrongType(type, value, row))
      this.once(
        row,
        `the table says that ${quote(row.written)} is ${article(type)}, the sample shows ${described(value)}`,
      );
    else if (this.side === 'request') this.limits(row, value, pointer);
    else this.fixed(row, value, pointer);
    if (!reference) return;
    if (isList)
      for (const [i, item] of value.slice(0, 20).entries()) this.object(reference, item, `${pointer}/${i}`, path);
    else this.object(reference, value, pointer, path);
  }

  private wrongType(type: string, value: JsonValue, row: FieldRow): boolean {
    if (value === null) return false;
    const { joiners, jsonTypes } = this.site.profile.wording;
    if (this.side === 'request' || /[,/|]/.test(row.type) || row.type.search(joiners) >= 0) return false;
    // Words that are no JSON type ("UNIX time") are strings by default only.
    if (type === 'string')
      return jsonTypes.get(plainKey(row.type)) === 'string' ? typeof value !== 'string' : typeof value === 'object';
    if (type === 'object') return typeof value !== 'object';
    if (type === 'boolean') return typeof value !== 'boolean';
    return (type === 'number' || type === 'integer') && typeof value !== 'number';
  }

  private once(row: FieldRow, message: string): void {
    if (this.seen.has(row)) return;
    this.seen.add(row);
    this.report(this.page, row.nameSpan, { message, help: 'make the sample and the table agree' });
  }

  /** A note that is nothing but a qualified name (`CellCtl.Role`) is the value itself. */
  private fixed(row: FieldRow, value: JsonValue, pointer: string): void {
    const name = /^[A-Za-z]\w*\.[A-Za-z]\w*$/;
    const wanted = row.notes.trim();
    if (typeof value !== 'string' || !name.test(wanted) || !name.test(value) || value === wanted) return;
    if (this.variants.has(row.name) || this.seen.has(row)) return;
    this.seen.add(row);
    this.report(this.page, this.at(pointer), {
      message: `${quote(row.written)} of the sample is ${quote(value)}, the table says ${quote(wanted)}`,
      help: 'make the sample and the table agree',
    });
  }

  /** Names that several tables of the body list: each target has its own. */
  private get variants(): Set<string> {
    const rows = [...this.rows.byParent.values()].flat();
    return new Set(rows.filter((row, i) => rows.findIndex((r) => r.name === row.name) !== i).map((row) => row.name));
  }

  private limits(row: FieldRow, value: JsonValue, pointer: string): void {
    // A stray `|` has moved the cells of this row: what it says about its value cannot be trusted.
    if (this.broken || row.row.cells.length > this.width) return;
    const read: Schema = this.site.read(row).schema;
    // Two words side by side may be a phrase ("existing label") rather than a list of values: not enough to accuse a sample.
    const schema = read.enum && /^\w+(?: \w+)+$/.test(row.effective.trim()) ? withoutEnum(read) : read;
    const problem = valueProblem(schema, value);
    const key = `${row.name} ${problem}`;
    if (!problem || this.seen.has(key)) return;
    this.seen.add(key);
    this.report(this.page, this.at(pointer), {
      message: `${quote(row.written)} of the sample is ${problem}`,
      help: 'change the sample, or what the table allows',
    });
  }
}

/** `owner.mail` beside a row `owner`: whether it must be there is for the owner to say. */
function isInside(row: FieldRow, rows: FieldRow[]): boolean {
  return rows.some(({ name }) => row.name.startsWith(`${name}.`) || row.name.startsWith(`${name}[`));
}

function withoutEnum(schema: Schema): Schema {
  const { enum: _, ...rest } = schema;
  return rest;
}

function described(value: JsonValue): string {
  if (Array.isArray(value)) return 'an array';
  if (value === null) return 'null';
  if (typeof value === 'object') return 'an object';
  return `${article(typeof value)}`;
}

function article(type: string): string {
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}
