// Bodies of requests and answers as values: JSON, form fields, or text.
import type { JsonValue } from '../../spec/contract/api.js';

export type ParsedBody =
  | { kind: 'none' }
  | { kind: 'json'; value: JsonValue }
  | { kind: 'form'; fields: [name: string, value: string][] }
  | { kind: 'text'; text: string };

/** Reads a body by its look: documented commands often leave the Content-Type out. */
export function parseBody(body: string | undefined): ParsedBody {
  if (body === undefined || body === '') return { kind: 'none' };
  const text = body.trim();
  if (looksLikeJson(text)) {
    try {
      return { kind: 'json', value: JSON.parse(text) as JsonValue };
    } catch {
      return { kind: 'text', text: body };
    }
  }
  if (/^[\w.~%+-]+=[^\s<>]*$/.test(text)) return { kind: 'form', fields: [...new URLSearchParams(text)] };
  return { kind: 'text', text: body };
}

export function looksLikeJson(text: string): boolean {
  return /^\s*[[{"]/.test(text);
}

/** Writes form fields, spaces as `+` (WHATWG URL, application/x-www-form-urlencoded). */
export function writeForm(fields: [string, string][]): string {
  return new URLSearchParams(fields).toString();
}
