// Form fields that stand in a command as people read them (`-d name="Jenny Rosen"`, `-d phone=+4930`): curl sends them as
// they are, and a form has blanks and signs encoded (WHATWG URL, application/x-www-form-urlencoded).
import type { DocumentedRequest } from '../contract/docproof.js';
import { essence } from '../media-type.js';

const FORM = 'application/x-www-form-urlencoded';

/** The request with what its author means encoded; the same one where there is nothing to encode. */
export function withFormEncoded(request: DocumentedRequest): DocumentedRequest {
  const { body, headers } = request;
  const [, type = FORM] = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type') ?? [];
  if (body === undefined) return request;
  const fields = body.split('&');
  if (essence(type) !== FORM || !fields.every(isField)) return request;
  const encoded = fields.map(encodedField).join('&');
  return encoded === body ? request : { ...request, body: encoded };
}

function isField(text: string): boolean {
  return /^[\w.~%[\]-]+=/.test(text);
}

function encodedField(field: string): string {
  const equals = field.indexOf('=');
  const [name, value] = [field.slice(0, equals), field.slice(equals + 1)];
  // Nobody means a value that begins with a blank; and where blanks stand as such, a plus is one, too.
  const raw = /\s/.test(value);
  const signs = raw ? value.replaceAll('+', '%2B') : value.replace(/^\+/, '%2B');
  return `${name}=${signs.replace(/\s/g, '+')}`;
}
