// Java 11 and later with java.net.http.
import { escapeWith, hex4, type Language, type StringSyntax } from '../language.js';
import { pascalCase } from '../names.js';
import type { SampleRequest } from '../sample.js';
import { codeView } from './c-like.js';

/**
 * A string literal (JLS 17, section 3.10.5). Controls are octal escapes: a `\u` escape is read before the literal is (section 3.3),
 * so that an escaped line break would end it.
 */
export function javaQuote(text: string): string {
  const table = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
  const invisible = (code: number): string =>
    code < 0x100 ? `\\${code.toString(8).padStart(3, '0')}` : `\\u${hex4(code)}`;
  return `"${escapeWith(text, table, invisible)}"`;
}

/** JVM specification, section 4.4.7. */
const LONGEST = 65535;

function isTooLong(sample: SampleRequest): boolean {
  const parts = [sample.url, sample.body ?? [], ...sample.headers.map((h) => h.value)].flat();
  return parts.some((part) => 'text' in part && Buffer.byteLength(part.text) > LONGEST);
}

/** What a sample uses: its own class would hide it. */
const USED = new Set(['Exception', 'HttpClient', 'HttpRequest', 'HttpResponse', 'String', 'System']);

function className({ slug }: SampleRequest): string {
  const name = pascalCase(slug);
  return USED.has(name) ? `${name}_` : name;
}

const SYNTAX: StringSyntax = { quote: javaQuote, variable: (name) => name, joint: ' + ' };

export const java: Language = {
  name: 'java',
  title: 'Java',
  file: (sample) => `${className(sample)}.java`,
  run: (file) => `java ${file}`,
  view: (sample) =>
    isTooLong(sample)
      ? { unsupported: 'a constant of Java holds 65535 bytes at most' }
      : {
          view: {
            ...codeView(sample, java.file(sample), SYNTAX, '                '),
            className: className(sample),
          },
        },
};
