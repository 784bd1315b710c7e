// Derived cases of query options: values that the documents list or that lie in a documented range, and ones that do not.
import type { ApiParameter, JsonValue, Schema } from '../../../spec/contract/api.js';
import { fitsNumber, limitsOf } from '../../../spec/fitting/fitting-number.js';
import { fittingValue, isNumeric, typeOf } from '../../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { objectsWith } from '../../assess/entity-in.js';
import { calledLike } from '../../plan/called-like.js';
import { type Entity, entityOf } from '../../plan/entities.js';
import { creationOf, referredBy } from '../../plan/prerequisite.js';
import type { Operation } from '../../plan/resources.js';
import type { Case, Expectation } from '../../plan/story.js';
import { type Suite, subjectOf } from '../../plan/subject.js';
import { says } from '../../told/told.js';
import { longTexts } from '../addresses/long-texts.js';
import type { BaseRequest } from '../base-request.js';
import { orRefused } from '../bodies/body-requests.js';
import { saysWhatFalseIs } from '../bodies/flag-words.js';
import { wrongTexts } from '../bodies/texts.js';
import { wrongNumbers } from '../bodies/wrong-values.js';
import type { Derived } from '../derived.js';
import { expectation } from '../documented.js';
import { refused } from '../refusal.js';
import { oneBehind } from '../varied.js';
import { orderOf } from './list-order.js';
import { sample } from './list-queries.js';
import { isOffset, isPage, isSize } from './list-roles.js';
import { asListed, optionOf, shownIn, timeLike } from './option-values.js';
import { followingOf, takesKey } from './page-options.js';
import { toldOrder } from './told-order.js';

/** For reads only: what a query option of a write does cannot be told from its row. */
export function queryCases(suite: Suite, operation: Operation, base: BaseRequest, plain: Case): Derived[] {
  if (operation.op.method !== 'GET') return [];
  const listed = listedTwice(suite, operation, plain);
  const cases = [...optionCases(suite, operation, base, listed), ...inOrder(suite, operation, base, listed)];
  const named = suite.commandsOnly ? [] : namedInQuery(suite, base, plain);
  if (named.length === 0) return cases;
  return cases.map((one) => ({ ...one, changes: { ...one.changes, exists: named } }));
}

/** As the documents say that it is without being asked. */
function inOrder(suite: Suite, operation: Operation, base: BaseRequest, listed: Entity[]): Derived[] {
  const members = suite.commandsOnly || listed.length === 0 ? undefined : toldOrder(operation);
  if (!members) return [];
  const request = { ...base, query: requiredOnly(operation, base.query) };
  const expect: Expectation = { ...expectation(operation.op), members };
  // Made the other way round, a list that keeps the order in which they were made is not in that of the documents.
  const upwards = 'direction' in members && members.direction === 'asc';
  const beside = upwards ? listed.toReversed() : listed;
  return [{ what: 'in-order', title: 'in its order', level: 'MUST', changes: { request, expect, beside } }];
}

/** Things that the request's own options name, and that can be made: without them a list has nothing in it. */
function namedInQuery(suite: Suite, { query }: BaseRequest, plain: Case): Entity[] {
  const values = new Map(new URLSearchParams(query));
  const parents = subjectOf(suite, plain).located.map((l) => l.entity);
  const found = suite.locator.referencesIn(values, undefined, parents).map(({ entity }) => entity);
  return found.filter((entity) => canBeMade(suite, entity));
}

/** With all that it refers to. */
function canBeMade(suite: Suite, entity: Entity, depth = 0): boolean {
  const { create, remove } = entity.resource;
  if (!create || !remove || entity.parents.length > 0 || depth > 3) return false;
  return referredBy(creationOf(suite, create, entity)).every((other) => canBeMade(suite, other, depth + 1));
}

