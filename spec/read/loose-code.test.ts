import { describe, expect, it } from 'vitest';
import type { FenceBlock } from './document.js';
import { splitLines } from './lines.js';
import { readMarkdown } from './markdown.js';

const fences = (text: string) =>
  readMarkdown(text, splitLines(text), 0).filter((block): block is FenceBlock => block.kind === 'fence');

describe('code outside of code blocks', () => {
  it.each([
    ['JSON', 'json', '{\n  "a": [\n    1\n  ]\n}'],
    ['a list', 'json', '[\n  {"a": 1}\n]'],
    ['XML', 'xml', '<?xml version="1.0"?>\n<list>\n  <a/>\n</list>'],
    ['XML with a prefix', 'xml', '<k:list xmlns:k="urn:kites">\n  <k:a/>\n</k:list>'],
    ['a definition of elements', 'dtd', '<!ELEMENT list (a*)>\n<!ELEMENT a EMPTY>'],
    ['JSON in typographic quotes', 'json', '{“a”: 1}'],
    ['a command in typographic quotes', 'sh', 'curl\n“https://kites.example/”'],
    [
      'a command without backslashes',
      'sh',
      'curl "https://a.example/b"\n-X\nPUT\n-H "A: b"\n-d \'{\n"a": 1}\'\n--fail',
    ],
    [
      'a command without backslashes in typographic quotes',
      'sh',
      'curl -X PUT\n“https://a.example/b”\n-d ‘{\n“a”: 1}’',
    ],
    ['a command below its name', 'sh', 'curl\n"https://kites.example/" \\\n-d \'{"a":1}\''],
  ])('is read where %s starts a line', (_, info, code) => {
    const text = `### Sample\nWords\n${code}\n\n### Next\n`;
    expect(fences(text)).toMatchObject([{ info, text: code, start: text.indexOf(code) }]);
  });

  it.each([
    ['a placeholder', '{KiteName} is the name of a kite'],
    ['a link', '[The list](list.md) has all of them'],
    ['braces that nothing closes', '{\nas they are called\n'],
    ['a tag of HTML', '<section class="kites">\n'],
    ['a word', 'curl\nis a program'],
  ])('is not %s', (_, text) => {
    expect(fences(`### Sample\n${text}\n\n### Next\n`)).toEqual([]);
  });

  it('looks for the end of many open braces once', () => {
    const text = `${'{\n'.repeat(40_000)}\n`;
    const from = performance.now();
    expect(fences(text)).toEqual([]);
    expect(performance.now() - from).toBeLessThan(2000);
  });
});
