// Whether what a member of a list shows is what was asked for. Whoever compares texts without regard to case, or looks for what has
// them in it, asks for more than is promised, and no less: only what fits in no way is wrong. Pure.
import type { JsonValue } from '../../spec/contract/api.js';
import type { Side } from '../plan/question.js';

export function holds(shown: JsonValue, asked: JsonValue): boolean {
  if (Array.isArray(shown)) return shown.some((one) => holds(one, asked));
  if (typeof shown === 'string') return folded(shown).includes(folded(String(asked)));
  return typeof shown === 'number' ? shown === Number(asked) : String(shown) === String(asked);
}

/** Whether it is that, or a list with that in it, to the letter. */
export function isSame(shown: JsonValue, asked: JsonValue): boolean {
  return Array.isArray(shown) ? shown.some((one) => isSame(one, asked)) : String(shown) === String(asked);
}

/** Values that can be asked for: of a list its members. */
export function partsOf(value: JsonValue | undefined): JsonValue[] {
  return [value ?? []].flat().filter((one) => one !== null && one !== '' && typeof one !== 'object');
}

export function begins(shown: JsonValue, asked: string): boolean {
  return typeof shown === 'string' && folded(shown).startsWith(folded(asked));
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** A value that can be compared: a number, or a time in milliseconds. */
export function measureOf(value: JsonValue | undefined): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d/.test(value)) return undefined;
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : time;
}

/**
 * @param shown where there is nothing, it is left open whether that is within
 * @param included whether the end belongs to it; where that is left open, it may
 */
export function isWithin(shown: JsonValue, asked: JsonValue, side: Side, included = true): boolean {
  const [one, end] = [measureOf(shown), measureOf(asked)];
  if (one === undefined || end === undefined) return true;
  return (side === 'least' ? one > end : one < end) || (included && one === end);
}

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** The same kind of value, so much more or less that it is another one for everybody: a day, an hour, one. */
export function shifted(value: JsonValue, way: 1 | -1): JsonValue | undefined {
  const measure = measureOf(value);
  if (measure === undefined) return undefined;
  if (typeof value === 'number') return value + way * (Number.isInteger(value) ? 1 : Math.max(1, Math.abs(value) / 10));
  const day = typeof value === 'string' && value.length === 10;
  const moved = new Date(measure + way * (day ? DAY : HOUR)).toISOString();
  return day ? moved.slice(0, 10) : moved.replace(/\.000Z$/, 'Z');
}

/** Another value of the same form, which nothing is likely to have. */
export function otherThan(value: JsonValue): JsonValue | undefined {
  if (typeof value === 'number') return value + 1;
  if (typeof value !== 'string' || value === '') return undefined;
  const hex = /^[0-9a-f-]{32,36}$/i.test(value);
  return value.replace(/[0-9A-Za-z]/g, (one) => next(one, hex));
}

function next(one: string, hex: boolean): string {
  if (one === '9') return '0';
  if (hex && /f/i.test(one)) return 'a';
  if (/z/i.test(one)) return one === 'z' ? 'a' : 'A';
  return String.fromCharCode(one.charCodeAt(0) + 1);
}
