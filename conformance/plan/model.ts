// The model of a spec: its operations and resources, and how they are found by path, shape and word.
import type { Api } from '../../spec/contract/api.js';
import { withoutEnd } from '../../spec/without-end.js';
import { matchTemplate, parseTemplate, signature } from '../url/key-path.js';
import { sameVariables, withVariables } from '../url/same-variables.js';
import { markVersions } from './body-version.js';
import { markBulks } from './bulk.js';
import { markBulkRemovals } from './bulk-removal.js';
import { calledLike } from './called-like.js';
import { freeWords } from './free-words.js';
import { membershipsOf } from './memberships.js';
import { type Match, type Model, type Operation, type Resource, resourcesOf } from './resources.js';
import { markSingles } from './singles.js';
import { isPluralOf, stem } from './stem.js';

/** Words whose resources are remembered. */
const REMEMBERED = 10_000;

/** Builds the model of a spec and of the one that helps to prepare. */
export function modelOf(spec: Api, setup?: Api): Model {
  const operations = [...operationsOf(spec, true), ...(setup ? operationsOf(setup, false) : [])];
  const things = resourcesOf(operations);
  const resources = [...things, ...freeWords(things, (variable) => ownerOf(things, variable) !== undefined)];
  const stems = resources.map((r) => stem(r.name));
  const byWord = new Map<string, Resource[]>();
  const named = (word: string, scope?: string): Resource | undefined => {
    const known = byWord.get(word);
    const alike = (same: (one: string, other: string) => boolean): Resource[] =>
      resources.filter((_, i) => same(stems[i] ?? '', stem(word)));
    const exact = known ?? alike((one, other) => one === other);
    const found = exact.length > 0 ? exact : alike(isPluralOf);
    if (!known && byWord.size < REMEMBERED) byWord.set(word, found);
    return found.find((r) => r.scope === scope) ?? found[0];
  };
  const owners = new Map<string, Resource | undefined>();
  const owner = (variable: string): Resource | undefined => {
    if (!owners.has(variable)) {
      const found = ownerOf(resources, variable);
      // What a PUT puts under the key of something else is called by that.
      const put = found?.keys[0]?.inPath && stem(found.name) !== stem(variable);
      owners.set(variable, (put ? calledLike(named, variable) : undefined) ?? found);
    }
    return owners.get(variable);
  };
  attachRemoveAll(operations, owner);
  markOfTwo(operations, resources, named);
  markBulks(operations, resources);
  markBulkRemovals(operations, resources);
  markVersions(resources);
  markSingles(operations, resources);
  const shapes = new Map<string, Operation[]>();
  for (const operation of operations) {
    const shape = `${operation.op.method} ${operation.signature}`;
    const known = shapes.get(shape);
    if (known) known.push(operation);
    else shapes.set(shape, [operation]);
  }
  const at = (method: string, shape: string): readonly Operation[] => shapes.get(`${method} ${shape}`) ?? [];
  const judged = new Map(operations.filter((o) => o.judged).map((o) => [o.op.id, o]));
  const others = new Map(operations.filter((o) => !o.judged).map((o) => [o.op.id, o]));
  const main = (operation: Operation): Operation =>
    (operation.judged ? judged : others).get(operation.op.docs.aliasOf ?? '') ?? operation;
  const members = new Map(
    [...membershipsOf(operations)].flatMap(([place, own]) => {
      const resource = resources.find((r) => r.signature === own);
      return resource ? [[place, resource] as const] : [];
    }),
  );
  return { operations, resources, members, at, main, owner, named, match: matcher(operations) };
}

function operationsOf(api: Api, judged: boolean): Operation[] {
  const renamed = sameVariables(api.operations.map(({ path }) => path));
  return api.operations.map((documented) => {
    const names = renamed.get(documented.path);
    const op = names ? withVariables(documented, names) : documented;
    const segments = parseTemplate(op.path);
    return { api, op, judged, segments, signature: signature(segments) };
  });
}

function matcher(operations: Operation[]): Model['match'] {
  const byMethod = new Map<string, Operation[]>();
  for (const operation of operations) {
    const key = `${operation.op.method} ${operation.segments.length}`;
    byMethod.set(key, [...(byMethod.get(key) ?? []), operation]);
  }
  return (method, path, among = () => true) => {
    let best: (Match & { score: number }) | undefined;
    for (const operation of byMethod.get(`${method} ${path.length}`) ?? []) {
      if (!among(operation)) continue;
      const found = matchTemplate(operation.segments, path);
      if (found && (!best || found.score > best.score)) best = { operation, ...found };
    }
    return best;
  };
}

function ownerOf(resources: Resource[], variable: string): Resource | undefined {
  const has = (name: string): Resource[] => resources.filter((r) => r.keys.some((k) => k.variable === name));
  const found = [...has(variable), ...has(withoutEnd(variable, '0123456789'))];
  const rank = (r: Resource): number => r.keys.length * 1000 + r.item.length * 10 + (r.create ? 0 : 5);
  return found.sort((a, b) => rank(a) - rank(b))[0];
}

/** `/stores/{store}/stock/{productId}`: no resource stands there, and its last variable is the key of a product. */
function markOfTwo(operations: Operation[], resources: Resource[], named: Model['named']): void {
  const signatures = new Set(resources.map((r) => r.signature));
  for (const operation of operations) {
    const [around, , last] = operation.segments.slice(-3);
    if (around?.variable === undefined || last?.variable === undefined) continue;
    if (operation.membership || signatures.has(operation.signature)) continue;
    if (calledLike(named, last.variable)) operation.ofTwo = true;
  }
}

/** `DELETE /{Archive}` where `{Archive}` is the key of `/ctl/Archive('{Archive}')`: the container's own address. */
function attachRemoveAll(operations: Operation[], owner: (variable: string) => Resource | undefined): void {
  for (const operation of operations) {
    const [only, more] = operation.segments;
    if (operation.op.method !== 'DELETE' || !only?.variable || more) continue;
    const resource = owner(only.variable);
    if (resource && resource.signature !== operation.signature) resource.removeAll = operation;
  }
}