function optionCases(suite: Suite, operation: Operation, base: BaseRequest, listed: Entity[]): Derived[] {
  return operation.op.parameters
    .filter((p) => p.in === 'query' && (!p.required || !suite.commandsOnly))
    .flatMap((p) => [
      ...insideCases(suite, operation, base, p, listed),
      ...beyondCases(suite, operation, base, p),
      ...(p.required ? withoutCase(suite, operation, base, p) : []),
    ]);
}

/** What one value of an option must fit: of a list its members, each of which is written by itself. */
function memberSchema({ api }: Operation, parameter: ApiParameter): Schema {
  const schema = mergedSchema(api, parameter.schema);
  const alone = parameter.mediaType === undefined && schema.items !== undefined && Number(schema['minItems'] ?? 0) < 2;
  return typeOf(schema) === 'array' && alone ? mergedSchema(api, schema.items as Schema) : schema;
}

/** Names of what asks for a part of each member: what a schema requires may be left out. */
const SELECTS = /^\$?(?:select|fields?)(?:\[.*\])?$/i;

function insideCases(
  suite: Suite,
  operation: Operation,
  base: BaseRequest,
  parameter: ApiParameter,
  listed: Entity[],
): Derived[] {
  const schema = asListed(suite, operation, parameter, memberSchema(operation, parameter));
  // Whether there is a thing with any key, nobody knows: who is asked for what belongs to it may refuse that.
  const open = !suite.commandsOnly && !schema.enum && calledLike(suite.model.named, parameter.name) !== undefined;
  return insideValues(operation, schema, parameter, suite.commandsOnly)
    .filter((value) => value !== null && typeof value !== 'object')
    .map((value): Derived => {
      const told = suite.commandsOnly ? undefined : membersFor(operation, parameter, schema, value);
      // How many there are, and in which order, shows where there are two.
      const members = told && (listed.length > 0 || 'property' in told) ? told : undefined;
      const whole = SELECTS.test(parameter.name) ? { response: false } : {};
      // What the documents' own request leaves out of the list may be what has just been made.
      const all = members && 'atMost' in members ? { ...base, query: requiredOnly(operation, base.query) } : base;
      const expect: Expectation = { ...expectation(operation.op), ...whole, ...(members ? { members } : {}) };
      const one: Derived = {
        what: `query/${parameter.name}/${value}`,
        title: `with ${parameter.name}=${value}`,
        level: 'MUST',
        changes: {
          request: asking(all, parameter.name, value),
          expect,
          ...(members && listed.length > 0 ? { beside: listed } : {}),
          ...(value === 1 && members && 'atMost' in members ? followingOf(operation, parameter) : {}),
        },
      };
      return open ? orRefused(one) : one;
    });
}

function insideValues(
  operation: Operation,
  schema: Schema,
  parameter: ApiParameter,
  commands: boolean,
): readonly JsonValue[] {
  if (schema.enum) return schema.enum;
  const type = typeOf(schema);
  if (type === 'boolean') return [true, false];
  const { minimum, maximum } = schema;
  if (commands) return isNumeric(schema) ? [Math.max(minimum ?? 1, Math.min(1, maximum ?? 1))] : [];
  // Behind what nobody knows there may be nothing, or a refusal.
  if (takesKey(operation.api, parameter)) return [];
  if (isNumeric(schema)) {
    const { low, high } = limitsOf(schema);
    const edges = [low, high].filter((n) => n !== undefined && fitsNumber(schema, n)) as number[];
    const { default: usual, ...rest } = schema;
    // Of a number without limits (15, 30 or 60 minutes), only the one that is taken anyway is right for sure.
    const counts = isSize(operation, parameter) || isPage(operation.api, parameter) || isOffset(parameter);
    if (edges.length === 0 && typeof usual === 'number' && !counts) return [usual];
    return [...new Set([fittingValue(operation.api, rest), ...edges])];
  }
  const known =
    parameter.example ??
    timeLike(operation, parameter, schema) ??
    (schema.format === undefined ? undefined : fittingValue(operation.api, schema));
  return known === undefined || parameter.required ? [] : [known];
}

