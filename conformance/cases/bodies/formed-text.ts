// Texts of a form that people know and documents do not say: no other text of that length is one.
import type { Schema } from '../../../spec/contract/api.js';

const FORMS = [
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/, // An address of mail.
  /^\+\d[\d ()./-]{4,30}\d$/, // A number of a telephone (E.123).
  /^\d{1,4}[ ./-]\d[\d ./-]{2,30}\d$/, // A number in groups, a day.
  /^[A-Z]{2}\d{2}[A-Z0-9 ]{8,40}$/, // An account (ISO 13616).
  /^#[0-9a-f]{3,8}$/i, // A colour.
  /^[\d*/,-]+(?: [\d*/,-]+){4}$/, // A time table of cron.
  /^-?\d+\.\d+$/, // A number.
  /^(?:[A-Z]{2,3}|[a-z]{2}(?:[_-][A-Za-z]{2,4})?)$/, // A code of a country, a language, a currency.
  /^(?:[a-z0-9_-]{1,63}\.)+(?:com|org|net|edu|info|io|dev|app|example|test|local)$/i, // A name of a host.
];

/** "Three-letter ISO code": not any three letters are one. */
const OF_ISO = /\bISO\b/;
const CODE = /^[A-Za-z]{2,3}$/;

/** Whether a documented value has a form of its own, which its schema does not tell. */
export function isFormed(value: unknown, { format, pattern, enum: values, description = '' }: Schema): boolean {
  if (typeof value === 'string' && CODE.test(value) && OF_ISO.test(description) && !values) return true;
  if ((typeof value !== 'string' || value.length > 100 || format) ?? pattern ?? values) return false;
  return FORMS.some((form) => form.test(value));
}

/** Other letters and digits at the same places. */
export function turned(text: string): string {
  const at = (from: number, by: number, size: number) => (letter: string) =>
    String.fromCharCode(((letter.charCodeAt(0) - from + by) % size) + from);
  return text
    .replace(/[a-z]/g, at(97, 3, 26))
    .replace(/[A-Z]/g, at(65, 3, 26))
    .replace(/\d/g, at(48, 7, 10));
}
