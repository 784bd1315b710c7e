// Conditions of single fields → keywords of the object that holds them (JSON Schema 2020-12, sections 10.2.2 and 6.5.4).
import type { JsonValue, Schema } from '../contract/api.js';
import type { Condition } from './requirement.js';

/**
 * The keywords `allOf` (of if/then) and `dependentRequired` for an object.
 * Fields with the same condition share one entry; conditions in words or footnotes, or of what is no field of the object, add nothing.
 *
 * @param fields in the order of the table
 * @param properties schemas of the object, so that a value is compared in its field's type
 */
export function conditionalSchema(
  fields: readonly { name: string; conditions: readonly Condition[] }[],
  properties: Readonly<Record<string, Schema>> = {},
): Pick<Schema, 'allOf'> & { dependentRequired?: Record<string, string[]> } {
  const rules = new Map<string, { when: Schema; names: string[] }>();
  const dependent: Record<string, string[]> = {};
  for (const { name, conditions } of fields) {
    for (const stated of conditions) {
      const condition = ofProperty(stated, properties);
      if (!condition) continue;
      if (condition.kind === 'present') dependent[condition.field] = [...(dependent[condition.field] ?? []), name];
      const when = whenSchema(condition, properties);
      if (!when) continue;
      const key = JSON.stringify(when);
      const rule = rules.get(key) ?? { when, names: [] };
      rule.names.push(name);
      rules.set(key, rule);
    }
  }
  const allOf: Schema[] = [...rules.values()].map(({ when, names }) => ({
    if: when,
    // biome-ignore lint/suspicious/noThenProperty: `then` is the keyword of JSON Schema
    then: { required: [...new Set(names)] },
  }));
  return {
    ...(allOf.length > 0 ? { allOf } : {}),
    ...(Object.keys(dependent).length > 0 ? { dependentRequired: dependent } : {}),
  };
}

/** The condition on a property, as it is spelt there ("When Action is exec" of `action`). */
export function ofProperty(condition: Condition, properties: Readonly<Record<string, Schema>>): Condition | undefined {
  if (!('field' in condition)) return undefined;
  const { field } = condition;
  if (Object.hasOwn(properties, field)) return condition;
  const alike = Object.keys(properties).filter((name) => name.toLowerCase() === field.toLowerCase());
  return alike.length === 1 ? { ...condition, field: alike[0] as string } : undefined;
}

function whenSchema(condition: Condition, properties: Readonly<Record<string, Schema>>): Schema | undefined {
  if (condition.kind === 'absent') return { not: anyOf([condition.field, ...(condition.others ?? [])]) };
  if (condition.kind !== 'equals' && condition.kind !== 'oneOf') return undefined;
  const typed = (value: string): JsonValue => typedValue(value, properties[condition.field]);
  const value: Schema =
    condition.kind === 'equals' ? { const: typed(condition.value) } : { enum: condition.values.map(typed) };
  return { properties: { [condition.field]: value }, required: [condition.field] };
}

function anyOf(fields: readonly string[]): Schema {
  const [first, ...others] = fields.map((field): Schema => ({ required: [field] }));
  return first && others.length === 0 ? first : { anyOf: [first as Schema, ...others] };
}

/** A value that words gave, as the type of its field has it. */
export function typedValue(text: string, schema: Schema | undefined): JsonValue {
  const types = ([] as string[]).concat(schema?.type ?? []);
  if (types.includes('boolean') && /^(?:true|false)$/i.test(text)) return /^true$/i.test(text);
  if ((types.includes('integer') || types.includes('number')) && /^[-+]?\d[\d,_]*(?:\.\d+)?$/.test(text))
    return Number(text.replace(/[,_]/g, ''));
  return text;
}
