import { describe, expect, it } from 'vitest';
import { splitLines } from './lines.js';
import { readMarkdown } from './markdown.js';

const LEVELS: Record<string, number> = { Request: 2, URL: 3, Method: 3, Body: 3, Parts: 4 };
const headings = (text: string) =>
  readMarkdown(text, splitLines(text), 0, {
    headingLevel: (line) => LEVELS[line],
    sectionOf: (line) => (line === 'Parts' || !(line in LEVELS) ? undefined : line),
  }).flatMap((block) => (block.kind === 'heading' ? [`${block.level} ${block.text}`] : []));

describe('titles without marks', () => {
  it('are headings where a page marks none', () => {
    expect(headings('Request\n\nURL\n\n```\n/kites\n```\n\nMethod\n\nGET\n')).toEqual([
      '2 Request',
      '3 URL',
      '3 Method',
    ]);
  });

  it('are headings of sections that the page does not mark, as deep as those that it does', () => {
    expect(headings('### Request\n\nURL\n\n/kites\n\n#### Method\n\nGET\n\nMethod\n\nBody\n')).toEqual([
      '3 Request',
      '4 URL',
      '4 Method',
      '4 Body',
    ]);
  });

  it('are headings in bold and in italics', () => {
    const text = (mark: string): string =>
      `# Kite\n\n${mark}URL${mark}\n\n/kites\n\n${mark}Method${mark}\n\nGET ${mark}Body${mark}\n`;
    for (const mark of ['**', '__', '*', '_']) expect(headings(text(mark))).toEqual(['1 Kite', '3 URL', '3 Method']);
  });

  it('are parts of the heading above that is no such section, whatever stands in code', () => {
    expect(headings('## Kites\n\n### Fly a kite\n\nURL\n\n```sh\n# a comment\n```\n\nMethod\n\nBody\n')).toEqual([
      '2 Kites',
      '3 Fly a kite',
      '4 URL',
      '4 Method',
      '4 Body',
    ]);
  });

  it('are headings below other lines of a paragraph', () => {
    expect(headings('Request\nURL\n/kites\nMethod\nGET\n')).toEqual(['2 Request', '3 URL', '3 Method']);
  });

  it.each([
    ['name a part of a section', '## Request\n### URL\n### Method\n\nParts\n'],
    ['stand in code', '## Request\n### URL\n### Method\n```\nBody\n```\n'],
    ['are too few to be more than words', 'Request\n\nMethod\n\nGET\n'],
  ])('are none where they %s', (_, text) => {
    expect(headings(text)).toEqual(
      text.split('\n').flatMap((line) => (line.startsWith('#') ? [line.replace(/^#+/, (m) => `${m.length}`)] : [])),
    );
  });
});
