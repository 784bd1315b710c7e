// Files that an operation says it answers with: "Returns all invoices as `text/csv`".
import { emptyResponse } from '../extract/empty-page.js';
import type { Endpoint, ResponseFacts } from '../extract/page.js';
import { mediaTypesIn } from './media.js';
import type { Group } from './plan.js';

/** What comes back where nothing fails; undefined where the page tells nothing of that. */
export function successOf({ responses }: Endpoint): ResponseFacts | undefined {
  return responses.find(({ failure, statuses }) => !failure && statuses.every(({ code }) => !/^[45]/.test(code)));
}

/** Whether the page shows or tells what comes back, or that nothing does. */
export function tellsContent(success: ResponseFacts | undefined): boolean {
  const { tables = [], samples = [], format, none } = success?.body ?? {};
  const codes = success?.statuses.map(({ code }) => code) ?? [];
  const empty = codes.length > 0 && !codes.some((code) => /^20[0-3]$/.test(code));
  return empty || tables.length + samples.length > 0 || format !== undefined || none !== undefined;
}

/** The endpoint with the answer in place of the success that it had. */
export function withSuccess(endpoint: Endpoint, made: (success: ResponseFacts) => ResponseFacts): Endpoint {
  const success = successOf(endpoint);
  const others = endpoint.responses.filter((one) => one !== success);
  return { ...endpoint, responses: [made(success ?? emptyResponse(false)), ...others] };
}

/** A read that names the one media type of what it answers with. */
export function withToldMedia(group: Group): Group {
  const [source, more] = group.sources;
  if (!source || more || group.method !== 'GET') return group;
  const { endpoint } = source;
  const success = successOf(endpoint);
  if (tellsContent(success)) return group;
  const words = [endpoint.description ?? '', ...(success?.statuses.map(({ description }) => description) ?? [])];
  const [type, another] = mediaTypesIn(words.join('\n'));
  if (type === undefined || another || /json|\*/.test(type)) return group;
  const format = { value: type, span: endpoint.span };
  const told = withSuccess(endpoint, (one) => ({ ...one, body: { ...one.body, format } }));
  return { ...group, sources: [{ ...source, endpoint: told }] };
}
