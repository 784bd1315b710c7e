// What exists already, and what does not: duplicates, missing entities, links that lead nowhere, references to nothing.
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { describeEntity, type Entity } from '../../plan/entities.js';
import { variableSchema } from '../../plan/key-schema.js';
import { makesCollection } from '../../plan/makes-at-address.js';
import { hasUnused } from '../../plan/names.js';
import { requiredHeaders } from '../../plan/prerequisite.js';
import { bodySchema, type Operation } from '../../plan/resources.js';
import type { Case, Expectation } from '../../plan/story.js';
import { linkRenames, type Subject, type Suite, subjectOf } from '../../plan/subject.js';
import { says } from '../../told/told.js';
import { type BaseRequest, withJson } from '../base-request.js';
import type { Derived } from '../derived.js';
import { effectOf, expectation } from '../documented.js';
import { pathOf } from '../lifecycle/stories.js';
import { bodyWithItem } from '../links/link-body.js';
import { documents, refused } from '../refusal.js';
import { isNumbered, missingKeys, missingNamed } from './missing-references.js';
import { nameOfAnother } from './name-of-another.js';
import { inOtherLetters } from './path-cases.js';

export function existenceCases(suite: Suite, operation: Operation, base: BaseRequest, plain: Case): Derived[] {
  const subject = subjectOf(suite, plain);
  const keyed = missingKeys(suite, operation, base, subject);
  return [
    ...duplicate(suite, operation, subject),
    ...duplicateOfNobody(suite, operation, base, plain),
    ...atOnce(suite, operation, subject),
    ...nameOfAnother(suite, operation, subject),
    ...otherCase(suite, operation, base, subject),
    ...missingEntity(suite, operation, subject),
    ...missingReferences(suite, operation, base, subject),
    ...keyed,
    ...missingNamed(suite, operation, base, keyed),
    ...missingTarget(suite, operation, subject),
    ...linkEndCases(suite, operation, base, plain),
  ];
}

/** Whether all keys of an entity stand in the body that makes it. */
function isNamed({ resource, keys }: Entity): boolean {
  return resource.keys.every((key, i) => key.property !== undefined || keys[i] === null);
}

function duplicate(suite: Suite, operation: Operation, { after, link }: Subject): Derived[] {
  const refusesTwins =
    documents(operation, '409') ||
    (!suite.commandsOnly && ((isKeyed(after) && refusesAny(operation)) || isToldAlone(operation, after)));
  if (operation.op.method !== 'POST' || link || !after || !isNamed(after) || !refusesTwins) return [];
  const expect = { ...refused(operation, ['409'], 'it exists already'), effect: 'not-overwritten' as const };
  return [
    { what: 'duplicate', title: 'creating what exists already', level: 'MUST', changes: { exists: [after], expect } },
  ];
}

/** "Must be unique", said of its key. */
function isToldAlone(operation: Operation, after: Entity | undefined): boolean {
  const properties = bodySchema(operation)?.properties ?? {};
  return (after?.resource.keys ?? []).some(({ property = '' }) =>
    says(mergedSchema(operation.api, properties[property] ?? {}).description, 'surelyAlone'),
  );
}

function otherCase(suite: Suite, operation: Operation, base: BaseRequest, { after }: Subject): Derived[] {
  const property = after?.resource.keys[0]?.property;
  const other = operation === after?.resource.create && after.parents.length > 0 ? inOtherLetters(after) : undefined;
  if (!suite.hasCommands || !base.json || !after || !isNamed(after) || !other || property === undefined) return [];
  const json = { ...base.json, [property]: other.keys[0] ?? null };
  const request = withJson(base, json);
  const title = 'a name that is there in small letters, in capitals';
  const changes = { request, exists: [after], expect: expectation(operation.op, operation) };
  return [{ what: 'other-case', title, level: 'MUST', changes }];
}

