// Words that addresses have in the documents themselves, where others may have what clients name.
import { type ConcretePath, signature, type TemplateSegment } from '../url/key-path.js';
import type { Operation } from './resources.js';

/**
 * Tells whether a variable of a template would have such a word for its value. Only words that begin with a mark count
 * (`__ctl`, `$batch`): what is called `me` or `default` may be one of many.
 */
export function wordTaker(operations: Operation[]): (template: TemplateSegment[], path: ConcretePath) => boolean {
  const words = new Set<string>();
  for (const { segments } of operations)
    for (const [i, { text, variable }] of segments.entries())
      if (variable === undefined && MARKED.test(text)) words.add(`${signature(segments.slice(0, i))}/${text}`);
  return (template, path) =>
    template.some(({ variable }, i) => {
      const word = path[i]?.text ?? '';
      return variable !== undefined && MARKED.test(word) && words.has(`${signature(template.slice(0, i))}/${word}`);
    });
}

const MARKED = /^[\W_]/;
