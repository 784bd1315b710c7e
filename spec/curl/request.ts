// Arguments of curl → the request they ask for, by curl's own rules (man curl).
import type { DocumentedRequest } from '../contract/docproof.js';
import { formBody } from './form-body.js';
import { mistakenOption } from './mistaken-options.js';
import { type CurlOption, longOption, shortOption } from './options.js';
import type { CurlFix } from './problem.js';
import { sliceWord, type Word } from './word.js';

/** What an argument is for; decides how a stray backslash in it is read. */
export type Role = 'url' | 'header' | 'body' | 'other';

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
  const builder = new RequestBuilder(take, input, asMeant);
  builder.arguments(words);
  const request = builder.request();
  return { ...(request ? { request } : {}), unsupported: builder.unsupported, surplus: builder.surplus };
}

class RequestBuilder {
  readonly unsupported: RequestReading['unsupported'] = [];
  readonly surplus: Word[] = [];
  private readonly urls: string[] = [];
  private readonly headers: Record<string, string> = {};
  private readonly data: string[] = [];
  private readonly files: string[] = [];
  private readonly forms: { name: string; value: string; file?: string }[] = [];
  private readonly queries: string[] = [];
  private method: string | undefined;
  private hasData = false;
  private json = false;
  private get = false;
  private head = false;
  private upload = false;

