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
  };
}
