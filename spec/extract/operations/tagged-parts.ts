// What pages tell in tags of components, `<ParamField …>` or `{% swagger-response status="201" %}` → headings and tables as other pages have them.
import type { Profile, Role } from '../../profiles/profile.js';
import { type ComponentTag, closedTags, componentTags } from '../../read/component-tags.js';
import type { Block, Document, HeadingBlock, Span } from '../../read/document.js';
import { readInline } from '../../read/inline.js';
import { isMethod } from '../page-text.js';
import { isUrl } from '../urls.js';
import { readRequestLine } from './request-line.js';
import { namedBy, parameterTable, type TaggedParameter } from './tagged-parameters.js';

const LEVELS = 6;
/** Tags in tags; those that nothing closes hold nothing. */
const MOST_OPEN = 30;
/** Sections that the name of a tag may open: `<ResponseExample>`, `{% api-method-path-parameters %}`. */
const SECTIONS: ReadonlySet<Role> = new Set<Role>([
  'parameters',
  'path',
  'query',
  'requestHeader',
  'requestBody',
  'requestSample',
  'response',
  'responseHeader',
  'responseBody',
  'responseSample',
]);
const ANSWERS: ReadonlySet<Role | undefined> = new Set<Role>(['response', 'responseBody', 'responseSample']);

