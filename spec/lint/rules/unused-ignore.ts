// lint/unused-ignore: a suppression that suppresses nothing. Found when suppressions are applied.
import type { Rule } from '../rule.js';

export const unusedIgnore: Rule = {
  code: 'lint/unused-ignore',
  severity: 'warning',
  purpose: 'A suppression, in a page or in the config, that matches no finding.',
  why: 'The defect has been mended, or the suppression stands in the wrong place; left alone it would hide the next one.',
  bad: {
    sections: {
      Overview: '<!-- docproof-ignore doc/broken-link: the page comes later -->\nChanges a label of a cell.',
    },
  },
  good: { sections: { Overview: 'Changes a label of a cell.' } },
};
