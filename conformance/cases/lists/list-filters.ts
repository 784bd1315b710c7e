// What `$filter` asks of a list of three: OData's operators and functions, and how they bind (URI conventions, section 4.5).
import type { Entity } from '../../plan/entities.js';
import { inOtherLetters } from '../addresses/path-cases.js';
import type { Asked, Others } from './list-options.js';

/** @param names documented names of the three, in their order */
export function filters(property: string, names: string[], three: Entity[], others: Others): Asked[] {
  const [a, b, c] = three as [Entity, Entity, Entity];
  const named: Named = { property, names, a, b, c };
  return [...comparisons(named), ...combinations(named), ...ofOthers(three, others), ...beginnings(named)];
}

interface Named {
  property: string;
  names: string[];
  a: Entity;
  b: Entity;
  c: Entity;
}

function where(what: string, condition: string, members: Entity[], ...shown: RegExp[]): Asked {
  return {
    what: `filter${what}`,
    query: [['$filter', condition]],
    list: { members },
    ...(shown.length > 0 ? { shown } : {}),
  };
}

/** A quote inside a string is written twice. */
function inner(text: string): string {
  return text.replaceAll("'", "''");
}

function quoted({ names }: Named, i: number): string {
  return `'${inner(names[i] ?? '')}'`;
}

function is(named: Named, operator: string, i: number): string {
  return `${named.property} ${operator} ${quoted(named, i)}`;
}

function comparisons(named: Named): Asked[] {
  const { property, names, a, b, c } = named;
  const beginning = inner((names[1] ?? '').slice(0, -1));
  return [
    where('', is(named, 'eq', 1), [b]),
    where('-none', `${property} eq 'docproof-none'`, []),
    ...(beginning === '' ? [] : [where('-beginning', `${property} eq '${beginning}'`, [])]),
    // A string may have any letters.
    where('-quote', `${property} eq 'docproof''none'`, []),
    where('-letters', `${property} eq '\u00fc\u6771'`, []),
    where('-words', `${property} ne 'docproof, (none) or ${property} eq null'`, [a, b, c], / ne /),
    where('-ne', is(named, 'ne', 1), [a, c], / ne /),
    where('-given', `${property} ne null`, [a, b, c], / ne null/),
    where('-gt', is(named, 'gt', 1), [c], / gt /),
    where('-ge', is(named, 'ge', 1), [b, c], / ge /),
    where('-lt', is(named, 'lt', 1), [a], / lt /),
    where('-le', is(named, 'le', 1), [a, b], / le /),
  ];
}

function combinations(named: Named): Asked[] {
  const { a, b, c } = named;
  const [first, second, third] = [0, 1, 2].map((i) => is(named, 'eq', i));
  const notSecond = is(named, 'ne', 1);
  const brackets = / (?:and|or) \(/;
  return [
    where('-or', `${first} or ${third}`, [a, c], / or /),
    where('-or-both', `${notSecond} or ${first}`, [a, c], / ne /, / or /),
    where('-and', `${is(named, 'ne', 0)} and ${is(named, 'ne', 2)}`, [b], / and /),
    where('-and-three', `${is(named, 'ne', 0)} and ${is(named, 'ne', 2)} and ${notSecond}`, [], / ne /, / and /),
    // Without its brackets it would mean something else: `and` binds closer than `or`.
    where('-brackets', `${notSecond} and (${first} or ${second})`, [a], brackets),
    where('-nested', `${notSecond} and (${first} or (${second}))`, [a], brackets),
    where('-brackets-first', `((${first} or ${second}) and ${notSecond}) or ${third}`, [a, c], brackets),
    // Read from left to right it would mean something else.
    where('-precedence', `${first} or ${second} and ${third}`, [a], / (?:and .* or|or .* and) /),
  ];
}

/** Conditions on what is not the name. */
function ofOthers(three: Entity[], { nulls, texts }: Others): Asked[] {
  // What an entity belongs to is a property like any other.
  const text = texts.find((name) => name.includes('.')) ?? texts[0];
  return [
    ...nulls.slice(0, 1).flatMap((other) => [
      where('-null', `${other} eq null`, three, / eq null/),
      where('-not-null', `${other} ne null`, [], / ne null/),
      // No value is none, and not an empty one.
      where('-empty', `${other} eq ''`, [], / eq null/),
    ]),
    ...(text === undefined ? [] : [where('-other', `${text} eq 'docproof-none'`, [])]),
  ];
}

function beginnings(named: Named): Asked[] {
  const { property, names, b, c } = named;
  const start = /\bstartswith\(/;
  const begins = (text: string): string => `startswith(${property},${text})`;
  const third = begins(quoted(named, 2));
  const rest = inner((names[2] ?? '').slice(1));
  return [
    where('-startswith', third, [c], start),
    ...(inOtherLetters(b) ? [where('-other-case', `${property} eq ${quoted(named, 1).toUpperCase()}`, [])] : []),
    where('-startswith-none', begins(`'${rest}'`), [], start),
    ...(inOtherLetters(c) ? [where('-startswith-other-case', begins(quoted(named, 2).toUpperCase()), [], start)] : []),
    // What pattern matching takes for any character is a character here.
    ...['_', '%'].map((any, i) => where(`-startswith-wild-${i + 1}`, begins(`'${any}${rest}'`), [], start)),
    where('-startswith-and', `${third} and ${is(named, 'eq', 1)}`, [], start, / and /),
  ];
}
