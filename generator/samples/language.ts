// What a sample language is: how its files are called and what its template gets. One file per language in languages/.
import type { Part, SampleRequest } from './sample.js';

export interface Language {
  /** Folder, template name and `--language` word. */
  name: string;
  /** As x-codeSamples and people call it. */
  title: string;
  /** File name of a sample inside the language's folder. */
  file(sample: SampleRequest): string;
  /** The line that runs it, from its folder; absent where the file is not run. */
  run?(file: string): string;
  /** Whether its view has the fields of a form; others get forms as bodies. */
  hasForms?: true;
  /** Whether its view has the file that is sent as a body; others have no sample of it. */
  hasFiles?: true;
  /** Everything the template `samples/NAME` needs, or why this language can't say it. */
  view(sample: SampleRequest): { view: object } | { unsupported: string };
}

/** How a language writes one string. */
export interface StringSyntax {
  /** A literal that evaluates to exactly `text`. */
  quote(text: string): string;
  /** An expression for a variable's value. */
  variable(name: string): string;
  /** Joins two expressions, blanks included: `' + '`. */
  joint: string;
}

/**
 * One expression for a string of parts. Texts of several lines become one literal per line, joined over lines.
 *
 * @param indent what the second and later lines begin with
 */
export function expression(parts: Part[], syntax: StringSyntax, indent: string): string {
  const terms = parts.flatMap((part) =>
    'text' in part
      ? part.text.split(/(?<=\n)/).map((line) => ({ code: syntax.quote(line), endsLine: line.endsWith('\n') }))
      : [{ code: syntax.variable(part.variable), endsLine: false }],
  );
  if (terms.length === 0) return syntax.quote('');
  const wrapped = `${syntax.joint.trimEnd()}\n${indent}`;
  return terms
    .map(({ code, endsLine }, i) => code + (i === terms.length - 1 ? '' : endsLine ? wrapped : syntax.joint))
    .join('');
}

/**
 * Escapes for a quoted literal: characters of the table as given there, invisible ones (controls, line and paragraph
 * separators, direction marks, byte order mark) by `invisible`; half surrogates become U+FFFD.
 */
export function escapeWith(
  text: string,
  table: Readonly<Record<string, string>>,
  invisible: (code: number) => string,
): string {
  let out = '';
  for (const character of text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD')) {
    const known = Object.hasOwn(table, character) ? table[character] : undefined;
    out +=
      known ??
      (/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\uFEFF]/u.test(character)
        ? invisible(character.codePointAt(0) ?? 0)
        : character);
  }
  return out;
}

/** Four hexadecimal digits, as `\u` wants. */
export function hex4(code: number): string {
  return code.toString(16).padStart(4, '0');
}
