// Commands that leave out what their operation needs, as generators of documentation write them: the address and the
// headers, with the body shown beside it.
import type { DocumentedRequest } from '../contract/docproof.js';
import type { Endpoint } from '../extract/page.js';

/** The command with the body shown for it; undefined where it lacks what is required and nothing shows it. */
export function wholeCommand(
  request: DocumentedRequest,
  { body, parameters }: Endpoint,
): DocumentedRequest | undefined {
  const [, query = ''] = request.url.split('?');
  const given = new URLSearchParams(query);
  if (parameters.some((p) => p.in === 'query' && p.required && !p.conditional && !given.has(p.name))) return undefined;
  if (request.body !== undefined || request.files || body.none || !TAKES_BODY.has(request.method)) return request;
  const sample = body.samples.find(({ language }) => language === 'json');
  if (sample) return { ...request, body: sample.text.trim() };
  const required = body.tables.some((table) => table.kind === 'fields' && table.rows.some((row) => row.required));
  return required ? undefined : request;
}

const TAKES_BODY = new Set(['POST', 'PUT', 'PATCH']);
