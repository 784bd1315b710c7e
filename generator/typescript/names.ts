// Names in generated TypeScript: valid, pleasant, and each given once.
import { fileName } from '../file-name.js';

const KEYWORDS = new Set(
  `break case catch class const continue debugger default delete do else enum export extends false finally for function
  if import in instanceof new null return super switch this throw true try typeof var void while with implements
  interface let package private protected public static yield await async of arguments eval constructor prototype
  undefined handlers unwritten toString toLocaleString valueOf hasOwnProperty isPrototypeOf
  propertyIsEnumerable`.split(/\s+/),
);

/** Names of the language's and the web's objects, and those that the runtime gives to generated files. */
const TAKEN_TYPES =
  `Any Array ArrayBuffer BigInt Boolean Buffer Call Date Error Exclude File Blob FormData Function Handlers
  Headers Infinity Intl Iterator JSON Map Math NaN Never Null Number Object Omit Partial Pick Promise Proxy RangeError
  RawBody Readable ReadableStream Readonly Record Reflect RegExp Reply ReplyHeaders Request Required Response Route Server
  ServerOptions Set StatusClass String Symbol SyntaxError TypeError URL URLSearchParams Uint8Array Undefined Unknown
  WeakMap WeakSet`.split(/\s+/);

/** Words of any text, letters and digits of any script kept: `get /a-b/{cellName}` → get a b cell Name. */
function words(text: string): string[] {
  return text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '');
}

function upperFirst(word: string): string {
  const [first = ''] = word;
  return first.toUpperCase() + word.slice(first.length);
}

/** `UpdateRelation` of `updateRelation`, `update relation` or `update-relation`. */
export function pascalCase(text: string): string {
  const name = words(text).map(upperFirst).join('');
  return /^[\p{L}]/u.test(name) ? name : `_${name}`;
}

/** `updateRelation`; a keyword gets the word given after it. */
export function camelCase(text: string, afterKeyword = 'Operation'): string {
  const [first = '_', ...rest] = words(text);
  const head = /^\p{Lu}+$/u.test(first) ? first.toLowerCase() : first.charAt(0).toLowerCase() + first.slice(1);
  const name = [head, ...rest.map(upperFirst)].join('');
  if (KEYWORDS.has(name)) return `${name}${afterKeyword}`;
  return /^[\p{L}_$]/u.test(name) ? name : `_${name}`;
}

/** `update-relation`: a file's name, without its ending. */
export function kebabCase(text: string): string {
  const spaced = text.replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2').replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2');
  return fileName(words(spaced)) || '_';
}

/** Gives each name once; the second to ask for one gets `Name2`. Case does not make names differ (files). */
export class Names {
  private readonly taken = new Set<string>();

  constructor(taken: Iterable<string> = []) {
    for (const name of taken) this.taken.add(name.toLowerCase());
  }

  /** For types, with the names of the language and of the runtime taken. */
  static ofTypes(): Names {
    return new Names(TAKEN_TYPES);
  }

  /** The first of the wishes that is free, else the last one with a number. */
  take(...wishes: string[]): string {
    const last = wishes.at(-1) ?? '_';
    let name = wishes.find((wish) => !this.taken.has(wish.toLowerCase()));
    for (let n = 2; name === undefined; n++) {
      const numbered = `${last}${n}`;
      if (!this.taken.has(numbered.toLowerCase())) name = numbered;
    }
    this.taken.add(name.toLowerCase());
    return name;
  }
}
