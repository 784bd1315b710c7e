// JavaScript (ECMAScript modules, fetch) and TypeScript, which share their strings.
import { escapeWith, hex4, type Language, type StringSyntax } from '../language.js';
import type { SampleRequest } from '../sample.js';
import { type CodeView, codeView } from './c-like.js';

/** A string literal in single quotes (ECMA-262, section 12.9.4); valid in JavaScript, TypeScript and, apart from `\'`, JSON. */
export function javascriptQuote(text: string): string {
  const table = { '\\': '\\\\', "'": "\\'", '\n': '\\n', '\r': '\\r', '\t': '\\t' };
  const inSingle = escapeWith(text, table, (code) => `\\u${hex4(code)}`);
  return `'${inSingle}'`;
}

const SYNTAX: StringSyntax = { quote: javascriptQuote, variable: (name) => name, joint: ' + ' };

/** Fetch Standard, sections 2.2.1 and 5.4: forbidden methods, and no body with GET or HEAD. */
function refusal(sample: SampleRequest): string | undefined {
  if (['CONNECT', 'TRACE', 'TRACK'].includes(sample.method)) return `fetch refuses the method ${sample.method}`;
  if ((sample.body || sample.form) && ['GET', 'HEAD'].includes(sample.method))
    return `fetch refuses a body with ${sample.method}`;
  return undefined;
}

interface FetchView extends CodeView {
  /** Arguments of `form.append`. */
  fields: string[];
}

function fieldCode({ name, value, type, fileName }: CodeView['form'][number]): string {
  if (type === '') return `${name}, ${value}`;
  return `${name}, new Blob([${value}], { type: ${type} })${fileName === '' ? '' : `, ${fileName}`}`;
}

function fetchView(sample: SampleRequest, file: string): { view: FetchView } | { unsupported: string } {
  const unsupported = refusal(sample);
  if (unsupported !== undefined) return { unsupported };
  const code = codeView(sample, file, SYNTAX, '    ');
  return { view: { ...code, fields: code.form.map(fieldCode) } };
}

export const javascript: Language = {
  name: 'javascript',
  title: 'JavaScript',
  file: (sample) => `${sample.slug}.mjs`,
  hasForms: true,
  run: (file) => `node ${file}`,
  view: (sample) => fetchView(sample, javascript.file(sample)),
};

export const typescript: Language = {
  name: 'typescript',
  title: 'TypeScript',
  file: (sample) => `${sample.slug}.mts`,
  hasForms: true,
  run: (file) => `npx tsx ${file}`,
  view: (sample) => fetchView(sample, typescript.file(sample)),
};
