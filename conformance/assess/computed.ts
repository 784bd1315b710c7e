// Numbers that an answer computes from others in it: "The sum of net and tax", "Number of lines". Pure.
import type { Api, ApiOperation, JsonValue, Schema } from '../../spec/contract/api.js';
import { typeOf } from '../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { rememberedFor } from '../../spec/remember.js';
import { stem } from '../plan/stem.js';
import { says, sentencesOf, toldBy } from '../told/told.js';
import { type JsonObject, objectsWith } from './entity-in.js';
import { innerSum } from './inner-sums.js';

/** How a property follows from others of the same object. */
interface Formula {
  property: string;
  parts: string[];
  /** For people: `net + tax`. */
  words: string;
  of: (object: JsonObject) => number | undefined;
  /** It may be more: what is shown of a long list may be its beginning. */
  atLeast?: true;
}

export interface ComputedFinding {
  property: string;
  ok: boolean;
  expected: string;
  actual: string;
}

/** What a server may round decimals by. */
const ROUNDED = 0.01;
const DEEPEST = 6;

const OPERATORS = [
  ['adds', '+', (values: number[]) => values.reduce((a, b) => a + b)],
  ['subtracts', '−', (values: number[]) => values.reduce((a, b) => a - b)],
  ['multiplies', '×', (values: number[]) => values.reduce((a, b) => a * b)],
] as const;

const formulasOf = rememberedFor((api: Api) =>
  rememberedFor((schema: Schema) =>
    rememberedFor((op: Pick<ApiOperation, 'tags'>) => formulasIn(api, schema, saidOf(api, op), 0)),
  ),
);

/** What stands in front of all operations on such things says of a property: "`total` is the sum of net and tax". */
function saidOf(api: Api, { tags }: Pick<ApiOperation, 'tags'>): Told {
  const sentences = tags.flatMap((tag) => sentencesOf(api.tags.get(tag)?.replace(/[`*"]/g, '')));
  return (property) => sentences.find((one) => IS.exec(one)?.[1] === property)?.replace(IS, '');
}

type Told = (property: string) => string | undefined;

const IS = /^\W{0,3}(\w{2,40}) (?:is|are|ist|est|は|=) /;
const NOBODY = { tags: [] };

/** @param schema of the answer; @param op which it answers */
export function computedFindings(
  api: Api,
  schema: Schema,
  value: JsonValue,
  op: Pick<ApiOperation, 'tags'> = NOBODY,
): ComputedFinding[] {
  return formulasOf(api)(schema)(op).flatMap(({ property, parts, words, of, atLeast }) => {
    const objects = objectsWith(value, [property, ...parts]).filter((one) => typeof one[property] === 'number');
    const judged = objects.flatMap((one) => {
      const wanted = of(one);
      return wanted === undefined ? [] : [{ actual: Number(one[property]), wanted }];
    });
    const [first] = judged;
    if (!first) return [];
    const fits = (one: typeof first): boolean =>
      isAbout(one.wanted, one.actual) || (atLeast === true && one.actual > one.wanted);
    const { wanted, actual } = judged.find((one) => !fits(one)) ?? first;
    return {
      property,
      ok: fits({ wanted, actual }),
      expected: `${property} is ${words}, ${wanted}`,
      actual: `${actual}`,
    };
  });
}

/** Whether an answer shows a list, and a number that follows from what is in it. */
export function followsFromList({ api, op }: { api: Api; op: ApiOperation }): boolean {
  const content = op.responses.find(({ status }) => status === '200')?.content ?? [];
  return content.some(({ schema }) => formulasOf(api)(schema)(op).some(({ atLeast }) => atLeast === true));
}

function isAbout(wanted: number, actual: number): boolean {
  return Number.isInteger(wanted) ? wanted === actual : Math.abs(wanted - actual) <= ROUNDED;
}

function formulasIn(api: Api, raw: Schema, told: Told, depth: number): Formula[] {
  if (depth > DEEPEST) return [];
  const { items, properties = {} } = mergedSchema(api, raw);
  const schemas = new Map(Object.entries(properties).map(([name, one]) => [name, mergedSchema(api, one)]));
  return [
    ...(items ? formulasIn(api, items, told, depth + 1) : []),
    ...[...schemas].flatMap(([name, schema]) =>
      isNumber(schema)
        ? formulaOf(api, name, properties[name]?.description ?? schema.description ?? told(name), schemas)
        : formulasIn(api, schema, told, depth + 1),
    ),
  ];
}

function isNumber(schema: Schema): boolean {
  return ['integer', 'number'].includes(typeOf(schema) ?? '');
}

function formulaOf(
  api: Api,
  property: string,
  words: string | undefined,
  schemas: ReadonlyMap<string, Schema>,
): Formula[] {
  const description = words?.replace(/\bread-only\b/gi, '');
  if (description === undefined) return [];
  if ((['unsure', 'narrowed', 'notYet'] as const).some((what) => says(description, what))) return [];
  const inner = innerSum(api, description, schemas);
  if (inner) {
    const { list, factors, of } = inner;
    return [{ property, parts: [list], words: `the sum of ${factors.join(' × ')} of ${list}`, of, atLeast: true }];
  }
  for (const [sentence, sign, compute] of OPERATORS) {
    const { parts: told } = toldBy(description, sentence);
    if (told === undefined) continue;
    const named = (told.match(/\w+/g) ?? []).filter((name) => name !== property && isNumber(schemas.get(name) ?? {}));
    const parts = [...new Set(named)];
    if (parts.length < 2) return [];
    const of = (object: JsonObject): number | undefined => {
      const values = parts.map((name) => object[name]);
      return values.every((one) => typeof one === 'number') ? compute(values) : undefined;
    };
    return [{ property, parts, words: parts.join(` ${sign} `), of }];
  }
  return lengthOf(property, description, schemas);
}

/** "Number of lines", beside the lines themselves. */
function lengthOf(property: string, description: string, schemas: ReadonlyMap<string, Schema>): Formula[] {
  const { kind, less } = toldBy(description, 'counts');
  const list = [...schemas].find(([name, { items }]) => items !== undefined && stem(name) === stem(kind ?? ''))?.[0];
  if (list === undefined || less !== undefined) return [];
  const of = (object: JsonObject): number | undefined => {
    const value = object[list];
    return Array.isArray(value) ? value.length : undefined;
  };
  return [{ property, parts: [list], words: `the number of ${list}`, of, atLeast: true }];
}
