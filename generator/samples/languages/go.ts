// Go with its standard library.
import { escapeWith, expression, hex4, type Language, type StringSyntax } from '../language.js';
import { codeView } from './c-like.js';

/** An interpreted string literal (Go specification, "String literals"). */
export function goQuote(text: string): string {
  const table = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
  return `"${escapeWith(text, table, (code) => `\\u${hex4(code)}`)}"`;
}

const SYNTAX: StringSyntax = { quote: goQuote, variable: (name) => name, joint: ' + ' };

/** Inside a call gofmt takes the blanks away. */
const ARGUMENT: StringSyntax = { ...SYNTAX, joint: '+' };

export const go: Language = {
  name: 'go',
  title: 'Go',
  // Hyphens, because Go reads `_test` and `_linux` at the end of a name as instructions.
  file: (sample) => `${sample.slug}.go`,
  run: (file) => `go run ${file}`,
  view(sample) {
    const code = codeView(sample, go.file(sample), SYNTAX, '\t\t');
    const headers = sample.headers.map((h) => ({
      name: goQuote(h.name),
      value: expression(h.value, ARGUMENT, '\t\t'),
    }));
    return { view: { ...code, headers, bodyReader: code.hasBody ? 'strings.NewReader(body)' : 'nil' } };
  },
};
