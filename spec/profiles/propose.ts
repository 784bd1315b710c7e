// Proposes a profile for documents that no profile was written for: the nearest known one, with the words that these documents use.
import { isMap, parseDocument, stringify } from 'yaml';
import { many } from '../many.js';
import type { Document } from '../read/document.js';
import type { Field, ProfileFile, Role } from './profile.js';
import { type Survey, survey, type Tally } from './survey.js';
import { normalise } from './words.js';

export interface KnownProfile {
  profile: ProfileFile;
  /** Text of its file: what does not depend on words is taken over. */
  text: string;
}

export interface Unplaced {
  kind: 'heading' | 'column';
  text: string;
  count: number;
  where: string;
}

export interface Proposal {
  yaml: string;
  /** Known profile that fits best, and how much of what was found it knows (0 to 1). */
  nearest: string;
  share: number;
  /** The nearest profile knows nearly everything: use it as it is. */
  fits: boolean;
  survey: Survey;
  placed: number;
  unplaced: Unplaced[];
}

type How = 'known' | 'guessed';
interface Placed<T extends string> {
  tally: Tally<T>;
  meaning: T;
  how: How;
}

/**
 * @param documents at least one
 * @param known at least one
 * @param name what the new profile is called
 */
export function proposeProfile(documents: readonly Document[], known: readonly KnownProfile[], name: string): Proposal {
  const [best] = measured(documents, known);
  if (!best) throw new Error('no known profile to start from');
  const { profile, found, share } = best;
  const titles = place(
    found.headings,
    (text) => profile.titles.match(text)?.value ?? profile.captions.match(text)?.value,
    guessRole,
  );
  const columns = place(found.columns, (text) => profile.columns.match(text)?.value, guessField);
  const unplaced: Unplaced[] = [
    ...titles.rest.map((t): Unplaced => ({ kind: 'heading', text: t.text, count: t.count, where: t.where })),
    ...columns.rest.map((t): Unplaced => ({ kind: 'column', text: t.text, count: t.count, where: t.where })),
  ];
  return {
    yaml: write(name, best, languageOf(profile, found), { titles: titles.placed, columns: columns.placed, unplaced }),
    nearest: profile.name,
    share,
    fits: share >= 0.9,
    survey: found,
    placed: titles.placed.length + columns.placed.length,
    unplaced,
  };
}

export interface Fit {
  profile: string;
  /** How much of the headings and columns it knows (0 to 1). */
  share: number;
  /** Request lines of the documents, such as `GET /things`. */
  requests: number;
}

/** How well each known profile fits the documents, the best first. */
export function fitsOf(documents: readonly Document[], known: readonly KnownProfile[]): Fit[] {
  return measured(documents, known).map(({ profile, share, found }) => ({
    ...{ profile: profile.name, share, requests: found.requests },
  }));
}

function measured(documents: readonly Document[], known: readonly KnownProfile[]) {
  return known
    .map((one) => ({ ...one, ...measure(documents, one.profile) }))
    .sort((a, b) => b.share - a.share || (a.profile.name < b.profile.name ? -1 : 1));
}

/** How much of the headings and columns a profile knows, each counted as often as it occurs, at most five times. */
function measure(documents: readonly Document[], profile: ProfileFile): { found: Survey; share: number } {
  const found = survey(documents, profile);
  let all = 0;
  let known = 0;
  const weigh = (tallies: readonly Tally<string>[], knows: (text: string) => boolean): void => {
    for (const { text, count } of tallies) {
      // A heading that occurs once is more often a subject than a part.
      const weight = Math.min(count, 5) - (count === 1 ? 0.7 : 0);
      all += weight;
      if (knows(text)) known += weight;
    }
  };
  weigh(
    found.headings,
    (text) => profile.titles.match(text) !== undefined || profile.captions.match(text) !== undefined,
  );
  weigh(found.columns, (text) => profile.columns.match(text) !== undefined);
  const share = all === 0 ? 0 : known / all;
  const layoutFits = (profile.layout === 'sections') === found.manyOperations * 2 > found.pages || found.requests === 0;
  return { found, share: layoutFits ? share : share * 0.7 };
}

function place<T extends string>(
  tallies: readonly Tally<T>[],
  known: (text: string) => T | undefined,
  guess: (tally: Tally<T>) => T | undefined,
): { placed: Placed<T>[]; rest: Tally<T>[] } {
  const placed: Placed<T>[] = [];
  const rest: Tally<T>[] = [];
  for (const tally of tallies) {
    const meaning = known(tally.text);
    const guessed = meaning === undefined && tally.count > 1 ? guess(tally) : undefined;
    if (meaning !== undefined) placed.push({ tally, meaning, how: 'known' });
    else if (guessed !== undefined) placed.push({ tally, meaning: guessed, how: 'guessed' });
    else rest.push(tally);
  }
  return { placed, rest };
}

