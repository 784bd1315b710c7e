// The wording of constraints as data: spec/profiles/wording/LANG.yaml → compiled templates.
import { isMap } from 'yaml';
import type { Diagnostic } from '../diagnostic.js';
import { asObject } from '../is-object.js';
import { readYaml } from '../yaml-source.js';
import { AFTER_CHARACTERS, BEFORE_CHARACTERS, type Statement } from './statement-order.js';
import { alternation, bounded, compileTemplate, TemplateError } from './template.js';

/** Kinds of statement a cell can make; each is a list of templates in the file. */
const STATEMENTS: readonly Statement[] = [...BEFORE_CHARACTERS, ...AFTER_CHARACTERS];

/** What the name of a type says. */
export interface NamedType {
  type?: string;
  format?: string;
  items?: string;
  minimum?: number;
}

export interface Wording {
  languages: string[];
  statements: Record<Statement, RegExp[]>;
  /** Phrases that mean a unit: `characters` → character. */
  unitOf(text: string): 'character' | 'byte' | 'item';
  /** Phrase → the characters of the class, in lower case. */
  classes: Map<string, string>;
  classPattern: RegExp;
  symbols: Map<string, string>;
  symbolPattern: RegExp;
  listIntro: RegExp;
  /** What stands between parts of a value that follow each other. */
  sequence: RegExp;
  /** Behind a class of characters: its letters are of one case. */
  lowerCaseOnly: RegExp;
  upperCaseOnly: RegExp;
  /** Behind characters: all but these. */
  except: RegExp;
  /** What may stand between or around the members of a list of characters. */
  fillers: RegExp;
  types: Map<string, NamedType>;
  typePattern: RegExp;
  yes: Set<string>;
  no: Set<string>;
  conditional: Set<string>;
  conditionNoise: RegExp;
  /** Behind a name: the field is there, is not there; and what turns a condition round. */
  isPresent: RegExp;
  isAbsent: RegExp;
  unless: RegExp;
  nullWords: Set<string>;
  /** Words that bind a limit to the members of a list, and what a number may measure where it counts nothing. */
  each: { before: RegExp; behind: RegExp };
  measures: RegExp;
  /** In brackets behind a value: it is the default. */
  defaultMark: RegExp;
  /** A line of notes with one of these and one of the row's values tells the default. */
  defaultSigns: RegExp;
  /** What is said is not allowed: "must not be omitted" tells no default. */
  refuses: RegExp;
  /** What follows, or the rest of the line, is an example: not all that may be. */
  exampleBefore: RegExp;
  exampleLine: RegExp;
  /** Quoted values behind one of these are some of all, or something else than what may be. */
  mentions: RegExp;
  /** In front of characters: no others. */
  onlyBefore: RegExp;
  /** A text that separators divide. */
  separated: RegExp;
  /** A line that tells for which case the values below it are: "When Type is message", "Typeがmessageの場合". */
  caseLine: RegExp;
  /** The same in front of a value with its explanation, `When Type is message read:…`. */
  caseWords: RegExp;
  /** Words that join the members of a list of values. */
  joiners: RegExp;
  /** A phrase with one of these limits something; not to understand it is worth telling. */
  cues: RegExp;
}

const LISTS = [
  'dash',
  'yes',
  'no',
  'conditional',
  'conditionNoise',
  'isPresent',
  'isAbsent',
  'unless',
  'nullWords',
  'each',
  'measures',
  'defaultMark',
  'defaultSigns',
  'refuses',
  'example',
  'mentions',
  'onlyWords',
  'separated',
  'caseStart',
  'caseEnd',
  'joiners',
  'fillers',
  'listIntro',
  'lowerCaseOnly',
  'upperCaseOnly',
  'except',
  'sequence',
  'cues',
] as const;
const MAPS = ['units', 'classes', 'symbols', 'types'] as const;
type Json = Record<string, unknown>;

/** One file of words, checked but not yet compiled. */
export interface WordingSource {
  language: string;
  lists: Record<(typeof LISTS)[number], string[]>;
  maps: Record<(typeof MAPS)[number], Record<string, string[]>>;
  statements: Record<Statement, string[]>;
}

