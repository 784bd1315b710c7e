// What the documents of an action say that it sets.
import type { Api, JsonValue } from '../../spec/contract/api.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { rememberedFor } from '../../spec/remember.js';
import { isToldToLeave } from './leaves.js';
import type { Operation } from './resources.js';
import { shownIn, turnOf } from './turns.js';

/** Values that its description names, of those that documents show or list for a property of that name. */
export const setBy = rememberedFor((operation: Operation): { readonly [property: string]: JsonValue } => {
  const told = ([name, value]: [string, JsonValue]): boolean => isToldToLeave(operation, name, value);
  const turn = turnOf(operation);
  const states = statesOf(operation.api).filter(told);
  return { ...(turn ? { [turn.property]: turn.to } : {}), ...Object.fromEntries(states) };
});

/** Names of properties that answers show, with each value that they may have, once. */
const statesOf = rememberedFor((api: Api): [string, JsonValue][] => {
  const shown = shownIn(api);
  const names = new Set(shown.map(([name]) => name));
  const listed = api.operations
    .flatMap(({ parameters }) => parameters)
    .filter(({ in: place, name }) => place === 'query' && names.has(name))
    .flatMap(({ name, schema }) =>
      (mergedSchema(api, schema).enum ?? []).map((one): [string, JsonValue] => [name, one]),
    );
  const found = new Map<string, [string, JsonValue]>();
  for (const [name, value] of [...shown, ...listed]) {
    if (typeof value !== 'string' && typeof value !== 'boolean') continue;
    for (const one of typeof value === 'string' ? [value] : [true, false])
      found.set(JSON.stringify([name, one]), [name, one]);
  }
  return [...found.values()];
});
