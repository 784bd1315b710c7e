// A request sample before it has a language: strings as parts, so that each language encodes the text and places the variables.
import type { SourceRef } from '../../spec/contract/docproof.js';

/** A piece of a string: text as it is sent, or a variable's value. */
export type Part = { text: string } | { variable: string };

/** What a reader of the sample may set; from the environment where the language has one. */
export interface Variable {
  /** Name in the environment, upper snake case ASCII: `CELL_URL`, `TOKEN`. */
  name: string;
  /** Used when the environment has none. */
  value: string;
  /** What it stands for, in a few words. */
  about: string;
}

/** A field of a form: a text, or the content of a file. */
export interface FormField {
  name: string;
  value: string;
  /** Media type; absent for plain text. */
  type?: string;
  /** Present for a file. */
  fileName?: string;
}

export interface SampleRequest {
  operationId: string;
  /** Unique among samples, lower-case words of ASCII joined by hyphens: the file's base name. */
  slug: string;
  /** One line for people. */
  title: string;
  /** Line of the document that shows it, where one does. */
  source?: SourceRef;
  /** Id of the documented case, fit for a comment; absent where the sample was made from the schema. */
  caseId?: string;
  method: string;
  variables: Variable[];
  /** Absolute; only characters that RFC 3986 allows, apart from its variables. */
  url: Part[];
  headers: { name: string; value: Part[] }[];
  body?: Part[];
  /** Instead of a body: the fields of a form, of type multipart/form-data, which is in no header. */
  form?: FormField[];
  /** Instead of a body: the name of a file that is one. */
  file?: string;
  /** Documented statuses of success, as numbers; empty where the contract names none. */
  expected: number[];
}

/** Why a format has no sample of a request with a `file`. */
export const FILE_AS_BODY = 'it sends a file as its body';

/** The string with each variable's value in place. */
export function spell(parts: Part[], values: (variable: string) => string): string {
  return parts.map((part) => ('text' in part ? part.text : values(part.variable))).join('');
}

/** Joins neighbouring texts and drops empty ones. */
export function tidy(parts: Part[]): Part[] {
  const out: Part[] = [];
  for (const part of parts) {
    const last = out.at(-1);
    if (!('text' in part)) out.push(part);
    else if (part.text === '') continue;
    else if (last && 'text' in last) out[out.length - 1] = { text: last.text + part.text };
    else out.push(part);
  }
  return out;
}

/** Puts a variable wherever a text has `value` as a whole (a slash, a quote or the end follows); an empty value changes nothing. */
export function replaceByVariable(parts: Part[], value: string, variable: string): Part[] {
  if (value === '') return parts;
  const whole = new RegExp(`${value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?=[/"'<>\\s]|$)`);
  return tidy(
    parts.flatMap((part): Part[] =>
      'text' in part
        ? part.text.split(whole).flatMap((text, i): Part[] => (i === 0 ? [{ text }] : [{ variable }, { text }]))
        : [part],
    ),
  );
}
