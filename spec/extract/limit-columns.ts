// Columns of their own for limits ("Max length", "Min", "Length") → the numbers in them.
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
export function readLimits(text: (field: Field) => string, numeric: boolean): Limits {
  const length = /^(?:(\d{1,9})\s?(?:-|–|~|〜|to|から)\s?)?(?:max\.?|up to|最大|<=|≤)?\s?(\d{1,9})$/i.exec(
    plain(text('length')),
  );
  const [min, max] = [numberOf(text('min')), numberOf(text('max'))];
  const found = {
    minLength: numberOf(text('minLength')) ?? numberOf(length?.[1] ?? '') ?? (numeric ? undefined : min),
    maxLength: numberOf(text('maxLength')) ?? numberOf(length?.[2] ?? '') ?? (numeric ? undefined : max),
    minimum: numeric ? min : undefined,
    maximum: numeric ? max : undefined,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

function numberOf(text: string): number | undefined {
  const digits = plain(text).replace(/(?<=\d),(?=\d{3})/g, '');
  return /^-?\d{1,15}(?:\.\d{1,15})?$/.test(digits) ? Number(digits) : undefined;
}

/** Without what a number counts. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s?(?:characters?|chars?|digits?|文字|桁)$/i, '')
    .trim();
}
