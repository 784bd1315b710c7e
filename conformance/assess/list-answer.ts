// Whether a list is what the system query options asked for (OData URI conventions, section 4): which, how many, in which order.
import type { JsonValue } from '../../spec/contract/api.js';
import { isObject } from '../../spec/is-object.js';
import type { Entity } from '../plan/entities.js';
import type { ListExpectation } from '../plan/list-expectation.js';
import { type JsonObject, listIn, metadata, objectsWith } from './entity-in.js';
import { outOfOrder } from './ordered.js';

export interface ListFinding {
  id: string;
  ok: boolean;
  expected: string;
  actual: string;
}

/** How OData 2.0 and 4.0 call the number of hits. */
const COUNTS = ['__count', '@odata.count'];

/** How an entity's first key is told on the target. */
type KeyOf = (entity: Entity) => string;

/**
 * @param key the first key that an entity has on the target
 * @param keyAt the first key of the entity that an address leads to; undefined where that cannot be told
 */
export function listFindings(
  want: ListExpectation,
  value: JsonValue | undefined,
  key: KeyOf,
  keyAt: (address: string) => string | null | undefined,
): ListFinding[] {
  // What is read alone stands in no list.
  const members = listIn(value)?.filter(isObject<JsonValue>) ?? objectsWith(value, [want.property]).slice(0, 1);
  // What is not selected is told by the entry's own address, unless that is of a form that nobody can read.
  const untold = members.some((m) => m[want.property] === undefined && isUnread(metadata(m, 'uri'), keyAt));
  const values = members.map((m) => String(m[want.property] ?? keyAt(metadata(m, 'uri') ?? '')));
  const strayed = members.find((m) => leadsElsewhere(m, want.property, keyAt));
  return [
    ...inList(untold ? sized(want) : want, values, key),
    ...counted(want, value),
    ...apart(want, members),
    ...(strayed
      ? [finding('listed-uri', false, `the address of ${strayed[want.property]}`, String(metadata(strayed, 'uri')))]
      : []),
    ...selected(want, members),
    ...expanded(want, value, key),
  ];
}

function finding(id: string, ok: boolean, expected: string, actual: string): ListFinding {
  return { id, ok, expected, actual };
}

/** Of what is wanted, what can be told without knowing any of them. */
function sized({ property, size }: ListExpectation): ListExpectation {
  return size === undefined ? { property } : { property, size };
}

/** Which ones there are, how many, and in which order. */
function inList(
  { members, ordered, size, includes = [], inOrder }: ListExpectation,
  values: string[],
  key: KeyOf,
): ListFinding[] {
  const found: ListFinding[] = [];
  if (members) {
    const names = members.map(key);
    const [same, wanted] = ordered ? [values, names] : [[...values].sort(), [...names].sort()];
    const order = ordered ? ', in this order' : '';
    found.push(finding('query-result', same.join('\n') === wanted.join('\n'), `${told(names)}${order}`, told(values)));
  }
  if (size !== undefined)
    found.push(finding('query-size', values.length === size, `${size} in the list`, `${values.length}`));
  for (const entity of includes) {
    const there = values.includes(key(entity));
    found.push(finding('query-finds', there, `${key(entity)} among them`, there ? 'there' : told(values)));
  }
  if (inOrder) {
    const names = inOrder.map(key);
    const there = values.filter((value) => names.includes(value));
    const wanted = names.filter((name) => there.includes(name));
    const same = there.join('\n') === wanted.join('\n');
    found.push(finding('query-order', same, `${told(wanted)}, in this order`, told(there)));
  }
  return found;
}

function apart({ apart: name }: ListExpectation, members: JsonObject[]): ListFinding[] {
  const shown = members.flatMap((one) => (name !== undefined && one[name] !== undefined ? [one[name]] : []));
  if (shown.length < 2) return [];
  const ok = new Set(shown).size === shown.length;
  return [finding('query-apart', ok, `no two with the same ${name}`, shown.slice(0, 5).join(', '))];
}

function counted({ count: wanted }: ListExpectation, value: JsonValue | undefined): ListFinding[] {
  if (wanted === undefined) return [];
  const [name = '__count', owner] =
    COUNTS.map((n) => [n, objectsWith(value, [n])[0]] as const).find(([, found]) => found !== undefined) ?? [];
  const count = owner?.[name];
  const expected = wanted === null ? 'no count' : `${name} ${wanted}`;
  const told = count === undefined ? 'none' : `${name} ${String(count)}`;
  // Both formats of OData have the number of hits and the hits in one object.
  if (wanted !== null && owner && listIn(value) && !Object.values(owner).some(Array.isArray))
    return [finding('query-count', false, `${expected} in the object that has the list`, `${told} in another one`)];
  const ok = wanted === null ? count === undefined : String(count) === String(wanted);
  return [finding('query-count', ok, expected, told)];
}

