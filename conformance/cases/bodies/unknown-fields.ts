// Bodies with fields that the documents do not list, and with none at all.
import type { JsonValue } from '../../../spec/contract/api.js';
import { fittingValue } from '../../../spec/fitting/fitting-value.js';
import { describedAs } from '../../assess/described-as.js';
import { itemSchema } from '../../plan/item-schema.js';
import type { Derived } from '../derived.js';
import { type Context, creates, isNavigation, madeBy, writes } from './body-context.js';
import { wrong } from './body-requests.js';
import { statusForUnknown } from './told-refusals.js';

export function unknownCases(context: Context): Derived[] {
  const { schema, json } = context;
  const least = schema['minProperties'];
  const empty = typeof least === 'number' && least > 0 && (schema.required ?? []).length === 0;
  const nothing = empty
    ? [wrong(context, 'no-field', 'with no field', {}, '', `at least ${least} are documented`)]
    : [];
  const { operation, suite } = context;
  const { closedBodies } = operation.api.docs;
  const inClosed = closedBodies?.some((path) => operation.op.path.startsWith(path));
  const closed = inClosed && (writes(context) || isNavigation(operation));
  const told = statusForUnknown(operation);
  if (schema.additionalProperties !== false && !closed) return told ? [...nothing, refusedAs(context, told)] : nothing;
  const body = { ...json, docproofUnknown: 'x' };
  const nothingInIt = { ...json, docproofUnknown: null };
  const because = 'the documents close the list of fields';
  return [
    ...nothing,
    wrong(context, 'unknown-field', 'with a field that is not documented', body, 'docproofUnknown', because),
    ...(suite.hasCommands && creates(context)
      ? [
          wrong(context, 'unknown-null', 'with null in such a field', nothingInIt, 'docproofUnknown', because),
          ...otherCase(context, because),
        ]
      : []),
    ...ownFields(context).map(([name, value]) =>
      wrong(context, `own-field/${name}`, `with ${name}`, { ...json, [name]: value }, name, because),
    ),
  ];
}

/** A field that is not asked for, with its name in the other case (RFC 8259, section 8.3: names are compared as they are). */
function otherCase(context: Context, because: string): Derived[] {
  const { schema, operation, json } = context;
  const properties = schema.properties ?? {};
  const known = new Set([...(schema.required ?? []), ...(madeBy(context)?.keys ?? []).map(({ property }) => property)]);
  const name = Object.keys(properties).find((one) => !known.has(one) && inOtherCase(one) !== one);
  const other = name === undefined ? '' : inOtherCase(name);
  if (name === undefined || Object.hasOwn(properties, other)) return [];
  const { [name]: _, ...rest } = json;
  const value = fittingValue(operation.api, properties[name] ?? {});
  return [wrong(context, 'unknown-case', `with ${other} for ${name}`, { ...rest, [other]: value }, other, because)];
}

function inOtherCase(name: string): string {
  const small = name.toLowerCase();
  return small === name ? name.toUpperCase() : small;
}

/** Where a sentence refuses what is not known. */
function refusedAs(context: Context, status: string): Derived {
  const because = 'the documents refuse a field that they do not know';
  const body = { ...context.json, docproofUnknown: 'x' };
  const title = 'with a field that is not documented';
  const derived = wrong(context, 'unknown-field', title, body, 'docproofUnknown', because);
  const { expect = context.expect } = derived.changes;
  return { ...derived, changes: { ...derived.changes, expect: { ...expect, statuses: [status] } } };
}

/** What is shown of a thing and is not among the fields that are listed, such as when it was made: only the server says that. */
function ownFields(context: Context): [name: string, value: JsonValue][] {
  const { schema, suite } = context;
  const { retrieve, list } = madeBy(context) ?? {};
  if (!suite.hasCommands || !retrieve) return [];
  const dates = [...describedAs(retrieve, 'madeAt')];
  // What OData says of an entry may come along with it, and so may what an entry leads to.
  const shown = Object.keys((list && itemSchema(list)?.properties) ?? {}).filter(
    (name) => !name.startsWith('_') && !dates.includes(name),
  );
  const fields = [
    ...dates.map((name) => [name, '/Date(1)/'] as const),
    ...shown.map((name) => [name, 'docproof'] as const),
  ];
  return fields.flatMap(([name, value]) => (Object.hasOwn(schema.properties ?? {}, name) ? [] : [[name, value]]));
}
