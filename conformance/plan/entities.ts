// Entities that a request names: in its path (`Tag(Name='t')`), in its keys (`_Folder.Name='f'`), in its body.
// Keys are those of the documents; what they are called on the target is known only to the story that runs.
import { patternTest } from '../../spec/contract/pattern.js';
import { rememberedFor } from '../../spec/remember.js';
import {
  type Bindings,
  type ConcretePath,
  type ConcreteSegment,
  matchTemplate,
  parsePath,
  type TemplateSegment,
  withPlainDelimiters,
} from '../url/key-path.js';
import { calledLike, keyedLike } from './called-like.js';
import { keySchema } from './key-schema.js';
import { wordTaker } from './own-words.js';
import type { Model, Resource } from './resources.js';
import { namedBy } from './roles.js';
import { samplePath } from './sample-path.js';
import { stem } from './stem.js';

/** One entity of the documents. Equal ids mean the same entity. */
export interface Entity {
  id: string;
  resource: Resource;
  /** In the order of `resource.keys`. */
  keys: (string | null)[];
  /** Entities whose keys stand in the path in front of it. */
  parents: Entity[];
}

/** A reference that an entity or a body holds by keys: which of its values make which key of the other entity. */
export interface Reference {
  entity: Entity;
  /** Name of the key or property here → index in `entity.resource.keys`. */
  parts: Map<string, number>;
}

/** An entity in a path, and the segment it stands in. */
export interface Located {
  segment: number;
  entity: Entity;
}

export function entityOf(resource: Resource, keys: (string | null)[], parents: Entity[]): Entity {
  const id = `${resource.signature} ${JSON.stringify(keys)} ${parents.map((p) => p.id).join(' ')}`;
  return { id, resource, keys, parents };
}

/** How messages call it, in the way of its addresses: `Tag(Name='t',_Folder.Name='f')`, `projects/7`. */
export const describeEntity = rememberedFor((entity: Entity): string => {
  if (entity.resource.item.at(-1)?.variable !== undefined)
    return [entity.resource.name, ...entity.keys.filter((key) => key !== null)].join('/');
  const keys = entity.resource.keys.flatMap((key, i) => {
    const value = entity.keys[i] ?? null;
    return value === null ? [] : [key.name ? `${key.name}='${value}'` : `'${value}'`];
  });
  return `${entity.resource.name}(${keys.join(',')})`;
});

/** Entities whose references are remembered. */
const REMEMBERED = 20_000;

/** Finds the entities of paths; built once per model. */
export class Locator {
  private readonly located = new WeakMap<ConcretePath, Located[]>();
  private readonly referred = new Map<string, Reference[]>();
  private readonly prefixes = new Map<number, TemplateSegment[][]>();
  private readonly takesWord: ReturnType<typeof wordTaker>;

  constructor(private readonly model: Model) {
    this.takesWord = wordTaker(model.operations);
    const seen = new Set<string>();
    for (const { segments } of model.operations)
      for (let length = 1; length <= segments.length; length++) {
        const prefix = segments.slice(0, length);
        const last = prefix.at(-1) as TemplateSegment;
        const id = JSON.stringify(prefix);
        if (seen.has(id) || (last.variable === undefined && !last.keys && length < segments.length)) continue;
        seen.add(id);
        const same = this.prefixes.get(length);
        if (same) same.push(prefix);
        else this.prefixes.set(length, [prefix]);
      }
  }

  /** Reads as much of a path as the spec knows. */
  locate(path: ConcretePath): Located[] {
    const known = this.located.get(path);
    if (known) return known;
    const found = this.search(path);
    this.located.set(path, found);
    return found;
  }

  /** What an address in a text leads through: no further than words that can be the keys that would stand there. */
  locateInText(path: ConcretePath): Located[] {
    const located = this.locate(path);
    const end = located.findIndex(({ segment, entity }) => {
      const [key] = entity.resource.keys;
      const { pattern } = (key && keySchema(entity.resource, key)) ?? {};
      const word = path[segment];
      if (!pattern || !word || word.keys) return false;
      return patternTest(pattern)?.(entity.keys[0] ?? '') === false;
    });
    return end < 0 ? located : located.slice(0, end);
  }

