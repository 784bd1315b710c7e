// Stand-ins for signs in names that openapi-typescript reads as parts of references: `%` must begin a code there, `#` becomes `/`.
import { isObject } from '../../spec/is-object.js';

/** Noncharacters (Unicode, section 23.7), which no text of a document has. */
const PERCENT = '\uFDD0';
const HASH = '\uFDD1';

/** A copy of the document whose names have stand-ins. */
export function withStandIns(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withStandIns);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [covered(key), named(key, inner)]));
}

/** The text with the signs themselves again; TypeScript's printer writes the stand-ins as escapes. */
export function withoutStandIns(text: string): string {
  return text
    .replace(
      /(?<!\\)((?:\\\\)*)\\u(FDD[01])/g,
      (_, before: string, code: string) => before + (code === 'FDD0' ? '%' : '#'),
    )
    .replaceAll(PERCENT, '%')
    .replaceAll(HASH, '#');
}

function named(key: string, value: unknown): unknown {
  if (key === 'operationId' && typeof value === 'string') return covered(value).replaceAll('#', HASH);
  if (key === '$ref' && typeof value === 'string') return covered(decoded(value));
  if ((key === 'name' || key === 'propertyName') && typeof value === 'string') return covered(value);
  if (key === 'required' && Array.isArray(value)) return value.map((name) => covered(String(name)));
  return withStandIns(value);
}

function covered(name: string): string {
  return name.replaceAll('%', PERCENT);
}

function decoded(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch {
    return reference;
  }
}