function beyondCases(suite: Suite, operation: Operation, base: BaseRequest, parameter: ApiParameter): Derived[] {
  const refuses = refusals(suite, operation);
  if (refuses.length === 0 || parameter.inferred) return [];
  const schema = memberSchema(operation, parameter);
  const case_ = (value: JsonValue, title: string, because: string): Derived => ({
    what: `query-beyond/${parameter.name}/${value}`,
    title: `with ${parameter.name}=${value}, ${title}`,
    level:
      Number(value) > (schema.maximum ?? Number.POSITIVE_INFINITY) && mayCut(suite, operation, parameter)
        ? 'SHOULD'
        : 'MUST',
    changes: { request: asking(base, parameter.name, value), expect: refused(operation, refuses, because) },
  });
  const ranged = `${parameter.name} has a documented range`;
  if (suite.commandsOnly) {
    const { minimum, maximum } = schema;
    const broken = brokenValue(suite, operation, parameter, schema);
    if (broken !== undefined && refuses.includes('400'))
      return [case_(broken, 'which means nothing', 'the error list has a message for it')];
    if (!refuses.includes('400')) return [];
    if (!isNumeric(schema)) return longTexts(operation, base, parameter.name, schema, refuses);
    const beyond = [minimum === undefined ? undefined : minimum - 1, maximum === undefined ? undefined : maximum + 1];
    return beyond.flatMap((value) => (value === undefined ? [] : [case_(value, 'beyond its range', ranged)]));
  }
  const text = typeOf(schema) === 'string' && schema.type !== undefined;
  const sample = [parameter.example].flat()[0] ?? fittingValue(operation.api, schema);
  const wrong = isNumeric(schema) ? wrongNumbers(schema) : text || schema.enum ? wrongTexts(schema, sample, false) : [];
  return wrong
    .filter(({ value }) => (typeof value === 'string' || isNumeric(schema)) && value !== '')
    .map(({ value, title, because }) => case_(value, title, because));
}

/** A value that cannot be read, where the error list has a message for it that names the option: `$filter Parse Error`. */
function brokenValue(
  { model }: Suite,
  operation: Operation,
  { name }: ApiParameter,
  schema: Schema,
): string | undefined {
  if (!name.startsWith('$') || !model.resources.some((r) => r.list === operation)) return undefined;
  const named = operation.api.docs.errors?.some(
    (e) => e.status === 400 && e.message.split(/[^\w$]+/).includes(name) && /pars|invalid|syntax/i.test(e.message),
  );
  if (!named) return undefined;
  if (schema.enum) return 'docproof-none';
  return name === '$filter' ? 'docproof eq' : undefined;
}

/** Documented statuses for a wrong request; of a plain spec a range (`4XX`) is one, too. */
function refusals({ commandsOnly }: Suite, { op }: Operation): string[] {
  const wanted = commandsOnly ? ['400', '422'] : ['400', '422', '4XX'];
  return wanted.filter((status) =>
    op.responses.some((r) => r.status.toUpperCase() === status && (commandsOnly || !isOfBody(r.description))),
  );
}

/** "The body is not valid": of options that says nothing. */
function isOfBody(description = ''): boolean {
  const told = description.split('\n').filter((line) => !/^\s*$|^(?:Bad Request|Unprocessable \w+)$/.test(line));
  return told.length > 0 && told.every((line) => says(line, 'ofBody') && !says(line, 'ofOptions'));
}

/**
 * Servers give the longest page there is to whoever asks for a longer one. That wrong values are refused, told of all
 * operations at once, does not say that this one is; what refuses an option of OData is told of the option.
 */
function mayCut({ commandsOnly }: Suite, operation: Operation, parameter: ApiParameter): boolean {
  const refusals = operation.op.responses.filter(({ status }) => ['400', '422', '4XX'].includes(status.toUpperCase()));
  const told = /\b4(?:00|22)\b/.test(parameter.description ?? '');
  return !commandsOnly && isSize(operation, parameter) && !told && refusals.every(({ docs }) => docs.derived);
}