  private search(path: ConcretePath): Located[] {
    for (let length = path.length; length > 0; length--) {
      const part = path.slice(0, length);
      let best: { template: TemplateSegment[]; bindings: Bindings; score: number } | undefined;
      for (const template of this.prefixes.get(length) ?? []) {
        if (this.takesWord(template, part)) continue;
        const found = matchTemplate(template, part);
        if (found && (!best || found.score > best.score)) best = { template, ...found };
      }
      if (best) return this.read(best.template, best.bindings, part);
    }
    return [];
  }

  /** The entity that an address on the target leads to, with the keys it has there. */
  locateRaw(url: string, target: string): Entity | undefined {
    if (!url.startsWith(`${target}/`)) return undefined;
    const path = parsePath(withPlainDelimiters(url.slice(target.length).split('?')[0] ?? ''));
    const last = this.locate(path).at(-1);
    return last?.segment === path.length - 1 ? last.entity : undefined;
  }

  private read(template: TemplateSegment[], bindings: Bindings, path: ConcretePath): Located[] {
    const found: Located[] = [];
    let shape = '';
    for (const [segment, want] of template.entries()) {
      shape +=
        want.variable === undefined ? `/${want.text}${want.keys ? '()' : ''}` : `/${want.text.replace('\0', '{}')}`;
      if (want.variable === undefined && !want.keys) continue;
      const parents = found.map((f) => f.entity);
      const entity = this.entityAt(want, path[segment] as ConcreteSegment, shape, bindings, parents);
      if (entity) found.push({ segment, entity });
    }
    return found;
  }

  private entityAt(
    want: TemplateSegment,
    got: ConcreteSegment,
    shape: string,
    bindings: Bindings,
    parents: Entity[],
  ): Entity | undefined {
    const exact = this.model.resources.find((r) => r.signature === shape);
    if (want.variable !== undefined) {
      const { members, owner } = this.model;
      const resource =
        exact ?? members.get(shape) ?? owner(want.variable) ?? calledLike(this.model.named, want.variable);
      if (!resource) return undefined;
      const key = [bindings.get(want.variable) ?? null];
      return entityOf(resource, key, this.around(resource, parents));
    }
    const source = parents.at(-1);
    const resource = exact ?? this.model.named(want.text, source?.resource.scope);
    if (!resource) return undefined;
    return entityOf(
      resource,
      keysFor(resource, got.keys ?? []),
      parents.filter((p) => belongs(p, resource)),
    );
  }

  /** What an entity stands in: what its path names, and what it was made in where its own address leaves that out. */
  private around(resource: Resource, parents: Entity[]): Entity[] {
    const named = parents.filter((p) => belongs(p, resource));
    const { create, madeIn } = resource;
    if (!create || !madeIn || named.length > 0) return named;
    return this.locate(parsePath(samplePath(create)))
      .map(({ entity }) => entity)
      .filter((p) => belongs(p, resource));
  }

  /** Entities that a keyed entity refers to by its own keys: a tag's folder. */
  references(entity: Entity): Reference[] {
    const known = this.referred.get(entity.id);
    if (known) return known;
    const values = new Map(entity.resource.keys.map((key, i) => [key.name ?? key.variable, entity.keys[i] ?? null]));
    const named = this.referencesIn(values, entity.resource, entity.parents);
    const found = named.length > 0 ? named : this.byVariable(entity);
    if (this.referred.size < REMEMBERED) this.referred.set(entity.id, found);
    return found;
  }

  /** What a PUT puts under the key of something else: `/stores/{store}/stock/{product}` beside `/products/{id}`. */
  private byVariable({ resource, keys, parents }: Entity): Reference[] {
    const [key, more] = resource.keys;
    const value = keys[0] ?? null;
    if (!key?.inPath || more || value === null || stem(key.variable) === stem(resource.name)) return [];
    const other = calledLike(this.model.named, key.variable, resource.scope);
    if (!other || other === resource) return [];
    const entity = entityOf(
      other,
      [value],
      parents.filter((p) => belongs(p, other)),
    );
    return [{ entity, parts: new Map([[key.variable, 0]]) }];
  }

