// What the words of a page say besides limits, in every language at once: names of types, notes, defaults, lists, XML nodes.
import { alternation, bounded } from './template.js';
import type { ListName } from './wording-file.js';
import type { Words } from './wording-lists.js';

export interface PageWords {
  /** The name of a type and nothing else: `string`, `int[]`. */
  typeName: RegExp;
  /** A text that begins with one: `string(32)`. */
  startsWithType: RegExp;
  /** Beside the name of a type: the value may be null. */
  mayBeNull: RegExp;
  /** Behind the name of a type: a list of such values. */
  listBehindType: RegExp;
  /** What the value may be else, behind the name of a type: "or string". */
  otherType: RegExp;
  /** The word for an object, right behind its name. */
  formsOfObject: RegExp;
  /** The same in front of a description, with what stands behind it: `*integer*, required. The text`. */
  leadingType: RegExp;
  /** A sentence that begins with one: `A string that …`, `An integer value, …`. */
  namedType: RegExp;
  /** JSON types of the words in a type column. */
  jsonTypes: Map<string, string>;
  /** Words that tell of a list: `Array of tags`. */
  tellsOfList: RegExp;
  /** Words that tell of an object. */
  tellsOfObject: RegExp;
  /** Words that tell of something with fields in it: an object, or a list. */
  tellsOfFields: RegExp;
  /** Words that tell of a single value: a text, a number, true or false. */
  tellsOfValue: RegExp;
  /** Words that tell of a number. */
  tellsOfNumber: RegExp;
  /** A line that says no more than which table follows: `Object{1}`, `Array of objects {2}`. */
  toTable: RegExp;
  /** A list whose members have a table: `Array of {1}`. */
  listTable: RegExp;
  /** A text that tells a list by what is in it, `Array of tags`: the whole of a description; a line or sentence of its own. */
  isArrayOf: RegExp;
  lineOfList: RegExp;
  /** The same with one word for what is in it, and nothing else: `array of enums`. */
  listOfOne: RegExp;
  /** What stands around the name of the members of a list, or of an object: `Array of Part`. */
  aroundMembers: RegExp;
  /** That name with a word for a form behind it, in brackets: `(part format)`. */
  formOf: RegExp;
  /** A column of its own for lengths: `1-128`, `max 128`; what the numbers count stands behind. */
  lengths: RegExp;
  unitBehind: RegExp;
  /** Sentences that promise the status of a success, which is the group `status`. */
  promises: RegExp[];
  /** The mark of a note below a table, behind a cell or in front of the note; its number is the first group. */
  noteMarks: RegExp;
  /** A note with its mark: number and text. */
  note: RegExp;
  /** A line that begins with a word for notes. */
  startsNote: RegExp;
  /** A line of the site around a page: the way to it, links to other pages, its version. */
  isAroundPage: RegExp;
  /** A note that says when something holds, not only what. */
  tellsOfCase: RegExp;
  /** At the end of a text: `is`, `are`. */
  verbAtEnd: RegExp;
  /** A page's own words for stars behind names: "Items with \* are required". */
  starIsRequired: RegExp;
  /** Words that tell of a value that is there though none is given. */
  tellsOfDefault: RegExp;
  /** Words that say of what they name that nothing is to be had of it. */
  tellsOfRefusal: RegExp;
  /** A caption of something that shows how a thing may look. */
  tellsOfExample: RegExp;
  /** A body that is one file. */
  tellsOfFile: RegExp;
  tellsOfErrors: RegExp;
  /** What parts the members of a list of names: a comma, a word such as "or". */
  betweenNames: RegExp;
  /** The kind of an XML node, and what descriptions of elements say of the nodes in them. */
  tellsOfAttribute: RegExp;
  tellsOfChild: RegExp;
  /** What is in an element are the nodes of the rows below. */
  tellsOfElementsBelow: RegExp;
  /** In front of the name of a node: there may be several of it. Unfinished; the name follows. */
  several: string;
  /** What a title says is done, at its start or end; and what each such word means. */
  titleVerb: RegExp;
  titleVerbs: Map<string, string>;
  /** A cell that says what the one above it says. */
  asAbove: RegExp;
  /** In place of the name of a field: whatever else there is. */
  othersName: RegExp;
  /** Around a name or title: what it names is deprecated. */
  deprecatedMark: { before: RegExp; behind: RegExp };
  /** Words of a cell, and the beginning of a line, that say it. */
  deprecatedWord: RegExp;
  deprecatedLine: RegExp;
}

