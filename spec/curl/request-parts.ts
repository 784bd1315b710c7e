// What the options of a command add up to: URLs, headers, data and forms, and the request that curl makes of them.
import type { DocumentedRequest } from '../contract/docproof.js';
import { type FormPart, formBody, readFormPart } from './form-body.js';
import type { CurlOption } from './options.js';
import type { Role } from './word.js';

export class RequestParts {
  private readonly urls: string[] = [];
  private readonly headers: Record<string, string> = {};
  private readonly data: string[] = [];
  private readonly files: string[] = [];
  private readonly forms: FormPart[] = [];
  private readonly queries: string[] = [];
  private method: string | undefined;
  private hasData = false;
  private json = false;
  private get = false;
  private head = false;
  private upload = false;

  /** @param input what comes in by standard input */
  constructor(private readonly input: string | undefined) {}

  get hasUrl(): boolean {
    return this.urls.length > 0;
  }

  url(text: string): void {
    this.urls.push(text);
  }

  /** @param text the option's value, read for its role */
  add(effect: CurlOption['effect'], text: (role: Role) => string): void {
    switch (effect) {
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
        this.form(text('body'), effect === 'form');
        break;
      default:
        this.minor(effect, text);
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
      // A file of cookies is that of an earlier login: no content of this request, which is sent as who is asked for.
      const cookie = text('header');
      if (cookie.includes('=')) this.set('Cookie', cookie);
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
      .replace(/(?<!\s)\s*\n\s*/g, ' ')
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
    const part = readFormPart(text, mayBeFile);
    if (!part) return;
    if (part.file !== undefined) this.files.push(part.file);
    this.forms.push(part);
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
      this.formType(form.type);
    }
    return {
      method: this.method ?? this.impliedMethod(hasBody),
      url: query === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${query}`,
      headers: this.headers,
      ...(body === undefined ? {} : { body }),
      ...(this.files.length > 0 ? { files: this.files } : {}),
    };
  }

  /** As curl does, which adds the boundary to a type that a header says. */
  private formType(type: string): void {
    const own = Object.keys(this.headers).find((name) => name.toLowerCase() === 'content-type');
    if (own === undefined) this.headers['Content-Type'] = type;
    else if (!/;\s*boundary=/i.test(this.headers[own] ?? '')) this.headers[own] += type.slice(type.indexOf(';'));
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

/** `--data-urlencode`: `content`, `=content` or `name=content`. */
function urlencoded(text: string): string {
  const equals = text.indexOf('=');
  if (equals < 0) return escaped(text);
  const name = text.slice(0, equals);
  return `${name === '' ? '' : `${name}=`}${escaped(text.slice(equals + 1))}`;
}

/** As curl does: all but the unreserved characters (RFC 3986, section 2.3). */
function escaped(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
