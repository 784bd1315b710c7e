// What the words of a page say besides limits, in every language at once: names of types, notes, defaults, lists, XML nodes.
import { alternation } from './template.js';
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
  /** In place of the name of a field: whatever else there is. */
  othersName: RegExp;
}

export function pageWords(words: Words): PageWords {
  return { ...aboutTypes(words), ...aboutMembers(words), othersName: othersName(words) };
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

function othersName(words: Words): RegExp {
  return new RegExp(`^(?:${alternation(words.list('others'))})$|(?:${alternation(words.list('otherThan'))})$`, 'iu');
}
