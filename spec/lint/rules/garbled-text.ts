// doc/garbled-text: what a translation tool has made of values: blanks in media types and placeholders, braces that do not match.
import type { FieldRow } from '../../extract/page.js';
import type { Rule } from '../rule.js';
import { quote } from '../value-problem.js';

export const garbledText: Rule = {
  code: 'doc/garbled-text',
  severity: 'warning',
  purpose: 'A value with blanks inside a media type or a placeholder, or with braces that do not match.',
  why: 'Translation tools leave such values behind; readers copy them.',
  bad: {
    sections: {
      'Request Header':
        '|Header Name|Overview|Effective Value|Required|Notes|\n|:--|:--|:--|:--|:--|\n|Content-Type|Format of the body|application / json|No||',
    },
  },
  good: {
    sections: {
      'Request Header':
        '|Header Name|Overview|Effective Value|Required|Notes|\n|:--|:--|:--|:--|:--|\n|Content-Type|Format of the body|application/json|No||',
    },
  },
  fixable: true,
  check(site, report) {
    for (const { page, endpoint } of site.endpoints()) {
      const rows: FieldRow[] = [...endpoint.parameters, ...endpoint.responses.flatMap((r) => r.headers)];
      for (const row of rows) {
        const raw = page.document.text.slice(row.span.start, row.span.end);
        const found = garbled(raw, row.effective);
        if (!found) continue;
        const start = row.span.start + found.at;
        report(
          page,
          { start, end: start + found.text.length },
          {
            message: `${quote(found.text)}: ${found.why}`,
            help: found.mend ? `write ${found.mend}` : 'write the value as it is sent',
            ...(found.mend ? { fix: { start, end: start + found.text.length, text: found.mend } } : {}),
          },
        );
      }
    }
  },
};

function garbled(raw: string, effective: string): { at: number; text: string; why: string; mend?: string } | undefined {
  const media = /\b(application|text|image|audio|multipart)(?: \/ ?| ?\/ )([\w.+-]+)\b/i.exec(raw);
  if (media)
    return { at: media.index, text: media[0], why: 'blanks inside a media type', mend: `${media[1]}/${media[2]}` };
  const placeholder = /\$ \{[^{}|]*\}/.exec(raw);
  let depth = 0;
  for (const char of effective) {
    if (char === '{') depth++;
    else if (char === '}' && --depth < 0) break;
  }
  if (depth !== 0) {
    const at = Math.max(0, raw.indexOf(effective.split('\n')[0] ?? ''));
    return { at, text: (effective.split('\n')[0] ?? '').slice(0, 80), why: 'braces that do not match' };
  }
  return placeholder ? { at: placeholder.index, text: placeholder[0], why: 'a blank inside a placeholder' } : undefined;
}
