// What an answer says of the part of a list that it is: the page, the offset and the length that were asked for. Pure.
import type { Api, ApiOperation, ApiParameter, JsonValue, Schema } from '../../spec/contract/api.js';
import { limitsOf } from '../../spec/fitting/fitting-number.js';
import { isNumeric } from '../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { listIn, objectsWith } from './entity-in.js';
import { aroundList } from './page-signs.js';

/** What may be shorter or longer than asked for, such as `size`, is not among them. */
const PART = /^(?:page(?:_?(?:number|no))?|offset|skip|limit|per_?page|page_?size)$/i;

export interface EchoFinding {
  property: string;
  ok: boolean;
  expected: string;
  actual: string;
}

export interface Asked {
  api: Api;
  op: ApiOperation;
  request: { url: string };
}

/** @param schema of the answer: only what it has under the name of an option is taken for what was asked for */
export function echoFindings({ api, op, request }: Asked, schema: Schema, value: JsonValue): EchoFinding[] {
  // Of a page with nothing on it servers may say that it is another one.
  if (op.method !== 'GET' || !request.url.includes('?') || (listIn(value) ?? []).length === 0) return [];
  const around = mergedSchema(api, schema) as JsonValue;
  const asked = new URL(request.url).searchParams;
  return op.parameters.flatMap((parameter): EchoFinding[] => {
    const { name } = parameter;
    const wanted = parameter.in === 'query' && PART.test(name) ? whole(asked.getAll(name), parameter, api) : undefined;
    if (wanted === undefined || objectsWith(around, [name]).length === 0) return [];
    const told = aroundList(value).flatMap((object) => object[name] ?? []);
    const [given, more] = told;
    if (typeof given !== 'number' || more !== undefined) return [];
    return [{ property: name, ok: given === wanted, expected: `${wanted}, as asked for`, actual: String(given) }];
  });
}

/** The number that is asked for, where the documents allow it: one beyond its limits may be brought into them. */
function whole([text, more]: string[], parameter: ApiParameter, api: Api): number | undefined {
  const schema = mergedSchema(api, parameter.schema);
  if (text === undefined || more !== undefined || !/^\d{1,9}$/.test(text) || !isNumeric(schema)) return undefined;
  const { low = 0, high = Number.POSITIVE_INFINITY } = limitsOf(schema);
  const number = Number(text);
  return number >= low && number <= high ? number : undefined;
}
