// Whether a list is what the system query options asked for (OData URI conventions, section 4): which, how many, in which order.
import type { JsonValue } from '../../spec/contract/api.js';
import { isObject } from '../../spec/is-object.js';
import type { Entity } from '../plan/entities.js';
import type { ListExpectation } from '../plan/story.js';
import { type JsonObject, listIn, metadata, objectsWith } from './entity-in.js';

export interface ListFinding {
  id: string;
  ok: boolean;
  expected: string;
  actual: string;
}

/** How OData 2.0 and 4.0 call the number of hits. */
const COUNTS = ['__count', '@odata.count'];

/**
 * @param key the first key that an entity has on the target
 * @param keyAt the first key of the entity that an address leads to; undefined where that cannot be told
 */
export function listFindings(
  want: ListExpectation,
  value: JsonValue | undefined,
  key: (entity: Entity) => string,
  keyAt: (address: string) => string | null | undefined,
): ListFinding[] {
  const found: ListFinding[] = [];
  const add = (id: string, ok: boolean, expected: string, actual: string): void => {
    found.push({ id, ok, expected, actual });
  };
  // What is read alone stands in no list.
  const members = listIn(value)?.filter(isObject<JsonValue>) ?? objectsWith(value, [want.property]).slice(0, 1);
  const values = members.map((m) => String(m[want.property]));
  if (want.members) {
    const names = want.members.map(key);
    const same = want.ordered ? values : [...values].sort();
    const wanted = want.ordered ? names : [...names].sort();
    const order = want.ordered ? ', in this order' : '';
    add('query-result', same.join('\n') === wanted.join('\n'), `${told(names)}${order}`, told(values));
  }
  if (want.size !== undefined)
    add('query-size', members.length === want.size, `${want.size} in the list`, `${members.length}`);
  if (want.count !== undefined) {
    const [name = '__count', count] =
      COUNTS.map((n) => [n, objectsWith(value, [n])[0]?.[n]] as const).find(([, found]) => found !== undefined) ?? [];
    const expected = want.count === null ? 'no count' : `${name} ${want.count}`;
    const ok = want.count === null ? count === undefined : String(count) === String(want.count);
    add('query-count', ok, expected, count === undefined ? 'none' : `${name} ${String(count)}`);
  }
  for (const entity of want.includes ?? []) {
    const there = values.includes(key(entity));
    add('query-finds', there, `${key(entity)} among them`, there ? 'there' : told(values));
  }
  if (want.inOrder) {
    const names = want.inOrder.map(key);
    const there = values.filter((value) => names.includes(value));
    const wanted = names.filter((name) => there.includes(name));
    add('query-order', there.join('\n') === wanted.join('\n'), `${told(wanted)}, in this order`, told(there));
  }
  const strayed = members.find((m) => leadsElsewhere(m, want.property, keyAt));
  if (strayed) add('listed-uri', false, `the address of ${strayed[want.property]}`, String(metadata(strayed, 'uri')));
  const lost = (want.keeps ?? []).filter((name) => members.some((m) => !Object.hasOwn(m, name)));
  if (want.keeps?.length)
    add('query-keeps', lost.length === 0, want.keeps.join(', '), lost.length === 0 ? 'there' : `no ${lost.join(', ')}`);
  const more = (want.lacks ?? []).filter((name) => members.some((m) => Object.hasOwn(m, name)));
  if (want.lacks?.length)
    add('query-select', more.length === 0, `no ${want.lacks.join(', ')}`, more.join(', ') || 'none');
  const inner = (want.expanded ?? []).flatMap(({ name }) => objectsWith(value, [name]).map((o) => o[name]));
  for (const { name, entity, without, of, many } of want.expanded ?? []) {
    const expanded = objectsWith(value, [name]).filter((one) => !isWithin(one, inner));
    const inside = expanded.map((o) => o[name] as JsonValue);
    const single = many ? inside.find((v) => !isCollection(v)) : undefined;
    if (many)
      add(
        'query-expand-list',
        single === undefined,
        `${name} as a list`,
        single === undefined ? 'so' : JSON.stringify(single).slice(0, 80),
      );
    const property = entity.resource.keys[0]?.property ?? '';
    const holds = (v: JsonValue, one: Entity): boolean =>
      objectsWith(v, [property]).some((o) => o[property] === key(one));
    const has = (one: Entity): boolean => inside.some((v) => holds(v, one));
    const seen = inside.length === 0 ? `no ${name}` : `${name} without it`;
    add('query-expand', has(entity), `${name} with ${key(entity)}`, has(entity) ? 'there' : seen);
    const lent = of && expanded.some((o) => o[want.property] !== key(of) && holds(o[name] as JsonValue, entity));
    if (of) add('query-expand-own', !lent, `${key(entity)} with ${key(of)} alone`, lent ? 'with another' : 'so');
    if (without)
      add('query-expand-only', !has(without), `${name} without ${key(without)}`, has(without) ? 'there' : seen);
  }
  return found;
}

/** A list, or an object around one (OData JSON format, version 2), whatever is in it. */
function isCollection(value: JsonValue): boolean {
  return Array.isArray(value) || (isObject(value) && Array.isArray(value['results']));
}

/** What is expanded may lead on to others by the same name, which are not expanded with it. */
function isWithin(one: JsonObject, values: (JsonValue | undefined)[]): boolean {
  return values.some((value) => objectsWith(value, []).includes(one));
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
