// Derived cases: what the tables promise beyond the commands. Each is a documented request with one thing changed, and
// expects only what the documents support.
import type { Entity } from '../plan/entities.js';
import { variableSchema } from '../plan/key-schema.js';
import { hasUnused } from '../plan/names.js';
import { bodyText } from '../plan/prerequisite.js';
import { bodySchema, type Operation } from '../plan/resources.js';
import type { Case, Expectation, Level } from '../plan/story.js';
import { linkRenames, type Subject, type Suite, subjectOf } from '../plan/subject.js';
import { accessCases, lends } from './access-cases.js';
import { agreedVariants } from './agreed-variants.js';
import { type BaseRequest, baseRequest, throughForm } from './base-request.js';
import { acceptingContradiction } from './contradicted-link.js';
import { effectOf, expectation } from './documented.js';
import { headerCases } from './header-cases.js';
import { inOtherLetters, pathCases } from './path-cases.js';
import { renamingBody } from './path-keys.js';
import { queryCases } from './query-cases.js';
import { refused } from './refusal.js';
import { pathOf } from './stories.js';
import { tokenCases } from './token-cases.js';
import { takesVersions, WRITES, withVersion } from './versions.js';

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
    expect: expectation(operation.op, operation),
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
  return derived.map((d) => ({
    ...plain,
    id: `derived/${main.op.id}/${d.what}`,
    title: d.title,
    level: d.level,
    ...d.changes,
    ...(d.changes.expect ? { expect: withoutEffect(d, operation, base) } : {}),
  }));
}

/** What is refused is not done: the entity is as before, or was not made. */
function withoutEffect({ changes }: Derived, operation: Operation, base: BaseRequest): Expectation {
  const expect = changes.expect as Expectation;
  const sameThing = (changes.request?.path ?? base.path) === base.path && !changes.absent && !changes.exists;
  if (expect.effect !== undefined || !sameThing || !expect.statuses.every((s) => /^4(?!09)/.test(s))) return expect;
  const effect = effectOf(operation);
  // Cases that share an account share what any of them needs, too: it may be there for another's sake.
  if (effect === 'created') return lends(changes) ? expect : { ...expect, effect: 'not-created' };
  return effect === 'updated' || effect === 'deleted' ? { ...expect, effect: 'unchanged' } : expect;
}

function alias(plain: Case): Derived {
  const form = plain.operation.op.docs.url ?? plain.operation.op.path;
  return { what: `form/${plain.operation.op.id}`, title: `the same by ${form}`, level: 'MUST', changes: {} };
}

/** A form without the key of what an entity belongs to names the one that belongs to nothing, not its namesake; and the reverse. */
function otherEntity(suite: Suite, short: Case, full: Case): Derived[] {
  const [one, other] = [subjectOf(suite, short).target, subjectOf(suite, full).target];
  const { retrieve } = one?.resource ?? {};
  if (!one || !other || one.resource !== other.resource || retrieve !== full.operation) return [];
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

function ofMain(suite: Suite, operation: Operation, base: BaseRequest, plain: Case): Derived[] {
  return [
    ...plainRead(suite, operation),
    ...agreedVariants(suite, plain, base, refused(operation)),
    ...headerCases(suite, operation, base),
    ...accessCases(suite, operation),
    ...conditionCases(suite, operation, base),
    ...existenceCases(suite, operation, base, plain),
    ...renameCase(suite, operation, base),
    ...overrideCases(operation, base),
    ...queryCases(suite, operation, base, plain),
    ...pathCases(suite, operation, base, plain),
    ...bodyless(suite, operation, base),
    ...tokenCases(suite, operation, base),
  ];
}

/** A read without a command is tried as it is documented: nothing else would send it. */
function plainRead(suite: Suite, operation: Operation): Derived[] {
  if (suite.commandsOnly || operation.op.docs.cases?.length || operation.op.method !== 'GET') return [];
  return [{ what: 'as-documented', title: 'as it is documented', level: 'MUST', changes: {} }];
}

/** A body that the documents require, left out; where it has to say something. */
function bodyless(suite: Suite, operation: Operation, base: BaseRequest): Derived[] {
  const wanted = operation.op.body?.required && (bodySchema(operation)?.required?.length ?? 0) > 0;
  const refuses = documents(operation, '400') || documents(operation, '422');
  if (suite.commandsOnly || !wanted || !refuses || base.body === undefined) return [];
  const { body: _body, json: _json, headers, ...rest } = base;
  const others = Object.fromEntries(Object.entries(headers).filter(([name]) => !/^content-/i.test(name)));
  const expect = refused(operation, ['400', '422', '411', '415'], 'the body is required');
  const changes = { request: { ...rest, headers: others }, expect };
  return [{ what: 'no-body', title: 'without a body', level: 'MUST', changes }];
}

function documents(operation: Operation, status: string): boolean {
  return operation.op.responses.some((r) => r.status === status);
}

/** `If-Match` of another version is refused, of the current one accepted (RFC 9110, section 13.1.1). */
function conditionCases(suite: Suite, operation: Operation, base: BaseRequest): Derived[] {
  if (!takesVersions(suite, operation)) return [];
  const request = withVersion(base);
  const effect = effectOf(operation);
  const expect = { ...refused(operation, ['412'], 'If-Match names another version'), effect: 'unchanged' as const };
  return [
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
      changes: { request, expect: { ...expectation(operation.op, operation), ...(effect ? { effect } : {}) } },
    },
  ];
}

