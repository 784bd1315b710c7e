// Tables and lists of what a thing has say more of the fields of an answer than its sample does.
import type { JsonValue, Schema } from '../contract/api.js';
import type { FieldRow, Page, Sample } from '../extract/page.js';
import { isObject } from '../is-object.js';
import type { Profile } from '../profiles/profile.js';
import { sampleValue } from './body-schema.js';
import { nestDotted } from './dotted-names.js';
import type { ReadField } from './field-schema.js';
import { describe } from './parameters.js';
import { FEWEST, thingsOf } from './things.js';

type Told = ReadonlyMap<string, Schema>;

/** Whether operations of other pages may depend on this one. */
export function tellsOfObjects(page: Page, profile: Profile): boolean {
  return thingsOf(page, profile).length > 0;
}

/** @returns what a sample shows, with what a table of the same fields says of them */
export function objectTables(pages: readonly Page[], profile: Profile, read: ReadField) {
  const objects = pages
    .flatMap((page) => thingsOf(page, profile))
    .map(({ rows, sample }) => ({
      told: new Map(Object.entries(nested(rows, read).properties ?? {})) as Told,
      shown: namesIn(sample),
    }));
  const keys = objects.map(({ told }) => told.get('id')?.type).find((type) => Array.isArray(type) && type.length > 1);
  const detailed = (schema: Schema, values: readonly JsonValue[]): Schema => {
    const { properties, items } = schema;
    if (items)
      return {
        ...schema,
        items: detailed(
          items,
          values.flatMap((v) => (Array.isArray(v) ? v : [])),
        ),
      };
    if (!properties) return schema;
    const names = Object.keys(properties);
    const whole = objects.find(
      ({ told: one }) => names.length >= Math.min(FEWEST, one.size) && names.every((name) => one.has(name)),
    );
    // A list that tells of some of what the thing's own sample shows.
    const { told } = whole ?? objects.find(({ shown }) => names.length >= FEWEST && sameNames(names, shown)) ?? {};
    const forms = formsShown(told ?? new Map(), values);
    const own = Object.entries(properties).map(([name, shown]): [string, Schema] => {
      const inside = membersOf(values, name);
      const known = told?.get(name);
      const inner = detailed(shown, inside);
      return [name, known ? both(inner, known, inside, forms) : keyed(name, inner, keys)];
    });
    return { ...schema, properties: Object.fromEntries(own) };
  };
  return objects.length === 0 ? undefined : detailed;
}

function namesIn(sample: Sample | undefined): ReadonlySet<string> {
  const value = sample && sampleValue(sample.text);
  return new Set(isObject(value) ? Object.keys(value) : []);
}

function sameNames(names: readonly string[], shown: ReadonlySet<string>): boolean {
  return names.length === shown.size && names.every((name) => shown.has(name));
}

/** `boat_id` is of the types that the key of a thing is told to have: "integer or string", whichever of them the sample shows. */
function keyed(name: string, shown: Schema, keys: Schema['type']): Schema {
  const isKey = /(?:_id|[a-z]Id)$/.test(name) && typeof shown.type === 'string' && keys?.includes(shown.type) === true;
  return isKey ? { ...shown, type: keys } : shown;
}

/** Members of objects in those, each with its words. */
function nested(rows: readonly FieldRow[], read: ReadField): Schema {
  const own = rows.map((row): [string, Schema] => [row.name, withWords(read(row).schema, describe(row))]);
  return nestDotted({ type: 'object', properties: Object.fromEntries(own) });
}

function withWords(schema: Schema, description: string): Schema {
  return description === '' ? schema : { ...schema, description };
}

const FORMATS: Record<string, RegExp> = {
  uuid: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d/,
  date: /^\d{4}-\d\d-\d\d$/,
};

