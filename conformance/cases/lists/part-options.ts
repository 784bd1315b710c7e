// Options that ask for some properties of each thing alone, or for what belongs to it inside.
import type { ApiParameter, JsonValue, Schema } from '../../../spec/contract/api.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import type { Question } from '../../plan/question.js';
import type { Operation } from '../../plan/resources.js';
import { stem } from '../../plan/stem.js';
import type { Suite } from '../../plan/subject.js';
import { wordsOf } from './bound-options.js';

const FIELDS = /^(?:fields?|select|properties|attributes)$/i;
const INSIDE = /^(?:include|expand|embed|with)$/i;

/** @param properties what one thing shows, as it is read or in its list */
export function fieldsOf(
  { name, description = '' }: ApiParameter,
  properties: ReadonlyMap<string, Schema>,
): Question | undefined {
  if (!FIELDS.test(name) || description === '') return undefined;
  const words = new Set(description.split(/[^\w$-]+/));
  // A key may be there whether it is asked for or not; where the words name it, it has to be.
  const isKey = (one: string): boolean => /^_?(?:id|key|slug|uuid|href|self|links?)$/i.test(one);
  const plain = [...properties.keys()].filter(
    (one) => !isKey(one) && typeof properties.get(one)?.properties !== 'object',
  );
  const always = [...properties.keys()].filter((one) => isKey(one) && words.has(one));
  const asked = plain.slice(0, 2);
  if (asked.length < 2) return undefined;
  const others = plain.slice(2);
  return { kind: 'fields', option: name, asked, always, others };
}

/** Of what belongs to a thing: that it refers to, or that has a list of its own below it. */
export function embeddedOf(
  suite: Suite,
  operation: Operation,
  option: ApiParameter,
  properties: ReadonlyMap<string, Schema>,
): Question | undefined {
  if (!INSIDE.test(option.name) || option.description === undefined) return undefined;
  for (const value of valuesOf(operation, option)) {
    const reference = [...properties.keys()].find((one) => wordsOf(one).join(' ') === `${wordsOf(value).join(' ')} id`);
    const inside = suite.model.operations.some(
      ({ op, segments }) =>
        op.method === 'GET' && stem(segments.at(-1)?.text ?? '') === stem(value) && segments.length > 2,
    );
    if (reference !== undefined) return { kind: 'embedded', option: option.name, property: value, reference };
    if (inside && operation.segments.at(-1)?.variable !== undefined)
      return { kind: 'embedded', option: option.name, property: value };
  }
  return undefined;
}

function valuesOf({ api }: Operation, { schema: raw, example, description = '' }: ApiParameter): string[] {
  const schema = mergedSchema(api, raw);
  const items = schema.items ? mergedSchema(api, schema.items).enum : undefined;
  const given: JsonValue[] = schema.enum ?? items ?? (example === undefined ? [] : [example]);
  const shown = [...description.matchAll(/`(\w{2,40})`/g)].map(([, word]) => word ?? '');
  return [...new Set([...given, ...shown].filter((one) => typeof one === 'string'))] as string[];
}
