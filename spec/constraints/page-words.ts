// What the words of a page say besides limits, in every language at once: names of types, notes, defaults, lists, XML nodes.
import { alternation, bounded } from './template.js';
import type { ListName } from './wording-file.js';
import type { Words } from './wording-lists.js';

export interface PageWords {
  /** The name of a type and nothing else: `string`, `int[]`. */
  typeName: RegExp;
  /** A text that begins with one: `string(32)`. */
  startsWithType: RegExp;
  /** The same in front of a description, with what stands behind it: `*integer*, required. The text`. */
  leadingType: RegExp;
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
  /** What stands around the name of the members of a list, or of an object: `Array of Part`. */
  aroundMembers: RegExp;
  /** The mark of a note below a table, behind a cell or in front of the note; its number is the first group. */
  noteMarks: RegExp;
  /** A note with its mark: number and text. */
  note: RegExp;
  /** A line that begins with a word for notes. */
  startsNote: RegExp;
  /** A note that says when something holds, not only what. */
  tellsOfCase: RegExp;
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
  /** What parts the members of a list of names: a comma, a word such as "or". */
  betweenNames: RegExp;
  /** The kind of an XML node, and what descriptions of elements say of the nodes in them. */
  tellsOfAttribute: RegExp;
  tellsOfChild: RegExp;
  /** In front of the name of a node: there may be several of it. Unfinished; the name follows. */
  several: string;
  /** In place of the name of a field: whatever else there is. */
  othersName: RegExp;
}

export function pageWords(words: Words): PageWords {
  return {
    ...aboutTypes(words),
    ...aboutMembers(words),
    ...aboutNotes(words),
    ...aboutText(words),
    ...aboutXml(words),
  };
}

/** Whether a text has one of these anywhere, as a part of a word, too. */
function parts(words: Words, ...keys: ListName[]): RegExp {
  return new RegExp(alternation(keys.flatMap((key) => words.list(key))), 'iu');
}

function aboutTypes(words: Words) {
  const names = alternation(words.list('typeNames'));
  return {
    typeName: new RegExp(`^(?:${names})(?:\\[\\])?$`, 'iu'),
    startsWithType: new RegExp(`^(?:${alternation(words.list('typeStarts'))})`, 'iu'),
    leadingType: new RegExp(
      `^[*_\`(]{0,2}(${alternation(words.list('leadingTypes'))})[*_\`)]{0,2}(?:,\\s{0,2}([a-z]{4,10}))?[.,:)]\\s{0,3}`,
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
  const lists = alternation(words.list('listTypes'));
  const listOf = `(?:${alternation(words.list('listOf'))}|${lists})`;
  const objects = alternation(words.list('objectNames'));
  const behind = alternation(words.list('listBehind'));
  return {
    toTable: new RegExp(
      `^(?:${listOf}\\s*)?(?:${objects})(?:\\s*[{｛]\\s*[\\d０-９]+\\s*[}｝])?(?:${behind})?(?:\\n|$)`,
      'iu',
    ),
    listTable: new RegExp(
      `(?:${lists})[^\\n{}]{0,30}\\{\\s*\\d+\\s*\\}|\\{\\s*\\d+\\s*\\}\\s*(?:${behind}|${lists})`,
      'iu',
    ),
    aroundMembers: new RegExp(`^(?:${listOf}|${objects})\\s*|\\s*(?:${behind})$`, 'giu'),
  };
}

function aboutNotes(words: Words) {
  const mark = `(?:[*※＊†]|${alternation(words.list('noteMarks'))})`;
  return {
    noteMarks: new RegExp(`${mark}\\s?(\\d{1,2})(?!\\d)`, 'giu'),
    note: new RegExp(`^[(（[]?${mark}\\s?(\\d{1,2})\\s*[)）\\]]?\\s*[.:：、)）]?\\s*(\\S[^\\n]*)$`, 'iu'),
    startsNote: new RegExp(`^(?:${alternation(words.list('noteMarks'))}|${bounded(words.list('noteStarts'))})`, 'iu'),
    tellsOfCase: words.one('noteCases', 'iu'),
  };
}

/** What rows, lines and captions tell by single words. */
function aboutText(words: Words) {
  const others = alternation(words.list('others'));
  return {
    starIsRequired: new RegExp(`\\*[^\\n*|]{0,40}(?:${alternation(words.list('mustBeThere'))})`, 'iu'),
    tellsOfDefault: parts(words, 'defaultParts'),
    tellsOfRefusal: parts(words, 'refusalParts'),
    tellsOfExample: parts(words, 'exampleParts'),
    tellsOfFile: parts(words, 'fileParts'),
    betweenNames: betweenNames(words),
    othersName: new RegExp(`^(?:${others})$|(?:${alternation(words.list('otherThan'))})$`, 'iu'),
  };
}

/** Words of Latin letters join with blanks around them, others without; short ones only names in Latin letters. */
function betweenNames(words: Words): RegExp {
  const joiners = words.list('joiners');
  const latin = joiners.filter((word) => /^[A-Za-z]/.test(word));
  const others = joiners.filter((word) => !latin.includes(word));
  const short = alternation(words.list('links'));
  return new RegExp(
    `\\s*(?:[,、・/]|\\s(?:${alternation(latin)})\\s|${alternation(others)}|(?<=[a-z])(?:${short})(?=[a-z]))\\s*`,
    'u',
  );
}

function aboutXml(words: Words) {
  return {
    tellsOfAttribute: parts(words, 'attributeParts'),
    tellsOfChild: words.one('children', 'iu'),
    several: `(?:${alternation(words.list('several'))})\\s*`,
  };
}
