// Whether a sample value breaks what its row says: type, length, characters, list, range. In words for a message.
import type { JsonValue, Schema } from '../contract/api.js';

/** The end of a sentence "… is"; undefined where the value is allowed, or stands for one (`{Name}`, `...`). */
export function valueProblem(schema: Schema, value: JsonValue): string | undefined {
  const problem = problemOf(schema, value);
  return problem && (problem.includes('the table') ? problem : `${problem}, which the table forbids`);
}

function problemOf(schema: Schema, value: JsonValue): string | undefined {
  const types = ([] as string[]).concat(schema.type ?? []);
  if (value === null)
    return types.length > 0 &&
      !types.includes('null') &&
      schema.default !== null &&
      schema.const !== null &&
      !schema.enum?.includes(null)
      ? 'null'
      : undefined;
  if (typeof value === 'string' && isPlaceholder(value)) return undefined;
  const type = typeOf(value);
  if (types.length > 0 && !types.includes(type) && !(type === 'integer' && types.includes('number'))) {
    const scalar =
      typeof value !== 'object' &&
      types.some((t) => t === 'string' || t === 'number' || t === 'integer' || t === 'boolean');
    // A table of parameters says little about how a value is written in JSON: 1 and "1" are taken for the same, unless the table speaks of characters.
    const isText = types.includes('string') && (schema.maxLength !== undefined || schema.pattern !== undefined);
    if (
      !scalar ||
      (isText && typeof value === 'boolean') ||
      (isText && typeof value === 'number') ||
      (typeof value === 'string' && value === '')
    )
      return `${type === 'array' ? 'an array' : type === 'object' ? 'an object' : `${quote(String(value))}, a ${type}`} and not ${types.filter((t) => t !== 'null').join(' or ')}`;
    return undefined;
  }
  if (schema.enum && !schema.enum.includes(value))
    return `${shown(value)}, none of ${schema.enum
      .filter((v) => v !== null)
      .slice(0, 6)
      .map(shown)
      .join(', ')}`;
  if (typeof value === 'string') return textProblem(schema, value);
  if (typeof value === 'number') {
    if (schema.minimum !== undefined && value < schema.minimum) return `${value}, below ${schema.minimum}`;
    if (schema.maximum !== undefined && value > schema.maximum) return `${value}, above ${schema.maximum}`;
  }
  return undefined;
}

function textProblem(schema: Schema, value: string): string | undefined {
  const length = [...value].length;
  if (schema.maxLength !== undefined && length > schema.maxLength)
    return `${length} characters long, above ${schema.maxLength}`;
  if (schema.minLength !== undefined && length < schema.minLength)
    return `${length} characters long, below ${schema.minLength}`;
  if (schema.pattern === undefined || value.length > 2000) return undefined;
  try {
    return new RegExp(schema.pattern, 'u').test(value)
      ? undefined
      : `${quote(value)}, whose characters or form the table forbids`;
  } catch {
    return undefined;
  }
}

function isPlaceholder(value: string): boolean {
  return /^[{<[].*[}>\]]$|\.{3}|…|\{\w+\}|^[*x-]+$/i.test(value);
}

function typeOf(value: JsonValue): string {
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return value === null ? 'null' : typeof value;
}

function shown(value: unknown): string {
  return typeof value === 'string' ? quote(value) : JSON.stringify(value);
}

/** `"text"`, shortened. */
export function quote(text: string): string {
  const line = text.split('\n')[0] ?? '';
  return `"${line.length > 60 ? `${line.slice(0, 59)}…` : line}"`;
}
