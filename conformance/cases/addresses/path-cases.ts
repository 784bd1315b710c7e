// Derived cases of addresses: a key that is none by its schema, one in other letters, and a thing looked for inside another
// container than its own.
import { patternTest } from '../../../spec/contract/pattern.js';
import { typeOf } from '../../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { type Entity, entityOf } from '../../plan/entities.js';
import { keySchema, variableSchema } from '../../plan/key-schema.js';
import type { Operation } from '../../plan/resources.js';
import type { Case } from '../../plan/story.js';
import { type Suite, subjectOf } from '../../plan/subject.js';
import { parsePath, percent } from '../../url/key-path.js';
import type { BaseRequest } from '../base-request.js';
import type { Derived } from '../derived.js';
import { addressOf } from '../lifecycle/stories.js';
import { refused } from '../refusal.js';
import { varied } from '../varied.js';
import { nearKeyCases } from './near-keys.js';

export function pathCases(suite: Suite, operation: Operation, base: BaseRequest, plain: Case): Derived[] {
  const { target, link } = subjectOf(suite, plain);
  const last = operation.segments.at(-1);
  const [key] = target?.resource.keys ?? [];
  if (!target || link || !key || (!last?.keys && last?.variable === undefined)) return [];
  const { retrieve, remove } = target.resource;
  if (key.property !== undefined)
    return [
      ...(operation === retrieve ? namedCases(suite, operation, base, target) : []),
      ...(operation === retrieve ? nearKeyCases(suite, operation, base, target) : []),
      ...(operation === retrieve || operation === remove ? otherKeyOrder(operation, base) : []),
      ...(operation === retrieve && suite.hasCommands ? encodedLetter(base) : []),
    ];
  // Where the server gives the keys the documents say of which form they are, and whose they are.
  return suite.commandsOnly
    ? []
    : [
        ...malformedKey(operation, base, target),
        ...unlistedKey(suite, operation, base),
        ...otherParent(suite, operation, base, target),
      ];
}

/** Of names that we give: what differs in anything is not the same (RFC 3986, section 6.2.2.1), and is nowhere else. */
function namedCases(suite: Suite, operation: Operation, base: BaseRequest, target: Entity): Derived[] {
  return suite.hasCommands
    ? [...otherCase(suite, operation, base, target), ...otherParent(suite, operation, base, target)]
    : [];
}

/** The same by its address with the parts of its key the other way round, where documents let them come in any order. */
function otherKeyOrder({ api }: Operation, base: BaseRequest): Derived[] {
  const { keys = [], raw = '' } = parsePath(base.path).at(-1) ?? {};
  const parts = keys.map(({ name, raw: value }) => (name === undefined ? value : `${name}=${value}`));
  if (api.docs.keyOrder !== 'any' || parts.length < 2) return [];
  const path = `${base.path.slice(0, -raw.length)}${raw.slice(0, raw.indexOf('('))}(${parts.reverse().join(',')})`;
  const title = 'with the parts of its key in another order';
  return [{ what: 'form/key-order', title, level: 'MUST', changes: { request: { ...base, path } } }];
}

/**
 * The same by its address with a letter of its key encoded: the two are equivalent (RFC 3986, section 2.3). Where the code of
 * one has a letter itself, in small letters, which are equivalent as well (section 2.1).
 */
function encodedLetter(base: BaseRequest): Derived[] {
  const { keys: [key] = [], raw = '' } = parsePath(base.path).at(-1) ?? {};
  const name = /^'([A-Za-z]+)/.exec(key?.raw ?? '')?.[1] ?? '';
  const lettered = name.search(/[j-oz]/i);
  const letter = name[Math.max(lettered, 0)];
  if (!key || letter === undefined) return [];
  const at = base.path.length - raw.length + raw.indexOf(key.raw, raw.indexOf('(')) + 1 + Math.max(lettered, 0);
  const code = percent(letter).toLowerCase();
  const path = `${base.path.slice(0, at)}${code}${base.path.slice(at + 1)}`;
  const title = `with ${code} for ${letter} in its key`;
  return [{ what: 'form/percent-encoded', title, level: 'MUST', changes: { request: { ...base, path } } }];
}

/** Only the name in other letters is there. */
function otherCase(suite: Suite, operation: Operation, base: BaseRequest, target: Entity): Derived[] {
  const other = inOtherLetters(target);
  const path = other && addressOf(operation, other);
  if (path === undefined || suite.locator.locate(parsePath(path)).at(-1)?.entity.id !== other?.id) return [];
  if (!other || documented(operation, ['404']).length === 0) return [];
  const expect = refused(operation, ['404'], 'a name in other letters is another name');
  const title = `${target.resource.name} by its name in capitals`;
  const changes = { request: { ...base, path }, exists: [target], absent: [other], expect };
  return [{ what: 'other-case', title, level: 'MUST', changes }];
}

