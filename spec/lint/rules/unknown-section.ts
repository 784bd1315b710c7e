// doc/unknown-section: a heading that is nearly, but not quite, the title of a section.
import { nearTitles } from '../near-title.js';
import type { Rule } from '../rule.js';

export const unknownSection: Rule = {
  code: 'doc/unknown-section',
  severity: 'warning',
  purpose: 'A heading that is one or two letters away from the title of a section.',
  why: 'It is taken for the section that is near. A new title belongs into the profile, a misspelt one is to be corrected: below a title that is further away everything is taken for prose.',
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
    for (const page of site.pages) {
      if (page.endpoints.length === 0) continue;
      for (const { line, title } of nearTitles(page, site.profile))
        report(page, line.span, {
          message: `no section is called "${line.text}"; "${title}" is near`,
          help: `write ${title}, or add the title to the profile`,
        });
    }
  },
};
