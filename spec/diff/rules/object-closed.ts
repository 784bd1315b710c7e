// Whether a request body may hold fields that nobody documents.
import type { Rule } from '../change.js';

export const objectClosed: Rule = {
  id: 'diff/object-closed',
  about: 'unknown fields of a request are refused now, or accepted',
  schema({ direction, where, old, new: after }) {
    const [before, later] = [old.additionalProperties === false, after.additionalProperties === false];
    if (direction === 'response' || before === later) return [];
    return [
      {
        level: later ? 'breaking' : 'safe',
        message: `${where}: unknown fields are ${later ? 'refused now' : 'accepted now'}`,
      },
    ];
  },
};
