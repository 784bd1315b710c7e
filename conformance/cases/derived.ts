// The cases that a documented command does not show: the same request with one thing changed, by what the documents say of that thing.
import { isTelling, takesBack } from '../plan/actions.js';
import { idsRemoved } from '../plan/bulk-removal.js';
import { bodyText } from '../plan/prerequisite.js';
import { bodySchema, type Operation } from '../plan/resources.js';
import { setBy } from '../plan/set-by.js';
import type { Case, Expectation, Level } from '../plan/story.js';
import { linkRenames, type Suite, subjectOf } from '../plan/subject.js';
import { accessCases, lends } from './access/access-cases.js';
import { headCases } from './access/head-cases.js';
import { otherAccountCases } from './access/other-accounts.js';
import { ownerCases } from './access/owner-cases.js';
import { tokenCases } from './access/token-cases.js';
import { existenceCases } from './addresses/existence-cases.js';
import { misnamedCases } from './addresses/misnamed-cases.js';
import { namesakeCases } from './addresses/namesakes.js';
import { otherMethodCases } from './addresses/other-method-cases.js';
import { partCases } from './addresses/part-cases.js';
import { pathCases } from './addresses/path-cases.js';
import { renamingBody } from './addresses/path-keys.js';
import { unusualKeyCases } from './addresses/unusual-keys.js';
import { type BaseRequest, baseRequest, throughForm } from './base-request.js';
import { agreedVariants } from './bodies/agreed-variants.js';
import { bulkCases } from './bodies/bulk-cases.js';
import { fieldOrderCases } from './bodies/field-order-cases.js';
import { fixedCases } from './bodies/fixed-cases.js';
import { neededWhen } from './bodies/needed-when.js';
import { readOnlyCases } from './bodies/read-only-cases.js';
import { effectOf, expectation } from './documented.js';
import { otherMedia, tooLarge } from './headers/body-refusals.js';
import { headerCases } from './headers/header-cases.js';
import { notModifiedCases } from './headers/not-modified-cases.js';
import { originCases } from './headers/origin-cases.js';
import { overrideCases } from './headers/override-cases.js';
import { raceCases } from './headers/race-cases.js';
import { repeatedRequestCases } from './headers/repeated-request-cases.js';
import { takesTags, takesVersions, withoutVersion, withVersion } from './headers/versions.js';
import { acceptingContradiction } from './links/contradicted-link.js';
import { keyLinkCases } from './links/key-link-cases.js';
import { linkBodyCases } from './links/link-body-cases.js';
import { besideOptionCases } from './lists/beside-options.js';
import { cursorCases } from './lists/cursor-cases.js';
import { unlessMadeUp } from './lists/made-up-query.js';
import { queryCases } from './lists/query-cases.js';
import { documents, orBadRequest, refused } from './refusal.js';

export interface Derived {
  /** Last part of the id: `missing/Name`. */
  what: string;
  title: string;
  level: Level;
  changes: Partial<Case> & { request?: BaseRequest };
}

/** The derived cases of an operation. */
export function derivedCases(suite: Suite, operation: Operation): Case[] {
  const main = suite.model.main(operation);
  const own = baseRequest(suite, main);
  if (!own) return [];
  const base = operation === main ? own : throughForm(suite, own, main, operation);
  if (!base) return [];
  const source = operation.op.docs.source ?? main.op.docs.source;
  const plain = acceptingContradiction(suite, {
    id: operation.op.id,
    kind: 'derived',
    title: operation.op.summary ?? operation.op.id,
    level: 'MUST',
    operation,
    ...(source ? { source } : {}),
    request: base,
    expect: unlessMadeUp(operation, expectation(operation.op, operation)),
    relaxations: base.relaxations ?? [],
  });
  const { link } = subjectOf(suite, plain);
  const unreachable = link?.to && !link.viaBody && linkRenames(suite, link.from, link.to);
  const derived =
    operation === main
      ? ofMain(suite, operation, base, plain)
      : unreachable
        ? []
        : [alias(plain), ...otherEntity(suite, plain, { ...plain, operation: main, request: own })];
  return derived
    .filter((d) => isForSame(operation, d))
    .map((d) => ({
      ...plain,
      id: `derived/${main.op.id}/${d.what}`,
      title: d.title,
      level: d.level,
      ...d.changes,
      ...(d.changes.expect ? { expect: unlessMadeUp(operation, withoutEffect(d, operation, base)) } : {}),
    }));
}

/** Where the body says what is changed, by another key it would change something else; a wrong list of ids may remove anything. */
function isForSame(operation: Operation, { changes: { request } }: Derived): boolean {
  const { keyInBody, removesMany } = operation;
  if (removesMany && request) return idsRemoved(operation, request.body, request.query).length > 0;
  if (!keyInBody || !request) return true;
  const { property } = keyInBody;
  return request.json !== undefined && Object.hasOwn(request.json, property) && !request.verbatim?.includes(property);
}

