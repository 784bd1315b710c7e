// C# with System.Net.Http, as a file of top-level statements.
import { escapeWith, expression, hex4, type Language, type StringSyntax } from '../language.js';
import { pascalCase } from '../names.js';
import { codeView } from './c-like.js';

/** A regular string literal (C# language specification, section 6.4.5.6). */
export function csharpQuote(text: string): string {
  const table = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
  return `"${escapeWith(text, table, (code) => `\\u${hex4(code)}`)}"`;
}

const SYNTAX: StringSyntax = { quote: csharpQuote, variable: (name) => name, joint: ' + ' };

export const csharp: Language = {
  name: 'csharp',
  title: 'C#',
  file: (sample) => `${pascalCase(sample.slug)}.cs`,
  view(sample) {
    // .NET keeps the headers of a body apart.
    const isOfBody = (name: string): boolean => /^content-/i.test(name) && sample.body !== undefined;
    const code = (header: { name: string; value: (typeof sample.headers)[number]['value'] }): object => ({
      name: csharpQuote(header.name),
      value: expression(header.value, SYNTAX, '    '),
    });
    const view = {
      ...codeView(sample, csharp.file(sample), SYNTAX, '    '),
      requestHeaders: sample.headers.filter((h) => !isOfBody(h.name)).map(code),
      bodyHeaders: sample.headers.filter((h) => isOfBody(h.name)).map(code),
    };
    return { view };
  },
};
