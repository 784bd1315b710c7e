// A response header that the old contract had not.
import type { Rule } from '../change.js';

export const headerAdded: Rule = {
  id: 'diff/header-added',
  about: 'a response header is new',
  header: ({ status, old, new: after }) =>
    old || !after
      ? []
      : [{ level: 'safe', message: `${status}: response header ${after.name} is new`, word: after.name }],
};