/** The entity whose name has capitals for small letters, where the documents list both among a name's characters. */
export function inOtherLetters({ resource, keys, parents }: Entity): Entity | undefined {
  const [key] = resource.keys;
  const [name, ...others] = keys;
  const pattern = key && keySchema(resource, key)?.pattern;
  const fits = typeof pattern === 'string' ? patternTest(pattern) : undefined;
  if (name == null || !/^[\w-]+$/.test(name) || !/[a-z]/.test(name)) return undefined;
  const both = [name, name.toUpperCase(), `${name}aA`].every((text) => fits?.(text) === true);
  return both ? entityOf(resource, [name.toUpperCase(), ...others], parents) : undefined;
}

/** Words that no number or UUID is. */
const NO_KEY = 'docproof-no-key';

function malformedKey(operation: Operation, base: BaseRequest, target: Entity): Derived[] {
  const variable = target.resource.keys[0]?.variable;
  const schema = variableSchema(target.resource, variable);
  if (operation.op.method !== 'GET' || !schema || operation.segments.at(-1)?.variable !== variable) return [];
  const typed = ['integer', 'number'].includes(typeOf(schema)) || schema.format === 'uuid';
  const wanted = ['400', '404', '422'];
  const statuses = documented(operation, wanted);
  if (!typed || statuses.length === 0) return [];
  // A 404 alone says what happens when there is no such thing, not that a check of the form must answer so.
  const says = statuses.some((status) => status !== '404');
  const expect = refused(operation, says ? wanted : [], `${variable} is of another form`);
  return [
    {
      what: `malformed-key/${variable}`,
      title: `with ${NO_KEY} for ${variable}`,
      level: 'MUST',
      changes: { request: base, absent: [target], calledAs: NO_KEY, expect },
    },
  ];
}

/** A word in the place of one of those that the documents list: `/flags/f/rules/docproof-no-key`, where there are `dev` and `prod`. */
function unlistedKey(suite: Suite, operation: Operation, base: BaseRequest): Derived[] {
  const { op, api, segments } = operation;
  const variable = segments.at(-1)?.variable;
  const parameter = op.parameters.find((p) => p.in === 'path' && p.name === variable);
  const { enum: listed, type } = parameter ? mergedSchema(api, parameter.schema) : {};
  if (!listed || !['PUT', 'GET'].includes(op.method) || type !== 'string') return [];
  const path = `${base.path.slice(0, base.path.lastIndexOf('/'))}/${NO_KEY}`;
  const expect = refused(operation, [], `the documents list all values of ${variable}`);
  const title = `with ${NO_KEY} for ${variable}`;
  const effect = op.method === 'PUT' ? { effect: 'not-created' as const } : {};
  const other = suite.locator.locate(parsePath(path)).at(-1)?.entity;
  const absent = other ? { absent: [other] } : {};
  const changes = { request: { ...base, path }, expect: { ...expect, ...effect }, ...absent };
  return [{ what: `unlisted-key/${variable}`, title, level: 'MUST', changes }];
}

/** `/projects/B/tasks/T` where T is a task of A. */
function otherParent(suite: Suite, operation: Operation, base: BaseRequest, target: Entity): Derived[] {
  const parent = target.parents.at(-1);
  const { create, remove } = target.resource;
  const statuses = documented(operation, ['404']);
  if (!parent || !create || !(remove ?? parent.resource.remove) || statuses.length === 0) return [];
  // A PUT that makes what is not there makes one there, too.
  if (create === operation) return [];
  const { property } = parent.resource.keys[0] ?? {};
  if ((property !== undefined && !suite.hasCommands) || !parent.resource.create) return [];
  const name = property === undefined ? 'other' : varied(suite, parent.keys[0] ?? '', 2)[1];
  const other = entityOf(parent.resource, [name ?? null, ...parent.keys.slice(1)], parent.parents);
  const misplaced = entityOf(target.resource, target.keys, [...target.parents.slice(0, -1), other]);
  const path = addressOf(operation, misplaced);
  if (suite.locator.locate(parsePath(path)).at(-1)?.entity.id !== misplaced.id) return [];
  const expect = refused(operation, statuses, `it is in another ${parent.resource.name}`);
  return [
    {
      what: 'other-parent',
      title: `${target.resource.name} of another one of ${parent.resource.name}`,
      level: 'MUST',
      changes: { request: { ...base, path }, exists: [target], absent: [misplaced], calledAs: target, expect },
    },
  ];
}

function documented(operation: Operation, statuses: string[]): string[] {
  return statuses.filter((status) => operation.op.responses.some((r) => r.status === status));
}
