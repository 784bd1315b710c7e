// doc/undefined-mark: a required mark with a footnote that the page does not have, or a mark that nobody defines.
import type { Rule } from '../rule.js';
import { quote } from '../value-problem.js';

export const undefinedMark: Rule = {
  code: 'doc/undefined-mark',
  severity: 'warning',
  purpose: 'A "required" cell with a mark that neither the profile nor a note on the page defines.',
  why: 'The field is taken as optional, which the author may not have meant.',
  bad: {
    sections: {
      'Request Body':
        '|Item Name|Overview|Effective Value|Required|Notes|\n|:--|:--|:--|:--|:--|\n|Name|New name|Any text|△||',
    },
  },
  good: {
    sections: {
      'Request Body':
        '|Item Name|Overview|Effective Value|Required|Notes|\n|:--|:--|:--|:--|:--|\n|Name|New name|Any text|Yes||',
    },
  },
  check(site, report) {
    for (const { page, endpoint } of site.endpoints())
      for (const row of [
        ...endpoint.parameters,
        ...endpoint.body.tables.flatMap((t) => (t.kind === 'fields' || t.kind === 'tree' ? t.rows : [])),
      ]) {
        const text = row.requiredText.trim();
        if (text === '') continue;
        const note = /(?:※|\*)\s*(\d+)/.exec(text)?.[0];
        const mark = note
          ? noteIsDefined(page.document.text, note, row.span)
          : isDefined(text, site.profile.words, row) ||
            // Notes in words say when the field is required, whatever the mark is.
            site.read(row).conditions.length > 0;
        if (!mark)
          report(page, row.nameSpan, {
            message: `${quote(row.written)}: nothing on the page says what ${quote(text)} means`,
            help: note ? `add a note "${note}" below the table` : 'write Yes or No',
          });
      }
  },
};

function isDefined(
  text: string,
  words: { yes: { match(t: string): unknown }; no: { match(t: string): unknown } },
  row: { required: boolean; conditional: boolean },
): boolean {
  if (row.required || row.conditional || words.yes.match(text) || words.no.match(text)) return true;
  // Sentences explain themselves; only bare marks and single words are held to be marks.
  return text.length > 3;
}

/** The note stands somewhere else than in the row that points to it. */
function noteIsDefined(text: string, note: string, row: { start: number; end: number }): boolean {
  const plain = (t: string): string => t.replace(/\s+/g, '');
  const pattern = /(?:※|\*)[ \u3000]*\d+/g;
  for (const found of text.matchAll(pattern)) {
    if (plain(found[0]) !== plain(note) || (found.index >= row.start && found.index < row.end)) continue;
    const lineStart = text.lastIndexOf('\n', found.index) + 1;
    if (/^[\s>*_\\-]*$/.test(text.slice(lineStart, found.index))) return true;
  }
  return false;
}
