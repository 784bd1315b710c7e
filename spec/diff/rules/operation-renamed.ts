// The same method and URL under another operationId: servers don't mind, generated code changes its names.
import type { Rule } from '../change.js';

export const operationRenamed: Rule = {
  id: 'diff/operation-renamed',
  about: 'an operation has another operationId, so functions and types of generated code are called otherwise',
  operation: ({ old, new: after }) =>
    old.id === after.id
      ? []
      : [{ level: 'risky', message: `operation ${old.id} is now called ${after.id} (${after.method} ${after.path})` }],
};
