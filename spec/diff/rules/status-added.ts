// A status that callers did not know.
import type { Rule } from '../change.js';

export const statusAdded: Rule = {
  id: 'diff/status-added',
  about: 'a status is new: risky for success, which callers may take for another, safe for failures',
  response: ({ old, new: after }) =>
    old || !after
      ? []
      : [
          {
            level: /^[23]/.test(after.status) ? 'risky' : 'safe',
            message: `status ${after.status} is new`,
            word: after.status,
          },
        ],
};
