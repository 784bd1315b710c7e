// What is understood of a field's words, in a line for people.
import type { Schema } from './contract/api.js';

/** `1 to 40 characters; one of a | b; by default a`; empty where the words limit nothing. */
export function shownLimits(schema: Schema): string {
  const { minLength, maxLength, minItems, maxItems, format, pattern, enum: values, default: usual } = schema;
  return [
    range(minLength, maxLength, 'characters'),
    range(minItems, maxItems, 'members'),
    range(schema.minimum, schema.maximum, ''),
    schema.exclusiveMinimum === undefined ? '' : `more than ${schema.exclusiveMinimum}`,
    schema.exclusiveMaximum === undefined ? '' : `less than ${schema.exclusiveMaximum}`,
    format ?? '',
    pattern === undefined ? '' : `pattern ${pattern}`,
    values ? `one of ${values.filter((value) => value !== null).join(' | ')}` : '',
    usual === undefined ? '' : `by default ${JSON.stringify(usual)}`,
    [schema.type].flat().includes('null') || values?.includes(null) ? 'may be null' : '',
    ...(['readOnly', 'writeOnly', 'deprecated'] as const).map((flag) => (schema[flag] ? (NAMES[flag] as string) : '')),
  ]
    .filter(Boolean)
    .join('; ');
}

const NAMES = { readOnly: 'read-only', writeOnly: 'write-only', deprecated: 'deprecated' };

function range(least: unknown, most: unknown, unit: string): string {
  const between = least === most ? `${least}` : `${least} to ${most}`;
  const words = least === undefined ? [`at most ${most}`] : most === undefined ? [`at least ${least}`] : [between];
  return least === undefined && most === undefined ? '' : [...words, unit].filter(Boolean).join(' ');
}
