import { expect, it } from 'vitest';
import { readDocument } from './read-document.js';

const LEVELS: Record<string, number> = { Request: 2, 'Request URL': 3, Method: 3 };
const document = (text: string) => readDocument('p.txt', text, { headingLevel: (line) => LEVELS[line] }).document;
const kinds = (text: string): string[] =>
  document(text).blocks.map((block) => ('text' in block ? `${block.kind} ${block.text.trim()}` : block.kind));

it.each(['*', '_', '**'])('takes titles in %s for titles where a page has several', (mark) => {
  const page = `Title\n${['Request', 'Request URL'].map((title) => mark + title + mark).join('\n')}\n/kites\n${mark}Method${mark}:\nGET\n`;
  expect(kinds(page)).toEqual([
    'heading Title',
    'heading Request',
    'heading Request URL',
    'fence /kites',
    'heading Method',
    'paragraph',
  ]);
  const method = document(page).blocks.find((block) => block.kind === 'heading' && block.text === 'Method');
  if (method?.kind !== 'heading') throw new Error('no heading');
  expect(page.slice(method.span.start, method.span.end)).toBe('Method');
});

it('leaves stressed words alone where too few are titles, and marks inside of lines', () => {
  expect(kinds('Title\n*Request*\n*Method*\nText\n')).not.toContain('heading Request');
  const [, first] = document('Title\n*Request*\n*Request URL*\n*Method*\n* not a title*\n*a* and *b*\n').blocks.slice(
    -2,
  );
  expect(first).toMatchObject({ lines: [{ text: '*a* and *b*' }] });
});
