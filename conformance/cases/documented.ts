// Documented cases: every cURL command of the spec, as its author meant it (or, on request, as a shell reads it).
import type { ApiOperation } from '../../spec/contract/api.js';
import type { CaseExtension, DocumentedRequest } from '../../spec/contract/docproof.js';
import { makesCollection } from '../plan/makes-at-address.js';
import { type Operation, successes, systemSegment } from '../plan/resources.js';
import { withFiles } from '../plan/sent-files.js';
import type { Case, Expectation, Relaxation } from '../plan/story.js';
import type { Suite } from '../plan/subject.js';
import { parsePath } from '../url/key-path.js';
import { acceptingContradiction } from './links/contradicted-link.js';
import { sendable } from './sendable.js';

/** The cases of an operation: its commands in the order of their page. */
export function documentedCases(suite: Suite, operation: Operation, pasted: boolean): Case[] {
  return (operation.op.docs.cases ?? []).map((one) => documentedCase(suite, operation, one, pasted));
}

function documentedCase(suite: Suite, operation: Operation, one: CaseExtension, pasted: boolean): Case {
  const documented: DocumentedRequest = pasted ? { ...one.request, ...one.pasted } : one.request;
  const url = suite.urls.read(documented.url);
  const given = documented.files && withFiles(documented, suite.files);
  const bytes = given ? undefined : anyBytes(documented);
  const sent = sendable(suite, operation, url?.path ?? documented.url, bytes ?? (given ?? documented).body);
  const { path, body } = sent;
  const relaxations: Relaxation[] = [
    ...contested(operation, one),
    ...sent.relaxations.map((mended) => ({ ...mended, source: one.source })),
    ...(pasted && one.pasted ? [AS_PASTED] : []),
    ...(given ? [givenFile(documented, one)] : []),
    ...(bytes === undefined ? [] : [otherFile(documented, one)]),
  ];
  const known = {
    id: one.id,
    kind: 'documented' as const,
    title: one.title ?? operation.op.summary ?? operation.op.id,
    level: 'MUST' as const,
    source: one.source,
    request: {
      method: documented.method,
      path,
      query: url?.query ?? '',
      headers: documented.headers,
      ...(body === undefined ? {} : { body }),
    },
    relaxations,
  };
  if (!url) {
    const skip = untested(`the command goes to ${documented.url}, which is none of the documented hosts`);
    return { ...known, operation, expect: expectation(operation.op), skip };
  }
  const { judged, meant, relaxation } = operationOf(suite, operation, documented.method, path);
  if (relaxation) relaxations.push({ ...relaxation, source: one.source });
  const lacksFile = documented.files && !given && bytes === undefined;
  return acceptingContradiction(suite, {
    ...known,
    operation: judged,
    ...(meant ? { meant } : {}),
    expect: expectation(judged.op, meant ?? judged),
    ...(lacksFile ? { skip: withoutFile(documented) } : {}),
  });
}

function untested(reason: string): NonNullable<Case['skip']> {
  return { outcome: 'untested', reason };
}

const AS_PASTED: Relaxation = {
  id: 'pasted',
  reason: 'sent as a shell reads the command, not as its author meant it',
};

function withoutFile({ files = [] }: DocumentedRequest): NonNullable<Case['skip']> {
  const which = `${files.join(', ')} (--files names a folder that has it)`;
  return untested(`the command sends a file that is not part of the documents: ${which}`);
}

function givenFile({ files = [] }: DocumentedRequest, { source }: CaseExtension): Relaxation {
  const reason = `${files.join(', ')} is not part of the documents: that of --files is sent`;
  return { id: 'given-file', reason, source };
}

function otherFile({ files }: DocumentedRequest, { source }: CaseExtension): Relaxation {
  const reason = `${files?.[0]} is not part of the documents: other bytes are sent, which such a body may have as well`;
  return { id: 'other-file', reason, source };
}

/** What is sent for a file of which the documents show the name alone, where it may be any (RFC 2046, section 4.5.1). */
function anyBytes({ headers, body, files = [] }: DocumentedRequest): string | undefined {
  const [, type = ''] = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type') ?? [];
  const any = files.length === 1 && body === undefined && /^application\/octet-stream\b/i.test(type);
  return any ? 'docproof' : undefined;
}

