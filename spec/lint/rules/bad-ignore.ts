// lint/bad-ignore: a suppression without a reason, or with a code that does not exist. Found when suppressions are read.
import type { Rule } from '../rule.js';

export const badIgnore: Rule = {
  code: 'lint/bad-ignore',
  severity: 'warning',
  purpose: 'A suppression in a page that gives no reason, or names a code that no rule has.',
  why: 'Nobody can tell later whether it is still right. Such a suppression suppresses nothing.',
  bad: { sections: { Overview: '<!-- docproof-ignore doc/broken-link -->\nSee [the colors](colours.md).' } },
  good: {
    sections: {
      Overview:
        '<!-- docproof-ignore doc/broken-link: the page comes with the next release -->\nSee [the colors](colours.md).',
    },
  },
};
