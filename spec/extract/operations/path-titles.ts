// Pages where a heading is the path and the headings below it are its methods: `### /things`, `#### GET`.

import type { Block, Document, HeadingBlock } from '../../read/document.js';
import { isMethod } from '../page-text.js';

/** A path by itself, in code or bold marks or not. */
const PATH = /^(?:https?:\/\/[\w.:-]{1,200})?\/[^\s]{0,400}$/;
const METHOD = /^([A-Z]{3,10})(?:\s{0,3}[:–—-]\s{0,3}(\S.{0,200}))?$/;

/** The document with a request line below every heading that is a method, titled by what stands behind it. */
export function withPathTitles(document: Document): Document {
  let path: HeadingBlock | undefined;
  const blocks = document.blocks.flatMap((block): Block[] => {
    if (block.kind !== 'heading') return [block];
    const text = block.text.trim();
    if (PATH.test(text)) {
      path = block;
      return [block];
    }
    if (path && block.level <= path.level) path = undefined;
    const [, method = '', title] = path ? (METHOD.exec(text.replace(/^\*{1,3}|\*{1,3}$/g, '')) ?? []) : [];
    if (!path || !isMethod(method)) return [block];
    const line = { text: `${method} ${path.text.trim()}`, span: block.span, links: [] };
    return [
      { ...block, text: title ?? line.text },
      { kind: 'paragraph', lines: [line], span: block.span },
    ];
  });
  return blocks.length === document.blocks.length ? document : { ...document, blocks };
}