/** Where documents show no commands, but a body with another key than its path. */
function renameCase(suite: Suite, operation: Operation, base: BaseRequest): Derived[] {
  const json = suite.hasCommands ? undefined : renamingBody(suite, operation);
  const body = json && bodyText(operation, json);
  if (!json || body === undefined) return [];
  const changes = { request: { ...base, json: { ...json }, body } };
  return [{ what: 'renames', title: 'by another key than its path has', level: 'MUST', changes }];
}

/** What exists already, and what does not. */
function existenceCases(suite: Suite, operation: Operation, base: BaseRequest, plain: Case): Derived[] {
  const subject = subjectOf(suite, plain);
  const found: Derived[] = [];
  const { after, target } = subject;
  const named = after?.resource.keys.every((k, i) => k.property !== undefined || after.keys[i] === null);
  if (operation.op.method === 'POST' && !subject.link && after && named && documents(operation, '409'))
    found.push({
      what: 'duplicate',
      title: 'creating what exists already',
      level: 'MUST',
      changes: {
        exists: [after],
        expect: { ...refused(operation, ['409'], 'it exists already'), effect: 'not-overwritten' },
      },
    });
  const property = after?.resource.keys[0]?.property;
  const other = operation === after?.resource.create && after.parents.length > 0 ? inOtherLetters(after) : undefined;
  if (suite.hasCommands && base.json && after && named && other && property !== undefined) {
    const json = { ...base.json, [property]: other.keys[0] ?? null };
    found.push({
      what: 'other-case',
      title: 'a name that is there in small letters, in capitals',
      level: 'MUST',
      changes: {
        request: { ...base, json, body: JSON.stringify(json) },
        exists: [after],
        expect: expectation(operation.op, operation),
      },
    });
  }
  const missing = subject.link ? subject.link.from : target;
  const container = missing && missing.parents.length === 0 && operation.segments[0]?.variable !== undefined;
  const nameable = missing && hasUnused(variableSchema(missing.resource, missing.resource.keys[0]?.variable));
  if (missing && nameable && !container && !impliedByOthers(suite, subject, missing) && documents(operation, '404')) {
    const absent = [missing];
    const expect = refused(operation, ['404'], 'there is no such entity');
    found.push({
      what: 'missing-entity',
      title: `${missing.resource.name} that does not exist`,
      level: 'MUST',
      changes: { absent, expect },
    });
  }
  found.push(...missingReferences(suite, operation, base, subject));
  const { link } = subject;
  if (suite.hasCommands && link?.viaBody && link.to && link.to.parents.length > 0 && documents(operation, '400'))
    found.push({
      what: 'missing-target',
      title: `a link to a ${link.to.resource.name} that does not exist`,
      level: 'MUST',
      changes: {
        absent: [link.to],
        expect: refused(operation, ['400', '404', '409'], 'there is nothing to link to'),
      },
    });
  return [...found, ...linkEndCases(suite, operation, base, plain)];
}