/**
 * The operation that a command's URL belongs to: a form of its own page's, else another of the spec, else one of the
 * set-up spec. Whatever it is, the promises of its own page are judged.
 */
function operationOf(
  suite: Suite,
  own: Operation,
  method: string,
  path: string,
): { judged: Operation; meant?: Operation; relaxation?: Relaxation } {
  const segments = parsePath(path);
  const main = own.op.docs.aliasOf ?? own.op.id;
  const family = (o: Operation): boolean =>
    o.judged &&
    (o.op.id === main || o.op.docs.aliasOf === main || o.op.docs.pages.some((p) => own.op.docs.pages.includes(p)));
  const form = suite.model.match(method, segments, family);
  if (form) {
    const sibling = form.operation.op.docs.aliasOf ?? form.operation.op.id;
    return sibling === main ? { judged: own } : { judged: form.operation };
  }
  const other =
    suite.model.match(method, segments, (o) => o.judged) ?? suite.model.match(method, segments, (o) => !o.judged);
  if (!other) {
    const reason = `the page documents no ${method} on ${path}; its own promises are judged`;
    return { judged: own, relaxation: { id: 'undocumented-url', reason } };
  }
  const meant = other.operation;
  const where = meant.judged ? '' : ' of the set-up spec';
  const reason = `the command calls ${describePath(meant)}, which its page (${own.op.docs.url ?? own.op.path}) does not document; sent to ${meant.op.id}${where} and judged by the promises of the page`;
  return { judged: own, meant, relaxation: { id: 'undocumented-url', reason } };
}

function describePath(operation: Operation): string {
  return operation.op.docs.url ?? operation.op.path;
}

/** Contradictions of the page: both sides are accepted, and said so. */
function contested(operation: Operation, one: CaseExtension): Relaxation[] {
  return (operation.op.body?.docs.contested ?? []).map((c) => ({
    id: 'contested-field',
    reason: `request body ${c.pointer}: the table says ${c.table}, the sample ${c.sample} (${c.diagnostic}); sent as the command has it`,
    source: one.source,
  }));
}

/** A documented command succeeds: with a status that its page lists. */
export function expectation(op: ApiOperation, meant?: Operation): Expectation {
  const statuses = [...successes(op), ...unsaid(op)];
  const effect = meant ? effectOf(meant) : undefined;
  return {
    statuses: statuses.length > 0 ? statuses : ['2XX'],
    because: statuses.length > 0 ? 'documented success' : 'no status is documented; any success',
    response: true,
    error: false,
    ...(effect ? { effect } : {}),
  };
}

/** Where documents show the answer of a write and not its status, any will do that such an answer has (RFC 9110, 9.3). */
function unsaid({ docs, method }: ApiOperation): string[] {
  if (!docs.inferred?.includes('responseStatus')) return [];
  return { POST: ['201', '202'], PUT: ['201'] }[method] ?? [];
}

/** What an operation changes, read from its method and path. */
export function effectOf(operation: Operation): Expectation['effect'] {
  const { method } = operation.op;
  const last = operation.segments.at(-1);
  const item = last?.keys !== undefined || last?.variable !== undefined;
  if (systemSegment(operation.segments) >= 0) {
    if (method === 'POST') return 'linked';
    return method === 'DELETE' ? 'unlinked' : method === 'PUT' ? 'relinked' : undefined;
  }
  if (operation.single) return 'set';
  if (makesCollection(operation)) return 'made';
  if (operation.membership) return operation.membership === 'joins' ? 'joined' : 'parted';
  if (operation.keyInBody) return 'updated';
  if (operation.ofTwo) return undefined;
  if (method === 'DELETE' && item) return 'deleted';
  if (item && (['PUT', 'PATCH', 'MERGE'].includes(method) || operation.changes)) return 'updated';
  if (operation.starts) return 'created';
  const statuses = successes(operation.op);
  const made = statuses.includes('201') || (operation.creates && (statuses.length === 0 || statuses.includes('200')));
  return method === 'POST' && made ? 'created' : undefined;
}
