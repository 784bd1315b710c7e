// Where a page has one command for several addresses of one method, what it shows is led to those in front of it, and behind.
import type { DocumentedRequest } from '../../spec/contract/docproof.js';
import { matchTemplate, parsePath } from '../url/key-path.js';
import { type Operation, systemSegment } from './resources.js';
import type { Suite } from './subject.js';

/** Methods that mean the same of whatever there is, and take nothing away (RFC 4918, sections 9.1 and 9.2; RFC 3744, section 8.1). */
const OF_ANYTHING = new Set(['PROPFIND', 'PROPPATCH', 'ACL', 'OPTIONS', 'REPORT']);

/** What a command of the operation's page sends, and the path at which it would be this operation's. */
export function addressBeside(
  suite: Suite,
  operation: Operation,
): { request: DocumentedRequest; path: string } | undefined {
  const { op, segments } = operation;
  if (!OF_ANYTHING.has(op.method) || op.docs.aliasOf || op.docs.cases?.length || systemSegment(segments) >= 0)
    return undefined;
  if (segments.at(-1)?.variable === undefined) return undefined;
  for (const other of suite.model.operations) {
    const samePage = other.api === operation.api && other.op.docs.pages.some((page) => op.docs.pages.includes(page));
    const request = samePage && other.op.method === op.method ? other.op.docs.cases?.[0]?.request : undefined;
    const shown = request && suite.urls.read(request.url)?.path;
    const path = shown === undefined ? undefined : (cut(operation, shown) ?? prolonged(suite, operation, shown));
    if (request && path !== undefined) return { request, path };
  }
  return undefined;
}

function cut({ segments }: Operation, shown: string): string | undefined {
  const path = parsePath(shown);
  const front = path.slice(0, segments.length);
  if (path.length <= segments.length || !matchTemplate(segments, front)) return undefined;
  return `/${front.map(({ raw }) => raw).join('/')}`;
}

/** By the name that the command has which makes such a thing. */
function prolonged({ model, urls }: Suite, { segments, signature }: Operation, shown: string): string | undefined {
  const path = parsePath(shown);
  if (!matchTemplate(segments.slice(0, -1), path)) return undefined;
  const { collects, create } = model.resources.find((one) => one.signature === signature) ?? {};
  const url = (collects ?? create)?.op.docs.cases?.[0]?.request.url;
  const made = parsePath((url !== undefined && urls.read(url)?.path) || '');
  const name = made.length === segments.length ? made.at(-1)?.raw : undefined;
  return name === undefined ? undefined : `${shown.replace(/\/$/, '')}/${name}`;
}
