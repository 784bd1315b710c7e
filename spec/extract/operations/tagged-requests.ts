// Requests that a page gives in tags: `<Endpoint method="get" path="/things">…</Endpoint>`, `<div class="endpoint post">/things</div>`.
import type { Block, Document, HeadingBlock, ParagraphBlock } from '../../read/document.js';
import { isMethod } from '../page-text.js';
import { readRequestLine } from './request-line.js';

const LEVELS = 6;
/** A tag of its own with attributes, on one line. */
const TAG = /^<([A-Za-z][\w.-]{0,40})(\s[^\n]{1,600})>$/;
const METHOD = /\s(?:http-?)?(?:method|verb)\s?=\s?\{?["']([A-Za-z]{3,9})["']/i;
const URL = /\s(?:path|url|uri|route|endpoint|href)\s?=\s?\{?["']((?:\/|https?:\/\/)[^"'\s]{0,500})["']/i;
const CLASSES = /^<(?:div|p|span|code)\s[^<>]{0,100}\bclass\s?=\s?["']([^"'<>]{1,100})["'][^<>]{0,100}>/i;
const END = /^<\/[A-Z][\w.-]{0,40}>$/;

/** The document with a heading or a line `GET /things` for every tag of that kind. */
export function withTaggedRequests(document: Document): Document {
  let level = 1;
  const blocks = document.blocks.flatMap((block): Block[] => {
    if (block.kind === 'heading') level = block.level;
    if (block.kind !== 'paragraph') return [block];
    const source = document.text.slice(block.span.start, block.span.end).trim();
    if (!source.startsWith('<')) return [block];
    return requestOf(block, source, level) ?? [block];
  });
  return { ...document, blocks };
}

/** `<Route method="GET">/things</Route>`: a tag with a method around a path. */
const AROUND = /^<([A-Z][\w.-]{0,40})(\s[^<>]{1,200})>(\/[^<>\s]{0,300})<\/\1>$/;

/** The document with a line `GET /things` for every such tag. */
export function withRouteTags(document: Document): Document {
  const blocks = document.blocks.map((block): Block => {
    const [line, ...others] = block.kind === 'paragraph' ? block.lines : [];
    if (block.kind !== 'paragraph' || !line || others.length > 0) return block;
    const [, , attributes = '', path = ''] = AROUND.exec(line.text.trim()) ?? [];
    const method = METHOD.exec(attributes)?.[1]?.toUpperCase() ?? '';
    return isMethod(method) ? { ...block, lines: [{ ...line, text: `${method} ${path}` }] } : block;
  });
  return { ...document, blocks };
}

/** A tag around an operation is its heading; one that holds a URL stands below the heading. */
function requestOf(block: ParagraphBlock, source: string, level: number): Block[] | undefined {
  if (END.test(source)) return [];
  const attributes = TAG.exec(source)?.[2] ?? '';
  const method = METHOD.exec(attributes)?.[1]?.toUpperCase();
  const url = URL.exec(attributes)?.[1];
  if (method && url && isMethod(method)) return [heading(block, `${method} ${url}`, Math.min(level + 1, LEVELS))];
  const classes = CLASSES.exec(source)?.[1]?.split(/\s+/) ?? [];
  const named = classes.map((name) => name.toUpperCase()).filter(isMethod);
  const text = block.lines.map((line) => line.text).join('');
  const line = `${named[0]} ${text}`;
  if (named.length !== 1 || !text.startsWith('/') || !readRequestLine(line)) return undefined;
  return [{ ...block, lines: [{ text: line, span: block.span, links: [] }] }];
}

function heading({ span }: ParagraphBlock, text: string, level: number): HeadingBlock {
  return { kind: 'heading', level, flattened: true, text, span, links: [] };
}
