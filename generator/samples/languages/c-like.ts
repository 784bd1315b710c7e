// The parts of a view that most languages share: variables, headers and body as expressions of the language.
import { expression, type StringSyntax } from '../language.js';
import type { SampleRequest } from '../sample.js';

export interface CodeView {
  title: string;
  /** Empty where the sample has no documented case. */
  caseId: string;
  file: string;
  method: string;
  /** Literal of the method. */
  methodCode: string;
  variables: { name: string; nameCode: string; valueCode: string; about: string }[];
  url: string;
  headers: { name: string; value: string }[];
  hasHeaders: boolean;
  body: string;
  hasBody: boolean;
  /** Fields of a form, each string as a literal; empty texts where there is none. */
  form: { name: string; value: string; type: string; fileName: string }[];
  hasForm: boolean;
}

/** The view with every string as code of the language; `indent` begins the later lines of a long body. */
export function codeView(sample: SampleRequest, file: string, syntax: StringSyntax, indent: string): CodeView {
  return {
    title: sample.title,
    caseId: sample.caseId ?? '',
    file,
    method: sample.method,
    methodCode: syntax.quote(sample.method),
    variables: sample.variables.map((v) => ({
      name: v.name,
      nameCode: syntax.quote(v.name),
      valueCode: syntax.quote(v.value),
      about: v.about,
    })),
    url: expression(sample.url, syntax, indent),
    headers: sample.headers.map((h) => ({ name: syntax.quote(h.name), value: expression(h.value, syntax, indent) })),
    hasHeaders: sample.headers.length > 0,
    body: sample.body ? expression(sample.body, syntax, indent) : '',
    hasBody: sample.body !== undefined,
    form: (sample.form ?? []).map(({ name, value, type, fileName }) => ({
      name: syntax.quote(name),
      value: syntax.quote(value),
      type: type === undefined ? '' : syntax.quote(type),
      fileName: fileName === undefined ? '' : syntax.quote(fileName),
    })),
    hasForm: sample.form !== undefined,
  };
}
