// What an object must have beside what it has always: "if `kind` is `choice`, `choices` is required"; "one of `mail` and `phone`".
import type { Api, JsonValue, Schema } from '../contract/api.js';
import { mergedSchema } from './merged-schema.js';

const DEPTH = 8;
const KNOWN = new Set(['properties', 'required', 'not', 'anyOf']);

type Members = Readonly<Record<string, JsonValue>>;

/** Names that a value must have by the conditions of its schema (JSON Schema 2020-12, sections 10.2.2 and 6.5.4), as far as they can be told. */
export function demanded(api: Api, raw: Schema, value: Members): string[] {
  return [...new Set(rulesOf(api, raw).flatMap((rule) => demandedBy(api, rule, value)))];
}

function rulesOf(api: Api, raw: Schema, depth = 0): Schema[] {
  if (typeof raw !== 'object' || depth > DEPTH) return [];
  const own = raw.$ref === undefined ? [] : rulesOf(api, api.resolve(raw), depth + 1);
  return [raw, ...own, ...(raw.allOf ?? []).flatMap((part) => rulesOf(api, part, depth + 1))];
}

function demandedBy(api: Api, rule: Schema, value: Members): string[] {
  const {
    if: when,
    then,
    dependentRequired = {},
  } = rule as Schema & {
    if?: Schema;
    then?: Schema;
    dependentRequired?: Record<string, string[]>;
  };
  const byPresence = Object.entries(dependentRequired).flatMap(([name, others]) =>
    Object.hasOwn(value, name) ? others : [],
  );
  return [...byPresence, ...(when && holds(api, when, value) ? (then?.required ?? []) : [])];
}

/** Whether a condition holds; undefined where it says more than can be told here. */
function holds(api: Api, when: Schema, value: Members): boolean | undefined {
  if (typeof when !== 'object' || Object.keys(when).some((keyword) => !KNOWN.has(keyword))) return undefined;
  const { properties = {}, required = [], not, anyOf } = when as Schema & { not?: Schema };
  const parts: (boolean | undefined)[] = [
    required.every((name) => Object.hasOwn(value, name)),
    ...Object.entries(properties).map(([name, raw]) => !Object.hasOwn(value, name) || isOneOf(api, raw, value[name])),
  ];
  if (not) {
    const inside = holds(api, not, value);
    parts.push(inside === undefined ? undefined : !inside);
  }
  if (anyOf) {
    const choices = anyOf.map((choice) => holds(api, choice, value));
    parts.push(choices.includes(true) ? true : choices.includes(undefined) ? undefined : false);
  }
  return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;
}

function isOneOf(api: Api, raw: Schema, value: JsonValue | undefined): boolean | undefined {
  const { const: only, enum: listed } = mergedSchema(api, raw);
  if (only === undefined && !listed) return undefined;
  return only === undefined ? listed?.includes(value as never) : only === value;
}
