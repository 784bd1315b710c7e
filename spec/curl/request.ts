// Arguments of curl → the request they ask for, by curl's own rules (man curl).
import type { DocumentedRequest } from '../contract/docproof.js';
import { joinHeaders } from './loose-headers.js';
import { mistakenOption } from './mistaken-options.js';
import { type CurlOption, longOption, shortOption } from './options.js';
import type { CurlFix } from './problem.js';
import { RequestParts } from './request-parts.js';
import { type Role, sliceWord, type Word } from './word.js';

export interface RequestReading {
  request?: DocumentedRequest;
  /** Options that curl does not know, or that a single request cannot express. */
  unsupported: UnsupportedOption[];
  /** Arguments that curl takes for further URLs; those that were meant to be part of a header are among them. */
  surplus: Word[];
}

export interface UnsupportedOption {
  offset: number;
  length: number;
  option: string;
  why: string;
  /** What to write instead. */
  write?: string;
  /** The mend, where there is one. */
  fix?: CurlFix;
}

/** Takes the text of an argument for its role: as it is (shell), or with stray escapes undone (author). */
export type Take = (word: Word, role: Role) => string;

/**
 * Reads the arguments behind `curl`. No request where there is no URL.
 *
 * @param options `input`: what comes in by standard input; `asMeant`: takes options for what their author meant (`–X`,
 * `-header`, `-x PUT`), and not as curl does
 */
export function readRequest(
  words: Word[],
  take: Take,
  { input, asMeant = false }: { input?: string | undefined; asMeant?: boolean } = {},
): RequestReading {
  const parts = new RequestParts(input);
  const reader = new ArgumentsReader(parts, take, asMeant);
  reader.arguments(words);
  const request = parts.request();
  return { ...(request ? { request } : {}), unsupported: reader.unsupported, surplus: reader.surplus };
}

class ArgumentsReader {
  readonly unsupported: RequestReading['unsupported'] = [];
  readonly surplus: Word[] = [];

  constructor(
    private readonly parts: RequestParts,
    private readonly take: Take,
    private readonly asMeant: boolean,
  ) {}

  arguments(given: Word[]): void {
    const words = this.asMeant ? joinHeaders(given, this.surplus) : given;
    let optionsEnded = false;
    for (let i = 0; i < words.length; i++) {
      const word = this.asMeant ? this.mended(words[i] as Word, words[i + 1]) : (words[i] as Word);
      if (optionsEnded || !word.text.startsWith('-') || word.text === '-') this.address(word);
      else if (word.text === '--') optionsEnded = true;
      else if (word.text.startsWith('--')) i += this.long(word, words[i + 1]);
      else i += this.shorts(word, words[i + 1]);
    }
  }

  private address(word: Word): void {
    if (this.parts.hasUrl) this.surplus.push(word);
    this.parts.url(this.take(word, 'url'));
  }

  /** The word with the option that its author meant; what curl makes of it is refused. */
  private mended(word: Word, next: Word | undefined): Word {
    const mistake = mistakenOption(word, next);
    if (!mistake) return word;
    this.unsupported.push({
      offset: word.start,
      length: Math.max(1, word.end - word.start),
      option: word.text,
      why: mistake.why,
      write: mistake.word.text,
      fix: mistake.fix,
    });
    return mistake.word;
  }

  /** How many of the following words the option takes. */
  private long(word: Word, next: Word | undefined): number {
    const equals = word.text.indexOf('=');
    const name = word.text.slice(2, equals < 0 ? undefined : equals);
    const option = longOption(name);
    if (equals >= 0) {
      this.refuse(
        word,
        `--${name}=`,
        option ? 'curl takes the value as the next argument, not behind "="' : 'curl has no such option',
        option?.takesValue ? `--${name} and the value behind a blank` : option && `--${name}`,
      );
      if (option) this.apply(option, option.takesValue ? sliceWord(word, equals + 1) : undefined);
      return 0;
    }
    if (!option) {
      this.refuse(word, `--${name}`, 'curl has no such option');
      return next && !/^(?:-|https?:|\{[A-Z])/.test(next.text) && this.parts.hasUrl ? 1 : 0;
    }
    if (option.effect === 'next') this.refuse(word, '--next', 'only the first request of a command is read');
    this.apply(option, option.takesValue ? next : undefined);
    return option.takesValue ? 1 : 0;
  }

  private shorts(word: Word, next: Word | undefined): number {
    for (let k = 1; k < word.text.length; k++) {
      const letter = word.text[k] as string;
      const option = shortOption(letter);
      if (!option) {
        this.refuse(sliceWord(word, k, k + 1), `-${letter}`, 'curl has no such option');
        return 0;
      }
      if (option.takesValue) {
        const attached = k + 1 < word.text.length;
        this.apply(option, attached ? sliceWord(word, k + 1) : next);
        return attached ? 0 : 1;
      }
      this.apply(option, undefined);
    }
    return 0;
  }

  private refuse(word: Word, option: string, why: string, write?: string): void {
    const at = { offset: word.start, length: Math.max(1, word.end - word.start) };
    this.unsupported.push({ ...at, option, why, ...(write === undefined ? {} : { write }) });
  }

  private apply(option: CurlOption, value: Word | undefined): void {
    if (option.takesValue && !value) return;
    this.parts.add(option.effect, (role) => (value ? this.take(value, role) : ''));
  }
}
