// Python 3 with its standard library; forms with the package requests.
import { escapeWith, hex4, type Language, type StringSyntax } from '../language.js';
import { type CodeView, codeView } from './c-like.js';

/** A string literal in double quotes (Python reference, section 2.4.1). */
export function pythonQuote(text: string): string {
  const table = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
  return `"${escapeWith(text, table, (code) => `\\u${hex4(code)}`)}"`;
}

const SYNTAX: StringSyntax = { quote: pythonQuote, variable: (name) => name, joint: ' + ' };

/** A tuple of `files`, as the package requests wants it: what has no file name is a plain field. */
function fieldCode({ name, value, type, fileName }: CodeView['form'][number]): string {
  return `(${name}, (${fileName || 'None'}, ${value}${type === '' ? '' : `, ${type}`}))`;
}

/** Modules beside a script go before those of the library: one called `token` or `email` would break its imports, and of all others. */
function moduleName(slug: string): string {
  return slug.includes('-') ? slug.replaceAll('-', '_') : `${slug}_`;
}

export const python: Language = {
  name: 'python',
  title: 'Python',
  file: (sample) => `${moduleName(sample.slug)}.py`,
  run: (file) => `python3 ${file}`,
  hasForms: true,
  view(sample) {
    const code = codeView(sample, python.file(sample), SYNTAX, '        ');
    return { view: { ...code, fields: code.form.map(fieldCode) } };
  },
};
