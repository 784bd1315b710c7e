// Fields of a body that a sample shows and that only sentences describe: "`title` is required and has up to 80 characters."
import { readConstraints } from '../constraints/read-constraints.js';
import { plainKey } from '../constraints/wording-lists.js';
import type { JsonValue } from '../contract/api.js';
import { bullet } from '../extract/operations/attributes.js';
import type { Endpoint, Fact, FieldRow, Sample } from '../extract/page.js';
import { isObject } from '../is-object.js';
import type { Profile } from '../profiles/profile.js';
import { wordsOf } from '../profiles/running-words.js';
import { sampleValue } from './body-schema.js';
import { marksIn } from './named-in-words.js';
import { withSubject } from './subjects.js';
import { successOf } from './told-media.js';

interface Told {
  required: boolean;
  /** What is said of it is said of what clients send: that it may be left out, or what it is then. */
  isSent: boolean;
  /** What is in brackets behind the name. */
  values: string[];
  notes: string[];
  type?: string | undefined;
  /** Sentences that begin with it. */
  words: string[];
  at: Fact;
}

/** With a row for every field of the sample, where no table has them and sentences tell of one of them at least. */
export function withSpokenFields(endpoint: Endpoint, method: string, profile: Profile): Endpoint {
  const { body, said = [] } = endpoint;
  if (said.length === 0 || body.tables.length > 0 || body.none) return endpoint;
  const shown = objectOf(body.samples);
  if (!shown) return endpoint;
  const answered = objectOf(successOf(endpoint)?.body.samples ?? []) ?? {};
  const told = fieldsIn(said, typesOf({ ...answered, ...shown }), profile);
  const others = Object.keys(answered).filter((name) => !(name in shown) && told.get(name)?.isSent);
  const sent = { ...shown, ...Object.fromEntries(others.map((name) => [name, answered[name] ?? null])) };
  if (!Object.keys(sent).some((name) => told.has(name))) return endpoint;
  const [first] = said as [Fact, ...Fact[]];
  const rows = membersOf(sent).map(([name, type]) =>
    rowOf(name, type, { told: told.get(name), at: told.get(name)?.at ?? first, method, profile }),
  );
  return {
    ...endpoint,
    body: { ...body, tables: [{ kind: 'fields', rows, span: rows[0]?.span ?? endpoint.span, dotted: true }] },
  };
}

/** What samples show together, where they are objects. */
function objectOf(samples: readonly Sample[]): Record<string, JsonValue> | undefined {
  const objects = samples.map(({ text }) => sampleValue(text)).filter((value) => isObject<JsonValue>(value));
  return objects.length > 0 ? (Object.assign({}, ...objects) as Record<string, JsonValue>) : undefined;
}

/** Members of a value with their types, those inside of others behind them. */
function membersOf(value: Readonly<Record<string, JsonValue>>, levels = MAX_LEVELS): [name: string, type: string][] {
  return Object.entries(value).flatMap(([name, member]): [string, string][] => {
    const list = Array.isArray(member);
    const inside = list ? member[0] : member;
    const type = typeOf(inside);
    const named = list ? (type === '' ? 'array' : `array of ${type}s`) : type;
    const behind = isObject<JsonValue>(inside) && levels > 0 ? membersOf(inside, levels - 1) : [];
    return [[name, named], ...behind.map(([own, of]): [string, string] => [`${name}${list ? '[]' : ''}.${own}`, of])];
  });
}

function typeOf(value: JsonValue | undefined): string {
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return value === null || value === undefined || Array.isArray(value) ? '' : typeof value;
}

function rowOf(
  name: string,
  type: string,
  { told, at, method, profile }: { told: Told | undefined; at: Fact; method: string; profile: Profile },
): FieldRow {
  const { span } = at;
  const row = bullet({ kind: 'item', indent: 0, text: name, span, links: [] }, name, type, '', profile);
  if (!told) return row;
  const named = told.type !== undefined && type === 'string' ? told.type : row.type;
  const required = told.required && method !== 'PATCH';
  return {
    ...row,
    type: named,
    effective: told.values.join('\n'),
    described: told.notes.join('\n'),
    overview: told.words.join(' '),
    required,
    requiredText: required ? 'required' : '',
  };
}

