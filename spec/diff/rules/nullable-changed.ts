// Whether null is a value.
import type { Rule } from '../change.js';
import { typesOf } from '../flat-schema.js';

export const nullableChanged: Rule = {
  id: 'diff/nullable-changed',
  about: 'null is accepted or returned where it was not, or the reverse',
  schema({ direction, where, word, old, new: after }) {
    const [before, later] = [typesOf(old), typesOf(after)];
    // A schema without a type says nothing about null; a change of it is a change of type.
    if (!before.types || !later.types || before.isNullable === later.isNullable) return [];
    const isWorse = direction === 'request' ? before.isNullable : later.isNullable;
    const message =
      direction === 'request'
        ? `${where}: null is ${later.isNullable ? 'accepted now' : 'no longer accepted'}`
        : `${where}: null ${later.isNullable ? 'may be returned now' : 'is no longer returned'}`;
    return [{ level: isWorse ? 'breaking' : 'safe', message, ...(word === undefined ? {} : { word }) }];
  },
};
