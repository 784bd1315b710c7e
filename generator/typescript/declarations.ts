// Type declarations from JSON Schemas, ready to be laid out: every object gets a name, so that type expressions stay short.
import type { Schema } from '../../spec/contract/api.js';
import { commentLines, docComment, propertyKey, stringLiteral, unionLines } from './literal.js';
import { Names, pascalCase } from './names.js';

/** A property of an object type. */
export interface Member {
  name: string;
  optional: boolean;
  type: TypeText;
  comment?: string | undefined;
}

/** A type expression: the parts of its union (one where it is none). */
export type TypeText = string[];

/** Component names that a declaration must know to compile: an alias that reaches itself through these is an error. */
interface Declared {
  name: string;
  text: string;
  eager: Set<string>;
}

/** Writes the declarations of one file; names of component types are imported or declared by whom they belong to. */
export class Declarations {
  private readonly declared: Declared[] = [];
  /** Component types used by name. */
  readonly used = new Set<string>();
  private eager = new Set<string>();

  /**
   * @param components type names by the `$ref`s that mean them
   * @param names gives names to nested objects
   */
  constructor(
    private readonly components: ReadonlyMap<string, string>,
    private readonly names: Names = Names.ofTypes(),
  ) {}

  /** The declarations' text, in the order they were asked for. */
  get texts(): string[] {
    return this.declared.map((declaration) => declaration.text);
  }

  /** The type of a schema; nested objects are declared on the way, named after `name`. */
  type(schema: Schema | boolean | undefined, name: string): TypeText {
    if (schema === undefined || schema === true) return ['unknown'];
    if (schema === false) return ['never'];
    const parts = unique(this.union(schema, name));
    return parts.includes('unknown') ? ['unknown'] : parts;
  }

  /** Declares `name` for a schema: an interface for an object, an alias for everything else. */
  declare(name: string, schema: Schema, comment?: string): void {
    const lines = docComment(commentLines(comment));
    const outer = this.eager;
    this.eager = new Set();
    const slot: Declared = { name, text: '', eager: this.eager };
    this.declared.push(slot);
    if (isPlainObject(schema))
      slot.text = lines + interfaceText(name, this.members(schema, name), this.index(schema, name));
    else slot.text = `${lines}${unionLines(`export type ${name} =`, this.type(schema, name), 0)}\n`;
    this.eager = outer;
  }

  /** Declares an interface of members that are no schema's; returns the name it got. */
  declareInterface(wish: string, members: readonly Member[], comment: string[] = []): string {
    const name = this.names.take(wish);
    this.declared.push({ name, text: docComment(comment) + interfaceText(name, members), eager: new Set() });
    return name;
  }

  /** Declares an alias of a union; returns the name it got. */
  declareUnion(wish: string, parts: TypeText, comment: string[] = []): string {
    const name = this.names.take(wish);
    const text = `${docComment(comment)}${unionLines(`export type ${name} =`, parts, 0)}\n`;
    this.declared.push({ name, text, eager: new Set() });
    return name;
  }

  /** Aliases that would be defined by themselves become `unknown`, which TypeScript can compile. */
  breakCycles(): void {
    const byName = new Map(this.declared.map((declaration) => [declaration.name, declaration]));
    for (const declaration of this.declared)
      if (reaches(declaration, declaration.name, byName, new Set())) {
        declaration.text = `export type ${declaration.name} = unknown;\n`;
        declaration.eager.clear();
      }
  }

  private union(schema: Schema, name: string): string[] {
    if (schema.$ref !== undefined) return this.ref(schema.$ref);
    if (schema.const !== undefined) return [literalType(schema.const)];
    if (Array.isArray(schema.enum)) return schema.enum.length === 0 ? ['never'] : schema.enum.map(literalType);
    const nullable = schema['nullable'] === true ? ['null'] : [];
    const conjuncts = this.conjuncts(schema, name);
    const own = this.own(schema, name, conjuncts.length > 0);
    if (conjuncts.length === 0) return [...own, ...nullable];
    const all = own.includes('unknown') ? conjuncts : [own, ...conjuncts];
    const only = all.length === 1 ? all[0] : undefined;
    if (only) return [...only, ...nullable];
    const sides = unique(all.map((parts) => (parts.length > 1 ? `(${parts.join(' | ')})` : (parts[0] ?? 'unknown'))));
    return [sides.filter((side) => side !== 'unknown').join(' & ') || 'unknown', ...nullable];
  }

