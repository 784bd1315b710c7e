// An operation that callers are asked to leave, or may use again.
import type { Rule } from '../change.js';

export const operationDeprecated: Rule = {
  id: 'diff/operation-deprecated',
  about: 'an operation became deprecated, or is no longer',
  operation: ({ old, new: after }) =>
    old.deprecated === after.deprecated
      ? []
      : [{ level: 'safe', message: `${after.id} is ${after.deprecated ? 'deprecated' : 'no longer deprecated'}` }],
};
