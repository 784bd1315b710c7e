// Requests that the front matter of a page gives: `api: "POST /things"`, or `method: POST` and `path: /things`.
import type { Block, Document, FrontMatter } from '../../read/document.js';
import { pageId } from '../identity.js';
import { isMethod } from '../page-text.js';
import { isUrl } from '../urls.js';
import { readRequestLine } from './request-line.js';

/** The document with a line for that request below its title. */
export function withFrontRequest(document: Document): Document {
  const request = requestOf(document.frontMatter);
  if (!request) return document;
  const span = { start: 0, end: document.bodyStart };
  const [first, ...others] = document.blocks;
  const titled = first?.kind === 'heading' && first.level === 1;
  const { title } = pageId(document);
  const blocks: Block[] = [
    titled ? first : { kind: 'heading', level: 1, flattened: true, text: title, span, links: [] },
    { kind: 'paragraph', lines: [{ text: request, span, links: [] }], span },
    ...(titled ? others : document.blocks),
  ];
  return { ...document, blocks };
}

function requestOf(front: FrontMatter): string | undefined {
  for (const value of Object.values(front)) {
    const [method = '', ...url] = value.split(' ');
    const line = `${method.toUpperCase()} ${url.join(' ')}`;
    if (url.length > 0 && readRequestLine(line)) return line;
  }
  const method = (front['method'] ?? front['verb'] ?? '').toUpperCase();
  const url = front['path'] ?? front['url'] ?? front['endpoint'] ?? front['route'] ?? '';
  return isMethod(method) && isUrl(url) ? `${method} ${url}` : undefined;
}
