// A diagnostic: one finding about an input, as a value. Collected, sorted and printed at the edge; never thrown.

export type Severity = 'error' | 'warning' | 'info';

/** A place in a document. Lines and columns count from 1; columns are UTF-16 code units. */
export interface Place {
  /** Path as the user gave it (or relative to the folder given), with forward slashes. */
  file: string;
  line: number;
  column: number;
}

/** A certain mend: replace `[start, end)` of the file's text (UTF-16 offsets) with `text`. */
export interface Fix {
  start: number;
  end: number;
  text: string;
}

export interface Diagnostic extends Place {
  /** `area/kind`, stable for ever. */
  code: string;
  severity: Severity;
  /** Id of the page it is about, where there is one. */
  page?: string;
  /** Language of that page. */
  lang?: string;
  /** What is wrong, in one sentence, with the offending text quoted. */
  message: string;
  /** What to do about it, in one line. */
  help?: string;
  /** Exclusive end of the marked text on the same line; one column where absent. */
  endColumn?: number;
  /** The source line, for the caret display; printers look it up where absent. */
  sourceLine?: string;
  fix?: Fix;
}

const RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Orders by file, line, column, severity, code and message, so that the same findings always print alike. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    RANK[a.severity] - RANK[b.severity] ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

/** `file:line:column: severity code: message`; control characters of what was read can't drive a terminal. */
export function diagnosticLine({ file, line, column, severity, code, message }: Diagnostic): string {
  const text = `${file}:${line}:${column}: ${severity} ${code}: ${message}`;
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}

/** Code-unit order, the same on every machine (never `localeCompare`). */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
