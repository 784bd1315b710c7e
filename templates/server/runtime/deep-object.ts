// Reads values that are written in brackets: `name[a]=1&name[b][c]=2&name[list]=3&name[list]=4`.
import type { JsonSchema } from './route.js';
import { type Definitions, schemaItems, schemaKind, schemaProperties } from './schema-kind.js';
import { emptyValue, fromText } from './text-value.js';

/** Names and their texts, as URLSearchParams have them. */
interface Pairs {
  forEach(each: (text: string, name: string) => void): void;
}

/** What is written under a name: texts of its own, and members in brackets behind it. */
interface Branch {
  texts: string[];
  members: Map<string, Branch>;
}

/** Deepest nesting that is read; what lies deeper is null, which no schema of an object takes. */
const DEEPEST = 16;

/**
 * The value of `name`, undefined where there is none. Lists have one item a pair, or are numbered: `name[0][x]`, `name[]`.
 * All pairs are gone through once, however many there are.
 */
export function fromDeepObject(
  name: string,
  pairs: Pairs,
  schema: JsonSchema | undefined,
  definitions: Definitions,
): unknown {
  const root = newBranch();
  pairs.forEach((text, key) => {
    const path = key === name ? [] : memberPath(name, key);
    if (path) branchAt(root, path).texts.push(text);
  });
  const isList = schemaKind(schema, definitions) === 'array';
  // A text of its own is no object.
  return root.members.size === 0 && !(isList && root.texts.length > 0)
    ? undefined
    : branchValue(isList ? root : { ...root, texts: [] }, schema, definitions, 0);
}

function newBranch(): Branch {
  return { texts: [], members: new Map() };
}

/** `a`, `b` of `name[a][b]`; undefined for what is no member of `name`. */
function memberPath(name: string, key: string): string[] | undefined {
  if (!key.startsWith(`${name}[`) || !key.endsWith(']')) return undefined;
  const path = key.slice(name.length + 1, -1).split('][');
  return path.some((part) => part.includes(']')) ? undefined : path;
}

function branchAt(root: Branch, path: readonly string[]): Branch {
  let branch = root;
  for (const part of path.slice(0, DEEPEST + 2)) {
    const next = branch.members.get(part) ?? newBranch();
    branch.members.set(part, next);
    branch = next;
  }
  return branch;
}

function branchValue(branch: Branch, schema: JsonSchema | undefined, definitions: Definitions, depth: number): unknown {
  const kind = schemaKind(schema, definitions);
  if (kind === 'array') return listOf(branch, schemaItems(schema ?? true, definitions), definitions, depth);
  if (branch.texts.length > 0) return fromText(branch.texts[0] ?? '', schema, definitions);
  if (depth > DEEPEST) return null;
  const properties = schemaProperties(schema ?? true, definitions);
  const value = emptyValue();
  for (const [name, member] of branch.members) {
    const inner = Object.hasOwn(properties, name) ? properties[name] : true;
    value[name] = branchValue(member, inner, definitions, depth + 1);
  }
  return value;
}

function listOf(branch: Branch, items: JsonSchema | undefined, definitions: Definitions, depth: number): unknown {
  const texts = [...branch.texts, ...(branch.members.get('')?.texts ?? [])];
  const numbered = [...branch.members].filter(([name]) => /^\d+$/.test(name)).sort(([a], [b]) => Number(a) - Number(b));
  return [
    ...texts.map((text) => fromText(text, items, definitions)),
    ...numbered.map(([, member]) => (depth > DEEPEST ? null : branchValue(member, items, definitions, depth + 1))),
  ];
}
