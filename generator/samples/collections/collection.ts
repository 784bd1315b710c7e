// What a collection is: all requests in one file that a tool imports.
import type { Api } from '../../../spec/contract/api.js';
import { FILE_AS_BODY, type Part, type SampleRequest, type Variable } from '../sample.js';

export interface Collection {
  /** Below samples/. */
  file: string;
  title: string;
  /** Whether it writes the fields of a form; others get forms as bodies. */
  hasForms?: true;
  text(api: Api, samples: SampleRequest[]): string;
}

/** Why a request can't stand in a collection: these formats have no way to write it that their tools don't act upon. */
export function refusal({ method, headers, variables, body = [], form = [], file }: SampleRequest): string | undefined {
  if (file !== undefined) return FILE_AS_BODY;
  const lines = [method, ...headers.flatMap((h) => [h.name, literal(h.value)])];
  if (lines.some((line) => /[\r\n\0]/.test(line))) return 'a header has a line break';
  const values = variables.map((variable) => variable.value);
  if (values.some((value) => /[\r\n\0]/.test(value))) return 'the value of a variable has a line break';
  // `{{process.env.NAME}}` would send what the reader's environment holds.
  const fields = form.flatMap(({ name, value }) => [name, value]);
  if ([...lines, ...values, ...fields, literal(body)].some((text) => text.includes('{{')))
    return 'its text has {{, which begins a variable';
  return undefined;
}

function literal(parts: Part[]): string {
  return parts.map((part) => ('text' in part ? part.text : ' ')).join('');
}

/** Every variable once; the first value wins. */
export function allVariables(samples: SampleRequest[]): Variable[] {
  const all = new Map<string, Variable>();
  for (const variable of samples.flatMap((sample) => sample.variables))
    if (!all.has(variable.name)) all.set(variable.name, variable);
  return [...all.values()];
}

/** A text with `{{NAME}}` for its variables, as Postman, Hurl and .http files write them. */
export function braced(parts: Part[], text: (literal: string) => string = (literal) => literal): string {
  return parts.map((part) => ('text' in part ? text(part.text) : `{{${part.variable}}}`)).join('');
}

/** The documented text has what looks like a variable of these tools: braces are written as percent codes in URLs. */
export function bracesEncoded(url: string): string {
  return url.replaceAll('{{', '%7B%7B').replaceAll('}}', '%7D%7D');
}
