// Python 3 with its standard library.
import { escapeWith, hex4, type Language, type StringSyntax } from '../language.js';
import { codeView } from './c-like.js';

/** A string literal in double quotes (Python reference, section 2.4.1). */
export function pythonQuote(text: string): string {
  const table = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
  return `"${escapeWith(text, table, (code) => `\\u${hex4(code)}`)}"`;
}

const SYNTAX: StringSyntax = { quote: pythonQuote, variable: (name) => name, joint: ' + ' };

export const python: Language = {
  name: 'python',
  title: 'Python',
  file: (sample) => `${sample.slug.replaceAll('-', '_')}.py`,
  run: (file) => `python3 ${file}`,
  view: (sample) => ({ view: codeView(sample, python.file(sample), SYNTAX, '        ') }),
};
