// What a thing is when it was just made, where sentences say it: "New tickets are `open`", "0 at first", "Creates a draft".
import type { JsonValue } from '../../../spec/contract/api.js';
import { type OwnField, ownFields } from '../../plan/own-fields.js';
import type { Operation, Resource } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import { isWordFor, statesIn } from '../../plan/turns.js';
import { allToldBy, sentencesOf } from '../../told/told.js';
import type { BaseRequest } from '../base-request.js';
import type { Derived } from '../derived.js';
import { expectation } from '../documented.js';

export function initialCases(suite: Suite, operation: Operation, base: BaseRequest): Derived[] {
  const resource = suite.model.resources.find(({ create }) => create === operation);
  if (suite.commandsOnly || !resource) return [];
  return [...shownFields(resource)].flatMap(([property, field]): Derived[] => {
    const value = Object.hasOwn(base.json ?? {}, property) ? undefined : firstOf(operation, property, field);
    if (value === undefined) return [];
    const because = `${property} is ${String(value)} at first`;
    const expect = { ...expectation(operation.op), because, shows: { property, value } };
    return [{ what: `at-first/${property}`, title: because, level: 'MUST', changes: { expect } }];
  });
}

/** Those of the server, and those that tell a state. */
function shownFields(resource: Resource): Map<string, OwnField> {
  const found = new Map(ownFields(resource));
  const { create } = resource;
  if (create)
    for (const name of statesIn(create.api).keys())
      if (!found.has(name)) found.set(name, { schema: {}, shown: undefined });
  return found;
}

function firstOf(operation: Operation, property: string, { schema, shown }: OwnField): JsonValue | undefined {
  const states: JsonValue[] = schema.enum ?? [...(statesIn(operation.api).get(property) ?? [])];
  const told = [
    ...sentencesOf(schema.description).flatMap((sentence) => allToldBy(sentence.toLowerCase(), 'startsAs')),
    ...(states.length > 0 ? sentencesOf(operation.op.description).slice(0, 1) : []).flatMap((sentence) =>
      allToldBy(sentence.toLowerCase(), 'makesOne'),
    ),
  ];
  const values = told.flatMap(({ state = '' }) => valueNamed(state, states, shown) ?? []);
  return new Set(values).size === 1 ? values[0] : undefined;
}

/** The value that a word names, of the kind that the sample shows. */
function valueNamed(word: string, states: readonly JsonValue[], shown: JsonValue | undefined): JsonValue | undefined {
  if (typeof shown === 'boolean') return word === 'true' || word === 'false' ? word === 'true' : undefined;
  if (typeof shown === 'number') return /^\d{1,9}$/.test(word) ? Number(word) : undefined;
  return states.find((state) => typeof state === 'string' && isWordFor(word, state));
}
