// Which broken promises look like one mistake of a server: the same promise, broken in the same way, whatever the
// operation, the entity and the values. Pure.
import { essence } from '../../spec/media-type.js';
import type { Assertion, CaseResult } from '../run.js';

/** A case about what a plain request does; variants of it are `derived/OPERATION/WHAT/…`. */
const DERIVED = /^derived\/([^/]+)\/([^/]+)(?:\/(.*))?$/;

/**
 * Promises that are broken along with another one of the same case: who mends the first mends these. A lost write
 * shows in what is read next, then in its ETag; a body that is no JSON has no error code either.
 */
const FOLLOWS: Record<string, string[]> = {
  schema: ['media-type'],
  sample: ['media-type', 'schema'],
  'error-code': ['media-type', 'schema'],
  'date-form': ['schema'],
  null: ['schema'],
  'read-after-write': ['echo'],
  'etag-read': ['read-after-write'],
  'etag-changes': ['etag-read', 'read-after-write'],
  'gone-after-rename': ['read-after-write'],
  'comes-along': ['gone-after-rename', 'read-after-write'],
  'linked-both-ways': ['listed-after-link'],
  'unlinked-both-ways': ['not-listed-after-unlink'],
};

/** Promises that what was sent comes back. */
const WRITTEN = new Set(['echo', 'read-after-write']);
const GONE = new Set(['gone-after-delete', 'gone-after-rename']);
/** Statuses that say nothing of a request, only that the server had no time for it. */
export const BUSY = new Set(['429', '502', '503', '504']);

/** Broken promises of a case that stand for themselves, each with those that only follow from it. */
export function leading(broken: Assertion[]): { assertion: Assertion; followers: string[] }[] {
  const cause = (a: Assertion): Assertion | undefined =>
    broken.find((other) => other !== a && !(a.level === 'MUST' && other.level === 'SHOULD') && causes(other, a));
  const root = (a: Assertion): Assertion => {
    let at = a;
    for (let hops = 0, next = cause(at); next && hops < broken.length; hops++, next = cause(at)) at = next;
    return at;
  };
  const followers = new Map<Assertion, string[]>();
  for (const one of broken) {
    const leader = root(one);
    followers.set(leader, [...(followers.get(leader) ?? []), ...(leader === one ? [] : [one.id])]);
  }
  return [...followers].map(([assertion, ids]) => ({ assertion, followers: [...new Set(ids)] }));
}

/** What is said of a place or a property follows from what is wrong with it in the answer itself. */
function causes(one: Assertion, other: Assertion): boolean {
  if (FOLLOWS[other.id]?.includes(one.id)) return true;
  if (other.id === 'sample') return one.id !== 'sample' && one.pointer !== undefined && one.pointer === other.pointer;
  if (!WRITTEN.has(other.id) || (one.id !== 'schema' && one.id !== 'sample')) return false;
  const property = propertyOf(other);
  return property !== undefined && one.pointer?.split('/').at(-1) === property;
}

/** Names a way to break a promise: assertions with the same name are one thing to mend. */
export function likeness(result: CaseResult, assertion: Assertion): string {
  return [assertion.level, ...parts(result, assertion)].join('\n');
}

/** The operation that a case is a plain request or a variant of. */
export function plainOperation(result: CaseResult): string {
  return DERIVED.exec(result.id)?.[1] ?? result.operation;
}

/** What a derived case changes of the plain request; nothing for a plain one. */
export function variant(result: CaseResult): string | undefined {
  const [, , what, rest = ''] = DERIVED.exec(result.id) ?? [];
  if (what === undefined || what === 'as-documented') return undefined;
  return what === 'query' ? `${what}/${rest.split('/')[0]}` : what;
}

/** Whether a status was promised that says no. */
export function refuses(expected: string): boolean {
  return /^4/.test(expected);
}

