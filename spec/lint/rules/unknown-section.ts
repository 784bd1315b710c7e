// doc/unknown-section: a heading that is nearly, but not quite, the title of a section.
import { normalise } from '../../profiles/words.js';
import { editDistance } from '../edit-distance.js';
import type { Rule } from '../rule.js';

export const unknownSection: Rule = {
  code: 'doc/unknown-section',
  severity: 'warning',
  purpose: 'A heading that is one or two letters away from the title of a section.',
  why: 'What stands below it is taken for prose. A new title belongs into the profile, a misspelt one is to be corrected.',
  bad: {
    sections: {
      'Response Header': null,
      'Reponse Headers': '|Header Name|Overview|Notes|\n|:--|:--|:--|\n|ETag|Version of the label||',
    },
  },
  good: {
    sections: { 'Response Header': '|Header Name|Overview|Notes|\n|:--|:--|:--|\n|ETag|Version of the label||' },
  },
  check(site, report) {
    const titles = new Set(
      site.pages
        .flatMap((page) => page.headings.map((h) => h.text))
        .filter((text) => site.profile.titles.match(text)?.exact),
    );
    const known = [...new Set([...USUAL, ...titles])].map((title) => ({ title, key: normalise(title) }));
    for (const page of site.pages) {
      if (page.endpoints.length === 0) continue;
      for (const heading of page.headings) {
        if (
          heading.level === 1 ||
          heading.text.length < 8 ||
          heading.text.length > 40 ||
          site.profile.titles.match(heading.text)
        )
          continue;
        const key = normalise(heading.text);
        const near = known.find((k) => k.key !== key && editDistance(key, k.key, 3) <= (key.length >= 12 ? 2 : 1));
        if (near)
          report(page, heading.span, {
            message: `no section is called "${heading.text}"; "${near.title}" is near`,
            help: `write ${near.title}, or add the title to the profile`,
          });
      }
    }
  },
};

const USUAL = [
  'Request Header',
  'Request Body',
  'Request Method',
  'Response Header',
  'Response Headers',
  'Response Body',
  'Response Code',
  'Required Privileges',
  'Error Messages',
];
