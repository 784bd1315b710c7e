// The code that the words of an operation give for a refusal: "409 flag_exists if the key is taken". Pure.
import type { Api, ApiOperation } from '../../spec/contract/api.js';
import { rememberedFor } from '../../spec/remember.js';
import { sentencesOf } from '../told/told.js';

/** Several words in one: nobody takes it for a part of a sentence. */
const CODE = '[a-z][a-z0-9]*(?:_[a-z0-9]+)+|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+';
const MARKS = '[`"\'*「」]{0,3}';

/** Statuses of which an operation has a code of its own; of others servers have many. */
const OWN = new Set([404, 409]);

/**
 * @returns the only code that the operation's own words name beside the status; a single word is one where the list of errors
 * has it
 */
export function toldCode(api: Api, op: ApiOperation, status: number): string | undefined {
  return OWN.has(status) ? codesOf(api)(op).get(status) : undefined;
}

const codesOf = rememberedFor((api: Api) =>
  rememberedFor((op: ApiOperation) => new Map([...OWN].map((status) => [status, readCode(api, op, status)]))),
);

function readCode({ docs }: Api, { path, description, responses }: ApiOperation, status: number): string | undefined {
  // What is missing may be what the thing is in.
  if (status === 404 && path.split('{').length !== 2) return undefined;
  const listed = new Set(docs.errors?.map(({ code }) => code));
  const own = responses.find((one) => one.status === String(status))?.description;
  const found = [description, own].flatMap(sentencesOf).flatMap((sentence) => codesIn(sentence, status, listed));
  const [code, another] = new Set(found);
  return another === undefined ? code : undefined;
}

function codesIn(sentence: string, status: number, listed: ReadonlySet<string>): string[] {
  const behind = new RegExp(`\\b${status}${MARKS}[ (（:,]{0,3}${MARKS}(${CODE})\\b`, 'g');
  const before = new RegExp(`\\b(${CODE})${MARKS} ?[(（]${MARKS}${status}\\b`, 'g');
  const word = new RegExp(`\\b${status}${MARKS} ?[(（]${MARKS}([\\w-]{2,60})${MARKS}[)）]`, 'g');
  const named = [behind, before].flatMap((pattern) => [...sentence.matchAll(pattern)].map(([, code = '']) => code));
  const alone = [...sentence.matchAll(word)].flatMap(([, code = '']) => (listed.has(code) ? [code] : []));
  return [...named, ...alone];
}
