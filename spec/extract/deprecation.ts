// What a page calls deprecated: a name or title by a mark beside it, an operation also by a sentence of its own.
import type { Wording } from '../constraints/wording.js';
import { mayMatch } from '../constraints/wording-lists.js';

export interface Marked {
  /** Without the mark. */
  text: string;
  deprecated?: true;
}

/** `Old name (deprecated)`, `[Deprecated] Old name`, `Deprecated: Old name`, `~~Old name~~`. */
export function withoutDeprecation(text: string, { deprecatedMark }: Wording): Marked {
  const struck = /^~~([^~\n]{1,200})~~/.exec(text)?.[1];
  const rest = text.replace(deprecatedMark.before, '').replace(deprecatedMark.behind, '').trim();
  if (struck) return { text: struck.trim(), deprecated: true };
  return rest === text.trim() || rest === '' ? { text } : { text: rest, deprecated: true };
}

/**
 * Whether a line says that the operation is deprecated: "This endpoint is deprecated".
 *
 * @param introduces the line stands where the operation is described: "Deprecated: use v2" is about it, too
 */
export function deprecates(line: string, introduces: boolean, { statements, deprecatedLine }: Wording): boolean {
  const plain = line.toLowerCase();
  const said = statements.deprecatedOperation.some((template) => {
    template.pattern.lastIndex = 0;
    return mayMatch(template, plain) && template.pattern.test(line);
  });
  return said || (introduces && deprecatedLine.test(line));
}