  constructor(
    private readonly take: Take,
    private readonly input: string | undefined,
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
    if (this.urls.length > 0) this.surplus.push(word);
    this.urls.push(this.take(word, 'url'));
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
      );
      if (option) this.apply(option, option.takesValue ? sliceWord(word, equals + 1) : undefined);
      return 0;
    }
    if (!option) {
      this.refuse(word, `--${name}`, 'curl has no such option');
      return next && !/^(?:-|https?:|\{[A-Z])/.test(next.text) && this.urls.length > 0 ? 1 : 0;
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

  private refuse(word: Word, option: string, why: string): void {
    this.unsupported.push({ offset: word.start, length: Math.max(1, word.end - word.start), option, why });
  }

  private apply(option: CurlOption, value: Word | undefined): void {
    if (option.takesValue && !value) return;
    const text = (role: Role): string => (value ? this.take(value, role) : '');
    switch (option.effect) {
      case 'request':
        this.method = text('other').trim().toUpperCase();
        break;
      case 'header':
        this.header(text('header'));
        break;
      case 'json':
        this.json = true;
        this.body(text('body'), true);
        break;
      case 'data':
      case 'dataBinary':
        this.body(text('body'), true);
        break;
      case 'dataRaw':
        this.body(text('body'), false);
        break;
      case 'dataUrlencode':
        this.body(urlencoded(text('body')), false);
        break;
      case 'form':
      case 'formString':
        this.form(text('body'), option.effect === 'form');
        break;
      default:
        this.minor(option.effect, text);
    }
  }

  private minor(effect: CurlOption['effect'], text: (role: Role) => string): void {
    if (effect === 'get') this.get = true;
    else if (effect === 'head') this.head = true;
    else if (effect === 'url') this.urls.push(text('url'));
    else if (effect === 'urlQuery') this.queries.push(text('url').replace(/^\+/, ''));
    else if (effect === 'user')
      this.set('Authorization', `Basic ${Buffer.from(text('other'), 'utf8').toString('base64')}`);
    else if (effect === 'bearer') this.set('Authorization', `Bearer ${text('header')}`);
    else if (effect === 'agent') this.set('User-Agent', text('header'));
    else if (effect === 'referer') this.set('Referer', text('header').replace(/;auto$/, ''));
    else if (effect === 'range') this.set('Range', `bytes=${text('header')}`);
    else if (effect === 'cookie') {
      const cookie = text('header');
      if (cookie.includes('=')) this.set('Cookie', cookie);
      else this.files.push(cookie);
    } else if (effect === 'upload') {
      this.upload = true;
      this.files.push(text('other'));
    }
  }

  /** `Name: value`; `Name;` sends it empty; `Name:` alone takes out one that curl would add. */
  private header(text: string): void {
    if (text.startsWith('@')) {
      this.files.push(text.slice(1));
      return;
    }
    const colon = text.indexOf(':');
    if (colon < 0) {
      if (text.trimEnd().endsWith(';')) this.set(text.trimEnd().slice(0, -1).trim(), '');
      return;
    }
    const value = text
      .slice(colon + 1)
      .replace(/\s*\r?\n\s*/g, ' ')
      .trim();
    if (value !== '') this.set(text.slice(0, colon).trim(), value);
  }

  private set(name: string, value: string): void {
    const same = Object.keys(this.headers).find((n) => n.toLowerCase() === name.toLowerCase());
    if (same === undefined) this.headers[name] = value;
    else this.headers[same] = `${this.headers[same]}, ${value}`;
  }

  private body(text: string, mayBeFile: boolean): void {
    this.hasData = true;
    if (mayBeFile && text === '@-' && this.input !== undefined) this.data.push(this.input);
    else if (mayBeFile && text.startsWith('@')) this.files.push(text.slice(1));
    else this.data.push(text);
  }

  private form(text: string, mayBeFile: boolean): void {
    const equals = text.indexOf('=');
    if (equals < 0) return;
    const name = text.slice(0, equals);
    const value = text.slice(equals + 1);
    if (mayBeFile && /^[@<]/.test(value)) {
      const file = (value.slice(1).split(';')[0] ?? '').replace(/^"|"$/g, '');
      this.files.push(file);
      this.forms.push({ name, value: '', file });
    } else this.forms.push({ name, value: mayBeFile ? (value.split(';type=')[0] ?? '') : value });
  }

  request(): DocumentedRequest | undefined {
    const url = this.urls.find((u) => u !== '');
    if (url === undefined) return undefined;
    const text = this.data.join(this.json ? '' : '&');
    const query = [...(this.get && text !== '' ? [text] : []), ...this.queries].join('&');
    const hasBody = this.hasData && !this.get;
    if (this.json) {
      if (!this.has('Content-Type')) this.set('Content-Type', 'application/json');
      if (!this.has('Accept')) this.set('Accept', 'application/json');
    }
    let body = hasBody && this.data.length > 0 ? text : undefined;
    if (this.forms.length > 0) {
      const form = formBody(this.forms);
      body = form.body;
      if (!this.has('Content-Type')) this.set('Content-Type', form.type);
    }
    return {
      method: this.method ?? this.impliedMethod(hasBody),
      url: query === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${query}`,
      headers: this.headers,
      ...(body === undefined ? {} : { body }),
      ...(this.files.length > 0 ? { files: this.files } : {}),
    };
  }

  private impliedMethod(hasBody: boolean): string {
    if (this.head) return 'HEAD';
    if (this.upload) return 'PUT';
    return hasBody || this.forms.length > 0 ? 'POST' : 'GET';
  }

  private has(name: string): boolean {
    return Object.keys(this.headers).some((n) => n.toLowerCase() === name.toLowerCase());
  }
}

/** `-H Accept: text/plain` without quotes: the words up to the next option are the header's value. They are added to `loose`. */
function joinHeaders(words: Word[], loose: Word[]): Word[] {
  const out: Word[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word;
    const header = /^(?:-H|--header)$/.test(words[i - 1]?.text ?? '') && /^[A-Za-z][\w-]*:$/.test(word.text);
    const rest: Word[] = [];
    while (header && isValue(words[i + 1]?.text)) rest.push(words[++i] as Word);
    loose.push(...rest);
    out.push(rest.reduce(glued, word));
  }
  return out;
}

function isValue(text: string | undefined): boolean {
  return text !== undefined && !/^(?:[-\u2013\u2014]|https?:\/\/|\{[A-Z]\w*\})/.test(text);
}

function glued(a: Word, b: Word): Word {
  return { text: `${a.text} ${b.text}`, at: [...a.at, b.start, ...b.at], start: a.start, end: b.end };
}

/** `--data-urlencode`: `content`, `=content` or `name=content`. */
function urlencoded(text: string): string {
  const equals = text.indexOf('=');
  if (equals < 0) return encodeURIComponent(text);
  const name = text.slice(0, equals);
  return `${name === '' ? '' : `${name}=`}${encodeURIComponent(text.slice(equals + 1))}`;
}
