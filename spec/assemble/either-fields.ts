// Fields of which one has to be there, by the words of their rows or sentences beside them: "Either `mail` or `phone` is required".
import { ofProperty } from '../constraints/conditional-schema.js';
import { readEither } from '../constraints/either-required.js';
import type { Condition } from '../constraints/requirement.js';
import type { Wording } from '../constraints/wording.js';
import type { Schema } from '../contract/api.js';
import type { FieldRow } from '../extract/page.js';

/** The last of the fields of each such sentence is required where none of the others is there. */
export function eitherFields(
  rows: readonly FieldRow[],
  said: readonly string[],
  { properties, required }: { properties: Readonly<Record<string, Schema>>; required: readonly string[] },
  wording: Wording,
): { name: string; conditions: Condition[]; names: string[] }[] {
  const told = new Set<string>();
  const ofRows = rows.map(({ overview, effective, notes, requiredText }) =>
    [overview, effective, notes, requiredText].filter(Boolean).join('\n'),
  );
  return [...ofRows, ...said]
    .flatMap((words) => readEither(words, wording))
    .flatMap((names) => {
      const fields = names.flatMap((field) => {
        const known = ofProperty({ kind: 'absent', field }, properties);
        return known && 'field' in known ? [known.field] : [];
      });
      const key = [...fields].sort().join('\n');
      // Names of anything else are no fields; one that is always there needs no other.
      if (fields.length < names.length || fields.some((field) => required.includes(field)) || told.has(key)) return [];
      told.add(key);
      const [field, ...others] = fields.slice(0, -1) as [string, ...string[]];
      const condition: Condition = { kind: 'absent', field, ...(others.length > 0 ? { others } : {}) };
      return [{ name: fields.at(-1) as string, conditions: [condition], names: fields }];
    });
}

/** "Either `mail` or `phone` must be given" lists fields, and no values of the one that says so. */
export function dropNames(properties: Record<string, Schema>, name: string, names: readonly string[]): void {
  const { enum: values, ...rest } = properties[name] ?? {};
  if (values?.every((value) => names.includes(String(value)))) properties[name] = rest;
}
