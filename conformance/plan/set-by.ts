// What the documents of an action say that it sets.
import type { Api, JsonValue } from '../../spec/contract/api.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { rememberedFor } from '../../spec/remember.js';
import { isToldToLeave } from './leaves.js';
import type { Operation } from './resources.js';
import { shownIn, turnOf } from './turns.js';

/** Values that its description names, of those that documents show or list for a property of that name. */
export function setBy(operation: Operation): { [property: string]: JsonValue } {
  const { api } = operation;
  const told = ([name, value]: [string, JsonValue]): boolean => isToldToLeave(operation, name, value);
  const turn = turnOf(operation);
  return { ...(turn ? { [turn.property]: turn.to } : {}), ...Object.fromEntries(statesOf(api).filter(told)) };
}

/** Names of properties that answers show, with each value that they may have. */
const statesOf = rememberedFor((api: Api): [string, JsonValue][] => {
  const shown = shownIn(api);
  const names = new Set(shown.map(([name]) => name));
  const listed = api.operations
    .flatMap(({ parameters }) => parameters)
    .filter(({ in: place, name }) => place === 'query' && names.has(name))
    .flatMap(({ name, schema }) =>
      (mergedSchema(api, schema).enum ?? []).map((one): [string, JsonValue] => [name, one]),
    );
  return [...shown, ...listed].flatMap(([name, value]): [string, JsonValue][] => {
    if (typeof value === 'string') return [[name, value]];
    return typeof value !== 'boolean'
      ? []
      : [
          [name, true],
          [name, false],
        ];
  });
});
