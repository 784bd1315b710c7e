// Sums over a list in the same object: "the sum of quantity × unit price over its items". Pure.
import type { Api, JsonValue, Schema } from '../../spec/contract/api.js';
import { typeOf } from '../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { isObject } from '../../spec/is-object.js';
import { stem } from '../plan/stem.js';
import { toldBy } from '../told/told.js';
import type { JsonObject } from './entity-in.js';

interface InnerSum {
  list: string;
  /** Fields of each member that are multiplied before they are added up. */
  factors: string[];
  of: (object: JsonObject) => number | undefined;
}

/** @param schemas of the properties beside the sum */
export function innerSum(api: Api, description: string, schemas: ReadonlyMap<string, Schema>): InnerSum | undefined {
  const { terms = '', kind } = toldBy(description.replace(/[`*"]/g, ''), 'sumsOver');
  if (kind === undefined) return undefined;
  const found = [...schemas].find(
    ([name, { items }]) => items !== undefined && stem(name) === stem(kind.split(' ').at(-1) ?? ''),
  );
  const [list, { items = {} } = {}] = found ?? [];
  const numbers = Object.entries(mergedSchema(api, items).properties ?? {}).filter(([, raw]) =>
    ['integer', 'number'].includes(typeOf(mergedSchema(api, raw)) ?? ''),
  );
  const factors = terms.split(TIMES).map((term) => numbers.find(([name]) => isCalled(name, term))?.[0]);
  if (list === undefined || !factors.every((one) => one !== undefined)) return undefined;
  const product = (member: JsonValue): number =>
    factors.reduce((all, name) => all * Number(isObject<JsonValue>(member) ? member[name] : Number.NaN), 1);
  const of = (object: JsonObject): number | undefined => {
    const members = object[list];
    const sum = Array.isArray(members) ? members.reduce<number>((all, one) => all + product(one), 0) : Number.NaN;
    return Number.isNaN(sum) ? undefined : sum;
  };
  return { list, factors, of };
}

const TIMES = /(?:×|・|\*| x | times | multiplied by | mal | fois )/;

/** "Unit price" of `unitPrice` and `unit_price`, "amounts" of `amount`. */
function isCalled(name: string, words: string): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const term = plain(words.replace(/^\s*(?:the|all|its|their) /, ''));
  return plain(name) === term || stem(plain(name)) === stem(term);
}
