// What is wrong inside an OpenAPI document so that what is made of it would lack a part without a word, or could not be
// made: references that lead nowhere or into other files, and what is no path item, operation, parameter or schema where one stands.
import { isObject } from '../is-object.js';
import { pointerPart } from '../json-pointer.js';
import { nearNames } from '../near-names.js';
import { DEMANDS, type Demand, type FaultCode } from './demands.js';
import { FIXED_METHODS } from './methods.js';
import { pointer, pointerParts } from './pointer.js';

export interface Fault {
  code: FaultCode;
  /** Names and indices that lead from the root to the value. */
  path: (string | number)[];
  message: string;
  help: string;
}

type Json = Record<string, unknown>;

/** What a value is, as the member that holds it says. In the named ones no name is a keyword. */
type Place =
  | 'data'
  | 'object'
  | 'named objects'
  | 'reference'
  | 'named references'
  | 'schema'
  | 'schemas'
  | 'named schemas'
  | 'item'
  | 'named items'
  | 'named callbacks'
  | 'operation'
  | 'named operations'
  | 'parameter'
  | 'parameters'
  | 'names'
  | 'pointer'
  | 'text';

/** Members of OpenAPI's objects; any other holds an object, or several. */
const OPENAPI = placesOf({
  data: 'example value dataValue serializedValue default enum',
  schema: 'schema itemSchema',
  'named schemas': 'schemas',
  'named items': 'paths webhooks pathItems',
  'named callbacks': 'callbacks',
  parameters: 'parameters',
  'named objects': 'headers responses requestBodies content encoding',
  'named references': 'examples links securitySchemes',
});

/** What holds data beside a reference. */
const REFERENCE = placesOf({});

const ITEM: ReadonlyMap<string, Place> = new Map([
  ...OPENAPI,
  ...placesOf({
    operation: FIXED_METHODS.join(' '),
    'named operations': 'additionalOperations x-additionalOperations',
  }),
]);

/** Members of a schema (JSON Schema 2020-12) that are looked at; any other holds data. */
const SCHEMA = placesOf({
  schema: 'items additionalProperties not if then else contains propertyNames unevaluatedItems unevaluatedProperties',
  schemas: 'allOf anyOf oneOf prefixItems',
  'named schemas': 'properties patternProperties dependentSchemas $defs',
  names: 'required',
  text: 'description',
});

/** What makes one file of several. */
export const BUNDLE = 'bundle the spec into one file first: npx @redocly/cli bundle SPEC --output bundled.yaml';

/** Nesting that is followed; what lies deeper is no contract. */
const DEEPEST = 500;

/** Empty for a document that can be used, else its faults in their order; a reference that is wrong in many places is one. */
export function faultsOf(document: Json): Fault[] {
  return new Inspection(document).run(document, 'object');
}

/** Whether there is a fault in a schema, a part of a document. */
export function isFaulty(schema: unknown, document: Json, leads?: Map<string, boolean>): boolean {
  return new Inspection(document, leads).run(schema, 'schema').length > 0;
}

class Inspection {
  private readonly faults: Fault[] = [];
  private readonly path: (string | number)[] = [];
  /** References into other files, and where each stands first. */
  private readonly away = new Map<string, (string | number)[]>();

  /** @param leads whether references lead somewhere, by their text, as far as they were met */
  constructor(
    private readonly root: Json,
    private readonly leads = new Map<string, boolean>(),
  ) {}

  run(value: unknown, place: 'object' | 'schema'): Fault[] {
    this.visit(value, place);
    return [...this.external(), ...this.faults];
  }

  /** References into other files are one: they have one remedy. */
  private external(): Fault[] {
    const more = this.away.size - 1;
    const others = more > 0 ? `, and ${more} more ${more > 1 ? 'do' : 'does'}` : '';
    return [...this.away].slice(0, 1).map(([ref, path]) => ({
      code: 'spec/external-reference',
      path,
      message: `the reference ${JSON.stringify(ref)} leads out of this file${others}`,
      help: BUNDLE,
    }));
  }

  private visit(value: unknown, place: Place): void {
    const demand: Demand | undefined = DEMANDS[place as keyof typeof DEMANDS];
    if (demand && !demand.holds(value)) this.report(demand, value);
    else if (place === 'object') this.objects(value);
    else if (place === 'named objects') this.each(value, 'object');
    else if (isObject(value)) this.inside(value, place);
    else if (place === 'schemas') this.each(value, 'schema');
    else if (place === 'named items') this.each(value, 'item');
    else if (place === 'parameters') this.each(value, 'parameter');
  }

  private inside(value: Json, place: Place): void {
    const named = NAMED[place];
    if (named) this.each(value, named);
    else if (place === 'schema') {
      // References of a schema with an address of its own start there (JSON Schema 2020-12, 8.2.1).
      if (value['$id'] === undefined) this.members(value, SCHEMA, 'data');
    } else if (place === 'item') this.members(value, ITEM, 'object');
    else if (place === 'operation' || place === 'parameter') this.members(value, OPENAPI, 'object');
    else if (place === 'reference') this.members(value, REFERENCE, 'data');
  }

