// sample/invalid-xml-sample: an XML sample whose tags do not match, or whose attributes have no plain quotes.
import type { Rule } from '../rule.js';
import { bodiesOf } from '../site.js';
import { xmlProblem } from '../xml-text.js';

export const invalidXmlSample: Rule = {
  code: 'sample/invalid-xml-sample',
  severity: 'error',
  purpose:
    'An XML sample with a tag that is not closed, or closed by another, or with typographic quotes around an attribute.',
  why: 'No parser reads it, so neither can whoever copies it.',
  bad: { sections: { 'Request Sample': '```xml\n<label><name>urgent</label>\n```' } },
  good: { sections: { 'Request Sample': '```xml\n<label><name>urgent</name></label>\n```' } },
  check(site, report) {
    for (const { page, endpoint } of site.endpoints())
      for (const { body } of bodiesOf(endpoint))
        for (const sample of body.samples) {
          if (!/^\s*<(?:\?xml|[A-Za-z])/.test(sample.text) || sample.language === 'html') continue;
          const problem = xmlProblem(sample.text);
          if (!problem) continue;
          const start = sample.start + problem.offset;
          report(
            page,
            { start, end: start + problem.length },
            {
              message: `not XML: ${problem.message}`,
              help: 'close every tag that is open, in turn, and put attributes in plain quotes',
            },
          );
        }
  },
};
