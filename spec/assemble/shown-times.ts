// Fields of answers of which pages say "ISO 8601" alone, each of its own or all at once: whether that is a day or a moment,
// their samples show.
import type { JsonValue, Schema } from '../contract/api.js';
import type { Page } from '../extract/page.js';
import { isObject } from '../is-object.js';
import type { Profile } from '../profiles/profile.js';
import { blocksAboutAll, textsOf } from './error-format.js';

const ISO = /\bISO[ -]?8601\b/i;
const STANDARD = /\b(?:ISO[ -]?8601|RFC[ -]?3339)\b/i;
/** RFC 3339, section 5.6: `full-date` and `date-time`. */
const DAY = /^\d{4}-\d\d-\d\d$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,12})?(?:Z|[+-]\d\d:\d\d)$/i;

/** Whether a page says of all operations which form dates have: "Dates are ISO 8601 in UTC". */
export function tellsOfTimes(page: Page, profile: Profile): boolean {
  return blocksAboutAll(page, profile).some((block) => textsOf(block).some((text) => STANDARD.test(text)));
}

/**
 * The schema, with the format that all samples have; none where they have one that no name of a format is for.
 *
 * @param ofAll pages say it of all dates
 */
export function withShownTimes(schema: Schema, samples: readonly JsonValue[], ofAll = false): Schema {
  const { properties, items } = schema;
  const shown: Schema = saysIso(schema) || (ofAll && isPlain(schema)) ? inForm(schema, samples) : schema;
  if (!properties && !isObject<Schema>(items)) return shown;
  return {
    ...shown,
    ...(properties
      ? {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, one]) => [
              name,
              withShownTimes(one, membersOf(samples, name), ofAll),
            ]),
          ),
        }
      : {}),
    ...(isObject<Schema>(items) ? { items: withShownTimes(items, samples.filter(Array.isArray).flat(), ofAll) } : {}),
  };
}

function saysIso({ type, format, description = '', enum: values, pattern }: Schema): boolean {
  const isOpen = format === undefined || format === 'date' || format === 'date-time';
  return [type].flat().includes('string') && isOpen && !values && pattern === undefined && ISO.test(description);
}

/** A text of which nothing else is known. */
function isPlain({ type, format, enum: values, pattern, minLength, maxLength }: Schema): boolean {
  const isText = [type].flat().includes('string') && format === undefined && !values && pattern === undefined;
  return isText && minLength === undefined && maxLength === undefined;
}

function inForm({ format, ...schema }: Schema, samples: readonly JsonValue[]): Schema {
  const texts = samples.filter((value) => typeof value === 'string' && value !== '');
  const all = (form: RegExp): boolean => texts.every((text) => form.test(text as string));
  if (texts.length === 0) return format === undefined ? schema : { ...schema, format };
  return all(DAY) ? { ...schema, format: 'date' } : all(MOMENT) ? { ...schema, format: 'date-time' } : schema;
}

function membersOf(samples: readonly JsonValue[], name: string): JsonValue[] {
  return samples.flatMap((sample) => {
    const value = isObject<JsonValue>(sample) ? sample[name] : undefined;
    return value === undefined ? [] : [value];
  });
}
