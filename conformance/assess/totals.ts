// How many there are in all, as the answer to one page says it. Pure.
import type { Api, ApiOperation, ApiResponse, JsonValue } from '../../spec/contract/api.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import type { Operation } from '../plan/resources.js';
import { headerOf } from '../send/header.js';
import type { HttpAnswer } from '../send/http.js';
import { says, sentencesOf } from '../told/told.js';
import { listIn, objectsWith } from './entity-in.js';

/** Names of what counts all that a list has, whatever the page shows of it. */
const TOTAL =
  /^(?:(?:x[-_])?total(?:[-_]?(?:count|items|elements|results|records|entries|hits|size))?|gesamt(?:zahl|anzahl)?)$/i;

/** What counts all, or the page: documents have to say which. */
const COUNT = /^(?:count|results|items_?count)$/i;

/** The only number that an answer gives by such a name, which the documents do not say to be that of the page. */
export function totalIn(
  { api, op }: Pick<Operation, 'api' | 'op'>,
  { headers }: Pick<HttpAnswer, 'headers'>,
  value: JsonValue | undefined,
): number | undefined {
  const documented = op.responses.find(({ status }) => status.startsWith('2'));
  const isCount = (name: string): boolean => COUNT.test(name) && (isTold(op, name) || saysOfAll(api, documented, name));
  const header = documented?.headers.find(({ name }) => TOTAL.test(name));
  // What an entry has in all, such as the price of an order, is not how many there are.
  const entries = new Set((listIn(value) ?? []).flatMap((entry) => objectsWith(entry, [])));
  const around = objectsWith(value, []).filter((object) => !entries.has(object));
  const inBody = around.flatMap((object) =>
    Object.entries(object).filter(([name, one]) => typeof one === 'number' && (TOTAL.test(name) || isCount(name))),
  );
  const given = header && headerOf(headers, header.name.toLowerCase());
  if (header && given !== undefined)
    return isOfPage(header.description) || !/^\d{1,15}$/.test(given) ? undefined : Number(given);
  const [only, more] = inBody;
  return only === undefined || more !== undefined || saysOfPage(api, documented, only[0]) ? undefined : Number(only[1]);
}

function isTold({ description }: ApiOperation, name: string): boolean {
  const clauses = sentencesOf(description).flatMap((sentence) => sentence.split(/[,;、] ?/));
  const about = clauses.filter((one) => one.split(/\W+/).includes(name));
  return about.some((one) => says(one, 'ofAllPages') && !says(one, 'ofPage'));
}

/** Whether what is called so is described as that of the page. */
function saysOfPage(api: Api, documented: ApiResponse | undefined, name: string): boolean {
  return wordsOf(api, documented, name).some(isOfPage);
}

/** Whether it is described as the number of all, whatever the page shows of them. */
function saysOfAll(api: Api, documented: ApiResponse | undefined, name: string): boolean {
  return wordsOf(api, documented, name).some((text) => says(text, 'ofAllPages') && !says(text, 'ofPage'));
}

function wordsOf(api: Api, documented: ApiResponse | undefined, name: string): string[] {
  const schemas =
    documented?.content.flatMap(({ schema }) => objectsWith(mergedSchema(api, schema) as JsonValue, [name])) ?? [];
  return schemas.map((properties) => JSON.stringify(properties[name]));
}

/** "The response has the number of entries on all pages" is of all of them. */
function isOfPage(text: string | undefined): boolean {
  return says(text, 'ofPage') && !says(text, 'ofAllPages');
}
