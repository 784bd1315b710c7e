// How a condition names a moment, where the documents of the option show it (OData 2.0, URI conventions, section 4.5). Pure.
import type { Operation } from './resources.js';

const HOUR = 3_600_000;

/** A moment to the second, without a zone. */
const written = (at: number): string => new Date(at).toISOString().slice(0, 19);

const LITERALS: [shown: RegExp, write: (at: number) => string][] = [
  [/\bdatetime'/, (at) => `datetime'${written(at)}'`],
  [/\bdatetimeoffset'/, (at) => `datetimeoffset'${written(at + 9 * HOUR)}+09:00'`],
];

/** Ways to write a moment (in milliseconds since 1970, whole seconds) for a list. */
export function dateLiterals({ op }: Operation): ((at: number) => string)[] {
  const option = op.parameters.find((p) => p.in === 'query' && p.name === '$filter');
  const shown = [option?.description ?? '', ...(option?.examples ?? []).map(String)].join('\n');
  return LITERALS.flatMap(([literal, write]) => (literal.test(shown) ? [write] : []));
}

/** Less than any two zones are apart. */
const NEAR = 10 * 60_000;

/**
 * Conditions that a thing with a moment fulfils: it is between two near ones, however they are written, and behind the second
 * that it is in.
 *
 * @param unsure whether the moment may be of whole seconds
 */
export function fulfilled(list: Operation, property: string, at: number, unsure: boolean): string[] {
  const second = Math.floor(at / 1000) * 1000;
  const literals = dateLiterals(list);
  return [
    ...literals.map((write) => `${property} gt ${write(second - NEAR)} and ${property} lt ${write(second + NEAR)}`),
    ...(unsure || at === second ? [] : literals.slice(0, 1).map((write) => `${property} gt ${write(second)}`)),
  ];
}
