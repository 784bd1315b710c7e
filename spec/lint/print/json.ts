// Findings as a JSON array, for programs.
import type { Diagnostic } from '../../diagnostic.js';

/** `[{code, severity, page, lang, file, line, column, message, help}]`; `page`, `lang`, `help` are null where there is none. */
export function printJson(diagnostics: readonly Diagnostic[]): string {
  const rows = diagnostics.map((d) => ({
    code: d.code,
    severity: d.severity,
    page: d.page ?? null,
    lang: d.lang ?? null,
    file: d.file,
    line: d.line,
    column: d.column,
    message: d.message,
    help: d.help ?? null,
  }));
  return `${JSON.stringify(rows, null, 2)}\n`;
}
