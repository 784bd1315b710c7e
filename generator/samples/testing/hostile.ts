// Texts that break what is written carelessly, and a contract whose commands send each of them in a body, a query and, where it may, a header.
import type { Api } from '../../../spec/contract/api.js';
import { loadApi } from '../../../spec/contract/load.js';

export const HOSTILE_TEXTS: readonly string[] = [
  '',
  'plain',
  "it's",
  "''",
  'say "hi"',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what shells and templates would expand
  '$HOME ${HOME} $(id) #{x} #$x #@x',
  '`id`',
  '\\ \\\\ \\n \\u0041 \\x41 \\',
  'two\nlines\n',
  'cr\r\nlf\ttab',
  '%27 %s %d {0} {{x}}',
  '😀 é 日本語 ～',
  '*/ // /* <?php ?> # -- "; exit; \'',
  "it's ‘quoted’ ‚so‛ “too” „low",
  '\u2028\u2029\u0085\u202e\ufeff\u0001\u007f\u001b',
  '!! !x',
  '</script><!-- ]]> --> #> =end __END__ <<EOF\nEOF\n',
  '@file',
  '```\n"""\n\'\'\'\n### next\n> {% x %}\n< /etc/hostname\n\nGET http://x/\n',
];

/** A request for each text. */
export function hostileContract(): Api {
  const paths = Object.fromEntries(
    HOSTILE_TEXTS.map((text, i) => {
      const place = { page: 'p', source: { file: 'p.md', line: i + 1 } };
      const request = {
        method: 'POST',
        url: `https://api.example/odd${i}?q=${text.replaceAll('#', '')}`,
        headers: {
          'Content-Type': 'text/plain; charset=utf-8',
          ...(/^[\x21-\x7e][\x20-\x7e]*$/.test(text) ? { 'X-Odd': text } : {}),
        },
        body: text,
      };
      const docs = { pages: ['p'], source: place.source, cases: [{ id: `p/${i}`, ...place, request }] };
      const post = { summary: text, responses: { 200: { description: 'x' } }, 'x-docproof': docs };
      return [`/odd${i}`, { post }];
    }),
  );
  const document = {
    openapi: '3.2.0',
    info: { title: 'Hostile', version: '1' },
    servers: [{ url: 'https://api.example' }],
    paths,
    'x-docproof': { version: 1, docs: { digest: 'a', languages: ['en'] } },
  };
  const { api, diagnostics } = loadApi(JSON.stringify(document), 'hostile.json');
  if (!api) throw new Error(JSON.stringify(diagnostics));
  return api;
}
