// Sections of API Blueprint (`+ Response 200 (application/json)`), which docproof does not read: they are told, not guessed at.
import type { Diagnostic } from '../../diagnostic.js';
import { type Document, type ItemBlock, placeOf } from '../../read/document.js';

const SECTION =
  /^(?:Response\s{1,3}[1-5]\d\d(?:\s{0,3}\([^()\n]{1,100}\))?|Request(?:\s[^\n()]{1,60})?\s{0,3}\([a-z]{1,20}\/[\w.+-]{1,60}\))$/;

export function isBlueprintSection({ text, span }: ItemBlock, source: string): boolean {
  const mark = source.slice(source.lastIndexOf('\n', span.start - 1) + 1, span.start).trim();
  return mark === '+' && SECTION.test(text.split('\n', 1)[0] ?? '');
}

export function blueprintFinding(document: Document, at: number, page: { id: string; lang: string }): Diagnostic {
  return {
    code: 'doc/unaccounted',
    severity: 'warning',
    page: page.id,
    lang: page.lang,
    ...placeOf(document, at),
    message: 'sections of API Blueprint are not read: this and the ones below',
    help: 'convert the page to OpenAPI, or give parameters in tables and bodies in fenced code below headings',
  };
}