/** What is refused is not done: the entity is as before, or was not made. */
function withoutEffect({ changes }: Derived, operation: Operation, base: BaseRequest): Expectation {
  const expect = changes.expect as Expectation;
  const sameThing = (changes.request?.path ?? base.path) === base.path && !changes.absent && !changes.exists;
  if (expect.effect !== undefined || !sameThing || !expect.statuses.every((s) => /^4(?!09)/.test(s))) return expect;
  const effect = effectOf(operation);
  // Cases that share an account share what any of them needs, too: it may be there for another's sake.
  if (effect === 'created') return lends(changes) ? expect : { ...expect, effect: 'not-created' };
  return effect === 'updated' || effect === 'deleted' || effect === 'set' ? { ...expect, effect: 'unchanged' } : expect;
}

function alias(plain: Case): Derived {
  const form = plain.operation.op.docs.url ?? plain.operation.op.path;
  return { what: `form/${plain.operation.op.id}`, title: `the same by ${form}`, level: 'MUST', changes: {} };
}

/** A form without the key of what an entity belongs to names the one that belongs to nothing, not its namesake; and the reverse. */
function otherEntity(suite: Suite, short: Case, full: Case): Derived[] {
  const [one, other] = [subjectOf(suite, short).target, subjectOf(suite, full).target];
  if (!one || !other || one.resource !== other.resource) return [];
  const { retrieve, updates, remove } = one.resource;
  const own = [retrieve, ...(suite.hasCommands ? [...updates, remove] : [])].includes(full.operation);
  if (!own && !(suite.commandsOnly && leadsOn(full.operation))) return [];
  const apart = one.resource.keys.filter((_, i) => one.keys[i] !== other.keys[i]);
  if (apart.length === 0 || !apart.every((key) => key.name?.includes('.'))) return [];
  if (one.resource.keys.some((key, i) => apart.includes(key) && one.keys[i] !== null)) return [];
  if (!documents(short.operation, '404')) return [];
  const expect = refused(short.operation, ['404'], 'only its namesake is there');
  const { id } = short.operation.op;
  return [
    {
      what: `form/${id}/namesake`,
      title: 'does not reach the namesake that belongs to something',
      level: 'MUST',
      changes: { exists: [other], absent: [one], expect },
    },
    {
      what: `form/${id}/namesake-of`,
      title: 'the full form does not reach the namesake that belongs to nothing',
      level: 'MUST',
      changes: { operation: full.operation, request: full.request, exists: [one], absent: [other], expect },
    },
  ];
}

/** A list of what an entity leads to, or of its links. */
function leadsOn({ op, segments }: Operation): boolean {
  return op.method === 'GET' && !segments.at(-1)?.keys && segments.some(({ keys }) => keys !== undefined);
}

function ofMain(suite: Suite, operation: Operation, base: BaseRequest, plain: Case): Derived[] {
  return [
    ...plainRequest(suite, operation),
    ...plainChange(suite, operation),
    ...agreedVariants(suite, plain, base, refused(operation)),
    ...headerCases(suite, operation, base),
    ...accessCases(suite, operation),
    ...headCases(suite, operation, base),
    ...otherAccountCases(suite, operation, plain),
    ...ownerCases(suite, operation, plain),
    ...conditionCases(suite, operation, base),
    ...raceCases(suite, operation, base, plain),
    ...repeatedRequestCases(suite, operation, base),
    ...notModifiedCases(suite, operation),
    ...readOnlyCases(suite, operation, base),
    ...fixedCases(suite, operation, base),
    ...(suite.commandsOnly ? [] : neededWhen(operation, base)),
    ...fieldOrderCases(suite, operation, base),
    ...partCases(suite, operation, base),
    ...existenceCases(suite, operation, base, plain),
    ...renameCase(suite, operation, base),
    ...overrideCases(suite, operation, base),
    ...queryCases(suite, operation, base, plain),
    ...besideOptionCases(suite, operation, base),
    ...(suite.commandsOnly ? [] : cursorCases(operation, base)),
    ...pathCases(suite, operation, base, plain),
    ...bodyless(operation, base),
    ...linkBodyCases(suite, operation, base, plain),
    ...keyLinkCases(suite, operation, base, plain),
    ...misnamedCases(suite, operation, base, plain),
    ...otherMethodCases(suite, operation, base),
    ...bulkCases(suite, operation, base),
    ...unusualKeyCases(suite, operation, base),
    ...namesakeCases(suite, operation, plain),
    ...otherMedia(suite, operation, base),
    ...tooLarge(suite, operation, base),
    ...tokenCases(suite, operation, base),
    ...originCases(suite, operation, base),
  ];
}

