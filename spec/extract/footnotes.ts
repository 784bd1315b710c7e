// Notes below tables ("*1 [*] by default", "※1 one of A and B") → the rows whose cells carry their mark.
import type { Wording } from '../constraints/wording.js';
import type { Inline, Span } from '../read/document.js';
import type { Endpoint, FieldRow } from './page.js';

export interface Footnote {
  number: string;
  text: string;
  span: Span;
}

export function readFootnotes(line: Inline, wording: Wording): Footnote[] {
  return line.text.split('\n').flatMap((text) => {
    const found = wording.note.exec(text.trim().normalize('NFKC'));
    return found?.[1] && found[2] ? [{ number: found[1], text: found[2], span: line.span }] : [];
  });
}

/** Adds to the notes of each row what its marks stand for: the first note of that number behind the row, else the last before it. */
export function attachFootnotes(endpoint: Endpoint, notes: readonly Footnote[], wording: Wording): void {
  if (notes.length === 0) return;
  for (const row of rowsOf(endpoint)) {
    const cells = [row.written, row.type, row.effective, row.requiredText, row.overview, row.notes].join('\n');
    const marks = new Set([...cells.normalize('NFKC').matchAll(wording.noteMarks)].map((found) => found[1] as string));
    for (const mark of marks) {
      const same = notes.filter(({ number }) => number === mark);
      const note = same.find(({ span }) => span.start > row.span.start) ?? same.at(-1);
      if (!note || row.notes.includes(note.text)) continue;
      row.notes = [row.notes, note.text].filter(Boolean).join('\n');
      row.footnotes = { ...row.footnotes, [mark]: note.text };
    }
    settleRequired(row, wording);
  }
}

/** "Yes*1" is yes all the same where the note tells of no case. */
function settleRequired(row: FieldRow, { noteMarks, tellsOfCase }: Wording): void {
  const text = row.requiredText.normalize('NFKC').trim();
  const mark = [...text.matchAll(noteMarks)].find((found) => found.index + found[0].length === text.length)?.[1];
  const note = mark === undefined ? undefined : row.footnotes?.[mark];
  if (!row.conditional || note === undefined || tellsOfCase.test(note)) return;
  row.conditional = false;
  row.required = true;
}

function rowsOf(endpoint: Endpoint): FieldRow[] {
  const bodies = [endpoint.body, ...endpoint.responses.map((response) => response.body)];
  const fields = bodies
    .flatMap((body) => body.tables)
    .flatMap((table) => ('rows' in table && table.kind !== 'xml' ? table.rows : []));
  return [...endpoint.parameters, ...endpoint.responses.flatMap((response) => response.headers), ...fields];
}
