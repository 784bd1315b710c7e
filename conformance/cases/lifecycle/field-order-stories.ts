// Stories of two fields of which one may not be below the other: a change of one alone is held against the other as it was made.
import type { JsonValue } from '../../../spec/contract/api.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { fixedFields } from '../../plan/fixed-fields.js';
import { requiredHeaders, requiredQuery } from '../../plan/prerequisite.js';
import { replacesRest } from '../../plan/replaces-rest.js';
import { bodySchema, type Operation, type Resource } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { baseRequest, withJson } from '../base-request.js';
import { type Pair, pairsOf, refusedPair } from '../bodies/field-order-cases.js';
import { expectation } from '../documented.js';
import { createdBy, pathOf, plainHeaders, Telling } from './stories.js';

export function fieldOrderGroups(suite: Suite): CaseGroup[] {
  if (suite.commandsOnly) return [];
  return suite.model.resources.flatMap((resource) =>
    resource.updates.flatMap((update) => (update.op.method === 'PATCH' ? oneAlone(suite, resource, update) : [])),
  );
}

function oneAlone(suite: Suite, resource: Resource, update: Operation): CaseGroup[] {
  const { create } = resource;
  const base = create?.judged && update.judged ? baseRequest(suite, create) : undefined;
  const own = baseRequest(suite, update);
  if (!create || !base?.json || !own?.json || replacesRest(update)) return [];
  const least = Object.fromEntries(
    (bodySchema(update)?.required ?? []).map((name) => [name, own.json?.[name] ?? null]),
  );
  // Whatever tells it of the create holds of what was made.
  const pairs = [...pairsOf(create, base.json), ...pairsOf(update, base.json)];
  const alone = new Map(pairs.map((pair) => [`${pair.low} ${pair.high}`, pair]));
  return [...alone.values()].flatMap((pair) => {
    const [name, value] = contradicting(update, pair) ?? [];
    const other = name === pair.low ? pair.high : pair.low;
    if (name === undefined || value === undefined || Object.hasOwn(least, other)) return [];
    const telling = new Telling(`story/${update.op.id}-field-order-${pair.high}`);
    const json = { ...base.json, [pair.low]: pair.lower, [pair.high]: pair.higher };
    telling.add('create', create, withJson(base, json), { ...expectation(create.op, create), effect: 'created' });
    const [first] = telling.cases;
    const entity = first && createdBy(suite, first, resource);
    if (!entity) return [];
    const headers = { ...own.headers, ...requiredHeaders(suite, update), ...plainHeaders(base) };
    const sent = withJson(own, { ...least, [name]: value });
    const request = { ...sent, path: pathOf(entity), query: requiredQuery(update), headers, verbatim: [name] };
    const expect = { ...refusedPair(update, pair.low, pair.high), effect: 'unchanged' as const };
    telling.add(`set-${name}`, update, request, expect);
    return telling.group();
  });
}

/** One of both with a value that is right for itself, and not beside what the other one is. */
function contradicting(update: Operation, { low, high, lower, higher }: Pair): [string, JsonValue] | undefined {
  const properties = bodySchema(update)?.properties ?? {};
  const fixed = fixedFields(update);
  const choices = [
    [low, beyond(higher, 1)],
    [high, beyond(lower, -1)],
  ] as const;
  for (const [name, value] of choices) {
    const raw = properties[name];
    if (!raw || value === undefined || fixed.has(name)) continue;
    const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = mergedSchema(update.api, raw);
    const [least, most] = [minimum ?? exclusiveMinimum, maximum ?? exclusiveMaximum];
    if (typeof value === 'number' && (value <= Number(least ?? 0) || value >= Number(most ?? Infinity))) continue;
    return [name, value];
  }
  return undefined;
}

const DAY = 86_400_000;

/** A number or a date on the other side of this one. */
function beyond(value: JsonValue, way: 1 | -1): JsonValue | undefined {
  if (typeof value === 'number') return value + way;
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d/.test(value)) return undefined;
  const time = Date.parse(value);
  if (Number.isNaN(time)) return undefined;
  const other = new Date(time + way * DAY).toISOString();
  return /T/i.test(value) ? other.replace(/\.000Z$/, 'Z') : other.slice(0, 10);
}
