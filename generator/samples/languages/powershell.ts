// PowerShell 7.
import { escapeWith, expression, type Language, type StringSyntax } from '../language.js';
import { spell } from '../sample.js';
import { codeView } from './c-like.js';

/**
 * A verbatim string (PowerShell language specification, section 2.3.5.2): typographic quotes end it as well as straight ones.
 * Where invisible characters must be escaped, an expandable one (section 2.3.5.2, "expandable-string-literal").
 */
export function powershellQuote(text: string): string {
  const verbatim = text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD').replace(/['‘’‚‛]/g, '$&$&');
  const lines = { '\n': '\n', '\t': '\t' };
  if (escapeWith(verbatim, lines, () => '') === verbatim) return `'${verbatim}'`;
  const table = { '`': '``', '"': '`"', '“': '`“', '”': '`”', '„': '`„', $: '`$', '\n': '`n', '\r': '`r', '\t': '`t' };
  return `"${escapeWith(text, table, (code) => `\`u{${code.toString(16)}}`)}"`;
}

const SYNTAX: StringSyntax = { quote: powershellQuote, variable: (name) => `$${name}`, joint: ' + ' };

/** What `-Method` knows; all others go by `-CustomMethod`. */
const KNOWN = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'OPTIONS', 'MERGE', 'PATCH']);

export const powershell: Language = {
  name: 'powershell',
  title: 'PowerShell',
  file: (sample) => `${sample.slug}.ps1`,
  run: (file) => `pwsh ${file}`,
  view(sample) {
    const type = sample.headers.find((h) => h.name.toLowerCase() === 'content-type');
    const others = sample.headers.filter((h) => h !== type);
    const code = codeView({ ...sample, headers: others }, powershell.file(sample), SYNTAX, '    ');
    const isAscii = /^[\0-\x7f]*$/.test(spell(sample.body ?? [], () => ''));
    const view = {
      ...code,
      // Up to 7.3 a text is sent as ISO 8859-1.
      body: isAscii ? code.body : `[Text.Encoding]::UTF8.GetBytes(${code.body})`,
      methodFlag: KNOWN.has(sample.method) ? 'Method' : 'CustomMethod',
      contentType: type ? expression(type.value, SYNTAX, '    ') : '',
    };
    return { view };
  },
};