/** The document with blocks of the usual forms in place of tags. */
export function withTaggedParts(document: Document, profile: Profile): Document {
  if (!/<[A-Z]|\{%/.test(document.text)) return document;
  return { ...document, blocks: new TaggedParts(document.text, profile).read(document.blocks) };
}

class TaggedParts {
  private readonly out: Block[] = [];
  /** Tags that are open, the outermost first. */
  private readonly open: { tag: ComponentTag; parameter?: TaggedParameter; role?: Role }[] = [];
  private parameters: TaggedParameter[] = [];
  private ofAnswer = false;
  private level = 1;

  private readonly closed: ReadonlySet<string>;

  constructor(
    private readonly text: string,
    private readonly profile: Profile,
  ) {
    this.closed = closedTags(text);
  }

  read(blocks: readonly Block[]): Block[] {
    for (const block of blocks) this.block(block);
    this.flush();
    return this.out;
  }

  private block(block: Block): void {
    const tags = holdsText(block) ? componentTags(this.text, block.span.start, block.span.end, this.closed) : [];
    if (tags.length === 0 && !(this.parameter && holdsText(block))) {
      this.flush();
      if (block.kind === 'heading') this.level = block.level;
      this.out.push(block);
      return;
    }
    let at = block.span.start;
    for (const tag of tags) {
      this.words(at, tag.start);
      this.tag(tag);
      at = tag.end;
    }
    this.words(at, block.span.end);
  }

  private get parameter(): TaggedParameter | undefined {
    return this.open.findLast(({ parameter }) => parameter)?.parameter;
  }

  /** What stands between tags describes the parameter that is open, or is a paragraph. */
  private words(start: number, end: number): void {
    const lines = linesBetween(this.text, start, end).map((span) => readInline(this.text, span.start, span.end));
    const [first] = lines;
    const last = lines.at(-1);
    if (!first || !last) return;
    if (this.parameter) {
      this.parameter.description.push(...lines);
      return;
    }
    this.flush();
    this.out.push({ kind: 'paragraph', lines, span: { start: first.span.start, end: last.span.end } });
  }

  private tag(tag: ComponentTag): void {
    if (tag.kind === 'closes') {
      const at = this.open.findLastIndex((open) => open.tag.name === tag.name);
      if (at >= 0) this.open.splice(at);
      return;
    }
    const request = requestOf(tag);
    const status = /^[1-5]\d\d\b/.test(statusOf(tag)) ? statusOf(tag) : undefined;
    const named = request || status ? undefined : namedBy(tag, this.profile);
    const role = named ? undefined : sectionOf(tag.name, this.profile);
    const parameter = named && this.isParameter(tag, named.place) ? this.parameterOf(tag, named) : undefined;
    if (request) this.request(tag, request);
    else if (status)
      this.heading(tag, [`HTTP ${status.replace(/^(\d{3}):/, '$1')}`, tag.attributes.get('description')], 2);
    else if (role) this.heading(tag, [titleOf(role, this.profile)], 2);
    if (parameter) this.add(parameter, tag);
    if (tag.kind === 'opens' && this.closed.has(tag.name) && this.open.length < MOST_OPEN)
      this.open.push({ tag, ...(parameter ? { parameter } : {}), ...(role ? { role } : {}) });
  }

  /** A tag that tells a type or a place as well, or whose name says that it is one. */
  private isParameter({ name, attributes }: ComponentTag, place: string): boolean {
    return (
      place !== '' || attributes.has('type') || /(?:param(?:eter)?|field|property|attribute|header)s?$/i.test(name)
    );
  }

  private parameterOf(tag: ComponentTag, { name, place }: { name: string; place: string }): TaggedParameter {
    const around = this.parameter;
    const list = around && /^(?:array|list)|\[\]$/i.test(around.tag.attributes.get('type') ?? '');
    return {
      tag,
      name: around ? `${around.name}${list ? '[]' : ''}.${name}` : name,
      place: place || around?.place || '',
      description: [],
    };
  }

  private add(parameter: TaggedParameter, tag: ComponentTag): void {
    const section = sectionOf(tag.name.replace(/(?:Field|Param|Property|Attribute)$/, ''), this.profile);
    const answer = ANSWERS.has(section) || this.open.some(({ role }) => ANSWERS.has(role));
    if (this.parameters.length > 0 && answer !== this.ofAnswer) this.flush();
    this.ofAnswer = answer;
    this.parameters.push(parameter);
  }

  private flush(): void {
    const { parameters } = this;
    const [first] = parameters;
    if (!first) return;
    this.parameters = [];
    if (this.ofAnswer) this.heading(first.tag, [titleOf('responseBody', this.profile)], 2);
    this.out.push(parameterTable(parameters, this.profile));
  }

  private request(tag: ComponentTag, text: string): void {
    const title = tag.attributes.get('summary') ?? tag.attributes.get('title');
    this.heading(tag, [title ?? text], 1);
    if (title === undefined && text.includes(' /')) return;
    const span = { start: tag.start, end: tag.end };
    this.out.push({ kind: 'paragraph', lines: [{ text, span, links: [] }], span });
  }

  /** @param depth below the last heading that the page itself has */
  private heading({ start, end }: ComponentTag, texts: (string | undefined)[], depth: number): void {
    this.flush();
    const text = texts.filter(Boolean).join(': ');
    const level = Math.min(this.level + depth, LEVELS);
    this.out.push({
      kind: 'heading',
      level,
      flattened: true,
      text,
      span: { start, end },
      links: [],
    } satisfies HeadingBlock);
  }
}

/** Text that is no code of a sample: what an indent makes code of stands in a tag. */
function holdsText(block: Block): boolean {
  // A tag around a path has become a request line.
  if (block.kind === 'paragraph' && readRequestLine(block.lines[0]?.text ?? '')) return false;
  return block.kind === 'paragraph' || block.kind === 'item' || (block.kind === 'fence' && block.form === 'indented');
}

function linesBetween(text: string, start: number, end: number): Span[] {
  const spans: Span[] = [];
  for (let from = start; from < end; ) {
    const feed = text.indexOf('\n', from);
    const to = feed < 0 || feed > end ? end : feed;
    if (text.slice(from, to).trim() !== '') spans.push({ start: from, end: to });
    from = to + 1;
  }
  return spans;
}

/** `{% swagger method="post" path="/things" baseUrl="https://…" %}`. */
function requestOf({ attributes }: ComponentTag): string | undefined {
  const method = attributes.get('method')?.toUpperCase() ?? '';
  const path = attributes.get('path') ?? attributes.get('url') ?? attributes.get('endpoint') ?? '';
  const base = attributes.get('baseUrl') ?? attributes.get('host') ?? '';
  const url = path.startsWith('/') ? `${base.replace(/\/$/, '')}${path}` : path;
  return isMethod(method) && isUrl(url) ? `${method} ${url}` : undefined;
}

function statusOf({ attributes }: ComponentTag): string {
  return attributes.get('status') ?? attributes.get('httpCode') ?? attributes.get('code') ?? '';
}

/** The section that the name of a tag ends with the title of: `api-method-path-parameters` → "path parameters". */
function sectionOf(name: string, profile: Profile): Role | undefined {
  const words = name
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .split(/[\s._-]+/)
    .slice(-4);
  for (let from = 0; from < words.length; from++) {
    const role = profile.titles.match(words.slice(from).join(' '))?.value;
    if (role) return SECTIONS.has(role) ? role : undefined;
  }
  return undefined;
}

function titleOf(role: Role, profile: Profile): string {
  return profile.titles.phrases.find(({ value }) => value === role)?.text ?? '';
}
