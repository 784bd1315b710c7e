// Lines of text and list items → the facts in them, by the section that they stand in.
import { formatKey } from '../profiles/format-key.js';
import type { Profile } from '../profiles/profile.js';
import type { Inline } from '../read/document.js';
import { withCode } from './code-marks.js';
import { readErrorLine } from './error-rows.js';
import { looksLikeHeader } from './header-names.js';
import { readRequestLine } from './operations/request-line.js';
import { optionName } from './option-name.js';
import { formsOf } from './optional-parts.js';
import type { BodyFacts, FieldRow } from './page.js';
import type { PageState } from './page-state.js';
import { isMethod, quotedPrivileges, readMethods, readPrivileges, readStatuses } from './page-text.js';
import { readRequired } from './table-rows.js';
import { goesOn, isUrl, MAX_URL, urlsIn } from './urls.js';

export class TextReader {
  /** The line of the privileges before, where it begins an example that names none: in copied text they stand in a line of their own. */
  private example: Inline | undefined;

  constructor(private readonly state: PageState) {}

  /** Lines of a paragraph; where URLs stand in no code block, one that goes on in the next line is one all the same. */
  paragraph(lines: Inline[]): void {
    if (this.state.sections.role !== 'url') {
      for (const line of lines) this.text(line, false);
      return;
    }
    const joined: Inline[] = [];
    for (const line of lines) {
      const last = joined.at(-1);
      if (last && isUrl(last.text) && !/\s/.test(line.text) && goesOn(last.text, line.text))
        joined[joined.length - 1] = {
          text: last.text + line.text,
          span: { start: last.span.start, end: line.span.end },
          links: [...last.links, ...line.links],
        };
      else joined.push(line);
    }
    for (const line of joined) this.text(line, false);
  }

  text(line: Inline, item: boolean): void {
    const role = this.state.sections.role;
    for (const link of line.links) this.state.link(link, role);
    if (line.text === '') return;
    this.state.line = line;
    this.announcement(line);
    if (role === 'privileges') this.privileges(line);
    else if (role === 'method') this.state.endpoint.methods.push(...readMethods(line, this.state.profile));
    else if (role === 'url') this.urlText(line);
    else if (role === 'status') this.statusText(line);
    else if (role === 'requestHeader') addHeaders(this.state, line, 'request');
    else if (role === 'responseHeader') addHeaders(this.state, line, 'response');
    else if (role === 'requestBody') this.bodyText(this.state.endpoint.body, line);
    else if (role === 'responseBody' || role === 'failureBody') this.bodyText(this.state.response.body, line);
    else if (role === 'overview' && this.state.page.summary === '' && !item) this.state.page.summary = line.text;
    else if (role === 'errors') this.errorText(line);
    else if (role === 'query') this.queryText(line, item);
  }

  private privileges(line: Inline): void {
    const shown = this.example;
    const told = readPrivileges(shown ? { ...line, text: `${shown.text}\n${line.text}` } : line, this.state.profile);
    const opens = told.length === 0 && this.state.profile.wording.exampleLine.test(line.text.trim());
    this.example = opens && this.state.document.flattened ? line : undefined;
    const sure = told.some(({ conditional }) => !conditional);
    const quoted = sure ? [] : quotedPrivileges(withCode(line, this.state.document.text));
    const named = quoted.length > 0 ? quoted : told;
    this.state.endpoint.privileges.push(...named);
    if (named.length === 0 && this.saysWho(line.text)) this.state.restrict(line.text);
  }

  /** "Only the owner": what no privilege says; captions of privileges and "None" say nothing. */
  private saysWho(text: string): boolean {
    const { words, titles } = this.state.profile;
    return !words.none.match(text) && titles.match(text) === undefined && !/[:：]$/.test(text);
  }

  /** A line that stands where other pages have a heading: "When registering Box", "Namespace". */
  private announcement(line: Inline): void {
    if (!this.state.sections.side || line.text.length > 70) return;
    const match = this.state.profile.titles.match(line.text);
    if (match?.value === 'variant' && match.capture) this.state.sections.variant = match.capture;
    if (match?.value === 'namespace') this.state.sections.namespace = true;
  }

  private urlText(line: Inline): void {
    for (const text of line.text.split('\n').map((part) => part.trim())) {
      const request = readRequestLine(text);
      if (request) addUrl(this.state, request.url, line.span, request.method);
      else if (isUrl(text)) addUrl(this.state, text, line.span);
      else for (const url of urlsIn(text, this.state.profile)) addUrl(this.state, url, line.span);
    }
  }

  private statusText(line: Inline): void {
    this.state.response.statuses.push(...readStatuses(line, this.state.profile));
  }