/** What is made through something else is not made where that is missing. */
function missingEntity(suite: Suite, operation: Operation, subject: Subject): Derived[] {
  const { after, target, link } = subject;
  const missing = link ? link.from : target;
  if (!missing || !documents(operation, '404') || impliedByOthers(suite, subject, missing)) return [];
  const { create, keys, name } = missing.resource;
  const container = missing.parents.length === 0 && operation.segments[0]?.variable !== undefined;
  const nameable = hasUnused(variableSchema(missing.resource, keys[0]?.variable));
  // What makes what is not there takes it for new.
  const made = (create === operation && operation.op.method === 'PUT') || makesCollection(operation);
  if (!nameable || made || container) return [];
  // Before or after it looks whether the thing is there, a server looks at the version that it needs (RFC 9110, 13.2.1).
  const versioned = requiredHeaders(suite, operation)['If-Match'] !== undefined && documents(operation, '412');
  const gone = refused(operation, ['404', ...(versioned ? ['412'] : [])], 'there is no such entity');
  const makes =
    suite.hasCommands && after !== undefined && after.id !== missing.id && effectOf(operation) === 'created';
  const expect = makes ? { ...gone, effect: 'not-created' as const } : gone;
  const title = `${name} that does not exist`;
  return [{ what: 'missing-entity', title, level: 'MUST', changes: { absent: [missing], expect } }];
}

function missingTarget(suite: Suite, operation: Operation, { link, referred }: Subject): Derived[] {
  const { from, to, viaBody } = link ?? {};
  const [next] = referred;
  // In place of a link that is there, which the keys of its ends do not rule out.
  const bound = !from || !to || linkIsKey(suite, from, to) || linkRenames(suite, from, to);
  const other = viaBody || bound ? undefined : next;
  const missing = viaBody ? to : other;
  if (!suite.hasCommands || !to || !missing?.parents.length || !documents(operation, '400')) return [];
  if (!viaBody && (operation.op.method !== 'PUT' || missing.id === to.id)) return [];
  const title = `a link to a ${missing.resource.name} that does not exist`;
  const refusal = refused(operation, ['400', '404', '409'], 'there is nothing to link to');
  const kept = viaBody ? {} : { about: to };
  const expect = viaBody ? refusal : { ...refusal, effect: 'keeps-link' as const };
  return [{ what: 'missing-target', title, level: 'MUST', changes: { absent: [missing], expect, ...kept } }];
}

/** `People('sample')`: no two of a set have one key (OData 4.01, part 1, section 4.2). */
function isKeyed(entity: Entity | undefined): boolean {
  return entity?.resource.item.at(-1)?.keys !== undefined;
}

function refusesAny({ op }: Operation): boolean {
  return op.responses.some(({ status }) => /^(?:4XX|default)$/i.test(status));
}

/** What belongs to nothing has its name for itself, too: databases tell nothing from nothing. */
function duplicateOfNobody(suite: Suite, operation: Operation, base: BaseRequest, plain: Case): Derived[] {
  const { after } = subjectOf(suite, plain);
  const dotted = after?.resource.keys.flatMap(({ property }) => (property?.includes('.') ? [property] : [])) ?? [];
  const required = bodySchema(operation)?.required ?? [];
  const free = dotted.length > 0 && dotted.every((name) => !required.includes(name));
  if (!suite.hasCommands || operation !== after?.resource.create || !base.json || !free) return [];
  const json = Object.fromEntries(Object.entries(base.json).filter(([name]) => !dotted.includes(name)));
  const request = withJson(base, json);
  const alone = subjectOf(suite, { ...plain, request }).after;
  if (!documents(operation, '409') || !alone || alone.id === after.id) return [];
  const expect = { ...refused(operation, ['409'], 'it exists already'), effect: 'not-overwritten' as const };
  const title = 'creating what exists already and belongs to nothing';
  return [{ what: 'duplicate-of-nobody', title, level: 'MUST', changes: { request, exists: [alone], expect } }];
}

/** Of requests that come at the same moment the others find it there already; in a container of the run's own. */
function atOnce(suite: Suite, operation: Operation, { after }: Subject): Derived[] {
  const alone = after !== undefined && after.parents.length > 0 && operation === after.resource.create;
  if (!suite.hasCommands || !alone || !isNamed(after) || !documents(operation, '409')) return [];
  const { statuses } = expectation(operation.op);
  const because = 'one makes it, and to the others it exists already';
  const expect = { statuses: [...statuses, '409'], because, response: false, error: false };
  const title = 'several times at the same moment';
  return [{ what: 'at-once', title, level: 'MUST', changes: { absent: [after], atOnce: true, expect } }];
}

/** Whether one end of a link stands in the key of the other. */
function linkIsKey(suite: Suite, from: Entity | undefined, to: Entity | undefined): boolean {
  if (!from || !to) return false;
  return [...suite.locator.references(from), ...suite.locator.references(to)].some(({ entity }) =>
    [from.id, to.id].includes(entity.id),
  );
}

