// Columns of their own for limits ("Max length", "Min", "Length") → the numbers in them.
import type { Wording } from '../constraints/wording.js';
import type { Field } from '../profiles/profile.js';

/** As the keywords of JSON Schema. */
export interface Limits {
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
}

/**
 * @param text the text of a row's cell in a column
 * @param numeric the row's value is a number: "Min" and "Max" are of the value, not of its length
 */
export function readLimits(text: (field: Field) => string, numeric: boolean, wording: Wording): Limits {
  const numberIn = (field: Field): number | undefined => numberOf(plain(text(field), wording));
  const length = wording.lengths.exec(plain(text('length'), wording));
  const [min, max] = [numberIn('min'), numberIn('max')];
  const found = {
    minLength: numberIn('minLength') ?? numberOf(length?.[1] ?? '') ?? (numeric ? undefined : min),
    maxLength: numberIn('maxLength') ?? numberOf(length?.[2] ?? '') ?? (numeric ? undefined : max),
    minimum: numeric ? min : undefined,
    maximum: numeric ? max : undefined,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

function numberOf(text: string): number | undefined {
  const digits = text.replace(/(?<=\d),(?=\d{3})/g, '');
  return /^-?\d{1,15}(?:\.\d{1,15})?$/.test(digits) ? Number(digits) : undefined;
}

/** Without what a number counts. */
function plain(text: string, { unitBehind }: Wording): string {
  return text.normalize('NFKC').replace(unitBehind, '').trim();
}
