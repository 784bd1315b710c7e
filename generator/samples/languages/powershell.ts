// PowerShell 7.
import { expression, type Language, type StringSyntax } from '../language.js';
import { codeView } from './c-like.js';

/** A verbatim string (PowerShell language specification, section 2.3.5.2): typographic quotes end it as well as straight ones. */
export function powershellQuote(text: string): string {
  return `'${text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD').replace(/['‘’‚‛]/g, '$&$&')}'`;
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
    const view = {
      ...codeView({ ...sample, headers: others }, powershell.file(sample), SYNTAX, '    '),
      methodFlag: KNOWN.has(sample.method) ? 'Method' : 'CustomMethod',
      contentType: type ? expression(type.value, SYNTAX, '    ') : '',
    };
    return { view };
  },
};