/** Ends of a link that are none: an entity of another kind, and the other end of a link that is to be replaced. */
function linkEndCases(suite: Suite, operation: Operation, base: BaseRequest, plain: Case): Derived[] {
  const { link, referred } = subjectOf(suite, plain);
  if (!suite.hasCommands || !link?.to || linkRenames(suite, link.from, link.to)) return [];
  const { from, to } = link;
  const bound = linkIsKey(suite, from, to);
  if (operation.op.method === 'PUT' && !bound && !link.viaBody && referred[0] && documents(operation, '404')) {
    const expect = refused(operation, ['404', '400'], 'the link that is to be replaced leads nowhere');
    const title = `in place of a link to a ${to.resource.name} that does not exist`;
    return [
      { what: 'missing-old-target', title, level: 'MUST', changes: { absent: [to], expect } },
      ...otherKind(suite, operation, base, plain),
    ];
  }
  return link.viaBody ? otherKind(suite, operation, base, plain) : [];
}

/** The body names what has the link, of which nothing of its own kind is the other end. */
function otherKind(suite: Suite, operation: Operation, base: BaseRequest, plain: Case): Derived[] {
  const { link } = subjectOf(suite, plain);
  if (!link?.to || link.from.resource === link.to.resource || !documents(operation, '400')) return [];
  const { from, viaBody } = link;
  const body = bodyWithItem(base.body, pathOf(from).replace(/^.*\//, ''));
  if (body === undefined) return [];
  const request = { ...base, body };
  const meant = subjectOf(suite, { ...plain, request });
  if ((viaBody ? meant.link?.to : meant.referred[0])?.id !== from.id) return [];
  const expect = refused(operation, ['400', '404', '409'], 'the address is that of another kind of thing');
  const title = `a link to something of another kind, ${describeEntity(from)}`;
  return [{ what: 'other-kind', title, level: 'MUST', changes: { request, expect } }];
}

/** "The box must exist": what a body names and is not there is not made for it, nor passed over. */
function missingReferences(suite: Suite, operation: Operation, base: BaseRequest, subject: Subject): Derived[] {
  const { after, bodyResource } = subject;
  const makes = bodyResource?.create === operation;
  const changes = bodyResource?.updates.includes(operation) === true;
  if (!suite.hasCommands || !after || !base.json || !bodyResource || !(makes || changes)) return [];
  const properties = bodySchema(operation)?.properties ?? {};
  const named = suite.locator.referencesIn(new Map(Object.entries(base.json)), bodyResource, after.parents);
  return named.flatMap(({ entity, parts }): Derived[] => {
    const [property] = [...parts].find(([, index]) => index === 0) ?? [];
    if (property === undefined || isNumbered({ entity, parts })) return [];
    if (!says(properties[property]?.description, 'mustExist')) return [];
    // What the path needs is there.
    if (changes && impliedByOthers(suite, subject, entity)) return [];
    const refusal = refused(operation, ['400', '404', '409', '422'], `the ${entity.resource.name} must exist`);
    const effect = makes ? ('not-created' as const) : ('unchanged' as const);
    const title = `with a ${entity.resource.name} that does not exist`;
    const expect = { ...refusal, effect };
    return [
      ...(makes ? namesakeOfReference(suite, operation, base, subject, { entity, parts, property, expect }) : []),
      {
        what: `missing-reference/${property}`,
        title,
        level: 'MUST',
        changes: { absent: [entity], expect },
      },
    ];
  });
}

interface Named {
  entity: Entity;
  parts: Map<string, number>;
  property: string;
  expect: Expectation;
}

/** The name without what it belongs to means the one that belongs to nothing: its namesake is another one. */
function namesakeOfReference(
  suite: Suite,
  operation: Operation,
  { json = {}, ...base }: BaseRequest,
  { after }: Subject,
  { entity, parts, property, expect }: Named,
): Derived[] {
  const required = bodySchema(operation)?.required ?? [];
  const free = [...parts].flatMap(([name, index]) => (index > 0 && !required.includes(name) ? [name] : []));
  const least = Object.fromEntries(Object.entries(json).filter(([name]) => !free.includes(name)));
  const named = suite.locator.referencesIn(new Map(Object.entries(least)), after?.resource, after?.parents ?? []);
  const alone = named.find((one) => one.parts.has(property))?.entity;
  if (free.length === 0 || !alone || alone.id === entity.id) return [];
  const request = { ...base, json: least, body: JSON.stringify(least) };
  const title = `with a ${entity.resource.name} whose namesake belongs to something`;
  const changes = { request, exists: [entity], absent: [alone], expect };
  return [{ what: `missing-reference/${property}/namesake`, title, level: 'MUST', changes }];
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
