// The wording of constraints as data: spec/profiles/wording/LANG.yaml → compiled templates.
import { type PageWords, pageWords } from './page-words.js';
import { alternation, bounded } from './template.js';
import type { ListName, Template, WordingSource } from './wording-file.js';
import { either, plainKey, type Wanted, Words } from './wording-lists.js';

/** What the name of a type says. */
export interface NamedType {
  type?: string;
  format?: string;
  items?: string;
  /** Of an object whose keys are not known: what its values are. */
  values?: string;
  minimum?: number;
}

export interface Wording extends PageWords {
  languages: string[];
  statements: Record<Template, Wanted[]>;
  /** Phrases that mean a unit: `characters` → character. */
  unitOf(text: string): 'character' | 'byte' | 'item';
  /** Whether a phrase means characters. */
  isCharacters(text: string): boolean;
  /** Phrase → the characters of the class, in lower case. */
  classes: Map<string, string>;
  classPattern: RegExp;
  symbols: Map<string, string>;
  symbolPattern: RegExp;
  /** A sign by its name and the word that joins a number to it: "a plus sign and 6 digits". */
  signThen: RegExp;
  listIntro: RegExp;
  /** Behind each word for one character of a class: "a letter". */
  classEnds: string[];
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
  /** `way is pin`: the name of a field, and what its value must be. */
  equals: RegExp;
  /** Short words at the end of a condition that are no part of it. */
  behindCondition: RegExp;
  /** Behind a name: the field is there, is not there; and what turns a condition round. */
  isPresent: RegExp;
  isAbsent: RegExp;
  unless: RegExp;
  nullWords: Set<string>;
  /** Words that describe a default rather than being it: "now"; what stands in front of more of them: "an empty list". */
  noValues: Set<string>;
  articles: Set<string>;
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
  /** A time is told as a number. */
  unixTime: RegExp;
  /** Quoted values behind one of these are some of all, or something else than what may be. */
  mentions: RegExp;
  /** In front of characters: no others. */
  onlyBefore: RegExp;
  onlyBehind: RegExp;
  /** Around characters: some of all must be of these, others may stand beside them. */
  someBefore: RegExp;
  someBehind: RegExp;
  /** A text that separators divide. */
  separated: RegExp;
  /** The members of a list stand in one text, with commas between them. */
  commaWords: RegExp;
  /** A line that tells for which case the values below it are: "When Type is message". */
  caseLine: RegExp;
  /** Text that begins with a case: "if there is none". */
  startsCase: RegExp;
  /** The same in front of a value with its explanation, `When Type is message read:…`. */
  caseWords: RegExp;
  /** Words that join the members of a list of values; one that is left alone. */
  joiners: RegExp;
  joinerAlone: RegExp;
  /** The end of what may stand before a list of values in code marks or quotes: nothing, a sentence, words that announce one. */
  beforeList: RegExp;
  /** What may stand behind it: the end of a sentence or a part of one, words that say that it is a list of values. */
  behindList: RegExp;
  /** Starts another statement about the value. */
  newStatement: RegExp;
  /** A number with something that it counts. */
  count: RegExp;
  /** Words for numbers in front of a unit, "two-letter", and the numbers that they mean. */
  numberWord: RegExp;
  numberWords: Map<string, string>;
  /** Words around the name of a type, and what stands at the edges of words around it. */
  typeFillers: Set<string>;
  typeAffixes: RegExp;
  /** A short word in front of what it joins to what was taken out before it. */
  leadingParticle: RegExp;
  /** A phrase with one of these limits something; not to understand it is worth telling. */
  cues: RegExp;
}