/** Reads one LANG.yaml; every mistake is a `profile/invalid-wording` error at its place. */
export function loadWording(text: string, file: string): { source?: WordingSource; diagnostics: Diagnostic[] } {
  const yaml = readYaml(text);
  const { contents } = yaml.document;
  const diagnostics: Diagnostic[] = [];
  const report = (message: string, offset: number, help?: string): void => {
    const place = yaml.placeAt(offset);
    diagnostics.push({
      ...{ code: 'profile/invalid-wording', severity: 'error', file, ...place, message },
      ...(help ? { help } : {}),
    });
  };
  if (yaml.broken || !isMap(contents)) {
    report(yaml.broken?.message ?? 'wording is a map with `language`, `length`, …', yaml.broken?.offset ?? 0);
    return { diagnostics };
  }
  const root = yaml.value as Json;
  const at = (...path: (string | number)[]): number => yaml.offsetOf(path);
  const known = new Set<string>(['language', ...LISTS, ...MAPS, ...STATEMENTS]);
  for (const pair of contents.items) {
    const key = pair.key as { value?: unknown; range?: [number, number, number] };
    if (!known.has(String(key.value)))
      report(`unknown key "${String(key.value)}"`, key.range?.[0] ?? 0, `known: ${[...known].join(', ')}`);
  }
  if (typeof root['language'] !== 'string') report('`language:` is missing', 0);
  const statements = Object.fromEntries(
    STATEMENTS.map((kind) => [kind, strings(root[kind])]),
  ) as WordingSource['statements'];
  for (const kind of STATEMENTS)
    statements[kind].forEach((template, i) => {
      try {
        compileTemplate(template, { units: 'x', dash: '-', classes: 'x', types: 'x' });
      } catch (error) {
        const why = error instanceof TemplateError ? error.message : 'it is no usable template';
        report(`"${template}": ${why}`, at(kind, i));
      }
    });
  if (diagnostics.length > 0) return { diagnostics };
  return {
    source: {
      language: String(root['language']),
      lists: Object.fromEntries(LISTS.map((key) => [key, strings(root[key])])) as WordingSource['lists'],
      maps: Object.fromEntries(
        MAPS.map((key) => [
          key,
          Object.fromEntries(Object.entries(asObject(root[key])).map(([k, v]) => [k, strings(v)])),
        ]),
      ) as WordingSource['maps'],
      statements,
    },
    diagnostics,
  };
}