function selected({ keeps = [], lacks = [] }: ListExpectation, members: JsonObject[]): ListFinding[] {
  const lost = keeps.filter((name) => members.some((m) => !Object.hasOwn(m, name)));
  const more = lacks.filter((name) => members.some((m) => Object.hasOwn(m, name)));
  const kept = lost.length === 0 ? 'there' : `no ${lost.join(', ')}`;
  return [
    ...(keeps.length > 0 ? [finding('query-keeps', lost.length === 0, keeps.join(', '), kept)] : []),
    ...(lacks.length > 0
      ? [finding('query-select', more.length === 0, `no ${lacks.join(', ')}`, more.join(', ') || 'none')]
      : []),
  ];
}

function expanded(want: ListExpectation, value: JsonValue | undefined, key: KeyOf): ListFinding[] {
  const all = want.expanded ?? [];
  const inner = all.flatMap(({ name }) => objectsWith(value, [name]).map((o) => o[name]));
  return all.flatMap(({ name, entity, without, of, many, newestBy }) => {
    const owners = objectsWith(value, [name]).filter((one) => !isWithin(one, inner));
    const inside = owners.map((o) => o[name] as JsonValue);
    const property = entity.resource.keys[0]?.property ?? '';
    const holds = (v: JsonValue, one: Entity): boolean =>
      objectsWith(v, [property]).some((o) => o[property] === key(one));
    const has = (one: Entity): boolean => inside.some((v) => holds(v, one));
    const seen = (there: boolean): string =>
      there ? 'there' : inside.length === 0 ? `no ${name}` : `${name} without it`;
    const found = [finding('query-expand', has(entity), `${name} with ${key(entity)}`, seen(has(entity)))];
    const single = many ? inside.find((v) => !isCollection(v)) : undefined;
    const shape = single === undefined ? 'so' : JSON.stringify(single).slice(0, 80);
    if (many) found.unshift(finding('query-expand-list', single === undefined, `${name} as a list`, shape));
    if (newestBy !== undefined) for (const one of inside) found.push(...newestFirst(one, name, newestBy));
    const lent = of && owners.some((o) => o[want.property] !== key(of) && holds(o[name] as JsonValue, entity));
    const alone = of && `${key(entity)} with ${key(of)} alone`;
    if (alone) found.push(finding('query-expand-own', !lent, alone, lent ? 'with another' : 'so'));
    if (without)
      found.push(finding('query-expand-only', !has(without), `${name} without ${key(without)}`, seen(has(without))));
    return found;
  });
}

/** Where two of them are there whose dates tell them apart, the later one is in front. */
function newestFirst(value: JsonValue, name: string, property: string): ListFinding[] {
  const members = isObject(value) && Array.isArray(value['results']) ? value['results'] : value;
  if (!Array.isArray(members) || members.length < 2) return [];
  const wrong = outOfOrder(members as JsonValue[], property, 'desc', false);
  const actual = wrong ? `${wrong.map(String).join(' in front of ')}` : 'so';
  return [finding('query-expand-order', wrong === undefined, `${name} with the newest first`, actual)];
}

/** A list, or an object around one (OData JSON format, version 2), whatever is in it. */
function isCollection(value: JsonValue): boolean {
  return Array.isArray(value) || (isObject(value) && Array.isArray(value['results']));
}

/** What is expanded may lead on to others by the same name, which are not expanded with it. */
function isWithin(one: JsonObject, values: (JsonValue | undefined)[]): boolean {
  return values.some((value) => objectsWith(value, []).includes(one));
}

function isUnread(uri: string | undefined, keyAt: (address: string) => string | null | undefined): boolean {
  return uri !== undefined && keyAt(uri) === undefined;
}

/** What an entry says of itself is its own address. */
function leadsElsewhere(
  entry: JsonObject,
  property: string,
  keyAt: (address: string) => string | null | undefined,
): boolean {
  const uri = metadata(entry, 'uri');
  const there = uri === undefined ? undefined : keyAt(uri);
  return typeof there === 'string' && Object.hasOwn(entry, property) && there !== String(entry[property]);
}

function told(names: string[]): string {
  return names.length === 0 ? 'nothing' : names.slice(0, 5).join(', ') + (names.length > 5 ? ', …' : '');
}
