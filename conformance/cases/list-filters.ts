// What `$filter` asks of a list of three: OData's operators and functions, and how they bind (URI conventions, section 4.5).
import type { Entity } from '../plan/entities.js';
import type { Asked, Others } from './list-options.js';
import { inOtherLetters } from './path-cases.js';

export function filters(property: string, names: string[], three: Entity[], others: Others): Asked[] {
  const [a, b, c] = three as [Entity, Entity, Entity];
  const quoted = (i: number): string => `'${(names[i] ?? '').replaceAll("'", "''")}'`;
  const where = (what: string, condition: string, members: Entity[], ...shown: RegExp[]): Asked => ({
    what: `filter${what}`,
    query: [['$filter', condition]],
    list: { members },
    ...(shown.length > 0 ? { shown } : {}),
  });
  const is = (operator: string, i: number): string => `${property} ${operator} ${quoted(i)}`;
  const begins = (text: string): string => `startswith(${property},${text})`;
  const brackets = / (?:and|or) \(/;
  const start = /\bstartswith\(/;
  const beginning = (names[1] ?? '').slice(0, -1).replaceAll("'", "''");
  return [
    where('', is('eq', 1), [b]),
    where('-none', `${property} eq 'docproof-none'`, []),
    ...(beginning === '' ? [] : [where('-beginning', `${property} eq '${beginning}'`, [])]),
    // A quote inside a string is written twice, and a string may have any letters.
    where('-quote', `${property} eq 'docproof''none'`, []),
    where('-letters', `${property} eq '\u00fc\u6771'`, []),
    where('-ne', is('ne', 1), [a, c], / ne /),
    where('-gt', is('gt', 1), [c], / gt /),
    where('-ge', is('ge', 1), [b, c], / ge /),
    where('-lt', is('lt', 1), [a], / lt /),
    where('-le', is('le', 1), [a, b], / le /),
    where('-or', `${is('eq', 0)} or ${is('eq', 2)}`, [a, c], / or /),
    where('-or-both', `${is('ne', 1)} or ${is('eq', 0)}`, [a, c], / ne /, / or /),
    where('-and', `${is('ne', 0)} and ${is('ne', 2)}`, [b], / and /),
    // Without its brackets it would mean something else: `and` binds closer than `or`.
    where('-brackets', `${is('ne', 1)} and (${is('eq', 0)} or ${is('eq', 1)})`, [a], brackets),
    where('-nested', `${is('ne', 1)} and (${is('eq', 0)} or (${is('eq', 1)}))`, [a], brackets),
    // Read from left to right it would mean something else.
    where('-precedence', `${is('eq', 0)} or ${is('eq', 1)} and ${is('eq', 2)}`, [a], / (?:and .* or|or .* and) /),
    ...others.nulls
      .slice(0, 1)
      .flatMap((other) => [
        where('-null', `${other} eq null`, three, / eq null/),
        where('-not-null', `${other} ne null`, [], / ne null/),
      ]),
    // What an entity belongs to is a property like any other.
    ...[others.texts.find((name) => name.includes('.')) ?? others.texts[0]].flatMap((other) =>
      other === undefined ? [] : [where('-other', `${other} eq 'docproof-none'`, [])],
    ),
    where('-startswith', begins(quoted(2)), [c], start),
    ...(inOtherLetters(b) ? [where('-other-case', `${property} eq ${quoted(1).toUpperCase()}`, [])] : []),
    where('-startswith-none', begins(`'${(names[2] ?? '').slice(1).replaceAll("'", "''")}'`), [], start),
    ...(inOtherLetters(c) ? [where('-startswith-other-case', begins(quoted(2).toUpperCase()), [], start)] : []),
    // What pattern matching takes for any character is a character here.
    ...['_', '%'].map((any, i) =>
      where(
        `-startswith-wild-${i + 1}`,
        begins(`'${any}${(names[2] ?? '').slice(1).replaceAll("'", "''")}'`),
        [],
        start,
      ),
    ),
    where('-startswith-and', `${begins(quoted(2))} and ${is('eq', 1)}`, [], start, / and /),
  ];
}