/** What samples leave open of an object or a list, because they show none or an empty one. */
function withMembers(shown: Schema, told: Schema, values: readonly JsonValue[]): Schema {
  const { properties, additionalProperties, items } = told;
  const types = [told.type ?? []].flat();
  if (shown.type === undefined && values.length > 0) {
    const type = types.includes('null') ? types : [...types, 'null'];
    return { type, ...facetsOf({ properties, additionalProperties, items }) };
  }
  const mayBeNull = types.includes('null') && typeof shown.type === 'string';
  const open = mayBeNull ? { ...shown, type: [shown.type as string, 'null'] } : shown;
  if (shown.items) {
    const inside = values.flatMap((value) => (Array.isArray(value) ? value : []));
    const shows = Object.keys(shown.items).length > 0;
    return items ? { ...open, items: shows ? both(shown.items, items, inside) : items } : open;
  }
  const { properties: own = {}, ...rest } = open;
  const members = Object.entries(own);
  if (members.length === 0)
    return shown.properties ? { ...rest, ...facetsOf({ properties, additionalProperties }) } : open;
  const detailed = members.map(([name, one]): [string, Schema] => {
    const inside = membersOf(values, name);
    return [name, properties?.[name] ? both(one, properties[name], inside) : one];
  });
  return { ...open, properties: Object.fromEntries(detailed) };
}

/** What objects have under a name. */
function membersOf(values: readonly JsonValue[], name: string): JsonValue[] {
  return values.flatMap((value) => (isObject<JsonValue>(value) && value[name] !== undefined ? [value[name]] : []));
}

function facetsOf(facets: Record<string, unknown>): Schema {
  return Object.fromEntries(Object.entries(facets).filter(([, facet]) => facet !== undefined));
}

/** Formats in which some member is told to be and shown: how the others that are told to be so are written is known, too. */
function formsShown(told: ReadonlyMap<string, Schema>, values: readonly JsonValue[]): Set<string> {
  const shown = ([name, { format = '' }]: [string, Schema]): string[] =>
    membersOf(values, name).some((value) => typeof value === 'string' && FORMATS[format]?.test(value)) ? [format] : [];
  return new Set([...told].flatMap(shown));
}

/** Where the two contradict each other, the sample counts. */
function both(
  shown: Schema,
  told: Schema,
  values: readonly JsonValue[],
  forms: ReadonlySet<string> = new Set(),
): Schema {
  const types = [told.type ?? []].flat();
  const seen = [shown.type ?? []].flat();
  const fits = seen.every(
    (type) => type === 'null' || types.includes(type) || (type === 'integer' && types.includes('number')),
  );
  if (!fits || types.length === 0) return shown;
  const { description, readOnly, writeOnly } = told;
  const words: Schema = {
    ...(description === undefined ? {} : { description }),
    ...(readOnly === true ? { readOnly } : {}),
    ...(writeOnly === true ? { writeOnly } : {}),
  };
  if (types.includes('object') || types.includes('array')) return { ...withMembers(shown, told, values), ...words };
  // How a time is written, a sample without one does not show.
  if (shown.type === undefined && told.format !== undefined && !forms.has(told.format)) return { ...shown, ...words };
  const there = values.filter((value) => value !== null);
  const { enum: listed, const: only, format } = told;
  const form = format === undefined ? undefined : FORMATS[format];
  const all = [...new Set([...types, ...seen])].filter((type) => type !== 'integer' || !types.includes('number'));
  const mayBeNull = all.includes('null') || values.includes(null);
  const plain = all.filter((type) => type !== 'null');
  const type = mayBeNull ? [...plain, 'null'] : plain;
  return {
    ...shown,
    ...words,
    type: type.length === 1 ? (type[0] as string) : type,
    ...(listed && there.every((value) => listed.includes(value))
      ? { enum: mayBeNull ? [...new Set([...listed, null])] : listed }
      : {}),
    ...(only !== undefined && !mayBeNull && there.every((value) => value === only) ? { const: only } : {}),
    ...(form && there.every((value) => typeof value === 'string' && form.test(value)) ? { format } : {}),
  };
}
