// Where an error says its code, and which field is wrong: what a sample shows, and what sentences about errors say.
import type { JsonValue } from '../contract/api.js';
import type { ErrorMembers } from '../contract/docproof.js';
import type { Page } from '../extract/page.js';
import { isObject } from '../is-object.js';
import { pointerPart } from '../json-pointer.js';
import { mentions } from '../profiles/mentions.js';
import type { Profile } from '../profiles/profile.js';
import type { Block } from '../read/document.js';
import { blocksOfErrors, blocksOfNoOperation, errorSample, leavesErrorsToPages, textsOf } from './error-format.js';

/** @param codes of the list of errors */
export function errorMembers(
  pages: readonly Page[],
  profile: Profile,
  codes: ReadonlySet<string>,
): ErrorMembers | undefined {
  if (!leavesErrorsToPages(profile)) return undefined;
  const isCode = (value: JsonValue): boolean => typeof value === 'string' && codes.has(value);
  const titled = pages.flatMap((page) => blocksOfErrors(page, profile));
  // Where no title says what a section is about, the code in its sample does.
  const all = pages.flatMap(blocksOfNoOperation);
  const blocks = titled.some(isSample) ? titled : all;
  const samples = blocks.flatMap(errorSample).map(membersOf);
  const shown = titled.some(isSample) ? samples : samples.filter((one) => [...one.values()].some(isCode));
  if (shown.length === 0) return undefined;
  const coded = shown.map((members) => [...members].filter(([, value]) => isCode(value)));
  const [code] = coded[0]?.[0] ?? [];
  const same = code !== undefined && coded.every((found) => found.length === 1 && found[0]?.[0] === code);
  const field = fieldIn(all.flatMap(textsOf), new Set(shown.flatMap((members) => [...members.keys()])), profile);
  const status = statusIn(shown);
  const found = { ...(same ? { code } : {}), ...(status === undefined ? {} : { status }), ...field };
  return Object.keys(found).length > 0 ? found : undefined;
}

/** A member that is called so, and has one of an error in every sample. */
function statusIn(samples: readonly Map<string, JsonValue>[]): string | undefined {
  const [first] = samples;
  const isStatus = (value: JsonValue | undefined): boolean =>
    Number.isInteger(value) && (value as number) >= 400 && (value as number) < 600;
  return [...(first?.keys() ?? [])].find(
    (at) => STATUS.test(at) && samples.every((members) => isStatus(members.get(at))),
  );
}

const STATUS = /\/(?:http[-_]?)?status(?:[-_]?code)?$/i;

function isSample(block: Block): boolean {
  return errorSample(block).length > 0;
}

/** Members by their pointers, those of members that are objects among them. */
function membersOf(sample: JsonValue): Map<string, JsonValue> {
  const found = new Map<string, JsonValue>();
  const add = (value: JsonValue, at: string): void => {
    if (!isObject<JsonValue>(value)) return;
    for (const [name, inner] of Object.entries(value)) {
      found.set(`${at}/${pointerPart(name)}`, inner);
      add(inner, `${at}/${pointerPart(name)}`);
    }
  };
  add(sample, '');
  return found;
}

/** "For 422, `error.field` names the field that is wrong." */
function fieldIn(
  texts: readonly string[],
  shown: ReadonlySet<string>,
  profile: Profile,
): Pick<ErrorMembers, 'field' | 'fieldStatus'> | undefined {
  for (const text of texts.filter((one) => one.length < LONGEST)) {
    const clauses = text.split(/(?<=[.;!?])\s+|(?<=。)/);
    for (const clause of clauses.filter((one) => mentions(one, 'namesField', profile))) {
      const field = memberNamed(clause, shown);
      const status = /(?<![\w.])4\d\d(?!\w)/.exec(text)?.[0];
      if (field !== undefined) return { field, ...(status === undefined ? {} : { fieldStatus: Number(status) }) };
    }
  }
  return undefined;
}

const LONGEST = 1_000;

/** A word that a sample has for a member, or a path whose first part is one. */
function memberNamed(clause: string, shown: ReadonlySet<string>): string | undefined {
  for (const [word] of clause.matchAll(/[A-Za-z_]\w{0,40}(?:\.\w{1,40}){0,3}/g)) {
    const path = `/${word.split('.').map(pointerPart).join('/')}`;
    if (word.includes('.') && shown.has(`/${word.split('.')[0]}`)) return path;
    const ends = [...shown].filter((one) => one.endsWith(path));
    if (ends.length === 1 && !TOO_COMMON.test(word)) return ends[0];
  }
  return undefined;
}

/** Words of the sentence, rather than members of the error. */
const TOO_COMMON = /^(?:error|errors|message|code|status|title|detail|type|name|is|the)$/i;
