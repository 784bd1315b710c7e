// A parameter that must be sent now, or need not be any more.
import type { Rule } from '../change.js';

export const parameterRequirement: Rule = {
  id: 'diff/parameter-requirement',
  about: 'a parameter became required or optional',
  parameter: ({ old, new: after }) =>
    !old || !after || old.required === after.required
      ? []
      : [
          {
            level: after.required ? 'breaking' : 'safe',
            message: `${after.in} parameter ${after.name} is ${after.required ? 'required now' : 'no longer required'}`,
            word: after.name,
          },
        ],
};
