// Walks two contracts side by side and asks every rule at every place.
import type { Api, ApiBody, ApiOperation, Schema } from '../contract/api.js';
import type { SourceRef } from '../contract/docproof.js';
import { essence } from '../media-type.js';
import type { ApiPair, Change, Direction, Finding, OperationPair, Place, Rule, SchemaPair } from './change.js';
import { flatSchema } from './flat-schema.js';

/** Matches operations, walks, and joins equal changes of several operations. In the order of the contract, then of the rules. */
export function walk(before: Api, after: Api, rules: readonly Rule[]): Change[] {
  const pair = matchOperations(before, after);
  const changes = new Map<string, Change>();
  const add = (rule: Rule, finding: Finding, place?: Place): void => {
    const key = JSON.stringify([rule.id, finding.level, finding.message]);
    const change = changes.get(key) ?? { rule: rule.id, ...finding, places: [] };
    if (place && !change.places.some((p) => p.operation === place.operation)) change.places.push(place);
    changes.set(key, change);
  };
  for (const rule of rules) for (const { place, ...finding } of rule.api?.(pair) ?? []) add(rule, finding, place);
  for (const operations of pair.matched) {
    const visit = (ask: (rule: Rule) => Finding[], source?: SourceRef): void => {
      for (const rule of rules)
        for (const finding of ask(rule)) add(rule, finding, placeOf(operations, finding.gone === true, source));
    };
    walkOperation(operations, visit);
  }
  return [...changes.values()];
}

type Visit = (ask: (rule: Rule) => Finding[], source?: SourceRef) => void;

function walkOperation(pair: OperationPair, visit: Visit): void {
  visit((rule) => rule.operation?.(pair) ?? []);
  for (const { name, old, new: after } of matchBy(pair.old.parameters, pair.new.parameters, parameterKey)) {
    if (name.startsWith('path ')) continue;
    const sides = { ...(old ? { old } : {}), ...(after ? { new: after } : {}) };
    visit((rule) => rule.parameter?.(sides) ?? []);
    if (old && after)
      walkSchema(pair, visit, 'request', `${old.in} parameter ${old.name}`, old.schema, after.schema, old.name);
  }
  walkPathParameters(pair, visit);
  walkContent(pair, visit, 'request', 'request body', pair.old.body, pair.new.body);
  for (const { old, new: after } of matchBy(pair.old.responses, pair.new.responses, (r) => r.status)) {
    const sides = { ...(old ? { old } : {}), ...(after ? { new: after } : {}) };
    visit((rule) => rule.response?.(sides) ?? [], after?.docs.source);
    if (!old || !after) continue;
    const headers = matchBy(old.headers, after.headers, (h) => h.name.toLowerCase());
    for (const { old: header, new: later } of headers)
      visit(
        (rule) =>
          rule.header?.({ status: old.status, ...(header ? { old: header } : {}), ...(later ? { new: later } : {}) }) ??
          [],
        after.docs.source,
      );
    walkContent(pair, visit, 'response', old.status, old, after);
  }
}

/** Path variables are matched by their place in the path: their names are nobody's business but the page's. */
function walkPathParameters(pair: OperationPair, visit: Visit): void {
  const names = (path: string): string[] => [...path.matchAll(/\{([^{}]*)\}/g)].map((m) => m[1] ?? '');
  const after = names(pair.new.path);
  for (const [i, name] of names(pair.old.path).entries()) {
    const old = pair.old.parameters.find((p) => p.in === 'path' && p.name === name);
    const later = pair.new.parameters.find((p) => p.in === 'path' && p.name === after[i]);
    if (old && later)
      walkSchema(pair, visit, 'request', `path variable ${later.name}`, old.schema, later.schema, later.name);
  }
}

function walkContent(
  pair: OperationPair,
  visit: Visit,
  direction: Direction,
  where: string,
  old: Pick<ApiBody, 'content' | 'docs'> | undefined,
  after: Pick<ApiBody, 'content' | 'docs'> | undefined,
): void {
  for (const media of old?.content ?? []) {
    const later = after?.content.find((m) => essence(m.type) === essence(media.type));
    if (later) walkSchema(pair, visit, direction, where, media.schema, later.schema, undefined, after?.docs.source);
  }
}

const DEPTH = 12;

function walkSchema(
  pair: OperationPair,
  visit: Visit,
  direction: Direction,
  where: string,
  old: Schema,
  after: Schema,
  word?: string,
  source?: SourceRef,
): void {
  const resolve = { old: pair.apis.old.resolve, new: pair.apis.new.resolve };
  const seen = new Set<string>();
  const step = (pointer: string, a: Schema, b: Schema, name: string | undefined, depth: number): void => {
    if (a.$ref !== undefined && a.$ref === b.$ref) {
      if (seen.has(a.$ref)) return;
      seen.add(a.$ref);
    }
    const sides: SchemaPair = {
      direction,
      where: pointer === '' ? where : `${where} ${pointer}`,
      ...(name === undefined ? {} : { word: name }),
      old: flatSchema(a, resolve.old),
      new: flatSchema(b, resolve.new),
      resolve,
    };
    visit((rule) => rule.schema?.(sides) ?? [], source);
    if (depth >= DEPTH) return;
    for (const [key, property] of Object.entries(sides.old.properties ?? {})) {
      const later = own(sides.new.properties, key);
      if (later) step(`${pointer}/${key}`, property, later, key, depth + 1);
    }
    if (sides.old.items && sides.new.items) step(`${pointer}/*`, sides.old.items, sides.new.items, name, depth + 1);
  };
  step('', old, after, word, 0);
}

function own<T>(values: Record<string, T> | undefined, key: string): T | undefined {
  return values && Object.hasOwn(values, key) ? values[key] : undefined;
}

function parameterKey(p: { in: string; name: string }): string {
  return `${p.in} ${p.in === 'header' ? p.name.toLowerCase() : p.name}`;
}

function matchBy<T>(
  old: readonly T[],
  after: readonly T[],
  key: (value: T) => string,
): { name: string; old?: T; new?: T }[] {
  const names = [...new Set([...old, ...after].map(key))];
  return names.map((name) => {
    const [a, b] = [old.find((v) => key(v) === name), after.find((v) => key(v) === name)];
    return { name, ...(a === undefined ? {} : { old: a }), ...(b === undefined ? {} : { new: b }) };
  });
}

/** An operation is known by its method and its URL, whatever the variables are called. */
function identity(operation: ApiOperation): string {
  return `${operation.method} ${operation.path.replace(/\{[^{}]*\}/g, '{}')}`;
}

function matchOperations(before: Api, after: Api): ApiPair {
  const later = new Map(after.operations.map((operation) => [identity(operation), operation]));
  const earlier = new Set(before.operations.map(identity));
  const matched = before.operations.flatMap((old): OperationPair[] => {
    const found = later.get(identity(old));
    return found ? [{ apis: { old: before, new: after }, old, new: found }] : [];
  });
  return {
    old: before,
    new: after,
    matched,
    removed: before.operations.filter((operation) => !later.has(identity(operation))),
    added: after.operations.filter((operation) => !earlier.has(identity(operation))),
  };
}

/** Where a change of a matched operation is shown. */
function placeOf(pair: OperationPair, gone: boolean, source?: SourceRef): Place {
  return place(gone ? pair.old : pair.new, gone ? 'old' : 'new', gone ? undefined : source);
}

export function place(operation: ApiOperation, side: 'old' | 'new', source = operation.docs.source): Place {
  return {
    operation: operation.id,
    method: operation.method,
    path: operation.path,
    ...(source ? { source: { ...source, side } } : {}),
  };
}
