// Texts of which documents show the form (`[{Code}] - {Message}`): marks, and words that stand for something. Pure.
import type { Api, ApiOperation, JsonValue } from '../../spec/contract/api.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { isObject } from '../../spec/is-object.js';

export interface FormFinding {
  property: string;
  ok: boolean;
  form: string;
  actual: string;
}

/** The members of an answer that have a form in the documents of its status. */
export function formFindings(
  { op, api }: { op: ApiOperation; api: Api },
  status: number,
  value: JsonValue | undefined,
): FormFinding[] {
  // What stands for a status because an error list has it says less than what a page says of all that is no success.
  const told = op.responses.filter(({ docs }) => !docs.derived);
  const schema = [String(status), 'default']
    .flatMap((wanted) => told.find((r) => r.status.toLowerCase() === wanted) ?? [])
    .find(({ content }) => content.length > 0)?.content[0]?.schema;
  if (!schema || !isObject<JsonValue>(value)) return [];
  return Object.entries(mergedSchema(api, schema).properties ?? {}).flatMap(([property, raw]) => {
    const [form] = (mergedSchema(api, raw).description ?? '').split('\n').filter((line) => marksOf(line));
    const actual = value[property];
    if (form === undefined || typeof actual !== 'string') return [];
    return [{ property, ok: hasForm(actual, marksOf(form) ?? []), form, actual }];
  });
}

const STANDS_FOR = /\{[^{}]{1,60}\}/;
const WORDS = /[\p{L}\p{N}]/u;

/** What stands around the words of a form; undefined where a line is none. */
function marksOf(line: string): string[] | undefined {
  const marks = line.trim().split(STANDS_FOR);
  const between = marks.slice(1, -1);
  const plain = marks.every((mark) => !WORDS.test(mark) && !/[{}$]/.test(mark));
  return between.length > 0 && plain && between.every((mark) => mark.trim() !== '') ? marks : undefined;
}

/** Something stands in front of each mark, and behind the last of them. */
function hasForm(text: string, marks: string[]): boolean {
  const [first = '', ...more] = marks;
  if (!text.startsWith(first)) return false;
  let from = first.length;
  for (const mark of more) {
    const at = mark === '' ? text.length : text.indexOf(mark, from + 1);
    if (at <= from) return false;
    from = at + mark.length;
  }
  return true;
}
