// The cells of real documents, where they are at hand: nearly all are understood, and every schema that comes of them is valid.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { readWording } from '../../cli/documents.js';
import { packageRoot } from '../package-root.js';
import { readInline } from '../read/inline.js';
import type { ConstraintCells } from './constraints.js';
import { notLinear } from './linear-pattern.js';
import { readConstraints } from './read-constraints.js';

const wording = readWording();
const corpus = join(packageRoot(), '../shared/corpus');
describe.skipIf(!existsSync(corpus))('real documents', () => {
  const rows = new Map<string, ConstraintCells>();
  for (const folder of ['personium/en', 'personium/ja', 'seeds'])
    for (const file of existsSync(corpus) ? readdirSync(join(corpus, folder)) : [])
      for (const cells of constraintRows(readFileSync(join(corpus, folder, file), 'utf8')))
        rows.set(JSON.stringify(cells), cells);

  it('leave less than 3 % of the rows with an unread phrase, and all schemas are valid', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const unread: string[] = [];
    for (const cells of rows.values()) {
      const got = readConstraints(cells, wording);
      expect(() => ajv.compile(got.schema)).not.toThrow();
      if (got.schema.pattern !== undefined) expect(notLinear(got.schema.pattern)).toBeUndefined();
      unread.push(...(got.unread.length > 0 ? [JSON.stringify(cells)] : []));
    }
    expect(rows.size).toBeGreaterThan(150);
    expect(unread.length / rows.size).toBeLessThan(0.03);
  });
});

/** Rows of tables that have a column of effective values, by the column titles of the real documents. */
function constraintRows(text: string): ConstraintCells[] {
  const out: ConstraintCells[] = [];
  let titles: (keyof ConstraintCells | undefined)[] | undefined;
  for (const line of text.split('\n')) {
    if (!line.includes('|')) titles = undefined;
    else if (!/^[\s:|-]+$/.test(line)) {
      const cells = line
        .trim()
        .replace(/^\|/, '')
        .replace(/\|$/, '')
        .split(/(?<!\\)\|/)
        .map((cell) => readInline(cell, 0, cell.length).text);
      if (titles?.includes('effective'))
        out.push(Object.fromEntries(titles.flatMap((t, i) => (t && cells[i] ? [[t, cells[i]]] : []))));
      titles ??= cells.map(columnOf);
    }
  }
  return out;
}

function columnOf(title: string): keyof ConstraintCells | undefined {
  if (/^(?:effective value|valid values?|有効値)/i.test(title)) return 'effective';
  if (/^(?:notes|remarks|備考)$/i.test(title)) return 'notes';
  if (/^(?:required|必須)$/i.test(title)) return 'required';
  return /^(?:format|type)$/i.test(title) ? 'type' : undefined;
}
