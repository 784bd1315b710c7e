// Finds the route of a method and a path. A tree of segments: literals before keyed sets before patterns before variables.
import { type Binding, bindings, type Capture } from './bindings.js';
import { type EntitySet, entitySets } from './entity-sets.js';
import type { PathValues } from './http.js';
import { readKeySegment } from './key-segment.js';
import { readPathTemplate, splitPath, type TemplateSegment } from './path-template.js';
import type { Route } from './route.js';

export type Match =
  | { kind: 'found'; route: Route; keys: PathValues }
  /** The path is that of `route`, but its keys or its percent-encoding are broken. */
  | { kind: 'badKey'; route: Route; message: string }
  /** `allow` is sorted. */
  | { kind: 'methodNotAllowed'; allow: string[] }
  | { kind: 'notFound' };

export type Router = (method: string, path: string) => Match;

interface Leaf {
  route: Route;
  bindings: Binding[];
}

interface Node {
  literals: Map<string, Node>;
  sets: Map<string, Node>;
  mixed: { literals: string[]; node: Node }[];
  variable?: Node;
  leaves: Map<string, Leaf>;
}

/** Makes a router; `path` is given to it as it stands in the request, still encoded and without the query. */
export function createRouter(routes: readonly Route[]): Router {
  const sets = entitySets(routes.flatMap((route) => [route.path, ...(route.aliases ?? [])]));
  const root = newNode();
  for (const route of routes) insert(root, route.path, route, sets);
  for (const route of routes) for (const path of route.aliases ?? []) insert(root, path, route, sets);
  return (method, path) => {
    const search: Search = { segments: splitPath(path), captures: [] };
    const node = find(root, 0, search) ?? findOtherwise(root, search);
    if (!node) return search.broken ? { kind: 'badKey', ...search.broken } : { kind: 'notFound' };
    const leaf = node.leaves.get(method);
    return leaf ? bind(leaf, search.captures) : { kind: 'methodNotAllowed', allow: [...node.leaves.keys()].sort() };
  };
}

function newNode(): Node {
  return { literals: new Map(), sets: new Map(), mixed: [], leaves: new Map() };
}

function insert(root: Node, path: string, route: Route, sets: ReadonlyMap<string, EntitySet>): void {
  const node = readPathTemplate(path).reduce(child, root);
  // Main forms come before aliases, most of which are the same URL once their keys are read.
  if (!node.leaves.has(route.method)) node.leaves.set(route.method, { route, bindings: bindings(path, sets) });
}

function child(node: Node, segment: TemplateSegment): Node {
  if (segment.kind === 'literal') return entry(node.literals, segment.text);
  if (segment.kind === 'keys') return entry(node.sets, segment.set);
  if (segment.kind === 'variable') {
    node.variable ??= newNode();
    return node.variable;
  }
  const literals = segment.literals;
  let edge = node.mixed.find(
    (m) => m.literals.length === literals.length && m.literals.every((l, i) => l === literals[i]),
  );
  if (!edge) {
    edge = { literals, node: newNode() };
    node.mixed.push(edge);
  }
  return edge.node;
}

function entry(map: Map<string, Node>, name: string): Node {
  let node = map.get(name);
  if (!node) {
    node = newNode();
    map.set(name, node);
  }
  return node;
}

interface Search {
  segments: string[];
  captures: Capture[];
  broken?: { route: Route; message: string } | undefined;
}

/** Where nothing fits: the same with, or without, a slash at the end. */
function findOtherwise(root: Node, search: Search): Node | undefined {
  const { segments } = search;
  if (search.broken) return undefined;
  if (segments.at(-1) === '' && segments.length > 1) search.segments = segments.slice(0, -1);
  else search.segments = [...segments, ''];
  return find(root, 0, search);
}

