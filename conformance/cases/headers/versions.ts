// Operations that change a thing only in the version that the sender knows (RFC 9110, section 13.1.1).
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { type Operation, systemSegment } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import type { BaseRequest } from '../base-request.js';

/** Methods that change a thing which is there. */
export const WRITES = new Set(['PUT', 'MERGE', 'PATCH', 'DELETE']);

/** Whether the documents let a request name the version, and refuse another one. */
export function takesVersions(suite: Suite, { op, api, segments }: Operation): boolean {
  const shown = (op.docs.cases ?? []).flatMap(({ request }) => Object.keys(request.headers).map((name) => ({ name })));
  const named = [...op.parameters, ...(op.docs.headers ?? []), ...(suite.commandsOnly ? [] : shown)].some(
    ({ name }) => name.toLowerCase() === 'if-match',
  );
  const filled = api.docs.placeholders.some((p) => p.means === 'etag' && p.name.toLowerCase() === 'if-match');
  if (!filled || !named || !WRITES.has(op.method) || systemSegment(segments) >= 0) return false;
  return suite.commandsOnly || op.responses.some(({ status }) => status === '412');
}

/** The request without a version. */
export function withoutVersion(base: BaseRequest): BaseRequest {
  const others = Object.entries(base.headers).filter(([name]) => name.toLowerCase() !== 'if-match');
  return { ...base, headers: Object.fromEntries(others) };
}

/** The request with the version that the thing has when it is sent. */
export function withVersion(base: BaseRequest): BaseRequest {
  const { headers } = withoutVersion(base);
  return { ...base, headers: { ...headers, 'If-Match': 'current' } };
}

/** Whether a header may name whatever tags: several of them, weak ones. */
export function takesTags({ op, api }: Operation, header: string): boolean {
  const named = op.parameters.find((p) => p.in === 'header' && p.name.toLowerCase() === header);
  if (!named) return false;
  const { enum: listed, pattern, maxLength, format } = mergedSchema(api, named.schema);
  return [listed, pattern, maxLength, format].every((limit) => limit === undefined);
}
