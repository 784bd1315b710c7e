// A known field that must be there now, or need not be any more.
import type { Finding, Rule } from '../change.js';

export const fieldRequirement: Rule = {
  id: 'diff/field-requirement',
  about: 'a field became required or optional: breaking where callers must send more or can count on less',
  schema({ direction, where, old, new: after }) {
    const both = Object.keys(after.properties ?? {}).filter(
      (name) => old.properties && Object.hasOwn(old.properties, name),
    );
    return both.flatMap((name): Finding[] => {
      const [before, later] = [old.required?.includes(name) === true, after.required?.includes(name) === true];
      if (before === later) return [];
      const isWorse = direction === 'request' ? later : before;
      const what =
        direction === 'request'
          ? later
            ? 'required now'
            : 'no longer required'
          : later
            ? 'always there now'
            : 'no longer always there';
      return [{ level: isWorse ? 'breaking' : 'safe', message: `${where}: the field ${name} is ${what}`, word: name }];
    });
  },
};
