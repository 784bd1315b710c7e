// Ruby with its standard library.
import { escapeWith, hex4, type Language, type StringSyntax } from '../language.js';
import { codeView } from './c-like.js';

/** A string in double quotes (Ruby, "Literals", "Double-Quoted Strings"): `#` would begin an interpolation. */
export function rubyQuote(text: string): string {
  const table = { '\\': '\\\\', '"': '\\"', '#': '\\#', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
  return `"${escapeWith(text, table, (code) => `\\u${hex4(code)}`)}"`;
}

const SYNTAX: StringSyntax = { quote: rubyQuote, variable: (name) => name, joint: ' + ' };

export const ruby: Language = {
  name: 'ruby',
  title: 'Ruby',
  file: (sample) => `${sample.slug.replaceAll('-', '_')}.rb`,
  run: (file) => `ruby ${file}`,
  view: (sample) => ({ view: codeView(sample, ruby.file(sample), SYNTAX, '  ') }),
};
