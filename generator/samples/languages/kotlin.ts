// Kotlin on the JVM with java.net.http.
import { escapeWith, hex4, type Language, type StringSyntax } from '../language.js';
import { pascalCase } from '../names.js';
import { codeView } from './c-like.js';

/** An escaped string (Kotlin grammar, "String literals"): `$` would begin a template. */
export function kotlinQuote(text: string): string {
  const table = { '\\': '\\\\', '"': '\\"', $: '\\$', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
  return `"${escapeWith(text, table, (code) => `\\u${hex4(code)}`)}"`;
}

const SYNTAX: StringSyntax = { quote: kotlinQuote, variable: (name) => name, joint: ' + ' };

export const kotlin: Language = {
  name: 'kotlin',
  title: 'Kotlin',
  file: (sample) => `${pascalCase(sample.slug)}.kt`,
  view: (sample) => ({ view: codeView(sample, kotlin.file(sample), SYNTAX, '                ') }),
};