function typesOf(value: Readonly<Record<string, JsonValue>>): Map<string, string> {
  return new Map(
    Object.entries(value).map(([name, member]) => [name, Array.isArray(member) ? 'array' : typeOf(member)]),
  );
}

/** @param types of the fields that samples show, as far as they do */
function fieldsIn(said: readonly Fact[], types: ReadonlyMap<string, string>, profile: Profile): Map<string, Told> {
  const names = new Set(types.keys());
  const found = new Map<string, Told>();
  const of = (name: string, at: Fact): Told => {
    const told = found.get(name) ?? { required: false, isSent: false, values: [], notes: [], words: [], at };
    found.set(name, told);
    return told;
  };
  /** Whom the sentence before is about: "Both are required." */
  let last: string[] = [];
  for (const fact of said)
    for (const written of sentencesOf(fact.value)) {
      const sentence = withSubject(written, names, last);
      const mentions = mentionsIn(sentence, names);
      const ofAll = mentions.length === 0 && last.length > 0 ? behindAll(sentence, profile) : undefined;
      const unconditional = !hasCase(sentence, profile);
      const subject = ofAll === undefined ? sentence : `${last.join(', ')} ${ofAll}`;
      const { yes, no } = marksIn(subject, names, profile);
      if (unconditional) for (const name of yes) of(name, fact).required = true;
      for (const name of [...yes, ...no]) of(name, fact).isSent = true;
      const [first] = mentions;
      if (first && sentence.slice(0, first.at).trim().length <= ARTICLE)
        of(first.name, fact).words.push(sentence.replaceAll('`', ''));
      const behind = mentions.map(({ end }, i) => sentence.slice(end, mentions[i + 1]?.at ?? sentence.length));
      for (const [i, { name, at }] of mentions.entries()) {
        // "`from` and `to` are dates": what stands behind the last is said of each.
        const said = behind.slice(i).find((part) => !isJoiner(part, profile)) ?? '';
        const text = VALUES_FOR.test(sentence.slice(0, at)) ? said.replace(ARE, ' must be one of ') : said;
        of(name, fact).type ??= typeTold(text, profile);
        const { values, notes, hasDefault } = factsOf(text, types.get(name) ?? '', profile);
        if (hasDefault) of(name, fact).isSent = true;
        if (values !== undefined) of(name, fact).values.push(values);
        if (notes !== undefined) of(name, fact).notes.push(notes);
      }
      last = mentions.length > 0 ? [...new Set(mentions.map(({ name }) => name))] : ofAll === undefined ? [] : last;
    }
  return found;
}

function isJoiner(text: string, profile: Profile): boolean {
  const plain = text
    .replace(/[,\s]+/g, ' ')
    .trim()
    .toLowerCase();
  return plain === '' || wordsOf(profile, 'and').includes(plain);
}

/** "Valid values for `service` are `standard` and `express`." */
const VALUES_FOR = /\b(?:valid|allowed|possible|accepted|permitted|supported) values (?:for|of)(?: the)? $/i;
const ARE = /^ are (?:either )?/;

/** What wordings of limits know in one form. */
const HAS_TO = /\b(?:has|have|needs?) to be\b/;

/** "Is a date", "are timestamps": the name of a type that says of which form a text is. */
function typeTold(text: string, { wording }: Profile): string | undefined {
  const [, name = ''] = IS_A.exec(text) ?? [];
  const known = [name, name.replace(/e?s$/, '')].find((one) => wording.types.get(plainKey(one))?.format !== undefined);
  return known;
}

const IS_A =
  /^ (?:is|are|ist|sind|est|sont) (?:(?:an?|eine?|une?|des|optional|required) ){0,2}(\p{L}[\p{L}-]{1,30})(?=[,.;]|$| (?:and|in|und|et)\b)/u;