export function pageWords(words: Words): PageWords {
  return {
    ...aboutTypes(words),
    ...aboutMembers(words),
    ...aboutNotes(words),
    ...aboutText(words),
    ...aboutXml(words),
    ...aboutTitles(words),
    ...aboutLengths(words),
    ...aboutDeprecation(words),
    promises: words.list('promises').map(promise),
  };
}

/** Whether a text has one of these anywhere, as a part of a word, too. */
function parts(words: Words, ...keys: ListName[]): RegExp {
  return new RegExp(alternation(keys.flatMap((key) => words.list(key))), 'iu');
}

function aboutTypes(words: Words) {
  const maps = [...words.map('types')].flatMap(([phrase, to]) => (to.startsWith('map<') ? [phrase] : []));
  const names = alternation([...words.list('typeNames'), ...maps]);
  return {
    typeName: new RegExp(`^(?:${names})(?:\\[\\])?$`, 'iu'),
    mayBeNull: new RegExp(`(?:^|[ ,、])(?:${words.any('nullableMarks')})(?=[ ,、]|$)`, 'iu'),
    listBehindType: new RegExp(`^\\s?(?:${words.any('listBehind')})`, 'iu'),
    otherType: otherType(words),
    formsOfObject: new RegExp(`^\\s?(?:${words.any('objectNames')})`, 'iu'),
    startsWithType: new RegExp(`^(?:${words.any('typeStarts')})`, 'iu'),
    leadingType: new RegExp(
      `^[*_\`(]{0,2}((?:${words.any('listOf')}) [a-z]{3,12}|${words.any('leadingTypes')})[*_\`)]{0,2}(?:,\\s{0,2}([a-z]{4,10}))?(?:[.,:)。、：）]\\s{0,3}|\\s[–—-]\\s|\\s(?=\\())`,
      'iu',
    ),
    namedType: new RegExp(
      `^(?:${words.any('typeArticles')}) ((?:${words.any('listOf')}) [a-z]{3,12}|${words.any('leadingTypes')})(?: (?:${words.any('typeFillers')}))?(?:[.,:]|\\s(?:${words.any('typeFollows')})\\s)`,
      'iu',
    ),
    jsonTypes: words.map('jsonTypes'),
    tellsOfList: parts(words, 'listTypes'),
    tellsOfObject: parts(words, 'objectTypes'),
    tellsOfFields: parts(words, 'listTypes', 'objectTypes'),
    tellsOfValue: parts(words, 'valueTypes'),
    tellsOfNumber: parts(words, 'numberTypes'),
  };
}

/** What is in lists, and in which table it is told. */
function aboutMembers(words: Words) {
  const lists = words.any('listTypes');
  const listOf = `(?:${words.any('listOf')}|${lists})`;
  const objects = words.any('objectNames');
  const behind = words.any('listBehind');
  return {
    toTable: new RegExp(
      `^(?:${listOf}\\s*)?(?:${objects})(?:\\s*[{｛]\\s*[\\d０-９]+\\s*[}｝])?(?:${behind})?(?:\\n|$)`,
      'iu',
    ),
    listTable: new RegExp(
      `(?:${lists})[^\\n{}]{0,30}\\{\\s*\\d+\\s*\\}|\\{\\s*\\d+\\s*\\}\\s*(?:${behind}|${lists})`,
      'iu',
    ),
    isArrayOf: new RegExp(`^(?:${words.any('arrayOf')}) \\S|^\\S{1,30}(?:${behind})$`, 'iu'),
    listOfOne: new RegExp(
      `^(?:${words.any('arrayOf')})(?: |(?<=')) {0,2}[\\p{L}'-]{1,30}$|^\\S{1,30} ?(?:${behind})$`,
      'iu',
    ),
    lineOfList: new RegExp(
      `^(?:${words.any('listOf')})\\s+[^\\n.,(]{1,60}(?=[\\n.(]|$)|^[^\\n。、(]{1,30}(?:${behind})(?=[\\n。(]|$)`,
      'iu',
    ),
    aroundMembers: new RegExp(`^(?:${listOf}|${objects})\\s*|\\s*(?:${behind})$`, 'giu'),
    formOf: new RegExp(`^[(（]\\s?(\\S{1,40}?)\\s?(?:${words.any('formNames')})[)）]$`, 'iu'),
  };
}