/** Puts the words of all languages together: an English phrase on a Japanese page still counts. */
export function compileWording(sources: readonly WordingSource[]): Wording {
  const words = new Words(sources);
  const units = words.map('units');
  const classes = words.map('classes');
  const types = new Map([...words.map('types')].map(([phrase, to]) => [phrase, readType(to)]));
  const slots = {
    units: alternation([...units.keys()]),
    dash: words.any('dash'),
    joiners: bounded(words.list('joiners')),
    classes: alternation([...classes.keys()]),
    types: bounded([...types.keys()]),
  };
  return {
    languages: sources.map((s) => s.language),
    statements: words.statements(slots),
    isCharacters: (text) => units.get(plainKey(text)) === 'character',
    unitOf: (text) => {
      const unit = units.get(plainKey(text));
      return unit === 'byte' || unit === 'item' ? unit : 'character';
    },
    classes,
    classPattern: either([...classes.keys()], 'giu'),
    types,
    typePattern: new RegExp(`^(?:${bounded([...types.keys()])})`, 'iu'),
    ...aroundCharacters(words),
    ...aboutRequirement(words),
    ...aboutCases(words),
    ...aboutValues(words),
    ...pageWords(words),
  };
}

/** Words in front of, between and behind the characters of a set. */
function aroundCharacters(words: Words) {
  const symbols = words.map('symbols');
  const caseOnly = (key: ListName): RegExp => new RegExp(`\\s?\\(?\\s?${bounded(words.list(key))}\\s?\\)?`, 'iuy');
  return {
    symbols,
    symbolPattern: either([...symbols.keys()]),
    signThen: new RegExp(`${bounded([...symbols.keys()])}\\s${bounded(words.list('joiners'))}\\s(?=\\d)`, 'iu'),
    listIntro: words.one('listIntro'),
    lowerCaseOnly: caseOnly('lowerCaseOnly'),
    upperCaseOnly: caseOnly('upperCaseOnly'),
    except: new RegExp(`^[\\s)）]{0,3}${bounded(words.list('except'))}`, 'iu'),
    classEnds: words.list('classEnds'),
    sequence: words.one('sequence', 'iu'),
    fillers: words.one('fillers'),
    onlyBefore: new RegExp(`(?:${words.any('onlyWords')})\\s*$`, 'iu'),
    onlyBehind: new RegExp(`^\\s?${bounded(words.list('onlyWords'))}`, 'iu'),
    someBefore: new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.any('someBefore')})\\s$`, 'iu'),
    someBehind: new RegExp(`^(?:${words.any('someBehind')})`, 'iu'),
    separated: new RegExp(words.any('separated'), 'iu'),
    commaWords: words.one('commaWords', 'iu'),
  };
}

/** Whether a field must be there, and on what that depends. */
function aboutRequirement(words: Words) {
  return {
    yes: words.set('yes'),
    no: words.set('no'),
    conditional: words.set('conditional'),
    conditionNoise: new RegExp(`${bounded(words.list('conditionNoise'))}\\s{0,4}`, 'giu'),
    equals: equals(words),
    behindCondition: new RegExp(`(?:[\\s:：、,]|${words.any('particles')})+$`, 'u'),
    isPresent: words.one('isPresent', 'iu'),
    isAbsent: words.one('isAbsent', 'iu'),
    unless: words.one('unless', 'iu'),
  };
}

function equals(words: Words): RegExp {
  const { latin, others } = words.byScript('equals');
  const name = '[`"\']?([A-Za-z_$][\\w.$-]{0,80})[`"\']?';
  return new RegExp(`${name}\\s{0,4}(?:=|==|:=|${others}|(?:${latin})(?=\\s))\\s{0,4}([^\\s,、)][^)\\n]{0,200})`, 'u');
}

/** For which case what follows is so. */
function aboutCases(words: Words) {
  const start = bounded(words.list('caseStart'));
  const end = bounded(words.list('caseEnd'));
  return {
    startsCase: new RegExp(`^\\s{0,2}${start}\\s`, 'iu'),
    caseLine: new RegExp(`^(?:${start}\\s.{1,80}|.{1,80}${end}(?:${words.any('particles')})?)[:：、,]?$`, 'iu'),
    caseWords: new RegExp(`${start}\\s(?:[^\\s:]{1,40}\\s){1,6}?(?=[\\w.-]{1,40}:)`, 'giu'),
  };
}

