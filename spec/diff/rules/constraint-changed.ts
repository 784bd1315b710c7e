// Constraints that are neither a limit nor a pattern: items that differ, numbers that are multiples.
import { type Finding, type Rule, type SchemaPair, shown } from '../change.js';

export const constraintChanged: Rule = {
  id: 'diff/constraint-changed',
  about: 'the items of a list must differ, or a number must be a multiple, where that was not so, or the reverse',
  schema: (pair) => [...unique(pair), ...multiple(pair)],
};

function unique(pair: SchemaPair): Finding[] {
  const [before, later] = [pair.old['uniqueItems'] === true, pair.new['uniqueItems'] === true];
  return before === later ? [] : [finding(pair, later, `items ${later ? 'must differ now' : 'may be equal now'}`)];
}

function multiple(pair: SchemaPair): Finding[] {
  const [before, later] = [pair.old['multipleOf'], pair.new['multipleOf']];
  if (before === later) return [];
  const isLooser =
    later === undefined || (typeof before === 'number' && typeof later === 'number' && before % later === 0);
  return [finding(pair, !isLooser, `the number was a multiple of ${shown(before)} and is one of ${shown(later)}`)];
}

function finding({ direction, where, word }: SchemaPair, isTighter: boolean, what: string): Finding {
  const level = direction === 'request' ? (isTighter ? 'breaking' : 'safe') : isTighter ? 'safe' : 'risky';
  return { level, message: `${where}: ${what}`, ...(word === undefined ? {} : { word }) };
}
