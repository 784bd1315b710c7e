import { describe, expect, it } from 'vitest';
import { splitLines } from './lines.js';
import { readMarkdown } from './markdown.js';

const blocks = (text: string) => readMarkdown(text, splitLines(text), 0);

describe('code blocks in HTML', () => {
  it.each([
    ['in lines of their own', '<pre>\n{"a":\n\n1}\n</pre>', '', '{"a":\n\n1}'],
    ['in the lines of the code', '<pre><code class="language-json">{"a":\n1}</code></pre>', 'json', '{"a":\n1}'],
    ['with entities', '<pre>&lt;a b=&quot;&#99;&quot;/&gt; &what;</pre>', '', '<a b="c"/> &what;'],
    ['with colours', '<pre class="x"><code><span class="s">curl</span> -I\n</code></pre>', '', 'curl -I'],
    ['with tags that are code', '<pre>\n<a>\n<b/></a></pre>', '', '<a>\n<b/></a>'],
  ])('are read %s', (_, code, info, text) => {
    const page = `Words\n${code}\nMore\n`;
    expect(blocks(page)).toMatchObject([
      { kind: 'paragraph' },
      { kind: 'fence', form: 'closed', info, text },
      { kind: 'paragraph', lines: [{ text: 'More' }] },
    ]);
  });

  it('are none where nothing closes them', () => {
    expect(blocks('<pre>\na\n')).toMatchObject([{ kind: 'paragraph' }]);
  });
});
