// A field of a body that the old contract had not.
import type { Rule } from '../change.js';

export const fieldAdded: Rule = {
  id: 'diff/field-added',
  about: 'a field is new: breaking where callers must send it, safe elsewhere',
  schema: ({ direction, where, old, new: after }) =>
    Object.keys(after.properties ?? {})
      .filter((name) => !old.properties || !Object.hasOwn(old.properties, name))
      .map((name) => {
        const isRequired = after.required?.includes(name) === true;
        return {
          level: direction === 'request' && isRequired ? 'breaking' : 'safe',
          message: `${where}: the ${direction === 'request' && isRequired ? 'required ' : ''}field ${name} is new`,
          word: name,
        };
      }),
};
