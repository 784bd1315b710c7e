// Options of an address that only sentences describe: "The `limit` parameter defaults to 20, maximum 100."
import { readConstraints } from '../constraints/read-constraints.js';
import { bullet } from '../extract/operations/attributes.js';
import type { Endpoint, Fact, ParameterFact } from '../extract/page.js';
import type { Profile } from '../profiles/profile.js';
import { lastOf, wordsOf } from '../profiles/running-words.js';
import { marksIn } from './named-in-words.js';
import { successOf } from './told-media.js';

interface Option {
  name: string;
  /** What its sentences say of it. */
  notes: string[];
  required: boolean;
  at: Fact;
}

const NAME = /^[A-Za-z_$][\w.$-]{0,60}(?:\[[\w.-]{0,40}\])?$/;
const MARKED = /`([^`\s]{1,60})`/g;
/** Of a text so much is read. */
const MOST = 5000;

/** Parameters with the options that sentences about a request without a body describe, where nothing else does. */
export function withSpokenOptions(endpoint: Endpoint, method: string, profile: Profile): ParameterFact[] {
  const { said = [], parameters, urls } = endpoint;
  if (!profile.infer.samples || method !== 'GET' || said.length === 0) return parameters;
  const inPath = new Set(
    urls.flatMap(({ text }) => [...text.matchAll(/[{:<]([\w.-]+)/g)].map(([, name = '']) => name)),
  );
  // What stands in front of all requests is about things.
  const own = said.filter(({ span }) => span.start >= endpoint.span.start);
  const told = optionsIn(own, shownIn(endpoint), profile).filter(({ name }) => !inPath.has(name));
  const added = told.flatMap((option) => {
    const known = parameters.find((one) => one.name === option.name);
    return !known || (known.in === 'query' && known.aside && known.aside.behind === undefined)
      ? [parameterOf(option, known, profile)]
      : [];
  });
  const names = new Set(added.map(({ name }) => name));
  return [...parameters.filter(({ name }) => !names.has(name)), ...added];
}

function parameterOf(
  { name, notes, required, at }: Option,
  known: ParameterFact | undefined,
  profile: Profile,
): ParameterFact {
  const { span } = at;
  const row = known ?? bullet({ kind: 'item', indent: 0, text: name, span, links: [] }, name, '', '', profile);
  const behind = notes.join('\n');
  return {
    ...row,
    notes: known?.notes ?? behind,
    required,
    requiredText: required ? 'required' : '',
    in: 'query',
    aside: { ...known?.aside, behind },
  };
}

/** Text of what a success shows: a name that stands there may be a field of it. */
function shownIn(endpoint: Endpoint): string {
  const { samples = [] } = successOf(endpoint)?.body ?? {};
  return samples.map(({ text }) => text).join('\n');
}

function optionsIn(said: readonly Fact[], shown: string, profile: Profile): Option[] {
  const found = new Map<string, Option>();
  for (const at of said)
    for (const sentence of at.value.slice(0, MOST).split(/(?<=[.!?]["')]?)\s+|(?<=[。！？])/)) {
      const option = optionIn(sentence, at, shown, profile);
      const known = option && found.get(option.name);
      if (known) {
        known.notes.push(...option.notes);
        known.required ||= option.required;
      } else if (option) found.set(option.name, option);
    }
  return [...found.values()];
}

/** The option that a sentence is about: the first that it names. */
function optionIn(sentence: string, at: Fact, shown: string, profile: Profile): Option | undefined {
  const [first] = sentence.matchAll(MARKED);
  const name = first?.[1] ?? '';
  if (!first || !NAME.test(name)) return undefined;
  const before = sentence.slice(0, first.index);
  const behind = sentence.slice(first.index + first[0].length);
  const isCalled = callsParameter(before, behind, profile);
  const isField = new RegExp(`["']${name.replace(/[$.[\]]/g, '\\$&')}["']\\s?:`).test(shown);
  const passed = [...wordsOf(profile, 'isSent'), ...wordsOf(profile, 'passes'), ...wordsOf(profile, 'passesFirst')];
  const isPassed = passed.some((word) => lastOf(sentence.toLowerCase(), word) >= 0);
  if (wordsOf(profile, 'comesBack').some((word) => lastOf(sentence.toLowerCase(), word) >= 0) && !isCalled)
    return undefined;
  const notes =
    limitsOf(behind, profile) ??
    limitsOf(before.length > 4 ? sentence : '', profile) ??
    (isCalled ? typeIn(behind, profile) : undefined);
  if (!isCalled && (notes === undefined || (isField && !isPassed))) return undefined;
  const required = marksIn(sentence, new Set([name]), profile).yes.has(name);
  if (notes === undefined && !required && !isCalled) return undefined;
  return { name, notes: notes === undefined ? [] : [notes], required, at };
}

/** "The `limit` parameter", "the query parameter `q`". */
function callsParameter(before: string, behind: string, profile: Profile): boolean {
  const [lead, follow] = [before.trimEnd().toLowerCase(), behind.trimStart().toLowerCase()];
  return ['options', 'query'].some((kind) =>
    wordsOf(profile, kind as 'options' | 'query').some((word) => lead.endsWith(word) || follow.startsWith(word)),
  );
}

/** What a text limits a value to, as it is worded; undefined where it limits none. */
function limitsOf(text: string, profile: Profile): string | undefined {
  const plain = text
    .replace(/^[\s,;:–—-]+/, '')
    .replace(profile.wording.leadingParticle, '')
    .replace(profile.wording.leadingParticle, '');
  const inBrackets = /^[^()（）]{0,80}[(（]([^()（）]{3,200})[)）]/.exec(plain)?.[1];
  const parts = [plain, ...(inBrackets === undefined ? [] : [inBrackets]), ...plain.split(/[;；:：]\s?|, (?=\p{L})/u)];
  const told = parts.filter((part) => limits(part, profile));
  return told.length === 0 ? undefined : [...new Set(told)].join('\n');
}

/** "Takes a whole number": a type that no other words limit. */
function typeIn(text: string, { wording }: Profile): string | undefined {
  const plain = text.trim().replace(/^(?:is optional and |parameter )?(?:takes|is|accepts|expects) /, '');
  const { type } = readConstraints({ notes: plain }, wording).schema;
  return type === 'integer' || type === 'number' || type === 'boolean' ? plain : undefined;
}

function limits(text: string, { wording }: Profile): boolean {
  const { schema } = readConstraints({ notes: text }, wording);
  return Object.keys(schema).some((key) => key !== 'type' && key !== 'format');
}