  /** Types of `allOf`, `anyOf` and `oneOf`; those that only constrain say nothing about a type. */
  private conjuncts(schema: Schema, name: string): TypeText[] {
    const all = (schema.allOf ?? []).filter(saysType).map((part) => this.type(part, this.part(part, name)));
    const choices = [schema.anyOf, schema.oneOf].flatMap((choice): TypeText[] => {
      if (!Array.isArray(choice) || !choice.every(saysType) || choice.length === 0) return [];
      return [unique(choice.flatMap((part, index) => this.type(part, this.choice(part, name, index))))];
    });
    const required = (schema.allOf ?? []).flatMap((part) => (saysType(part) || !part.required ? [] : part.required));
    const added = required.length > 0 ? [[`Record<${required.map(stringLiteral).join(' | ')}, unknown>`]] : [];
    return [...all, ...choices, ...added].filter((parts) => !parts.includes('unknown'));
  }

  private part(part: Schema, name: string): string {
    return typeof part['title'] === 'string' ? pascalCase(part['title']) : `${name}Part`;
  }

  private choice(part: Schema, name: string, index: number): string {
    return typeof part['title'] === 'string' ? pascalCase(part['title']) : `${name}Option${index + 1}`;
  }

  /** The type that the schema's own keywords give. */
  private own(schema: Schema, name: string, beside: boolean): string[] {
    const types = [schema.type].flat().filter((type) => type !== undefined);
    if (types.length > 0) return types.flatMap((type) => this.ofType(type, schema, name));
    if (hasMembers(schema)) return this.ofType('object', schema, name);
    if (schema.items !== undefined || schema['prefixItems'] !== undefined) return this.ofType('array', schema, name);
    if (beside && schema.required) return [`Record<${schema.required.map(stringLiteral).join(' | ')}, unknown>`];
    return ['unknown'];
  }

  private ofType(type: string, schema: Schema, name: string): string[] {
    if (type === 'string' || type === 'boolean' || type === 'null') return [type];
    if (type === 'integer' || type === 'number') return ['number'];
    if (type === 'array') return [this.array(schema, name)];
    if (type !== 'object') return ['unknown'];
    if (!schema.properties || Object.keys(schema.properties).length === 0) return [this.map(schema, name)];
    return [this.nested(schema, name)];
  }

  private nested(schema: Schema, name: string): string {
    const own = this.names.take(name, `${name}Own`);
    this.declare(own, objectOnly(schema), schema.description);
    return own;
  }

  private map(schema: Schema, name: string): string {
    const extra = schema.additionalProperties;
    if (typeof extra !== 'object') return extra === false ? 'Record<string, never>' : 'Record<string, unknown>';
    if (refersOrNests(extra)) return this.nested(schema, name);
    return `Record<string, ${this.short(this.type(extra, `${name}Value`), `${name}Value`).join(' | ')}>`;
  }

  private array(schema: Schema, name: string): string {
    const eager = new Set(this.eager);
    const prefix = schema['prefixItems'];
    if (Array.isArray(prefix)) {
      const items = prefix.map((item: Schema, index) => this.type(item, `${name}Item${index + 1}`).join(' | '));
      const rest = schema.items === undefined ? ['unknown'] : this.type(schema.items, `${name}Item`);
      const tail = (schema.items as unknown) === false ? [] : [`...${element(rest)}[]`];
      return `[${[...items, ...tail].join(', ')}]`;
    }
    const item = this.type(schema.items, singular(name));
    this.eager.clear();
    for (const name of eager) this.eager.add(name);
    return `${element(this.short(item, singular(name)))}[]`;
  }

  /** A union that is short enough to stand inside another type; a longer one gets a name. */
  private short(parts: TypeText, name: string): TypeText {
    return parts.length > 1 && parts.join(' | ').length > 60 ? [this.declareUnion(name, parts)] : parts;
  }

  private ref(ref: string): string[] {
    const name = this.components.get(ref);
    if (name === undefined) return ['unknown'];
    this.used.add(name);
    this.eager.add(name);
    return [name];
  }