function aboutNotes(words: Words) {
  const mark = `(?:[*※＊†]|${words.any('noteMarks')})`;
  return {
    noteMarks: new RegExp(`${mark}\\s?(\\d{1,2})(?!\\d)`, 'giu'),
    note: new RegExp(`^[(（[]?${mark}\\s?(\\d{1,2})\\s*[)）\\]]?\\s*[.:：、)）]?\\s*(\\S[^\\n]*)$`, 'iu'),
    startsNote: new RegExp(`^(?:${words.any('noteMarks')}|${bounded(words.list('noteStarts'))})`, 'iu'),
    tellsOfCase: words.one('noteCases', 'iu'),
    isAroundPage: new RegExp(
      `^(?:${words.any('aroundPage')})[:：]?$|^(?:${words.any('versions')})\\s?[:：]?\\s?v?\\d[\\w.-]{0,20}$`,
      'iu',
    ),
  };
}

/** What rows, lines and captions tell by single words. */
function aboutText(words: Words) {
  const others = words.any('others');
  return {
    verbAtEnd: new RegExp(`\\s(?:${words.any('eachVerbs')})$`, 'iu'),
    starIsRequired: new RegExp(`\\*[^\\n*|]{0,40}(?:${words.any('mustBeThere')})`, 'iu'),
    tellsOfDefault: parts(words, 'defaultParts'),
    tellsOfRefusal: parts(words, 'refusalParts'),
    tellsOfExample: parts(words, 'exampleParts'),
    tellsOfFile: parts(words, 'fileParts'),
    tellsOfErrors: parts(words, 'errorParts'),
    betweenNames: betweenNames(words),
    asAbove: new RegExp(`^[(（]?(?:${words.any('asAbove')})[)）.。]?$`, 'iu'),
    othersName: new RegExp(`^(?:${others})$|(?:${words.any('otherThan')})$`, 'iu'),
  };
}

function otherType(words: Words): RegExp {
  const { latin, others } = words.byScript('joiners');
  return new RegExp(`^\\s*(?:[/|,、]|(?:${latin})(?!\\p{L})|(?:${others}))\\s*(\\S[^\\n(]*)`, 'iu');
}

/** Short words of languages without blanks join only names in Latin letters. */
function betweenNames(words: Words): RegExp {
  const { latin, others } = words.byScript('joiners');
  return new RegExp(
    `\\s*(?:[,、]\\s*(?:(?:${latin})(?![a-z-])|${others})|[,、・/]|\\s(?:${latin})\\s|${others}|(?<=[a-z])(?:${words.any('links')})(?=[a-z]))\\s*`,
    'u',
  );
}

function aboutXml(words: Words) {
  return {
    tellsOfAttribute: parts(words, 'attributeParts'),
    tellsOfChild: words.one('children', 'iu'),
    tellsOfElementsBelow: parts(words, 'elementsBelow'),
    several: `(?:${words.any('several')})\\s*`,
  };
}

function aboutTitles(words: Words) {
  const [starts, ends] = [words.map('titleStarts'), words.map('titleEnds')];
  return {
    titleVerb: new RegExp(`^(?:${alternation([...starts.keys()])})(?=\\s)|(?:${alternation([...ends.keys()])})$`, 'iu'),
    titleVerbs: new Map([...starts, ...ends]),
  };
}

function aboutLengths(words: Words) {
  const units = [...words.map('units')].flatMap(([phrase, unit]) => (unit === 'character' ? [phrase] : []));
  return {
    lengths: new RegExp(
      `^(?:(\\d{1,9})\\s?(?:${words.any('dash')})\\s?)?(?:${words.any('upTo')}|<=|≤)?\\s?(\\d{1,9})$`,
      'iu',
    ),
    unitBehind: new RegExp(`\\s?(?:${alternation(units)})$`, 'iu'),
  };
}

function aboutDeprecation(words: Words) {
  const word = bounded(words.list('deprecatedWords'));
  const [open, close] = ['[\\[(（【]', '[\\])）】]'];
  return {
    deprecatedMark: {
      before: new RegExp(`^(?:${open}${word}${close}\\s{0,3}[:：]?|${word}\\s{0,2}[:：–—-])\\s{0,3}`, 'iu'),
      behind: new RegExp(`\\s{0,3}(?:${open}${word}[^\\])）】\\n]{0,60}${close}|\\s[:：–—-]\\s{0,2}${word})$`, 'iu'),
    },
    deprecatedWord: new RegExp(`^[\\s*_\`]{0,4}${word}[\\s*_\`.!]{0,4}$`, 'iu'),
    deprecatedLine: new RegExp(`^[>\\s*_\`⚠️]{0,8}${open}?${word}${close}?[\\s*_\`]{0,4}(?:$|[.:：,。!–—-])`, 'iu'),
  };
}

/** A pattern of the wording files, in which `{status}` is the code. */
export function promise(pattern: string): RegExp {
  return new RegExp(pattern.replace('{status}', '(?<!\\d)(?<status>2\\d\\d)(?![\\d-])'), 'gu');
}
