// Fields of which an answer may say null: those that a request for the same thing may leave out, inside objects too; and, where
// only samples tell of answers, those that a sample shows so, and what leads to a page that need not be there.
import type { Api, JsonValue, Schema } from '../../../spec/contract/api.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { isObject } from '../../../spec/is-object.js';
import { rememberedFor } from '../../../spec/remember.js';
import { objectsWith } from '../../assess/entity-in.js';
import { bodySchema, type Operation } from '../../plan/resources.js';
import type { Case } from '../../plan/story.js';
import type { Subject, Suite } from '../../plan/subject.js';

/** Names of properties that the create and update bodies of the resource do not require. */
export function nullableOf(suite: Suite, one: Case, subject: Subject): Set<string> {
  const last = one.operation.segments.at(-1);
  const listed = last && !last.keys ? suite.model.named(last.text, subject.target?.resource.scope) : undefined;
  const resource = subject.bodyResource ?? listed ?? subject.target?.resource;
  const found = new Set<string>();
  for (const operation of [resource?.create, ...(resource?.updates ?? []), one.operation])
    for (const name of operation ? optionalOf(operation) : []) found.add(name);
  // What another operation shows of the thing says nothing of what has no value by then.
  if (one.operation.op.docs.inferred?.includes('responseSample'))
    for (const name of shownNames(one.operation)) found.add(name);
  if (one.operation.op.docs.inferred?.includes('responseSchema'))
    for (const name of [...shownAsNull(one.operation.api), ...NEIGHBOURS]) found.add(name);
  if (isToldByNull(one.operation)) for (const name of shownNames(one.operation)) found.add(name);
  return found;
}

/** "Of an empty basket the others are null": which they are is for people to read. */
function isToldByNull({ op }: Operation): boolean {
  return op.docs.inferred?.includes('responseSchema') === true && /\bnull\b/.test(op.description ?? '');
}

/** The last page has no next one, and the first none before it. */
const NEIGHBOURS = ['next', 'previous', 'prev'].flatMap((page) => [
  page,
  ...['page', 'cursor', 'url', 'link', 'token'].flatMap((what) => [
    `${page}_${what}`,
    page + what[0]?.toUpperCase() + what.slice(1),
  ]),
]);

/** Names of properties that a sample of any answer has null for. */
const shownAsNull = rememberedFor((api: Api): Set<string> => {
  const samples = api.operations.flatMap(({ responses }) =>
    responses.flatMap(({ content }) => content.flatMap(({ examples }) => examples.map(({ value }) => value))),
  );
  return new Set(samples.flatMap(namesOfNull));
});

const shownNames = rememberedFor(({ op }: Operation): string[] => {
  const answers = op.responses.filter(({ status }) => status.startsWith('2')).flatMap(({ content }) => content);
  return answers.flatMap(({ examples }) =>
    examples.flatMap(({ value }) => objectsWith(value, []).flatMap(Object.keys)),
  );
});

function namesOfNull(value: JsonValue): string[] {
  if (Array.isArray(value)) return value.flatMap(namesOfNull);
  if (!isObject<JsonValue>(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => (inner === null ? [name] : namesOfNull(inner)));
}

const optionalOf = rememberedFor((operation: Operation): string[] => {
  const schema = bodySchema(operation);
  return schema ? optionalIn(operation.api, schema) : [];
});

/** Objects inside objects are looked into so far. */
const DEPTH = 4;

/** Names of what an object need not have. Schemas may lead back to themselves: each is looked into once. */
export function optionalIn(api: Api, schema: Schema, depth = DEPTH, seen = new Set<Schema>()): string[] {
  const { properties = {}, required = [] } = schema;
  return Object.entries(properties).flatMap(([name, raw]) => {
    const inner = raw.$ref === undefined ? raw : api.resolve(raw);
    const inside =
      depth > 0 && !seen.has(inner) ? optionalIn(api, mergedSchema(api, raw), depth - 1, seen.add(inner)) : [];
    return required.includes(name) ? inside : [name, ...inside];
  });
}
