import { expect, it } from 'vitest';
import { splitLines } from './lines.js';
import { readMarkdown } from './markdown.js';

const items = (text: string) =>
  readMarkdown(text, splitLines(text), 0).flatMap((block) => (block.kind === 'item' ? [block.text] : []));

it('takes lines with a bullet of a Japanese writer for items', () => {
  expect(items('以下の二つ\n・a\n・b\n続き\n\n　・ c\n')).toEqual(['a', 'b\n続き', 'c']);
});

it('takes an ellipsis of such signs for none', () => {
  expect(items('a\n・・・b\n')).toEqual([]);
});
