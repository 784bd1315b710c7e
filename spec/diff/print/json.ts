// A comparison for programs.
import { countLevels } from '../diff.js';
import type { DiffReport } from './report.js';

/** `{ old, new, summary: { breaking, risky, safe }, changes: [{ rule, level, message, places: [{ operation, method, path, source? }] }] }` */
export function diffJson({ old, new: after, changes }: DiffReport): string {
  const shown = changes.map(({ rule, level, message, places }) => ({ rule, level, message, places }));
  return `${JSON.stringify({ old, new: after, summary: countLevels(changes), changes: shown }, null, 2)}\n`;
}