/** What has no command is tried as it is documented where nothing else would send it: a read, and what a command is led to. */
function plainRequest(suite: Suite, operation: Operation): Derived[] {
  if (operation.op.docs.cases?.length || !(suite.commandsOnly || ['GET', 'HEAD'].includes(operation.op.method)))
    return [];
  const changes = !suite.commandsOnly && isWritten(suite, operation) ? { expect: perhapsNothing(operation) } : {};
  return [{ what: 'as-documented', title: 'as it is documented', level: 'MUST', changes }];
}

/** No story of its item tells of a change at the address of the list, nor of an action whose effect the documents tell. */
function plainChange({ commandsOnly }: Suite, operation: Operation): Derived[] {
  const { keyInBody, op } = operation;
  if (commandsOnly || op.docs.cases?.length) return [];
  const action = isTelling(operation) && (takesBack(operation) || Object.keys(setBy(operation)).length > 0);
  if (!keyInBody && !action) return [];
  const title = action ? 'does what it says' : 'what its body names';
  return [{ what: 'as-documented', title, level: 'MUST', changes: {} }];
}

/** What another operation of the same address puts there, inside something that has just been made. */
function isWritten({ model }: Suite, { signature, segments, ofTwo }: Operation): boolean {
  const plain = segments.at(-1)?.variable === undefined && segments.some((s) => s.variable !== undefined);
  const inside = plain || ofTwo === true;
  return inside && ['PUT', 'POST', 'PATCH'].some((method) => model.at(method, signature).some((o) => !o.creates));
}

function perhapsNothing(operation: Operation): Expectation {
  const expect = expectation(operation.op);
  if (!documents(operation, '404')) return expect;
  return { ...expect, statuses: [...expect.statuses, '404'], because: 'documented success, or nothing is there yet' };
}

/** A body that the documents require, left out; where it has to say something. */
function bodyless(operation: Operation, base: BaseRequest): Derived[] {
  const wanted = operation.op.body?.required && (bodySchema(operation)?.required?.length ?? 0) > 0;
  const refuses = documents(operation, '400') || documents(operation, '422');
  if (!wanted || !refuses || base.body === undefined) return [];
  const { body: _body, json: _json, headers, ...rest } = base;
  const others = Object.fromEntries(Object.entries(headers).filter(([name]) => !/^content-/i.test(name)));
  const refusal = orBadRequest(refused(operation, ['400', '422'], 'the body is required'));
  // Of what is missing with it, servers see one thing or another first (RFC 9110, sections 15.5.12 and 15.5.16).
  const expect = { ...refusal, statuses: [...refusal.statuses, '411', '415'] };
  const changes = { request: { ...rest, headers: others }, expect };
  return [{ what: 'no-body', title: 'without a body', level: 'MUST', changes }];
}

/** `If-Match` of another version is refused, of the current one accepted (RFC 9110, section 13.1.1). */
function conditionCases(suite: Suite, operation: Operation, base: BaseRequest): Derived[] {
  if (!takesVersions(suite, operation)) return [];
  const request = withVersion(base);
  const effect = effectOf(operation);
  const unversioned = refused(operation, ['428'], 'If-Match is required');
  const without: Derived = {
    what: 'if-match/none',
    title: 'without If-Match',
    level: 'MUST',
    changes: { request: withoutVersion(base), expect: { ...unversioned, effect: 'unchanged' } },
  };
  const current = { ...expectation(operation.op, operation), ...(effect ? { effect } : {}) };
  // The standard has it, no document says it: told, not judged.
  const among: Derived = {
    what: 'if-match/among-others',
    title: 'If-Match of another version and the current one',
    level: 'SHOULD',
    changes: { request, amongEtags: true, expect: current },
  };
  const expect = { ...refused(operation, ['412'], 'If-Match names another version'), effect: 'unchanged' as const };
  return [
    // There is no other reason for that status (RFC 6585, section 3).
    ...(documents(operation, '428') ? [without] : []),
    {
      what: 'if-match/other',
      title: 'If-Match of another version',
      level: 'MUST',
      changes: { request, staleEtag: true, expect },
    },
    {
      what: 'if-match/current',
      title: 'If-Match of the current version',
      level: 'MUST',
      changes: { request, expect: current },
    },
    ...(suite.hasCommands || !takesTags(operation, 'if-match') ? [] : [among]),
  ];
}

/** Where no command is shown, but a body with another key than its path. */
function renameCase(suite: Suite, operation: Operation, base: BaseRequest): Derived[] {
  const shown = suite.commandsOnly || (operation.op.docs.cases?.length ?? 0) > 0;
  const json = shown ? undefined : renamingBody(suite, operation);
  const body = json && bodyText(operation, json);
  if (!json || body === undefined) return [];
  const changes = { request: { ...base, json: { ...json }, body } };
  return [{ what: 'renames', title: 'by another key than its path has', level: 'MUST', changes }];
}