/** Ends of a link that are none: an entity of another kind, and the other end of a link that is to be replaced. */
function linkEndCases(suite: Suite, operation: Operation, base: BaseRequest, plain: Case): Derived[] {
  const { link, referred } = subjectOf(suite, plain);
  if (!suite.hasCommands || !link?.to || linkRenames(suite, link.from, link.to)) return [];
  const { from, to } = link;
  const bound = [...suite.locator.references(from), ...suite.locator.references(to)].some(({ entity }) =>
    [from.id, to.id].includes(entity.id),
  );
  if (operation.op.method === 'PUT' && !bound && !link.viaBody && referred[0] && documents(operation, '404')) {
    const expect = refused(operation, ['404', '400'], 'the link that is to be replaced leads nowhere');
    const title = `in place of a link to a ${to.resource.name} that does not exist`;
    return [{ what: 'missing-old-target', title, level: 'MUST', changes: { absent: [to], expect } }];
  }
  if (!link.viaBody || from.resource === to.resource || !documents(operation, '400')) return [];
  const item = pathOf(from).replace(/^.*\//, '');
  const body = base.body?.replace(/[^/"]*\([^"]*\)(?="\s*\}\s*$)/, () => item);
  if (body === undefined) return [];
  const request = { ...base, body };
  const { link: wrong } = subjectOf(suite, { ...plain, request });
  if (wrong?.to?.id !== from.id) return [];
  const expect = refused(operation, ['400', '404', '409'], `it is no ${to.resource.name}`);
  return [
    { what: 'other-kind', title: `a link to a ${from.resource.name}`, level: 'MUST', changes: { request, expect } },
  ];
}

/** "The box must exist": what a body names and is not there is not made for it, nor passed over. */
function missingReferences(suite: Suite, operation: Operation, base: BaseRequest, subject: Subject): Derived[] {
  const { after, bodyResource } = subject;
  if (!suite.hasCommands || !after || !base.json || bodyResource?.create !== operation) return [];
  const properties = bodySchema(operation)?.properties ?? {};
  const named = suite.locator.referencesIn(new Map(Object.entries(base.json)), bodyResource, after.parents);
  return named.flatMap(({ entity, parts }): Derived[] => {
    const [property] = [...parts].find(([, index]) => index === 0) ?? [];
    const text = property === undefined ? '' : (properties[property]?.description ?? '');
    if (property === undefined || !/\bmust exist\b/i.test(text)) return [];
    const refusal = refused(operation, ['400', '404', '409', '422'], `the ${entity.resource.name} must exist`);
    const changes = { absent: [entity], expect: { ...refusal, effect: 'not-created' as const } };
    const title = `with a ${entity.resource.name} that does not exist`;
    return [{ what: `missing-reference/${property}`, title, level: 'MUST', changes }];
  });
}

/** Whether something else that the request names cannot be there without the entity. */
function impliedByOthers(suite: Suite, subject: Subject, missing: Entity): boolean {
  const others = [...subject.located.map((l) => l.entity), ...subject.referred].filter((e) => e.id !== missing.id);
  const needs = (entity: Entity): boolean =>
    entity.id === missing.id ||
    entity.parents.some(needs) ||
    suite.locator.references(entity).some((r) => needs(r.entity));
  return others.some(needs);
}

/** A documented method override carries the method in a POST. */
function overrideCases(operation: Operation, base: BaseRequest): Derived[] {
  const header = operation.op.parameters.find((p) => p.in === 'header' && /method-?override/i.test(p.name));
  if (!header || !WRITES.has(operation.op.method)) return [];
  const request = { ...base, method: 'POST', headers: { ...base.headers, [header.name]: operation.op.method } };
  return [{ what: 'method-override', title: `as POST with ${header.name}`, level: 'MUST', changes: { request } }];
}
