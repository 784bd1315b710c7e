// Explains a profile and finds mistakes in it that loading survives: unknown keys, words with two meanings, missing languages, slow patterns.
import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { notLinear } from '../constraints/linear-pattern.js';
import { compareDiagnostics, type Diagnostic } from '../diagnostic.js';
import { readYaml, type YamlSource } from '../yaml-source.js';
import { loadProfile } from './load-profile.js';
import { FIELDS, PLACES, type ProfileFile, ROLES, WORDS } from './profile.js';
import { normalise } from './words.js';

const TOP = [
  'profile',
  'version',
  'title',
  'keySyntax',
  'keyOrder',
  'closedBodies',
  'layout',
  'infer',
  'host',
  'bases',
  'placeholders',
  'outbound',
  'media',
  'security',
  'errorBody',
  'languages',
];
const LANGUAGE = ['letters', 'titles', 'captions', 'columns', 'places', 'words', 'verbs'];
const BOOKS = { titles: ROLES, captions: ROLES, columns: FIELDS, places: PLACES, words: WORDS } as const;
type BookName = keyof typeof BOOKS;

export interface ProfileCheck {
  profile?: ProfileFile;
  diagnostics: Diagnostic[];
  /** What the profile holds, for people. */
  outline: Outline[];
}

export interface Outline {
  language: string;
  book: BookName;
  /** Meaning → its phrases as written. */
  entries: { meaning: string; phrases: string[] }[];
}

/** Checks the text of a profile. Every mistake is a diagnostic at its place; nothing is thrown. */
export function checkProfile(text: string, file: string): ProfileCheck {
  const loaded = loadProfile(text, file);
  const checker = new Checker(text, file);
  const outline = checker.run();
  const diagnostics = [...loaded.diagnostics, ...checker.diagnostics].filter(
    (d, i, all) => all.findLastIndex((e) => e.line === d.line && e.code === d.code && quoted(e) === quoted(d)) === i,
  );
  return {
    ...(loaded.profile ? { profile: loaded.profile } : {}),
    diagnostics: diagnostics.sort(compareDiagnostics),
    outline,
  };
}

/** The word that a finding is about. */
function quoted({ message }: Diagnostic): string {
  return /"([^"]*)"/.exec(message)?.[1] ?? message;
}

interface Phrase {
  text: string;
  meaning: string;
  language: string;
  node: Node;
}

class Checker {
  readonly diagnostics: Diagnostic[] = [];
  private readonly source: YamlSource;
  private readonly root: YamlSource['document'];

  constructor(
    text: string,
    private readonly file: string,
  ) {
    this.source = readYaml(text);
    this.root = this.source.document;
  }

  run(): Outline[] {
    if (this.source.broken || !isMap(this.root.contents)) return [];
    this.keys([], TOP, 'profile/unknown-key');
    this.patterns(this.root.contents);
    const languages = this.root.get('languages');
    if (!isMap(languages)) return [];
    const codes = languages.items.map((pair) => String((pair.key as { value?: unknown }).value));
    for (const code of codes) this.keys(['languages', code], LANGUAGE, 'profile/unknown-key');
    const outline: Outline[] = [];
    for (const book of Object.keys(BOOKS) as BookName[]) {
      const phrases = codes.flatMap((language) => this.phrases(language, book));
      if (book !== 'words') this.twoMeanings(phrases);
      this.missing(book, phrases, codes);
      for (const language of codes) outline.push(outlineOf(language, book, phrases));
    }
    return outline.filter((o) => o.entries.length > 0);
  }

  private report(code: string, severity: Diagnostic['severity'], node: unknown, message: string, help?: string): void {
    const offset = (node as { range?: [number, number, number] } | undefined)?.range?.[0] ?? 0;
    const place = this.source.placeAt(offset);
    this.diagnostics.push({ code, severity, file: this.file, ...place, message, ...(help ? { help } : {}) });
  }

  private keys(path: string[], known: readonly string[], code: string): void {
    const map = path.length === 0 ? this.root.contents : this.root.getIn(path);
    if (!isMap(map)) return;
    for (const pair of map.items) {
      const key = String((pair.key as { value?: unknown }).value);
      if (!known.includes(key))
        this.report(
          code,
          'error',
          pair.key,
          `unknown key "${key}"${near(key, known)}`,
          `known here: ${known.join(', ')}`,
        );
    }
  }

