// Objects of names of anybody's choice (`additionalProperties`) that a schema forbids: a member that is wrong, too many of them.
import type { Api, JsonValue, Schema } from '../../../spec/contract/api.js';
import { fittingValue, typeOf } from '../../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { isObject } from '../../../spec/is-object.js';
import { wrongTexts } from './texts.js';
import { type WrongValue, wrongNumbers } from './wrong-values.js';

/** Most members that are made to look at a limit. */
const MOST = 200;

/** What may be wrong with one member: of its type, its limits, its list. */
const OF_MEMBER = new Set(['wrong-type', 'limit-above', 'limit-below', 'not-in-list']);

export function wrongMaps(api: Api, schema: Schema): WrongValue[] {
  const { additionalProperties, properties } = schema;
  const open = properties ?? schema['propertyNames'] ?? schema['patternProperties'];
  if (!isObject(additionalProperties) || open !== undefined) return [];
  const members = mergedSchema(api, additionalProperties as Schema);
  const inside = wrongIn(members).filter(({ what }) => OF_MEMBER.has(what));
  const found = inside.map((one) => ({
    ...one,
    what: `member-${one.what}`,
    title: `a member that is ${one.title}`,
    value: { first: one.value },
  }));
  return [...found, ...tooMany(api, schema, members)];
}

function wrongIn(members: Schema): WrongValue[] {
  if (members.type === undefined || members.oneOf || members.anyOf) return [];
  if (typeOf(members) === 'string') return wrongTexts(members, undefined, false);
  return ['integer', 'number'].includes(typeOf(members)) ? wrongNumbers(members) : [];
}

function tooMany(api: Api, schema: Schema, members: Schema): WrongValue[] {
  const most = schema['maxProperties'];
  if (typeof most !== 'number' || most < 1 || most >= MOST) return [];
  const names = Array.from({ length: most + 1 }, (_, i) => `name${i + 1}`);
  const value = Object.fromEntries(names.map((name): [string, JsonValue] => [name, fittingValue(api, members)]));
  return [
    { what: 'limit-above', title: `with more than ${most}`, value, because: `at most ${most} members are documented` },
  ];
}