/** Defaults, examples, lists of values, and what a limit is of. */
function aboutValues(words: Words) {
  const particles = words.any('particles');
  const each = bounded(words.list('each'));
  const example = bounded(words.list('example'));
  return {
    nullWords: words.set('nullWords'),
    noValues: words.set('noValues'),
    articles: words.set('typeArticles'),
    each: {
      before: new RegExp(
        `${each}(?:\\s{0,2}\\p{L}{1,20})?(?:[\\s:,、]|${words.any('particles')}){0,3}(?:(?:${words.any('eachVerbs')}) )?$`,
        'iu',
      ),
      behind: new RegExp(`^\\s{0,2}${each}`, 'iu'),
    },
    measures: words.one('measures'),
    defaultMark: new RegExp(`^["'”」\`]?\\s?\\(${bounded(words.list('defaultMark'))}\\)`, 'iu'),
    defaultSigns: words.one('defaultSigns', 'iu'),
    refuses: words.one('refuses', 'iu'),
    exampleBefore: new RegExp(`${example}[.:：,、]?\\s?$`, 'iu'),
    exampleLine: new RegExp(`^${example}\\.?\\s?[:：)）]`, 'iu'),
    unixTime: words.one('unixTime', 'iu'),
    mentions: new RegExp(`(?:${words.any('mentions')})[^\`"「]{0,20}$`, 'iu'),
    joiners: words.one('joiners', 'giu'),
    joinerAlone: new RegExp(`^(?:${words.any('joiners')}|${words.any('links')})\\s*$`, 'iu'),
    beforeList: new RegExp(`(?:^|[:：。\\n\\u0001]\\s{0,2}|[.;]\\s{1,2}|(?:${words.any('announces')})\\s{1,3})$`, 'iu'),
    behindList: new RegExp(`^\\s{0,3}(?:${words.any('announcesBehind')})?\\s{0,3}(?:[.。;,)(（\\n\\u0001]|$)`, 'iu'),
    newStatement: new RegExp(`^(?:${words.any('newStatement')})`, 'iu'),
    ...numbers(words),
    typeFillers: words.set('typeFillers'),
    typeAffixes: new RegExp(`^(?:${particles})|(?:${particles})?(?:${words.any('typeEnds')})$`, 'giu'),
    leadingParticle: new RegExp(`^(?:${particles})`, 'u'),
    cues: words.one('cues', 'iu'),
  };
}

function numbers(words: Words) {
  const numberWords = words.map('numberWords');
  const any = `(?:${alternation([...numberWords.keys()])})`;
  /** "one to four": of a range both are numbers, whatever stands behind. */
  const dash = `\\s(?:${words.any('dash')})\\s`;
  const several = [...numberWords].flatMap(([word, number]) => (number === '1' ? [] : [word]));
  return {
    numberWords,
    count: new RegExp(`(?:\\d\\s?|(?<![a-z])(?:${alternation([...numberWords.keys()])})\\s)\\p{L}`, 'iu'),
    numberWord: new RegExp(
      `${bounded(several)}(?=[ -]${bounded([...words.map('units').keys()])})|(?<!\\p{L})(?:${alternation(several)})(?=${words.any('numberEnds')})|(?<![\\p{L}\\p{N}])${any}(?=${dash}${any}\\s)|(?<=(?<![\\p{L}\\p{N}])${any}${dash})${any}(?=\\s)`,
      'giu',
    ),
  };
}

/** `string/date-time` → type and format; `array<integer>`, `map<string>` → type and what is in it; `integer>=1` → type and minimum. */
function readType(to: string): NamedType {
  const least = /^(\w+)>=(\d+)$/.exec(to);
  if (least?.[1]) return { type: least[1], minimum: Number(least[2]) };
  const array = /^array<(\w+)>$/.exec(to);
  if (array) return { type: 'array', items: array[1] as string };
  const map = /^map<(\w+)>$/.exec(to);
  if (map) return { type: 'object', values: map[1] as string };
  const [type, format] = to.split('/');
  return { ...(type && type !== 'any' ? { type } : {}), ...(format ? { format } : {}) };
}
