// Stories of what bodies are called: nothing at all, where the documents say what they are taken for then, and their type with
// the charset that it has anyway, or something else, where the documents say that the type changes nothing.
import type { Operation } from '../../plan/resources.js';
import type { Case } from '../../plan/story.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { type BaseRequest, baseRequest } from '../base-request.js';
import { expectation } from '../documented.js';
import { takesAnyType, withHeader } from './media-stories.js';

/** Each method may have a reader of bodies of its own: one operation of each stands for all. */
export function typingGroups(suite: Suite): CaseGroup[] {
  const all = suite.model.resources.filter(
    ({ create, remove }) => create?.judged && remove && (takesAnyType(create) || takenFor(create) !== undefined),
  );
  // Of the outermost containers a run makes as few as it can.
  const told = all.find(({ create }) => create?.segments[0]?.variable !== undefined) ?? all[0];
  const writes = told ? [told.create as Operation, ...told.updates.filter(({ judged }) => judged)] : [];
  return writes
    .filter((one, at) => at === writes.findIndex(({ op }) => op.method === one.op.method))
    .flatMap((one) => typed(suite, one, one.creates === true));
}

function typed(suite: Suite, operation: Operation, creates: boolean): CaseGroup[] {
  const base = baseRequest(suite, operation);
  if (!base?.json) return [];
  const type = takenFor(operation);
  const any = isJson(operation) ? takesAnyType(operation) : undefined;
  const called = (name: string): Partial<Case> => ({ request: withHeader(base, 'Content-Type', name) });
  return [
    ...(type === undefined ? [] : [story(operation, base, 'untyped', { untyped: true })]),
    // Of JSON no charset is defined: one that is named has no effect on a compliant recipient (RFC 8259, section 11).
    ...(any ? [story(operation, base, 'charset', called('application/json; charset=utf-8'))] : []),
    // What the create is called is tried with the other media types.
    ...(any && !creates ? [story(operation, base, 'other-content-type', { ...called('text/plain'), level: any })] : []),
  ];
}

function story(operation: Operation, request: BaseRequest, what: string, changes: Partial<Case>): CaseGroup {
  const { op } = operation;
  const id = `story/${op.id}-${what}`;
  const one: Case = {
    id,
    kind: 'story',
    title: `${op.summary ?? op.id} (${what})`,
    level: 'MUST',
    operation,
    ...(op.docs.source ? { source: op.docs.source } : {}),
    request,
    expect: expectation(op, operation),
    relaxations: request.relaxations ?? [],
    ...changes,
  };
  return { id, cases: [one] };
}

/** What a body is taken for that does not say what it is, where a header table tells: "[application/json] by default". */
function takenFor(operation: Operation): string | undefined {
  const header = operation.op.docs.headers?.find(({ name }) => name.toLowerCase() === 'content-type');
  return isJson(operation) && header?.default === JSON_TYPE && !header.required ? JSON_TYPE : undefined;
}

const JSON_TYPE = 'application/json';

function isJson({ op }: Operation): boolean {
  return op.body?.content[0]?.type === JSON_TYPE;
}
