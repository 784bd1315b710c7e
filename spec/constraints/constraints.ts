// What is read from a row, and what comes of it.
import type { Schema } from '../contract/api.js';
import type { Condition } from './requirement.js';

/** The cells of one row that speak of its value, as reading reduces them: entities and escapes resolved, `<br>` a line feed. */
export interface ConstraintCells {
  /** What the value is; only "array of …" counts. */
  overview?: string;
  /** Effective or valid values. */
  effective?: string;
  /** Notes, remarks, or the description where a table has no other column. */
  notes?: string;
  /** Required, mandatory. */
  required?: string;
  /** Data type or format; it may hold a range as well (`Int⏎1～3600`). */
  type?: string;
  /** A column of its own for the default. */
  default?: string;
}

/** So many characters of a cell are read; the rest of a longer one is no demand on a value. */
export const MAX_CELL = 4000;

/** Where a cell sends the reader for the values. */
export interface ValuesReference {
  /** `table`: the next table of the page; `title`: a table or section of that title, on `page` where one is named. */
  kind: 'table' | 'title';
  title?: string;
  page?: string;
}

export interface Constraints {
  /**
   * JSON Schema of the value: type (with `null` where null is allowed), lengths, pattern, format, enum, minimum, maximum, default, items.
   * Only what the row says; `type` is absent where nothing tells it. Byte limits stand under `x-docproof` (`minBytes`, `maxBytes`),
   * with the lengths that follow from them.
   */
  schema: Schema;
  /** True: null is allowed; false: the row says that null is invalid; absent: the row does not speak of null. */
  nullable?: boolean;
  required?: 'yes' | 'no' | 'conditional';
  /** What `conditional` depends on; any one of them demands the field. */
  conditions: Condition[];
  /** The default is made by the server for each request (a generated id): the schema has no default then. */
  defaultGenerated?: true;
  /** The members of a list in one string (`basic oidc:google`); the pattern follows from them. */
  tokens?: { values: string[]; separator: ' ' | ',' };
  /** The members of a list stand in one text, with commas between them. */
  commas?: true;
  reference?: ValuesReference;
  deprecated?: true;
  /** Keywords that were concluded rather than read. */
  inferred: string[];
  /** Phrases that seem to limit the value and were not understood, as written. */
  unread: string[];
  /** Phrases that only describe. */
  prose: string[];
  /** Lines of the effective values that say more than the schema does, whole. */
  remarks: string[];
}

export interface ReadOptions {
  /** Text of the page's `*1` notes by number. */
  footnotes?: Readonly<Record<string, string>>;
}
