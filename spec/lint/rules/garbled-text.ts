// doc/garbled-text: what a translation tool has made of values: blanks in media types and placeholders, braces that do not match.
import type { FieldRow } from '../../extract/page.js';
import { placeOf } from '../../read/document.js';
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
      const byText = new Map<string, { found: Garbled; start: number; also: number[] }>();
      for (const row of rows) {
        const cell = row.row.cells.find(({ text }) => text === row.effective);
        const raw = page.document.text.slice(row.span.start, row.span.end);
        const found = garbled(raw, row.effective, (cell?.span.start ?? row.span.start) - row.span.start);
        if (!found) continue;
        const start = row.span.start + found.at;
        const first = byText.get(found.text);
        if (first) first.also.push(placeOf(page.document, start).line);
        else byText.set(found.text, { found, start, also: [] });
      }
      for (const { found, start, also } of byText.values()) {
        const span = { start, end: start + found.text.length };
        report(page, span, {
          message: `${quote(found.text)}: ${found.why}${also.length > 0 ? `; so in line ${also.join(', ')}` : ''}`,
          help: found.mend ? `write ${found.mend}` : 'write the value as it is sent',
          ...(found.mend ? { fix: { ...span, text: found.mend } } : {}),
        });
      }
    }
  },
};

interface Garbled {
  at: number;
  text: string;
  why: string;
  mend?: string;
}

/** @param from where the value's cell starts in `raw` */
function garbled(raw: string, effective: string, from: number): Garbled | undefined {
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
    return { at: from, text: (effective.split('\n')[0] ?? '').slice(0, 80), why: 'braces that do not match' };
  }
  return placeholder ? { at: placeholder.index, text: placeholder[0], why: 'a blank inside a placeholder' } : undefined;
}
