// A parameter that the new contract has no more: what a strict server refuses, and a lenient one ignores.
import type { Rule } from '../change.js';

export const parameterRemoved: Rule = {
  id: 'diff/parameter-removed',
  about: 'a parameter is gone; callers that send it are ignored or refused',
  parameter: ({ old, new: after }) =>
    !old || after
      ? []
      : [{ level: 'risky', message: `${old.in} parameter ${old.name} is gone`, word: old.name, gone: true }],
};
