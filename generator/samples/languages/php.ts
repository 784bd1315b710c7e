// PHP 8 with its own streams.
import { escapeWith, type Language, type StringSyntax } from '../language.js';
import { codeView } from './c-like.js';

/** A string in double quotes (PHP manual, "Strings"): `$` would begin a variable. */
export function phpQuote(text: string): string {
  const table = { '\\': '\\\\', '"': '\\"', $: '\\$', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
  return `"${escapeWith(text, table, (code) => `\\u{${code.toString(16)}}`)}"`;
}

const SYNTAX: StringSyntax = { quote: phpQuote, variable: (name) => `$${name}`, joint: ' . ' };

export const php: Language = {
  name: 'php',
  title: 'PHP',
  file: (sample) => `${sample.slug}.php`,
  run: (file) => `php ${file}`,
  view: (sample) => ({ view: codeView(sample, php.file(sample), SYNTAX, '            ') }),
};
