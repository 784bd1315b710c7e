// What is assumed when a caller says nothing.
import { type Rule, shown } from '../change.js';

export const defaultChanged: Rule = {
  id: 'diff/default-changed',
  about: 'something else is assumed when a value is left out',
  schema({ direction, where, word, old, new: after }) {
    if (shown(old.default) === shown(after.default)) return [];
    const level = direction === 'request' ? (old.default === undefined ? 'safe' : 'risky') : 'safe';
    const message = `${where}: the default was ${shown(old.default)} and is ${shown(after.default)}`;
    return [{ level, message, ...(word === undefined ? {} : { word }) }];
  },
};