/** The look that at least two of three sections of that title share; words in the title tell the side of a sample. */
function guessRole(tally: Tally<Role>): Role | undefined {
  const look = usual(tally);
  if (look === 'sample')
    return /respon|repl|answer|result|output|return/i.test(tally.text)
      ? 'responseSample'
      : /request|body|payload|input/i.test(tally.text)
        ? 'requestSample'
        : 'sample';
  if (look === 'parameters' && /respon|repl|answer|result|output|return/i.test(tally.text)) return 'responseBody';
  if (look === 'requestHeader' && /respon|repl|answer/i.test(tally.text)) return 'responseHeader';
  return look;
}

function guessField(tally: Tally<Field>): Field | undefined {
  return usual(tally);
}

function usual<T extends string>({ looks, count }: Tally<T>): T | undefined {
  const [first] = [...looks].sort((a, b) => b[1] - a[1]);
  return first && first[1] * 3 >= count * 2 ? first[0] : undefined;
}

/** The language of the profile whose titles and columns occur most. */
function languageOf(profile: ProfileFile, found: Survey): string {
  const hits = profile.languages.map(({ code, titles, columns }) => ({
    code,
    n:
      found.headings.filter((t) => titles.match(t.text)).length +
      found.columns.filter((t) => columns.match(t.text)).length,
  }));
  return hits.sort((a, b) => b.n - a.n)[0]?.code ?? 'en';
}

/** @param language the one whose words are taken over */
function write(
  name: string,
  { profile, text, found }: KnownProfile & { found: Survey },
  language: string,
  { titles, columns, unplaced }: { titles: Placed<Role>[]; columns: Placed<Field>[]; unplaced: Unplaced[] },
): string {
  const source = parseDocument(text);
  const root = source.toJS() as Record<string, unknown> & { languages?: Record<string, Words> };
  const words = root.languages?.[language] ?? {};
  const lines = [
    `# How these pages are written: proposed from ${many(found.pages, 'page')} with ${many(found.headings.length, 'kind')} of headings and ${many(found.tables, 'table')},`,
    `# starting from the profile "${profile.name}". A number behind a phrase is how often it occurs here; "guessed" is by what stands under it.`,
    '# Check it with `docproof profile check FILE`, then build with `docproof build DOCS --profile FILE`.',
    `profile: ${scalar(name)}`,
    'version: 1',
    `keySyntax: ${profile.keySyntax}`,
    `layout: ${profile.layout}`,
    ...['infer', 'host', 'bases', 'placeholders', 'media', 'security'].flatMap((key) => section(root, key)),
    ...(found.hosts.length > 0 ? [`# Commands are sent to: ${found.hosts.slice(0, 5).join(', ')}`] : []),
    'languages:',
    `  ${scalar(language)}:`,
    ...book('titles', titles, words['titles'] ?? {}),
    ...book('columns', columns, words['columns'] ?? {}),
    ...['captions', 'places', 'words'].flatMap((key) => {
      const taken = source.getIn(['languages', language, key], true);
      return isMap(taken)
        ? indented(stringify({ [key]: taken.toJSON() as unknown }, { lineWidth: 0, flowCollectionPadding: false }), 4)
        : [];
    }),
    ...notPlaced(unplaced),
  ];
  return `${lines.join('\n')}\n`;
}

/** Phrases by what they mean, by the book that they stand in. */
type Words = Record<string, Record<string, string[]>>;

function notPlaced(unplaced: Unplaced[]): string[] {
  if (unplaced.length === 0) return [];
  const shown = unplaced.slice(0, 200);
  return [
    '',
    `# Not placed (${unplaced.length}). Add those that are parts of an operation above; subjects of prose can stay out.`,
    ...shown.map(({ kind, text, count, where }) => `#   ${kind} ${JSON.stringify(text)}  ${count}×  ${where}`),
    ...(unplaced.length > shown.length ? [`#   … ${unplaced.length - shown.length} more`] : []),
  ];
}

function section(root: Record<string, unknown>, key: string): string[] {
  return root[key] === undefined ? [] : indented(stringify({ [key]: root[key] }, { lineWidth: 0 }), 0);
}

/** A map of meanings, each with the phrases found and how often they occur, then those of the nearest profile. */
function book(key: string, placed: readonly Placed<string>[], known: Record<string, string[]>): string[] {
  const found = new Set(placed.map(({ tally }) => normalise(tally.text)));
  const meanings = [...new Set([...placed.map(({ meaning }) => meaning), ...Object.keys(known)])];
  const out = [`    ${key}:`];
  for (const meaning of meanings) {
    const own = placed.filter((one) => one.meaning === meaning);
    const others = (known[meaning] ?? []).filter((phrase) => !found.has(normalise(phrase)));
    if (own.length + others.length === 0) continue;
    out.push(`      ${meaning}:`);
    for (const { tally, how } of own)
      out.push(
        `        - ${JSON.stringify(tally.text)} # ${tally.count}${how === 'guessed' ? `, guessed: see ${tally.where}` : ''}`,
      );
    for (const phrase of others) out.push(`        - ${JSON.stringify(phrase)}`);
  }
  return out.length > 1 ? out : [`    ${key}: {}`];
}

function indented(text: string, by: number): string[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => ' '.repeat(by) + line);
}

function scalar(text: string): string {
  return /^[A-Za-z][\w-]*$/.test(text) ? text : JSON.stringify(text);
}