  private phrases(language: string, book: BookName): Phrase[] {
    const map = this.root.getIn(['languages', language, book]);
    if (!isMap(map)) return [];
    return map.items.flatMap((pair) => {
      const meaning = String((pair.key as { value?: unknown }).value);
      const known = (BOOKS[book] as readonly string[]).includes(meaning);
      if (!known) {
        this.report(
          'profile/invalid',
          'error',
          pair.key,
          `unknown ${book} "${meaning}"${near(meaning, BOOKS[book])}`,
          `known: ${BOOKS[book].join(', ')}`,
        );
        return [];
      }
      const nodes = isSeq(pair.value) ? pair.value.items : [pair.value];
      return nodes.flatMap((node) => {
        if (!isScalar(node)) return [];
        if (typeof node.value !== 'string')
          this.report(
            'profile/not-text',
            'error',
            node,
            `${String(node.value)} is ${typeof node.value === 'boolean' ? 'a truth value' : 'no text'} to YAML`,
            `write it in quotes: "${String(node.source ?? node.value)}"`,
          );
        return [{ text: String(node.value), meaning, language, node }];
      });
    });
  }

  /** The first meaning wins where titles are compared, so that the second is never reached. */
  private twoMeanings(phrases: Phrase[]): void {
    const seen = new Map<string, Phrase>();
    for (const phrase of phrases) {
      const key = normalise(phrase.text);
      const first = seen.get(key);
      if (!first) seen.set(key, phrase);
      else if (first.meaning !== phrase.meaning) {
        const { line } = this.source.placeAt((first.node.range ?? [0])[0]);
        this.report(
          'profile/two-meanings',
          'error',
          phrase.node,
          `"${phrase.text}" is ${phrase.meaning} here and ${first.meaning} in line ${line}`,
          'keep one; the first is the one that counts',
        );
      } else if (first.language === phrase.language)
        this.report('profile/repeated-phrase', 'warning', phrase.node, `"${phrase.text}" is listed twice`, 'keep one');
      const holes = phrase.text.match(/\*|\{[a-z]+\}/g)?.length ?? 0;
      if (holes > 1)
        this.report(
          'profile/two-holes',
          'error',
          phrase.node,
          `"${phrase.text}" has ${holes} open places, only the first counts`,
          'use one * or one {name} in a phrase',
        );
    }
  }

  /** A meaning that most languages have words for and this one has not. */
  private missing(book: BookName, phrases: Phrase[], codes: string[]): void {
    if (codes.length < 2 || (book !== 'titles' && book !== 'columns')) return;
    for (const meaning of new Set(phrases.map((p) => p.meaning)))
      for (const code of codes)
        if (!phrases.some((p) => p.language === code && p.meaning === meaning)) {
          const node = this.root.getIn(['languages', code, book], true) ?? this.root.getIn(['languages', code], true);
          this.report(
            'profile/missing-language',
            'warning',
            node,
            `${code} has no ${book} for ${meaning}`,
            `add words, or leave it out where ${code} pages never have it`,
          );
        }
  }

  /** `pattern:` anywhere in the file, such as in schemas of error bodies. */
  private patterns(node: unknown): void {
    if (isSeq(node)) for (const item of node.items) this.patterns(item);
    if (!isMap(node)) return;
    for (const pair of node.items) {
      const key = String((pair.key as { value?: unknown }).value);
      if (key === 'pattern' && isScalar(pair.value)) this.pattern(pair.value, String(pair.value.value));
      else this.patterns(pair.value);
    }
  }

  private pattern(node: Node, source: string) {
    try {
      new RegExp(source, 'u');
    } catch (error) {
      return this.report(
        'profile/invalid-pattern',
        'error',
        node,
        `"${source}" is no regular expression: ${(error as Error).message}`,
      );
    }
    const why = notLinear(source);
    if (why)
      this.report(
        'profile/slow-pattern',
        'error',
        node,
        `"${source}" may take very long on some input: ${why}`,
        'start with ^, repeat single character classes only, and give lengths by minLength and maxLength',
      );
  }
}

function outlineOf(language: string, book: BookName, phrases: Phrase[]): Outline {
  const entries = new Map<string, string[]>();
  for (const phrase of phrases)
    if (phrase.language === language)
      entries.set(phrase.meaning, [...(entries.get(phrase.meaning) ?? []), phrase.text]);
  return { language, book, entries: [...entries].map(([meaning, texts]) => ({ meaning, phrases: texts })) };
}

/** "; did you mean …?" where a known word is one or two letters away. */
function near(word: string, known: readonly string[]): string {
  const close = known.find(
    (k) =>
      k.toLowerCase() === word.toLowerCase() ||
      (Math.abs(k.length - word.length) <= 2 &&
        sharedEnds(k.toLowerCase(), word.toLowerCase()) >= Math.max(k.length, word.length) - 2),
  );
  return close ? `; did you mean "${close}"?` : '';
}

function sharedEnds(a: string, b: string): number {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return start + end;
}
