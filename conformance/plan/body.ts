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
  if (/^[\w.~%+[\]-]+=[^\s<>]*$/.test(text)) return { kind: 'form', fields: [...new URLSearchParams(text)] };
  return { kind: 'text', text: body };
}

/** The values of a multipart/form-data body by the names of their parts (RFC 7578); undefined where it is none. */
export function formParts(body: string | undefined): { [name: string]: string } | undefined {
  const [boundary = ''] = body?.split('\r\n', 1) ?? [];
  if (!body || !boundary.startsWith('--') || !body.endsWith(`${boundary}--\r\n`)) return undefined;
  const parts = body.split(`${boundary}\r\n`).slice(1);
  const last = parts.length - 1;
  return Object.fromEntries(
    parts.flatMap((part, i): [string, string][] => {
      const head = part.indexOf('\r\n\r\n');
      const name = /; name="([^"]*)"/.exec(part.slice(0, head))?.[1];
      const end = part.length - '\r\n'.length - (i === last ? `${boundary}--\r\n`.length : 0);
      return head < 0 || name === undefined ? [] : [[name, part.slice(head + '\r\n\r\n'.length, end)]];
    }),
  );
}

export function looksLikeJson(text: string): boolean {
  return /^\s*[[{"]/.test(text);
}

/** Writes form fields, spaces as `+` (WHATWG URL, application/x-www-form-urlencoded). */
export function writeForm(fields: [string, string][]): string {
  return new URLSearchParams(fields).toString();
}