  private bodyText(body: BodyFacts, line: Inline): void {
    const words = line.text.trim();
    body.span ??= line.span;
    // The title of the table of an object.
    if (/^[{｛]\s{0,3}\d+\s{0,3}[}｝]$/.test(words)) return;
    if (this.state.profile.words.none.match(words.replace(/^_+|_+$/g, ''))) {
      if (body.tables.length === 0) body.none = line.span;
      return;
    }
    if (words.length < 30 && this.mediaOf(words) && !body.format) body.format = { value: words, span: line.span };
    else body.prose.push({ value: line.text, span: line.span });
  }

  private mediaOf(words: string): string | undefined {
    const key = formatKey(words, this.state.profile);
    return this.state.profile.media.formats[key] ?? (/^[a-z]+\/[\w.+-]+$/.test(key) ? key : undefined);
  }

  /** `404 Not Found: no such box`, where other pages have a row of a table; a line that only announces what follows refers to nothing. */
  private errorText(line: Inline): void {
    const errors = readErrorLine(line, this.state.profile);
    this.state.page.errors.push(...errors);
    if (errors.length > 0 || /[:：]$/.test(line.text)) return;
    this.state.endpoint.refersToErrors = true;
    const group = /["“「]([^"”」]{3,60})["”」]/.exec(line.text)?.[1];
    if (group) this.state.endpoint.errorGroup = group;
  }

  /** `recursive: true or false`, where other pages have a row of a table. */
  private queryText(line: Inline, item: boolean): void {
    const row =
      /^[?&]?(\$?(?!(?:note|example|ex)\s?[:：-])[a-z_]\w{0,60})\s?(?:[(（]([^()（）]{1,40})[)）]\s?)?(?:[:：]|\s[-–—])\s?(\S[^\n]*)$/;
    const [, name, mark = '', words = ''] = (item && row.exec(line.text.trim())) || [];
    if (name !== undefined && this.state.sections.side === 'request')
      this.state.endpoint.parameters.push({ ...markedRow(name, mark, words, line, this.state.profile), in: 'query' });
    else this.optionText(line);
  }

  /** In flattened text a link to a query option has become its words; a sentence may name one that has no row ("specified for $format"). */
  private optionText(line: Inline): void {
    const { options } = this.state.endpoint;
    const title = this.state.document.flattened ? optionName(line.text, this.state.profile) : undefined;
    const refused = this.state.profile.wording.tellsOfRefusal.test(line.text);
    const named = title || refused || line.links.length > 0 ? [] : (line.text.match(/(?<![\w{])\$[a-z]+\b/g) ?? []);
    for (const name of title ? [title] : named)
      if (!options.some((option) => option.name === name)) options.push({ name, href: '', span: line.span });
  }
}

/** A URL form for what the section is about; WebSocket addresses are none. */
export function addUrl(
  { endpoint, sections }: PageState,
  text: string,
  span: { start: number; end: number },
  method?: string,
): void {
  if (/^wss?:/.test(text) || text.length > MAX_URL) return;
  const target = sections.variant;
  const about = { span, ...(target ? { target } : {}), ...(method && isMethod(method) ? { method } : {}) };
  endpoint.urls.push(...formsOf(text).map((form) => ({ text: form, ...about })));
}

/** `ETag: version of the label`, or the name alone, where other pages have a row of a table. */
export function addHeaders(
  { endpoint, response, profile }: PageState,
  line: Inline,
  side: 'request' | 'response',
): void {
  for (const text of line.text.split('\n')) {
    const found =
      /^([A-Za-z][A-Za-z-]{1,60})\s?(?:[(（]([^()（）]{1,40})[)）]\s?)?(?:[:：]|\s[-–—])\s*(\S.*)$/.exec(text.trim()) ??
      /^([A-Z][A-Za-z]*-[A-Za-z-]{1,60})$/.exec(text.trim());
    const [, name, mark = '', words = ''] = found ?? [];
    if (name === undefined || !looksLikeHeader(name)) continue;
    const field = markedRow(name, mark, words, line, profile);
    if (side === 'request') endpoint.parameters.push({ ...field, in: 'header' });
    else response.headers.push(field);
  }
}

/** `limit (optional): …`, `limit (integer, required)`: what stands in brackets behind the name says whether it must be there. */
function markedRow(name: string, mark: string, words: string, line: Inline, profile: Profile): FieldRow {
  const marks = mark.split(/[,、;]/).map((one) => one.trim());
  const requiredText = marks.find((one) => readRequired(one, profile) !== undefined) ?? '';
  return { ...rowOf(name, words, line), requiredText, required: readRequired(requiredText, profile) === 'yes' };
}

/** A parameter or header that a line describes, as a row would. */
function rowOf(name: string, overview: string, { span }: Inline): FieldRow {
  return {
    ...{ name, written: name, overview, described: overview, effective: '', type: '', notes: '', requiredText: '' },
    ...{ required: false, conditional: false, nameSpan: span, span },
    row: { kind: 'row', cells: [], span, closed: true },
  };
}