/** Puts the words of all languages together: an English phrase on a Japanese page still counts. */
export function compileWording(sources: readonly WordingSource[]): Wording {
  const list = (key: (typeof LISTS)[number]): string[] => sources.flatMap((s) => s.lists[key]);
  const lower = (key: (typeof LISTS)[number]): Set<string> => new Set(list(key).map(plainKey));
  const inverted = (key: (typeof MAPS)[number]): Map<string, string> =>
    new Map(
      sources.flatMap((s) =>
        Object.entries(s.maps[key]).flatMap(([to, from]) => from.map((f) => [plainKey(f), to] as const)),
      ),
    );
  const units = inverted('units');
  const classes = inverted('classes');
  const symbols = inverted('symbols');
  const types = new Map([...inverted('types')].map(([phrase, to]) => [phrase, readType(to)]));
  const slots = {
    units: alternation([...units.keys()]),
    dash: alternation(list('dash')),
    classes: alternation([...classes.keys()]),
    types: bounded([...types.keys()]),
  };
  const statements = Object.fromEntries(
    STATEMENTS.map((kind) => [
      kind,
      wordsFirst(sources.flatMap((s) => s.statements[kind])).map((t) => compileTemplate(t, slots)),
    ]),
  ) as Wording['statements'];
  const either = (phrases: readonly string[], flags = 'iyu'): RegExp => new RegExp(bounded(phrases), flags);
  return {
    languages: sources.map((s) => s.language),
    statements,
    unitOf: (text) => {
      const unit = units.get(plainKey(text));
      return unit === 'byte' || unit === 'item' ? unit : 'character';
    },
    classes,
    classPattern: either([...classes.keys()], 'giu'),
    symbols,
    symbolPattern: either([...symbols.keys()]),
    listIntro: either(list('listIntro')),
    lowerCaseOnly: new RegExp(`\\s?\\(?\\s?${bounded(list('lowerCaseOnly'))}\\s?\\)?`, 'iuy'),
    upperCaseOnly: new RegExp(`\\s?\\(?\\s?${bounded(list('upperCaseOnly'))}\\s?\\)?`, 'iuy'),
    except: new RegExp(`^[\\s)）]{0,3}${bounded(list('except'))}`, 'iu'),
    sequence: new RegExp(bounded(list('sequence')), 'iu'),
    fillers: either(list('fillers')),
    types,
    typePattern: new RegExp(`^(?:${bounded([...types.keys()])})`, 'iu'),
    yes: lower('yes'),
    no: lower('no'),
    conditional: lower('conditional'),
    conditionNoise: new RegExp(`${bounded(list('conditionNoise'))}\\s{0,4}`, 'giu'),
    isPresent: either(list('isPresent'), 'iu'),
    isAbsent: either(list('isAbsent'), 'iu'),
    unless: either(list('unless'), 'iu'),
    nullWords: lower('nullWords'),
    each: {
      before: new RegExp(
        `${bounded(list('each'))}(?:\\s{0,2}\\p{L}{1,20})?[\\s:,、はがの]{0,3}(?:is |are |has |have |must be |of )?$`,
        'iu',
      ),
      behind: new RegExp(`^\\s{0,2}${bounded(list('each'))}`, 'iu'),
    },
    measures: either(list('measures')),
    defaultMark: new RegExp(`^["'”」\`]?\\s?\\(${bounded(list('defaultMark'))}\\)`, 'iu'),
    defaultSigns: new RegExp(bounded(list('defaultSigns')), 'iu'),
    refuses: either(list('refuses'), 'iu'),
    exampleBefore: new RegExp(`${bounded(list('example'))}[.:：,、]?\\s?$`, 'iu'),
    exampleLine: new RegExp(`^${bounded(list('example'))}\\.?\\s?[:：]`, 'iu'),
    mentions: new RegExp(`(?:${alternation(list('mentions'))})[^\`"「]{0,20}$`, 'iu'),
    onlyBefore: new RegExp(`(?:${alternation(list('onlyWords'))})\\s*$`, 'iu'),
    separated: new RegExp(alternation(list('separated')), 'iu'),
    caseLine: new RegExp(
      `^(?:${bounded(list('caseStart'))}\\s.{1,80}|.{1,80}${bounded(list('caseEnd'))}[はにの]?)[:：、,]?$`,
      'iu',
    ),
    caseWords: new RegExp(`${bounded(list('caseStart'))}\\s(?:[^\\s:]{1,40}\\s){1,6}?(?=[\\w.-]{1,40}:)`, 'giu'),
    joiners: new RegExp(bounded(list('joiners')), 'giu'),
    cues: new RegExp(bounded(list('cues')), 'iu'),
  };
}

/** `string/date-time` → type and format; `array<integer>` → type and items; `integer>=1` → type and minimum. */
function readType(to: string): NamedType {
  const least = /^(\w+)>=(\d+)$/.exec(to);
  if (least?.[1]) return { type: least[1], minimum: Number(least[2]) };
  const array = /^array<(\w+)>$/.exec(to);
  if (array) return { type: 'array', items: array[1] as string };
  const [type, format] = to.split('/');
  return { ...(type && type !== 'any' ? { type } : {}), ...(format ? { format } : {}) };
}

/**
 * Templates that start with a slot say less than those that start with words: they come last. Those with both limits come
 * first, before another language's takes one of them. Else the order stays.
 */
function wordsFirst(templates: string[]): string[] {
  const rank = (t: string): number => (t.startsWith('{') ? 2 : t.includes('{min}') && t.includes('{max}') ? 0 : 1);
  return [0, 1, 2].flatMap((wanted) => templates.filter((t) => rank(t) === wanted));
}

/** One spelling of a phrase for look-ups. */
export function plainKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : value === undefined || value === null ? [] : [String(value)];
}
