// Patterns and formats of text. Which of two patterns is narrower can't be told, so a change is risky.
import { type Rule, shown } from '../change.js';

export const patternChanged: Rule = {
  id: 'diff/pattern-changed',
  about: 'the characters or the format of a text changed',
  schema({ direction, where, word, old, new: after }) {
    return (['pattern', 'format'] as const).flatMap((keyword) => {
      const [before, later] = [old[keyword], after[keyword]];
      if (before === later) return [];
      const isAddition = before === undefined;
      const isRemoval = later === undefined;
      const level =
        direction === 'request'
          ? isAddition && keyword === 'pattern'
            ? ('breaking' as const)
            : isRemoval
              ? ('safe' as const)
              : ('risky' as const)
          : isAddition
            ? ('safe' as const)
            : ('risky' as const);
      const message = `${where}: the ${keyword} was ${shown(before)} and is ${shown(later)}`;
      return [{ level, message, ...(word === undefined ? {} : { word }) }];
    });
  },
};