  private objects(value: unknown): void {
    if (Array.isArray(value)) this.each(value, 'object');
    else if (isObject(value)) this.members(value, OPENAPI, 'object');
  }

  /** An object whose members have a meaning. */
  private members(value: Json, places: ReadonlyMap<string, Place>, other: 'data' | 'object'): void {
    for (const key in value) {
      const one = value[key];
      const place = places.get(key);
      if (place !== undefined) {
        if (place !== 'data') this.step(key, one, place);
      } else if (key === '$ref') {
        if (typeof one === 'string') this.reference(one, places === SCHEMA);
        else this.step(key, one, 'pointer');
      } else if (other === 'object' && typeof one === 'object' && !key.startsWith('x-')) this.step(key, one, other);
    }
  }

  /** What a list or a map holds. */
  private each(value: unknown, place: Place): void {
    if (Array.isArray(value))
      value.forEach((one, index) => {
        this.step(index, one, place);
      });
    else if (isObject(value))
      for (const key in value) {
        const one = value[key];
        if (key === '$ref' && typeof one === 'string') this.reference(one);
        else if (place !== 'item' || !key.startsWith('x-')) this.step(key, one, place);
      }
  }

  private step(key: string | number, value: unknown, place: Place): void {
    if (this.path.length > DEEPEST) return;
    this.path.push(key);
    this.visit(value, place);
    this.path.pop();
  }

  private reference(ref: string, inSchema = false): void {
    if (leadsAway(ref, inSchema)) {
      this.away.set(ref, this.away.get(ref) ?? [...this.path, '$ref']);
      return;
    }
    // These may lead somewhere in a schema that has definitions of its own (JSON Schema, 8.2.4).
    if (this.leads.has(ref) || !/^#\/(?!\$defs\/|definitions\/)/.test(ref)) return;
    // A schema that is only itself asks for nothing.
    const round = ref.includes('/schemas/') ? undefined : this.circle(ref);
    const leads = !round && pointer(this.root, ref.slice(1)) !== undefined;
    this.leads.set(ref, leads);
    if (leads) return;
    this.faults.push({
      code: 'spec/dangling-reference',
      path: [...this.path, '$ref'],
      message: `the reference ${JSON.stringify(ref)} leads ${round ? `round and round (${round.join(' → ')})` : 'nowhere'}`,
      help: round ? 'write out what is meant where one of them stands' : nearReference(this.root, ref),
    });
  }

  /** The references that one leads to, where they never come to an end. */
  private circle(ref: string): string[] | undefined {
    const met: string[] = [];
    for (let next: unknown = ref; typeof next === 'string' && next.startsWith('#/'); ) {
      if (met.includes(next)) return [...met, next].map((one) => JSON.stringify(one));
      met.push(next);
      const there = pointer(this.root, next.slice(1));
      next = isObject(there) ? there['$ref'] : undefined;
    }
    return undefined;
  }

  private report({ code, wanted, help }: Demand, value: unknown): void {
    const name = this.path.at(-1);
    const where = typeof name === 'number' ? `entry ${name + 1}` : `\`${name}\``;
    const message = `${where} must be ${wanted}; it is ${kindOf(value)}`;
    this.faults.push({ code, path: [...this.path], message, help });
  }
}

/** A schema may be told by an address that only names it: nothing is asked of what it stands for. */
function leadsAway(ref: string, inSchema: boolean): boolean {
  return !ref.startsWith('#') && !(inSchema && /^[a-z][a-z\d+.-]*:/i.test(ref));
}

/** What a map of named things holds. */
const NAMED: { [P in Place]?: Place } = {
  'named references': 'reference',
  'named schemas': 'schema',
  'named items': 'item',
  'named callbacks': 'named items',
  'named operations': 'operation',
  parameters: 'parameter',
};

/** What may have been meant, among the names that stand where the reference breaks off. */
function nearReference(root: Json, ref: string): string {
  const parts = pointerParts(ref);
  const broken = parts.findIndex((_, n) => pointer(root, written(parts.slice(0, n + 1))) === undefined);
  const around = pointer(root, written(parts.slice(0, broken)));
  const near = nearNames(parts[broken] ?? '', isObject(around) ? Object.keys(around) : []).map((name) =>
    JSON.stringify(`#${written([...parts.slice(0, broken), name, ...parts.slice(broken + 1)])}`),
  );
  return near.length > 0 ? `did you mean ${near.join(' or ')}?` : 'define what it names, or correct the reference';
}

function written(parts: string[]): string {
  return parts.map((part) => `/${pointerPart(part)}`).join('');
}

function kindOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function placesOf(keys: { [P in Place]?: string }): ReadonlyMap<string, Place> {
  return new Map(
    Object.entries(keys).flatMap(([place, names]) => names.split(' ').map((name) => [name, place as Place] as const)),
  );
}