/** What stands behind a name, up to the next, as far as it limits the value. */
function factsOf(
  text: string,
  type: string,
  profile: Profile,
): { values?: string; notes?: string; hasDefault: boolean } {
  const [whole = '', values] = /^\s{0,2}[(（]([^()（）]{1,300})[)）]/.exec(text) ?? [];
  const { leadingParticle } = profile.wording;
  const notes = clausesOf(withoutPurpose(text.slice(whole.length), profile), profile)
    .map((clause) => clause.replace(/^[\s,;:–—-]+/, '').replace(HAS_TO, 'must be'))
    .map((clause) => withoutParticles(clause, leadingParticle))
    .filter((clause) =>
      hasCase(clause, profile) ? tellsDefaultAlone(clause, profile) : limits(clause, type, profile),
    );
  return {
    ...(values !== undefined && limits(values, type, profile, 'effective') ? { values } : {}),
    ...(notes.length > 0 ? { notes: notes.join('\n') } : {}),
    hasDefault: notes.some((clause) => 'default' in readConstraints({ notes: clause }, profile.wording).schema),
  };
}

/** What joins a name to what is said of it. */
function withoutParticles(clause: string, particle: RegExp): string {
  const once = clause.replace(particle, '');
  return once.replace(particle, '');
}

/** "A `title` for people, up to 60 characters", "`note`, if given, …": what stands between says of what it is, not when. */
function withoutPurpose(text: string, { wording }: Profile): string {
  const [lead = ''] = /^,?(?: [^\s,;`]{1,30}){1,4},/.exec(text) ?? [];
  return wording.startsCase.test(lead.replace(/^,/, '').trimStart()) ? text.slice(lead.length) : text;
}

function limits(text: string, type: string, { wording }: Profile, cell: 'effective' | 'notes' = 'notes'): boolean {
  const { schema, nullable } = readConstraints({ [cell]: text, type }, wording);
  return Object.keys(schema).some((key) => key !== 'type') || nullable !== undefined;
}

/** "It is 100 if you leave it out": of all that depends on a case, only the default is told by it. */
function tellsDefaultAlone(clause: string, { wording }: Profile): boolean {
  const { schema, nullable } = readConstraints({ notes: clause }, wording);
  const others = Object.keys(schema).filter((key) => key !== 'type' && key !== 'default');
  return others.length === 0 && ('default' in schema || nullable === true);
}

function hasCase(text: string, { wording }: Profile): boolean {
  const words = text.replace(/[`"]/g, '').split(/\s+/);
  return words.some((word, i) => wording.startsCase.test(`${word.replace(/^[(（]/, '')} ${words[i + 1] ?? ''}`));
}

function mentionsIn(sentence: string, names: ReadonlySet<string>): { name: string; at: number; end: number }[] {
  return [...sentence.matchAll(/`([\w$.-]{1,100})`/g)].flatMap(({ 0: whole, 1: name = '', index }) =>
    names.has(name) ? [{ name, at: index, end: index + whole.length }] : [],
  );
}

/** What a sentence says of all that the one before is about: "Both are required", "All of them must be given". */
function behindAll(sentence: string, profile: Profile): string | undefined {
  const plain = sentence.trim();
  const word = wordsOf(profile, 'allOfThem').find(
    (one) => plain.toLowerCase().startsWith(one) && !/^\p{L}/u.test(plain.slice(one.length)),
  );
  return word === undefined ? undefined : plain.slice(word.length);
}

function sentencesOf(text: string): string[] {
  return text.slice(0, MOST).split(/(?<=[.!?]["')]?)\s+|(?<=[。！？])/);
}

/** Parts of a sentence, so far as each says something by itself; lists of characters have commas, too. */
function clausesOf(text: string, profile: Profile): string[] {
  const joining = new Set(wordsOf(profile, 'and'));
  const parts: string[] = [];
  for (const part of text.split(/[;；]\s{0,4}|(?=, \p{L}{1,8} \S+ \S)/u)) {
    const [lead = '', word = ''] = /^, (\p{L}{1,8}) /u.exec(part) ?? [];
    if (lead === '' || joining.has(word)) parts.push(part.slice(lead.length));
    else parts.push(`${parts.pop() ?? ''}${part}`);
  }
  return parts;
}

/** Letters of what may stand in front of the name that a sentence is about: "The". */
const ARTICLE = 4;

const MAX_LEVELS = 6;

/** Of a text so much is read. */
const MOST = 5000;