function parts(result: CaseResult, assertion: Assertion): string[] {
  const { id, expected, actual } = assertion;
  // One object and a list of it are made by the same code.
  const place = (assertion.pointer ?? '').replace(/\/\d+(?=\/|$)/g, '');
  const last = place.split('/').at(-1) ?? '';
  const read =
    id === 'status' ? undefined : /^(?:the server answered |.*which answers )?([1-5]\d\d)$/.exec(actual)?.[1];
  if (id === 'status') return status(result, expected, actual);
  if (read !== undefined && BUSY.has(read)) return ['busy', read];
  if (read !== undefined && GONE.has(id)) return accepted(read) ? [id] : ['status', '404', read];
  if (read !== undefined) return ['status', '200', read];
  if (id.startsWith('header/')) return [id, actual === 'absent' ? actual : 'another value'];
  if (id === 'media-type') return [id, expected, essence(actual)];
  if (id === 'schema') {
    const lacking = /^must have required property '(.*)'$/.exec(expected)?.[1];
    if (lacking !== undefined) return ['lacks', lacking];
    return /^must be [a-z]+(?:,[a-z]+)*$/.test(expected) ? ['typed', last] : [id, place, unvalued(expected)];
  }
  if (id === 'sample') return actual === 'absent' ? ['lacks', last] : [id, place];
  if (id === 'error-code') return [id, /^\S+ \(\d{3}\)/.test(actual) ? actual : 'none'];
  if (!WRITTEN.has(id)) return id === 'answer' ? [id, unvalued(actual)] : [id, place];
  const property = propertyOf(assertion);
  if (property === undefined) return [id, unvalued(actual)];
  return [actual.startsWith('no object') ? 'lacks' : retyped(actual) ? 'typed' : 'written', property];
}

/** `Name is 42, not "x"`: a value of another type came back, which is not null. */
function retyped(actual: string): boolean {
  const [, found = '', sent = ''] = /^\S+ is (.*), not (.*)$/s.exec(actual) ?? [];
  const type = (text: string): string => /^[[{"]/.exec(text)?.[0] ?? (/^[-\d]/.test(text) ? 'number' : text);
  return found !== '' && found !== 'null' && sent !== 'null' && found !== 'absent' && type(found) !== type(sent);
}

/**
 * A request that was to succeed and did not: by its answer. One that was to be refused and was accepted: by why it was
 * to be refused, since each check is one of its own. One that was refused otherwise: by the status alone.
 */
function status(result: CaseResult, expected: string, actual: string): string[] {
  const [, wanted = expected, because = ''] = /^(.*?) \((.*)\)$/s.exec(expected) ?? [];
  if (BUSY.has(actual)) return ['busy', actual];
  if (!refuses(expected) || !accepted(actual)) return ['status', wanted, actual];
  if (result.kind === 'story' && result.id.endsWith('/gone')) return ['gone-after-delete'];
  const [, , , rest = ''] = DERIVED.exec(result.id) ?? [];
  const named = rest.split('/').filter((part) => part.length > 1);
  return ['status', wanted, 'accepted', unvalued(named.reduce((text, name) => text.replaceAll(name, '…'), because))];
}

/** The property that an echo or a read has otherwise than it was sent, or not at all. */
function propertyOf({ actual }: Assertion): string | undefined {
  return /^no object with (.+)$/.exec(actual)?.[1] ?? /^(\S+) is /.exec(actual)?.[1];
}

function accepted(actual: string): boolean {
  return /^2\d\d$/.test(actual);
}

/** So many characters of a text are compared. */
const COMPARED = 300;

/** A text without what varies from case to case: quoted values, keys of entities, numbers, lone marks. */
export function unvalued(text: string): string {
  return text
    .slice(0, COMPARED)
    .replace(/"(?:[^"\\]|\\.)*"/g, '…')
    .replace(/(\w)\((?:[^()']|'[^']*')*\)/g, '$1(…)')
    .replace(/\d+(?:\.\d+)?/g, '…')
    .replace(/(?<=\s)[^\w\s…(]+(?=\s)/g, '…');
}
