// Fields of a thing that only the server gives: the documents mark them as read only where they show the thing, or say so.
import type { Api, JsonValue, Schema } from '../../spec/contract/api.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { rememberedFor } from '../../spec/remember.js';
import { objectsWith } from '../assess/entity-in.js';
import { says, sentencesOf } from '../told/told.js';
import { bodySchema, type Operation, type Resource } from './resources.js';

export interface OwnField {
  schema: Schema;
  /** What the answer of the create shows. */
  shown: JsonValue | undefined;
}

export const ownFields = rememberedFor(({ create, retrieve, updates }: Resource): ReadonlyMap<string, OwnField> => {
  const found = new Map<string, OwnField>();
  const sent = create && bodySchema(create)?.properties;
  if (!create || !sent) return found;
  const told = [create, ...updates].flatMap(({ op }) => sentencesOf(op.description).filter(isOfServer));
  for (const operation of [retrieve, create]) {
    const thing = operation && thingIn(operation, Object.keys(sent));
    for (const [name, raw] of Object.entries(thing?.properties ?? {})) {
      const plain = mergedSchema(create.api, raw);
      const own = sentencesOf(plain.description).some(isOfServer) || told.some((sentence) => names(sentence, name));
      const schema = own ? { ...plain, readOnly: true } : plain;
      const asked = sent[name] && mergedSchema(create.api, sent[name])['readOnly'] !== true;
      if (schema['readOnly'] === true && !asked && !found.has(name))
        found.set(name, { schema, shown: shownIn(create, name) });
    }
  }
  return found;
});

/** "`id` and `createdAt` are set by the server", whatever is sent. */
function isOfServer(sentence: string): boolean {
  return says(sentence, 'setByServer') && !says(sentence, 'unsure');
}

function names(sentence: string, property: string): boolean {
  return sentence.split(/[^\w]+/).includes(property);
}

const DEEPEST = 3;

/** The object in an answer that has what is sent. */
function thingIn({ api, op }: Operation, names: readonly string[]): Schema | undefined {
  const answers = op.responses.filter(({ status }) => status.startsWith('2')).flatMap(({ content }) => content);
  for (const { schema } of answers) {
    const found = within(api, schema, names, 0);
    if (found) return found;
  }
  return undefined;
}

function within(api: Api, raw: Schema, names: readonly string[], depth: number): Schema | undefined {
  const schema = mergedSchema(api, raw);
  const { properties = {} } = schema;
  const has = names.filter((name) => Object.hasOwn(properties, name)).length;
  if (has > 0 && has * 2 >= names.length) return schema;
  if (depth >= DEEPEST) return undefined;
  for (const inner of Object.values(properties)) {
    const found = within(api, inner, names, depth + 1);
    if (found) return found;
  }
  return undefined;
}

function shownIn({ op }: Operation, name: string): JsonValue | undefined {
  const answers = op.responses.filter(({ status }) => status.startsWith('2')).flatMap(({ content }) => content);
  const values = answers.flatMap(({ examples }) => examples.map(({ value }) => objectsWith(value, [name])[0]?.[name]));
  return values.find((value) => value !== undefined);
}
