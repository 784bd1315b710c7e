// What makes a finding the same one after lines have moved: its code, page, text, and which of equal ones it is.
import { createHash } from 'node:crypto';
import type { Diagnostic } from '../../diagnostic.js';
import { lineLookup, type Source } from './sources.js';

/** A fingerprint for each finding, in order. Line numbers in messages do not count. */
export function fingerprints(diagnostics: readonly Diagnostic[], sources: readonly Source[]): string[] {
  const line = lineLookup(sources);
  const seen = new Map<string, number>();
  return diagnostics.map((d) => {
    const text = (line(d.file, d.line) ?? '').trim().replace(/\s+/g, ' ');
    const message = d.message.replace(/\blines? \d+(?:, \d+)*/g, 'line');
    const key = [d.code, d.page ?? d.file, d.lang ?? '', text, message].join('\u0000');
    const n = seen.get(key) ?? 0;
    seen.set(key, n + 1);
    return createHash('sha256').update(`${key}\u0000${n}`).digest('hex').slice(0, 32);
  });
}
