// A request and its answer below each other in one block of code → two blocks, as most pages have them.
import type { Block, Document, FenceBlock } from '../../read/document.js';
import { readRequestLine } from './request-line.js';
import { STATUS_CODES } from './status-codes.js';

export function withPartedExchanges(document: Document): Document {
  const blocks = document.blocks.flatMap((block): Block[] => (block.kind === 'fence' ? parted(block) : [block]));
  return blocks.length === document.blocks.length ? document : { ...document, blocks };
}

function parted(fence: FenceBlock): FenceBlock[] {
  const { span, start, text } = fence;
  if (!readRequestLine(/^\s*([^\n]{1,500})/.exec(text)?.[1] ?? '')) return [fence];
  const at = answerIn(text);
  if (at === undefined) return [fence];
  const border = start + at;
  return [
    { ...fence, text: text.slice(0, at).replace(/\s{1,200}$/, ''), span: { start: span.start, end: border } },
    { ...fence, text: text.slice(at), start: border, span: { start: border, end: span.end } },
  ];
}

/** Where the status line of the answer begins, behind an empty line. */
function answerIn(text: string): number | undefined {
  let at = 0;
  let empty = false;
  for (const line of text.split('\n')) {
    if (empty && isStatusLine(line)) return at;
    empty = line.trim() === '';
    at += line.length + 1;
  }
  return undefined;
}

/** `HTTP/1.1 201 Created`, or the same without the version where the words are those of the status. */
export function isStatusLine(line: string): boolean {
  const [, version, code = '', words = ''] =
    /^\s{0,8}(HTTP\/[\d.]{1,4} )?([1-5]\d\d)(?: ([A-Za-z][A-Za-z -]{1,40}))?\s{0,8}$/.exec(line) ?? [];
  return code !== '' && (version !== undefined || words.toLowerCase() === STATUS_CODES[code]?.toLowerCase());
}
