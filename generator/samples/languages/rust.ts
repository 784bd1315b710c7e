// Rust with the crate reqwest.
import { escapeWith, expression, type Language, type StringSyntax } from '../language.js';
import type { Part, Variable } from '../sample.js';
import { codeView } from './c-like.js';

/** A string literal (The Rust Reference, "Tokens"). */
export function rustQuote(text: string): string {
  const table = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
  return `"${escapeWith(text, table, (code) => `\\u{${code.toString(16)}}`)}"`;
}

const SYNTAX: StringSyntax = { quote: rustQuote, variable: (name) => `&${name.toLowerCase()}`, joint: ', ' };

/** rustfmt's `max_width`. */
const WIDTH = 100;

/** A `&str`, or a `String`: a variable's own or joined of several parts. */
function rustExpression(parts: Part[], indent: string): string {
  const [only] = parts;
  if (parts.length === 1 && only && 'variable' in only) return `${only.variable.toLowerCase()}.clone()`;
  if (parts.length === 0 || (parts.length === 1 && only && 'text' in only && !only.text.trimEnd().includes('\n')))
    return expression(parts, SYNTAX, indent);
  return `[${expression(parts, { ...SYNTAX, variable: (name) => `${name.toLowerCase()}.as_str()` }, indent)}].concat()`;
}

/** `name(a, b)` as rustfmt lays it out: one line where it fits, else one for each argument. */
function call(name: string, codes: readonly string[], indent: string): string {
  const line = `${name}(${codes.join(', ')})`;
  if (!line.includes('\n') && indent.length + [...line].length <= WIDTH) return line;
  return `${name}(\n${codes.map((code) => `${indent}    ${code},\n`).join('')}${indent})`;
}

function declaration({ name, value }: Variable): string {
  const code = `env::var(${rustQuote(name)}).unwrap_or_else(|_| ${rustQuote(value)}.to_string());`;
  const head = `let ${name.toLowerCase()} =`;
  return 4 + head.length + 1 + [...code].length <= WIDTH ? `${head} ${code}` : `${head}\n        ${code}`;
}

export const rust: Language = {
  name: 'rust',
  title: 'Rust',
  file: (sample) => `${sample.slug.replaceAll('-', '_')}.rs`,
  view(sample) {
    const view = {
      ...codeView(sample, rust.file(sample), SYNTAX, ''),
      declarations: sample.variables.map((v) => ({ code: declaration(v), about: v.about })),
      url: rustExpression(sample.url, '            '),
      calls: [
        ...sample.headers.map((h) =>
          call('.header', [rustQuote(h.name), rustExpression(h.value, '            ')], '        '),
        ),
        ...(sample.body ? [call('.body', [rustExpression(sample.body, '            ')], '        ')] : []),
      ],
    };
    return { view };
  },
};