  /** Names of the values that are keys of something else. */
  foreignKeys(values: Map<string, unknown>, owner: Resource | undefined): Set<string> {
    const found = [...this.referencesIn(values, undefined, []), ...this.referencesIn(values, owner, [])];
    return new Set(found.flatMap(({ parts }) => [...parts.keys()]));
  }

  /**
   * Entities that named values refer to: `_Folder.Name`, `_Tag.Name` with `_Tag._Folder.Name`, `projectId`.
   *
   * @param owner the resource that the values belong to; it is not a reference to itself
   * @param parents of the owner, which what it refers to shares
   */
  referencesIn(values: Map<string, unknown>, owner: Resource | undefined, parents: Entity[]): Reference[] {
    const heads = new Map<string, { resource: Resource; rest: Map<string, string> }>();
    for (const name of values.keys()) {
      const dot = name.indexOf('.');
      const head = dot > 0 ? name.slice(0, dot) : /^(.+?)_?id$/i.exec(name)?.[1];
      const resource = head === undefined ? keyedLike(this.model, name, owner) : namedBy(this.model, head, name, owner);
      if (!resource || (dot < 0 && resource === owner)) continue;
      const entry = heads.get(head ?? name) ?? { resource, rest: new Map<string, string>() };
      entry.rest.set(dot > 0 ? name.slice(dot + 1) : '', name);
      heads.set(head ?? name, entry);
    }
    const found = [...heads.values()].flatMap(({ resource, rest }) => {
      const parts = new Map<string, number>();
      const keys = resource.keys.map((key, i): string | null => {
        const name = rest.get(key.name ?? '') ?? rest.get(key.property ?? '') ?? (i === 0 ? rest.get('') : undefined);
        const value = name === undefined ? undefined : values.get(name);
        if (name !== undefined && (typeof value === 'string' || typeof value === 'number')) {
          parts.set(name, i);
          return String(value);
        }
        return null;
      });
      if (keys[0] === null || keys[0] === undefined) return [];
      return [
        {
          entity: entityOf(
            resource,
            keys,
            parents.filter((p) => belongs(p, resource)),
          ),
          parts,
        },
      ];
    });
    return found.map((one) => ({ ...one, entity: insideOthers(one.entity, found) }));
  }
}

/** One thing in another that the same body names beside it: a dish, and the restaurant that has it. */
function insideOthers({ resource, keys, parents, id }: Entity, beside: readonly Reference[]): Entity {
  const others = beside.map(({ entity }) => entity).filter((one) => one.id !== id && belongs(one, resource));
  return entityOf(resource, keys, withOthers(parents, others));
}

/** Entities that a path names, and others of resources that it does not. */
export function withOthers(parents: Entity[], others: readonly Entity[]): Entity[] {
  return [...parents, ...others.filter(({ resource }) => !parents.some((parent) => parent.resource === resource))];
}

/** Whether an entity's key stands in the item path of a resource: the archive in front of a folder. */
export function belongs(parent: Entity, resource: Resource): boolean {
  const inside = containerVariables(resource);
  return parent.resource.keys.some((key) => inside.has(key.variable));
}

/** Variables in the item path of a resource in front of its own. */
const containerVariables = rememberedFor((resource: Resource): Set<string> => {
  const segments = resource.item.slice(0, -1);
  const own = segments.flatMap((s) =>
    s.variable !== undefined ? [s.variable] : (s.keys ?? []).map((key) => key.variable),
  );
  return new Set([...own, ...(resource.madeIn ?? [])]);
});

/** Key values in the resource's order; the short form gives the first, what is not named is null. */
export function keysFor(
  resource: Resource,
  given: readonly { name?: string; value: string | null }[],
): (string | null)[] {
  const short = given.length === 1 && given[0]?.name === undefined ? given[0] : undefined;
  return resource.keys.map((key, i) => {
    if (short) return i === 0 ? short.value : null;
    if (resource.keys.length === 1 && given.length === 1) return given[0]?.value ?? null;
    return given.find((g) => g.name === key.name)?.value ?? null;
  });
}