/** A parameter that the operation cannot do without. */
function withoutCase(suite: Suite, operation: Operation, base: BaseRequest, { name, schema }: ApiParameter): Derived[] {
  const refuses = refusals(suite, operation);
  // Specs that are written by frameworks require what has a default, since it is always there in the end.
  if (refuses.length === 0 || mergedSchema(operation.api, schema).default !== undefined) return [];
  const request = { ...base, query: withoutPair(base.query, name) };
  const expect = refused(operation, refuses, `${name} is required`);
  return [{ what: `query-missing/${name}`, title: `without ${name}`, level: 'MUST', changes: { request, expect } }];
}

function membersFor(
  operation: Operation,
  parameter: ApiParameter,
  schema: Schema,
  value: JsonValue,
): Expectation['members'] | undefined {
  const { name } = parameter;
  if (value === false && !saysWhatFalseIs(operation, parameter)) return undefined;
  if (isSize(operation, parameter) && typeof value === 'number' && value > 0) return { atMost: value };
  if (!schema.enum && typeOf(schema) !== 'boolean') return undefined;
  const order = orderOf(operation, name, value);
  if (order) return order;
  const asked = optionOf(name);
  const own = shownIn(operation, asked);
  const same = own && (schema.enum ? own.enum !== undefined : typeOf(own) === 'boolean');
  return same || isListed(operation, asked, schema.enum ?? [], value) ? { property: asked, value } : undefined;
}

/** Words for whatever a property is. */
const ANY = /^(?:all|any|both|every(?:thing)?|none|mixed|\*)$/i;

/** Where the documents show members alone: those have of a property what the option lists. */
function isListed(operation: Operation, name: string, values: readonly JsonValue[], value: JsonValue): boolean {
  const shown = operation.op.responses.flatMap(({ status, content }) =>
    status.startsWith('2') ? content.flatMap((m) => m.examples.flatMap((e) => objectsWith(e.value, [name]))) : [],
  );
  return shown.length > 0 && shown.every((one) => values.includes(one[name] ?? null)) && !ANY.test(String(value));
}

/** Two things that the list has, where their create is documented; so that a limit of one leaves one out. */
function listedTwice(suite: Suite, operation: Operation, plain: Case): Entity[] {
  const resource = suite.model.resources.find((r) => r.list === operation);
  if (suite.commandsOnly || !resource?.create) return [];
  const parents = subjectOf(suite, plain).located.map((l) => l.entity);
  const given = resource.keys.some((k) => k.property !== undefined || k.inPath);
  const own = given ? sample(suite, resource)?.entity.keys[0] : undefined;
  if (given && !own) return [];
  return (own ? oneBehind(suite, own) : ['one', 'two']).map((key) =>
    entityOf(
      resource,
      resource.keys.map((_, i) => (i === 0 ? key : null)),
      parents,
    ),
  );
}

function withoutPair(query: string, name: string): string {
  const pairs = query.replace(/^\?/, '').split('&');
  const rest = pairs.filter((pair) => pair !== '' && decodeURIComponent(pair.split('=')[0] ?? '') !== name);
  return rest.length > 0 ? `?${rest.join('&')}` : '';
}

function requiredOnly({ op }: Operation, query: string): string {
  return op.parameters.reduce((left, { in: place, name, required }) => {
    return place === 'query' && !required ? withoutPair(left, name) : left;
  }, query);
}

/** The request with an option, whatever it said of that before. */
export function asking(base: BaseRequest, name: string, value: JsonValue): BaseRequest {
  const written = `${encodeURIComponent(name).replaceAll('%24', '$')}=${encodeURIComponent(String(value))}`;
  const others = withoutPair(base.query, name).replace(/^\?/, '');
  return { ...base, query: others === '' ? `?${written}` : `?${others}&${written}` };
}