/** The most specific node that the path leads to and that has operations. OpenAPI 3.2, 4.8.2: concrete before templated. */
function find(node: Node, depth: number, search: Search): Node | undefined {
  if (depth === search.segments.length) return node.leaves.size > 0 ? node : undefined;
  const raw = search.segments[depth] ?? '';
  const literal = node.literals.get(raw) ?? (raw.includes('%') ? node.literals.get(decoded(raw) ?? '') : undefined);
  const exact = literal && find(literal, depth + 1, search);
  if (exact || search.broken) return exact;
  if (node.sets.size > 0) {
    const keyed = findKeyed(node, raw, depth, search);
    if (keyed || search.broken) return keyed;
  }
  for (const { literals, node: next } of node.mixed) {
    const values = matchMixed(literals, raw);
    const found = values && descend(next, values, depth, search);
    if (found) return found;
  }
  if (!node.variable || raw === '') return undefined;
  const value = decoded(raw);
  if (value !== undefined) return descend(node.variable, value, depth, search);
  search.broken ??= brokenAt(node.variable, `"${raw}" is not percent-encoded UTF-8`);
  return undefined;
}

function descend(node: Node, capture: Capture, depth: number, search: Search): Node | undefined {
  search.captures.push(capture);
  const found = find(node, depth + 1, search);
  if (!found) search.captures.pop();
  return found;
}

function findKeyed(node: Node, raw: string, depth: number, search: Search): Node | undefined {
  let segment: ReturnType<typeof readKeySegment>;
  try {
    segment = readKeySegment(raw);
  } catch {
    segment = { set: raw.slice(0, Math.max(0, raw.search(/\(|%28/i))) };
  }
  const next = segment && node.sets.get(segment.set);
  if (!segment || !next) return undefined;
  if (segment.keys) return descend(next, segment.keys, depth, search);
  search.broken ??= brokenAt(next, `the keys of ${segment.set} are malformed`);
  return undefined;
}

/** Some route below a node, to say whose URL is broken. */
function brokenAt(node: Node, message: string): { route: Route; message: string } | undefined {
  const leaf = node.leaves.values().next().value;
  if (leaf) return { route: leaf.route, message };
  const below = [...node.literals.values(), ...node.sets.values(), ...node.mixed.map((m) => m.node), node.variable];
  for (const next of below) {
    const found = next && brokenAt(next, message);
    if (found) return found;
  }
  return undefined;
}

/** Values between the literals of a pattern, from the right, each at least one character; undefined when it does not fit. */
function matchMixed(literals: readonly string[], raw: string): string[] | undefined {
  const values: string[] = [];
  const last = literals.at(-1) ?? '';
  if (!raw.endsWith(last)) return undefined;
  let end = raw.length - last.length;
  for (let index = literals.length - 2; index >= 0; index--) {
    const literal = literals[index] ?? '';
    const at = index === 0 ? (raw.startsWith(literal) ? 0 : -1) : raw.lastIndexOf(literal, end - 1 - literal.length);
    const start = at + literal.length;
    const value = at < 0 || start >= end ? undefined : decoded(raw.slice(start, end));
    if (value === undefined) return undefined;
    values.unshift(value);
    end = at;
  }
  return values;
}

function decoded(raw: string): string | undefined {
  if (!raw.includes('%')) return raw;
  try {
    return decodeURIComponent(raw);
  } catch {
    return undefined;
  }
}

function bind(leaf: Leaf, captures: readonly Capture[]): Match {
  const keys: PathValues = Object.create(null) as PathValues;
  for (const [index, binding] of leaf.bindings.entries()) {
    const message = binding(captures[index] ?? '', keys);
    if (message) return { kind: 'badKey', route: leaf.route, message };
  }
  for (const parameter of leaf.route.parameters) {
    if (parameter.in !== 'path' || (keys[parameter.name] ?? undefined) !== undefined) continue;
    if (!parameter.nullable) return { kind: 'badKey', route: leaf.route, message: `${parameter.name} can't be null` };
    keys[parameter.name] = null;
  }
  return { kind: 'found', route: leaf.route, keys };
}
