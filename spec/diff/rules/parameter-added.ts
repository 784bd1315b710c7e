// A query parameter, header or cookie that the old contract had not.
import type { Rule } from '../change.js';

export const parameterAdded: Rule = {
  id: 'diff/parameter-added',
  about: 'a parameter is new: safe where it may be left out, breaking where it is required',
  parameter: ({ old, new: after }) =>
    old || !after
      ? []
      : [
          {
            level: after.required ? 'breaking' : 'safe',
            message: `${after.required ? 'required' : 'optional'} ${after.in} parameter ${after.name} is new`,
            word: after.name,
          },
        ],
};
