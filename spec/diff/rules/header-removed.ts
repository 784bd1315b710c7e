// A documented response header that the new contract has no more, or no longer promises.
import type { Rule } from '../change.js';

export const headerRemoved: Rule = {
  id: 'diff/header-removed',
  about: 'a response header is gone, or is no longer promised',
  header({ status, old, new: after }) {
    if (!old) return [];
    const word = old.name;
    if (!after)
      return [
        {
          level: old.required ? 'breaking' : 'risky',
          message: `${status}: response header ${old.name} is gone`,
          word,
          gone: true,
        },
      ];
    if (old.required && !after.required)
      return [{ level: 'breaking', message: `${status}: response header ${old.name} is no longer promised`, word }];
    return [];
  },
};
