// Findings as GitHub workflow commands, which become annotations on the changed lines.
import type { Diagnostic } from '../../diagnostic.js';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** One `::warning …::` line for each finding. */
export function printGithub(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map((d) => {
      const properties = [
        ['file', d.file],
        ['line', String(d.line)],
        ['col', String(d.column)],
        ...(d.endColumn ? [['endColumn', String(d.endColumn)]] : []),
        ['title', d.code],
      ].map(([name, value]) => `${name}=${property(value ?? '')}`);
      return `::${COMMANDS[d.severity]} ${properties.join(',')}::${data(d.help ? `${d.message}\n${d.help}` : d.message)}\n`;
    })
    .join('');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
