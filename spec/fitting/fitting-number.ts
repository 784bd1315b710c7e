// Makes a number that the limits of a schema allow, and names the nearest ones that they do not.
import type { Schema } from '../contract/api.js';
import { randomFrom } from './fitting-text.js';

/** Undefined where the limits leave none that is found. */
export function fittingNumber(schema: Schema, seed = ''): number | undefined {
  const { low, high, step } = limitsOf(schema);
  const first = low === undefined ? undefined : Math.ceil(round(low / step)) * step;
  const last = high === undefined ? undefined : Math.floor(round(high / step)) * step;
  const candidates = [
    1,
    step,
    first,
    first === undefined ? undefined : first + step,
    last,
    last === undefined ? undefined : last - step,
    0,
  ];
  const fitting = candidates.flatMap((n) => (n !== undefined && fitsNumber(schema, round(n)) ? [round(n)] : []));
  if (seed === '') return fitting[0];
  const from = first ?? Math.min(1, last ?? 1);
  const room = Math.min(last === undefined ? 1_000_000 : (last - from) / step, 1_000_000);
  const other = round(from + Math.floor(randomFrom(seed)(Math.max(1, room + 1))) * step);
  return fitsNumber(schema, other) ? other : fitting[0];
}

/** Whether a number keeps every limit of a schema. */
export function fitsNumber(schema: Schema, value: number): boolean {
  const { low, high, openLow, openHigh } = limitsOf(schema);
  if (low !== undefined && (openLow ? value <= low : value < low)) return false;
  if (high !== undefined && (openHigh ? value >= high : value > high)) return false;
  if ([schema.type].flat().includes('integer') && !Number.isInteger(value)) return false;
  const multiple = schema['multipleOf'];
  return typeof multiple !== 'number' || multiple <= 0 || isWhole(value / multiple);
}

export interface NumberLimits {
  low?: number;
  high?: number;
  /** The limit itself is out. */
  openLow: boolean;
  openHigh: boolean;
  /** Between neighbours. */
  step: number;
}

export function limitsOf(schema: Schema): NumberLimits {
  const over = numberIn(schema, 'exclusiveMinimum');
  const under = numberIn(schema, 'exclusiveMaximum');
  const { minimum, maximum } = schema;
  const openLow = over !== undefined && (minimum === undefined || over >= minimum);
  const openHigh = under !== undefined && (maximum === undefined || under <= maximum);
  const low = exact(openLow ? over : minimum);
  const high = exact(openHigh ? under : maximum);
  const multiple = numberIn(schema, 'multipleOf');
  const step = multiple !== undefined && multiple > 0 ? multiple : 1;
  const fine =
    low !== undefined &&
    high !== undefined &&
    high - low <= step &&
    multiple === undefined &&
    ![schema.type].flat().includes('integer')
      ? (high - low) / 4
      : step;
  return {
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
    openLow,
    openHigh,
    step: fine > 0 ? fine : 1,
  };
}

/** A limit of 64 bits, such as 9223372036854775807, is another number once it is read: it cannot be sent. */
function exact(limit: number | undefined): number | undefined {
  return limit !== undefined && Math.abs(limit) <= Number.MAX_SAFE_INTEGER ? limit : undefined;
}

function numberIn(schema: Schema, keyword: string): number | undefined {
  const value = schema[keyword];
  return typeof value === 'number' ? value : undefined;
}

/** Binary fractions are not decimal ones: 24.5 is a multiple of 0.01. */
function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-9 * Math.max(1, Math.abs(value));
}

function round(value: number): number {
  return Number(value.toPrecision(15));
}
