// What a line of a copied table can be, by the kind of its column: a name, a type, a mark of requirement, a status, a namespace.
import type { HeadingHints } from './heading-hints.js';

/** The first cell of a row: a name, a number, or an object that rows below are in. */
const NAME =
  /^[\w$.:/@[\]-]{1,80}$|^[\w$.-]{0,40}[{｛]\s?[\w\d０-９ ]{1,40}[}｝]$|^urn:\s?[\w.-]{1,40}(?::\s?[\w.-]{1,40}){0,4}$/;
/** The same, with all that it is in: `d / results / __id`. */
const PATH = /^[\w$.:[\]-]{1,40}(?: \/ [\w$.:[\]-]{1,40}){1,9}$/;
const PREFIX = /^\w{1,20}[:：]$/;
/** The prefix of a namespace, or that there is none. */
const NAMESPACE = /^(?:\w{1,20}[:：]|-)$/;
const REFERENCE = /^[{｛]\s?[\d０-９]+\s?[}｝]$/;
const STATUS = /^[1-5](?:\d\d|xx)(?!\w)/i;
const MEDIA_TYPE = /^(?:application|text|image|audio|video|multipart)\/[\w.+*-]+$/;
/** Values that stand alone in cells of notes and defaults. */
const VALUE = /^(?:null|true|false|-?\d+(?:\.\d+)?)$/i;

/** Lines of a cell: what has more of them, and a type or a mark among them, are several rows. */
const MOST_LINES = 8;

/** Columns whose cells are names. */
const NAMES: ReadonlySet<string> = new Set([
  ...['header', 'query', 'path', 'name', 'variable', 'nodeName', 'code', 'target', 'privilege'],
]);

export class LineKinds {
  constructor(private readonly hints: HeadingHints) {}

  isName(line: string): boolean {
    return NAME.test(line) || PATH.test(line);
  }

  /** A name with all that it is in. */
  isPath(line: string): boolean {
    return PATH.test(line);
  }

  isReference(line: string): boolean {
    return REFERENCE.test(line);
  }

  isPrefix(line: string): boolean {
    return PREFIX.test(line);
  }

  isMark(line: string): boolean {
    return this.hints.isMark?.(line) === true;
  }

  isType(line: string): boolean {
    return this.hints.isType?.(line) === true;
  }

  /** A name that is more likely something else: a type, a value, a media type. */
  isWeakName(line: string): boolean {
    return this.isType(line) || VALUE.test(line) || MEDIA_TYPE.test(line);
  }

  /** Whether a line can be a cell of a column; undefined where the column takes any words. */
  fits(field: string, line: string): boolean | undefined {
    switch (field) {
      case 'required':
        return this.isMark(line);
      case 'type':
        return this.isType(line);
      case 'namespace':
        return NAMESPACE.test(line);
      case 'status':
        return STATUS.test(line);
      case 'parent':
        return REFERENCE.test(line) || NAME.test(line);
      case 'header':
        return NAME.test(line) && !this.isWeakName(line);
      default:
        return NAMES.has(field) ? this.isName(line) && !MEDIA_TYPE.test(line) : undefined;
    }
  }

  /** Why rows cannot be those of the columns: a cell holds what its column never does, or another row. */
  contradicts(fields: readonly string[], rows: readonly (readonly string[])[]): boolean {
    const isTold = (line: string): boolean =>
      (fields.includes('type') && this.isType(line)) || (fields.includes('required') && this.isMark(line));
    const typed = fields.includes('parent') && fields.includes('type');
    const isRow = (cell: string): boolean => {
      const lines = cell.split('\n');
      if (lines.length > MOST_LINES && lines.some(isTold)) return true;
      return typed && lines.some((line, i) => this.isName(line) && this.isType(lines[i + 1] ?? ''));
    };
    return rows.some(
      (cells) => cells.some(isRow) || fields.some((field, i) => this.isWrong(field, cells[i] ?? '', cells)),
    );
  }

  private isWrong(field: string, cell: string, row: readonly string[]): boolean {
    if (cell === '') return false;
    const [line = ''] = cell.split('\n');
    switch (field) {
      case 'type':
        // Types have names that nobody knows; a mark or an object is none, and a type stands in no other cell of the row.
        return (
          REFERENCE.test(line) ||
          this.isMark(line) ||
          (!this.isType(line) && row.slice(0, 2).some((one) => this.isType(one)))
        );
      case 'required':
      case 'status':
      case 'header':
        return this.fits(field, line) === false;
      case 'namespace':
        return !NAMESPACE.test(line) && /\s/.test(line);
      case 'name':
      case 'query':
      case 'nodeName':
        // A letter alone, as keys have it, looks like a mark.
        return REFERENCE.test(line) || MEDIA_TYPE.test(line) || (line.length > 1 && this.isMark(line));
      default:
        return false;
    }
  }
}

/** How a name is written: names of one column are alike. */
export function shapeOf(name: string): string {
  if (/^[{｛]/.test(name)) return 'braces';
  if (/^\d+$/.test(name)) return 'number';
  if (/^[A-Z][\w]*(?:-[A-Z][\w]*)+$/.test(name)) return 'header';
  return /^[A-Z]/.test(name) ? 'capital' : 'small';
}
