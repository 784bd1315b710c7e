// Follows the `$ref`s of schemas. The runtime knows schemas by name only: what others lead to gets a name of its own.
import type { Api, Schema } from '../../spec/contract/api.js';
import { pointer } from '../../spec/contract/pointer.js';
import { isObject } from '../../spec/is-object.js';
import { memberName } from '../../spec/json-pointer.js';
import { Names } from '../typescript/names.js';

/** A schema that a reference leads to, and the one that its own `#/…` may be about. */
interface NamedSchema {
  name: string;
  schema: Schema | boolean;
  root: unknown;
}

const COMPONENT = '#/components/schemas/';
const DEEPEST = 64;

export class SchemaReferences {
  /** Schemas that got a name, in the order of the references to them; more may come while they are read themselves. */
  readonly added: NamedSchema[] = [];
  private readonly known: Map<unknown, string>;
  private readonly names: Names;

  constructor(private readonly api: Pick<Api, 'schemas' | 'document' | 'resolve'>) {
    this.known = new Map(Object.entries(api.schemas).map(([name, schema]) => [schema, name]));
    this.names = new Names(Object.keys(api.schemas));
  }

  /**
   * The reference to a component schema, or to an added one, that means the same; undefined for one that leads nowhere.
   *
   * @param root the schema as a whole that the reference stands in: many write `#/$defs/…` of it, and not of the document
   */
  follow(ref: string, root: unknown): string | undefined {
    if (ref.startsWith(COMPONENT) && Object.hasOwn(this.api.schemas, memberName(ref.slice(COMPONENT.length))))
      return ref;
    const target = this.target(ref, root);
    if (target === undefined) return undefined;
    return `${COMPONENT}${this.known.get(target.schema) ?? this.add(ref, target)}`;
  }

  private add(ref: string, target: Omit<NamedSchema, 'name'>): string {
    const name = this.names.take(ref.replaceAll(/%..|[^A-Za-z0-9]+/g, '_').replace(/^_+/, '') || 'Root');
    this.known.set(target.schema, name);
    this.added.push({ name, ...target });
    return name;
  }

  private target(ref: string, root: unknown): Omit<NamedSchema, 'name'> | undefined {
    if (ref === '#') return { schema: root as Schema, root };
    if (!ref.startsWith('#')) return undefined;
    if (!ref.startsWith('#/')) return this.anchored(ref.slice(1), root);
    const there = pointer(this.api.document, ref.slice(1));
    if (typeof there === 'boolean') return { schema: there, root };
    // A chain of references is walked by whoever reads it: the next may be about another root.
    if (isObject(there))
      return { schema: '$ref' in there ? there : this.api.resolve({ $ref: ref }), root: this.rootOf(ref) };
    const local = pointer(root, ref.slice(1));
    return isObject(local) || typeof local === 'boolean' ? { schema: local, root } : undefined;
  }

  /** The schema as a whole that a pointer leads into. */
  private rootOf(ref: string): unknown {
    const whole = /^(?:#\/components\/schemas\/[^/]+|.*?\/schema(?=\/|$))/.exec(ref)?.[0] ?? ref;
    return this.api.resolve({ $ref: whole });
  }

  /** `$anchor` in the schema itself before all others: a document should have each once. */
  private anchored(name: string, root: unknown): Omit<NamedSchema, 'name'> | undefined {
    for (const whole of [root, ...Object.values(this.api.schemas)]) {
      const schema = findAnchor(whole, name, 0);
      if (schema) return { schema, root: whole };
    }
    return undefined;
  }
}

function findAnchor(value: unknown, name: string, depth: number): Schema | undefined {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return undefined;
  const schema = value as Schema;
  if (schema['$anchor'] === name || schema['$dynamicAnchor'] === name) return schema;
  for (const inner of Object.values(value)) {
    const found = findAnchor(inner, name, depth + 1);
    if (found) return found;
  }
  return undefined;
}
