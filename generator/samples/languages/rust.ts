// Rust with the crate reqwest.
import { escapeWith, expression, type Language, type StringSyntax } from '../language.js';
import type { Part } from '../sample.js';
import { codeView } from './c-like.js';

/** A string literal (The Rust Reference, "Tokens"). */
export function rustQuote(text: string): string {
  const table = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
  return `"${escapeWith(text, table, (code) => `\\u{${code.toString(16)}}`)}"`;
}

const SYNTAX: StringSyntax = { quote: rustQuote, variable: (name) => `&${name.toLowerCase()}`, joint: ', ' };

/** A `&str`, or a `String` joined of several. */
function rustExpression(parts: Part[], indent: string): string {
  const [only] = parts;
  if (parts.length === 0 || (parts.length === 1 && only && 'text' in only && !only.text.trimEnd().includes('\n')))
    return expression(parts, SYNTAX, indent);
  return `[${expression(parts, { ...SYNTAX, variable: (name) => `${name.toLowerCase()}.as_str()` }, indent)}].concat()`;
}

export const rust: Language = {
  name: 'rust',
  title: 'Rust',
  file: (sample) => `${sample.slug.replaceAll('-', '_')}.rs`,
  view(sample) {
    const view = {
      ...codeView(sample, rust.file(sample), SYNTAX, ''),
      variables: sample.variables.map((v) => ({
        local: v.name.toLowerCase(),
        nameCode: rustQuote(v.name),
        valueCode: rustQuote(v.value),
        about: v.about,
      })),
      url: rustExpression(sample.url, '            '),
      headers: sample.headers.map((h) => ({ name: rustQuote(h.name), value: rustExpression(h.value, '            ') })),
      body: sample.body ? rustExpression(sample.body, '            ') : '',
    };
    return { view };
  },
};
