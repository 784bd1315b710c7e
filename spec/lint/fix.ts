// Applies mends to a text.
import type { Diagnostic, Fix } from '../diagnostic.js';

/** The text with every mend that does not touch an earlier one; the rest is for the next round. */
export function applyFixes(text: string, diagnostics: readonly Diagnostic[]): { text: string; applied: number } {
  const fixes = diagnostics
    .flatMap((d): Fix[] => (d.fix ? [d.fix] : []))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  let out = '';
  let at = 0;
  let applied = 0;
  for (const fix of fixes) {
    if (fix.start < at || (applied > 0 && fix.start === at && fix.start === fix.end)) continue;
    out += text.slice(at, fix.start) + fix.text;
    at = fix.end;
    applied++;
  }
  return { text: out + text.slice(at), applied };
}
