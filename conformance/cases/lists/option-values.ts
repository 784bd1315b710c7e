// What the documents tell elsewhere of the values that an option of a list may have: what is listed has a property of that name.
import type { ApiParameter, JsonValue, Schema } from '../../../spec/contract/api.js';
import { limitsOf } from '../../../spec/fitting/fitting-number.js';
import { typeOf } from '../../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { objectsWith } from '../../assess/entity-in.js';
import { fieldsAt } from '../../plan/fields-at.js';
import { itemSchema } from '../../plan/item-schema.js';
import { bodySchema, type Operation } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';

/** A filter takes the values that the documents list for what it is called like, or show of it. */
export function asListed({ model }: Suite, operation: Operation, { name }: ApiParameter, schema: Schema): Schema {
  const plain = schema.format === undefined && ['string', 'integer', 'number'].includes(typeOf(schema));
  const { low, high } = limitsOf(schema);
  if (!plain || schema.enum || schema.const !== undefined || (low ?? high) !== undefined) return schema;
  const { create } = model.resources.find((r) => r.list === operation) ?? {};
  const asked = optionOf(name);
  const fields = create && fieldsAt(create.api, bodySchema(create) ?? {}).schema.properties?.[asked];
  const written = create && fields && mergedSchema(create.api, fields).enum;
  const values = written ?? shownIn(operation, asked)?.enum;
  const fitting = values?.filter((value) => (typeof value === 'string') === (typeOf(schema) === 'string'));
  if (fitting && fitting.length > 0) return { ...schema, enum: fitting };
  const number = typeOf(schema) === 'string' ? undefined : shownValue(operation, [asked]);
  return typeof number === 'number' ? { ...schema, example: number } : schema;
}

/** Words behind the name of a property that a filter compares with a time: `created.gte`, `updated_after`. */
const BOUNDS = /(?:[._[-](?:gte?|lte?|after|before|since|until|from|to|min|max)\]?)$/i;

/** A time is written as the documents show it in what is listed. */
export function timeLike(operation: Operation, { name }: ApiParameter, { format }: Schema): JsonValue | undefined {
  if (format !== 'date-time') return undefined;
  const property = name.replace(BOUNDS, '');
  return shownValue(operation, [property, `${property}_at`, `${property}At`]);
}

/** A plain value that the documented answers show for the first of these properties that they have. */
function shownValue({ op }: Operation, names: string[]): JsonValue | undefined {
  const shown = op.responses.flatMap(({ status, content }) =>
    status.startsWith('2') ? content.flatMap(({ examples }) => examples.map(({ value }) => value)) : [],
  );
  const values = names.flatMap((one) => shown.flatMap((value) => objectsWith(value, [one]).map((o) => o[one])));
  return values.find((value) => typeof value === 'number' || typeof value === 'string');
}

/** `filter[kind]` asks for the kind. */
export function optionOf(name: string): string {
  return /\[(\w+)\]$/.exec(name)?.[1] ?? name;
}

/** A property of what is listed, of its own or of the one thing inside that has it. */
export function shownIn(operation: Operation, name: string): Schema | undefined {
  const item = itemSchema(operation);
  const inside = Object.values(item?.properties ?? {}).map((raw) => mergedSchema(operation.api, raw));
  const own = [item, ...inside].map((schema) => schema?.properties?.[name]).filter((schema) => schema !== undefined);
  const [only, more] = own;
  return only && !more ? mergedSchema(operation.api, only) : undefined;
}
