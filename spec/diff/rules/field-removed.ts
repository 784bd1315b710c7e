// A field of a body that the new contract has no more.
import type { Rule } from '../change.js';

export const fieldRemoved: Rule = {
  id: 'diff/field-removed',
  about: 'a field is gone: breaking in answers and in closed request bodies, risky in open ones',
  schema: ({ direction, where, old, new: after }) =>
    Object.keys(old.properties ?? {})
      .filter((name) => !after.properties || !Object.hasOwn(after.properties, name))
      // A value that is no object any more is a change of type.
      .filter(() => Boolean(after.properties) || after.type === undefined || [after.type].flat().includes('object'))
      .map((name) => ({
        level: direction === 'response' || after.additionalProperties === false ? 'breaking' : 'risky',
        message: `${where}: the field ${name} is gone`,
        word: name,
        gone: true,
      })),
};