  private members(schema: Schema, name: string): Member[] {
    const required = new Set(schema.required ?? []);
    return Object.entries(schema.properties ?? {}).map(([property, inner]) => ({
      name: property,
      optional: !required.has(property),
      type: this.member(inner, `${name}${pascalCase(property).replace(/^_/, '')}`),
      comment: inner.description,
    }));
  }

  /** A member's type is looked at later, so what it names does not define the declaration it stands in. */
  private member(schema: Schema, name: string): TypeText {
    const eager = this.eager;
    this.eager = new Set();
    const type = this.type(schema, name);
    this.eager = eager;
    return type;
  }

  private index(schema: Schema, name: string): string | undefined {
    const extra = schema.additionalProperties;
    if (extra === undefined || extra === false) return schema['patternProperties'] ? 'unknown' : undefined;
    if (extra === true || schema.properties) return 'unknown';
    return this.member(extra, `${name}Value`).join(' | ');
  }
}

/** The text of an exported interface. */
function interfaceText(name: string, members: readonly Member[], index?: string): string {
  const lines = members.map((member) => memberText(member, 2));
  if (index !== undefined) lines.push(`  [property: string]: ${index};\n`);
  return lines.length === 0
    ? `export type ${name} = Record<string, never>;\n`
    : `export interface ${name} {\n${lines.join('')}}\n`;
}

/** One member with its comment, indented. */
function memberText(member: Member, indent: number): string {
  const head = `${propertyKey(member.name)}${member.optional ? '?' : ''}:`;
  const comment = docComment(commentLines(member.comment), indent);
  return `${comment}${' '.repeat(indent)}${unionLines(head, member.type, indent)}\n`;
}

function element(parts: TypeText): string {
  const [only = 'unknown'] = parts;
  return parts.length > 1 || / & |^\(/.test(only) ? `(${parts.join(' | ')})` : only;
}

function literalType(value: unknown): string {
  if (typeof value === 'string') return stringLiteral(value);
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return String(value);
  return 'unknown';
}

function unique(parts: string[]): string[] {
  return [...new Set(parts)];
}

function singular(name: string): string {
  return name.endsWith('ies') ? `${name.slice(0, -3)}y` : /[^s]s$/.test(name) ? name.slice(0, -1) : `${name}Item`;
}

function hasMembers(schema: Schema): boolean {
  return (
    schema.properties !== undefined ||
    typeof schema.additionalProperties === 'object' ||
    schema['patternProperties'] !== undefined
  );
}

/** Whether a schema says more than a constraint on what another one describes. */
function saysType(schema: Schema): boolean {
  const keywords = ['$ref', 'type', 'enum', 'const', 'allOf', 'anyOf', 'oneOf', 'items', 'prefixItems', 'properties'];
  return typeof schema !== 'object' || keywords.some((keyword) => schema[keyword] !== undefined);
}

/** An object without anything beside it, which can be an interface. */
function isPlainObject(schema: Schema): boolean {
  const beside = ['$ref', 'allOf', 'anyOf', 'oneOf', 'enum', 'const', 'nullable'].some(
    (keyword) => schema[keyword] !== undefined && schema[keyword] !== false && !isConstraint(schema[keyword]),
  );
  return !beside && (schema.type === 'object' || (schema.type === undefined && hasMembers(schema)));
}

function isConstraint(parts: unknown): boolean {
  return Array.isArray(parts) && parts.every((part) => typeof part === 'object' && !saysType(part as Schema));
}

function objectOnly(schema: Schema): Schema {
  const { allOf: _all, anyOf: _any, oneOf: _one, nullable: _null, ...own } = schema;
  return { ...own, type: 'object' };
}

function refersOrNests(schema: Schema): boolean {
  return !['string', 'number', 'integer', 'boolean', 'null'].includes(String(schema.type));
}

function reaches(from: Declared, name: string, all: ReadonlyMap<string, Declared>, seen: Set<string>): boolean {
  for (const next of from.eager) {
    if (next === name) return true;
    const declaration = seen.has(next) ? undefined : all.get(next);
    seen.add(next);
    if (declaration && reaches(declaration, name, all, seen)) return true;
  }
  return false;
}
