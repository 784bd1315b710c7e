// Names of the run: what documents call `box1` gets the run's id, within the limits that the schema sets.
import type { Schema } from '../../spec/contract/api.js';
import { patternTest } from '../../spec/contract/pattern.js';

/**
 * Puts a suffix to a name so that it still satisfies its schema.
 *
 * @returns the name itself where no form with the suffix fits
 */
export function scopedName(name: string, suffix: string, schema: Schema | undefined): string {
  const max = typeof schema?.maxLength === 'number' ? schema.maxLength : Number.POSITIVE_INFINITY;
  const fits = fitTest(schema);
  for (const tail of [`-${suffix}`, `_${suffix}`, suffix]) {
    const head = name.slice(0, Math.max(1, Math.min(name.length, max - tail.length)));
    const candidate = head + tail;
    if (candidate.length <= max && fits(candidate)) return candidate;
  }
  return name;
}

/** Words for what a thing is called, which a server often wants but once even where it gives the id itself. */
const NAMES = /^(?:(?:user_?|full_?|display_?)?name|slug|login|handle|label|title|e_?mail)$/i;
const ADDRESS = /^([^@\s]+)(@[^@\s]+)$/;

/** A value of the body that names the thing without being its key; undefined for every other value. */
export function scopedLabel(
  property: string,
  value: string,
  suffix: string,
  schema: Schema | undefined,
): string | undefined {
  if (!NAMES.test(property) || schema?.['const'] !== undefined) return undefined;
  const [, local, domain] = ADDRESS.exec(value) ?? [];
  if (local !== undefined && domain !== undefined) {
    const max = typeof schema?.maxLength === 'number' ? schema.maxLength - domain.length : undefined;
    return scopedName(local, suffix, max === undefined ? undefined : { maxLength: max }) + domain;
  }
  return schema?.['format'] === undefined ? scopedName(value, suffix, schema) : undefined;
}

/** Tests the pattern and enum of a schema; a pattern that cannot be used fits all. */
function fitTest(schema: Schema | undefined): (text: string) => boolean {
  if (schema?.enum) return () => false;
  if (schema?.type !== undefined && ![schema.type].flat().includes('string')) return () => false;
  if (typeof schema?.pattern !== 'string') return () => true;
  const test = patternTest(schema.pattern);
  return (text) => test?.(text) !== false;
}
