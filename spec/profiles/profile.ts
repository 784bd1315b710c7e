// A profile: how the pages of one documentation set are written, as data.
import type { Wording } from '../constraints/wording.js';
import type { Schema } from '../contract/api.js';
import type { Base, Placeholder } from '../contract/docproof.js';
import type { PhraseBook } from './words.js';

/** What a section of a page is about. */
export const ROLES = [
  'overview',
  'privileges',
  'restrictions',
  'request',
  'url',
  'method',
  'query',
  'requestHeader',
  'requestBody',
  'requestSample',
  'response',
  'status',
  'responseHeader',
  'responseBody',
  'responseSample',
  'errors',
  'curl',
  'namespace',
  'detail',
  'failureBody',
  'redirect',
  'variant',
  // Of the side that they stand on.
  'header',
  'body',
  'sample',
  'outcome',
  // Only in pages with many operations: attributes of any place, the place `path`.
  'parameters',
  'path',
] as const;
export type Role = (typeof ROLES)[number];

/** What a column of a table holds. */
export const FIELDS = [
  'header',
  'query',
  'path',
  'name',
  'variable',
  'overview',
  'effective',
  'value',
  'format',
  'required',
  'notes',
  'type',
  'parent',
  'status',
  'message',
  'namespace',
  'nodeType',
  'nodeName',
  'uri',
  'prefix',
  'code',
  'oauthCode',
  'details',
  'privileges',
  // Of one privilege: its own name, and that of the one which includes it.
  'privilege',
  'above',
  'target',
  'in',
  'default',
  'example',
  // Limits in columns of their own.
  'minLength',
  'maxLength',
  'length',
  'min',
  'max',
] as const;
export type Field = (typeof FIELDS)[number];

export const WORDS = [
  'yes',
  'no',
  'none',
  'or',
  'and',
  'root',
  'fixed',
  'only',
  'except',
  'failing',
  'followingTable',
  'optionQuery',
  'privilegeNouns',
  'answers',
  'answered',
  'refusedWith',
  'holding',
  'of',
  'base',
  'credential',
  'header',
  'isSent',
  'comesBack',
  'mustBe',
  'mayBe',
  'ofAll',
  'ofWhole',
  'narrowing',
  'exceptFor',
  'exceptions',
  'vaguely',
  'every',
  'updates',
  'deletions',
  'calls',
  'doNeed',
  'carry',
  'query',
  'passes',
  'passesFirst',
  'narrows',
  'ofSome',
  'ofPart',
  'open',
  'same',
  'soleField',
  'lacks',
  'allOfThem',
  'namesField',
  'lists',
  'pageOfList',
  'sorted',
  'movesFrom',
  'movesTo',
  'unpaged',
  'options',
  'bodiless',
  'needless',
  'denied',
  'obliges',
  'given',
  'objectEnds',
  'justDone',
  'format',
] as const;
export type WordKind = (typeof WORDS)[number];

/** Where a parameter goes, as a column or a word in brackets tells. */
export const PLACES = ['path', 'query', 'header', 'body'] as const;
export type Place = (typeof PLACES)[number];

export interface Language {
  code: string;
  titles: PhraseBook<Role>;
  columns: PhraseBook<Field>;
  /** First and last character of the script that only this language uses. */
  letters?: [string, string];
  verbs: Record<string, string>;
  words: Partial<Record<WordKind, string[]>>;
}

/** What the file of a profile says. */
export interface ProfileFile {
  name: string;
  /** `page`: a page documents one operation. `sections`: each request line (`GET /things/:id`) starts one at the heading above it. */
  layout: 'page' | 'sections';
  /** Where no table describes an answer, its samples do; an answer without a status has this one. Both are marked as inferred. */
  infer: { samples: boolean; status?: string };
  /** What the API is called; absent: as its documents say. */
  title?: string;
  keySyntax: 'odata' | 'plain';
  /** The parts of a key may come in any order; absent: documents do not say. */
  keyOrder?: 'any';
  /** Beginnings of documented URLs whose JSON bodies hold nothing but what their table lists. */
  closedBodies: string[];
  host?: string;
  bases: Base[];
  placeholders: Placeholder[];
  outbound: string[];
  media: { default: string; formats: Record<string, string> };
  security?: { scheme: string; header: string };
  errorBody?: { default: Schema; oauth?: Schema };
  languages: Language[];
  /** Titles and columns of all languages: an English heading on a Japanese page is still a heading. */
  titles: PhraseBook<Role>;
  columns: PhraseBook<Field>;
  words: Record<WordKind, PhraseBook<true>>;
  /** Lines of text that say what follows ("Example response:"), as headings do. */
  captions: PhraseBook<Role>;
  places: PhraseBook<Place>;
  /** Fingerprint of the text it was loaded from, for caches. */
  source: string;
}

/** How pages are written: by their house style, in the words of all languages. */
export interface Profile extends ProfileFile {
  wording: Wording;
}
