// Closed lists of values.
import type { JsonValue, Schema } from '../../contract/api.js';
import { type Finding, type Level, type Rule, shown } from '../change.js';

export const enumChanged: Rule = {
  id: 'diff/enum-changed',
  about: 'a closed list of values lost or gained values, began or ended',
  schema({ direction, where, word, old, new: after }) {
    const [before, later] = [valuesOf(old), valuesOf(after)];
    const isRequest = direction === 'request';
    const at = word === undefined ? {} : { word };
    if (!before && later)
      return [
        {
          level: isRequest ? 'breaking' : 'safe',
          message: `${where}: only ${list(later)} ${isRequest ? 'are accepted' : 'are returned'} now`,
          ...at,
        },
      ];
    if (before && !later)
      return [
        {
          level: isRequest ? 'safe' : 'risky',
          message: `${where}: values other than ${list(before)} are possible now`,
          ...at,
        },
      ];
    const finding = (value: string, level: Level, what: string): Finding => ({
      level,
      message: `${where}: the value ${value} is ${what}`,
      ...at,
    });
    const [was, is] = [new Set(before?.map(shown)), new Set(later?.map(shown))];
    return [
      ...[...was].filter((v) => !is.has(v)).map((v) => finding(v, isRequest ? 'breaking' : 'safe', 'gone')),
      ...[...is].filter((v) => !was.has(v)).map((v) => finding(v, isRequest ? 'safe' : 'risky', 'new')),
    ];
  },
};

/** `null` in a list is the business of nullable-changed. */
function valuesOf(schema: Schema): JsonValue[] | undefined {
  const values = schema.const !== undefined ? [schema.const] : schema.enum;
  return values?.filter((v) => v !== null);
}

function list(values: JsonValue[]): string {
  return values.slice(0, 8).map(shown).join(', ') + (values.length > 8 ? ' …' : '');
}
