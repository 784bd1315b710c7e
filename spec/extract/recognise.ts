// Document + profile → page: every block is handed to the section it stands in; what nobody takes is reported.
import type { Diagnostic } from '../diagnostic.js';
import type { Profile, Role } from '../profiles/profile.js';
import type { Block, Document, HeadingBlock, ItemBlock } from '../read/document.js';
import { Account, reportLost } from './account.js';
import { BodyItems } from './body-items.js';
import { deprecates } from './deprecation.js';
import { FenceReader } from './fence-facts.js';
import { withSectionLevels } from './flat-headings.js';
import { attachFootnotes, type Footnote, readFootnotes } from './footnotes.js';
import { joinParts } from './join-parts.js';
import { withListedTables } from './listed-tables.js';
import { withoutRowNumbers } from './numbered-rows.js';
import { recogniseOperations } from './operations/recognise-operations.js';
import { optionExamples, optionValue, showsOption } from './option-facts.js';
import { optionName } from './option-name.js';
import { optionWords } from './option-words.js';
import type { BodyFacts, ErrorRow, Page } from './page.js';
import { type PagePart, partsOf } from './page-parts.js';
import { PageState } from './page-state.js';
import { isMethod, statusTitle } from './page-text.js';
import { withRepeatedCells } from './repeated-cells.js';
import { SpokenFacts } from './spoken-facts.js';
import { TableReader } from './table-facts.js';
import { TextReader } from './text-facts.js';
import { withToldTitles } from './told-titles.js';
import { withUprightTables } from './upright-tables.js';

export interface Recognition {
  page: Page;
  diagnostics: Diagnostic[];
}

/** Understands one page. Never throws on any text. */
export function recognise(read: Document, profile: Profile): Recognition {
  const tables = withRepeatedCells(withoutRowNumbers(withListedTables(read, profile)), profile);
  const document = withUprightTables(tables, profile);
  if (profile.layout === 'sections') return recogniseOperations(document, profile);
  return recogniseOne(withSectionLevels(withToldTitles(document, profile), profile), profile);
}

/** A page that documents one operation, or parts of it that do. */
function recogniseOne(document: Document, profile: Profile): Recognition {
  const account = new Account();
  const [first, ...others] = partsOf(document, profile);
  const recognisePart = (part: PagePart): Recognition => new Recogniser(document, part, profile, account).run();
  const { page, diagnostics } =
    others.length === 0 ? recognisePart(first) : joinParts(recognisePart(first), others.map(recognisePart));
  return { page, diagnostics: [...diagnostics, ...reportLost(account, document, page)] };
}

class Recogniser {
  private readonly state: PageState;
  private readonly texts: TextReader;
  private readonly fences: FenceReader;
  private readonly tables: TableReader;
  private readonly spoken: SpokenFacts;
  private sawRequestParts = false;
  private readonly footnotes: Footnote[] = [];
  /** The section whose words end with an item of a list. */
  private listOf: Role | undefined;
  /** The body whose fields a list describes. */
  private listed: { body: BodyFacts; items: BodyItems } | undefined;

  constructor(document: Document, part: PagePart, profile: Profile, account: Account) {
    this.state = new PageState(document, part, profile, account);
    this.texts = new TextReader(this.state);
    this.fences = new FenceReader(this.state);
    this.tables = new TableReader(this.state);
    this.spoken = new SpokenFacts(profile);
  }

  run(): Recognition {
    for (const block of this.state.part.blocks) this.block(block);
    this.tables.finish();
    attachFootnotes(this.state.endpoint, this.footnotes, this.state.profile.wording);
    this.finish();
    return { page: this.state.page, diagnostics: this.state.diagnostics };
  }

  private block(block: Block): void {
    const lines = block.kind === 'paragraph' ? block.lines : block.kind === 'item' ? [block] : [];
    const { document, sections } = this.state;
    for (const line of lines) this.spoken.told(line, document.text, sections.role);
    this.footnotes.push(...lines.flatMap((line) => readFootnotes(line, this.state.profile.wording)));
    if (block.kind === 'paragraph') this.prose(block.lines.map((line) => line.text).join('\n'));
    else if (block.kind === 'item') this.prose(block.text, block.indent);
    if (block.kind === 'heading') this.heading(block);
    else if (block.kind === 'table') this.tables.table(block);
    else if (block.kind === 'fence') this.fences.fence(block);
    else if (block.kind === 'paragraph') this.texts.paragraph(block.lines);
    else if (block.kind === 'item') this.item(block);
    else {
      this.state.page.comments.push(block);
      for (const link of block.links) this.state.account.ignore(link, 'commented-out');
    }
  }

  private item(item: ItemBlock): void {
    const { role } = this.state.sections;
    if (role === 'requestBody' || role === 'responseBody') {
      const { body } = this.state;
      if (this.listed?.body !== body) this.listed = { body, items: new BodyItems() };
      if (this.listed.items.take(item, body, this.state.profile)) {
        this.state.account.use(item, 'field');
        for (const link of item.links) this.state.link(link, role);
        return;
      }
    }
    const known = this.known;
    this.texts.text(item, true);
    if (role && KEPT.has(role)) this.state.account.use(item, 'description');
    else if (this.known > known) this.state.account.use(item, `${role}`);
    else this.state.account.ignore(item, 'prose');
  }

  /** How many facts there are that a list item may tell. */
  private get known(): number {
    const { endpoint, page } = this.state;
    const told = [endpoint.parameters, endpoint.urls, endpoint.methods, endpoint.options, page.errors];
    const answered = endpoint.responses.flatMap(({ statuses, headers }) => [statuses, headers]);
    return [...told, ...answered].reduce((sum, { length }) => sum + length, 0);
  }

  /** What the page says of the operation in words. @param indent of a list item */
  private prose(text: string, indent?: number): void {
    const { page, sections, endpoint, profile } = this.state;
    const { role } = sections;
    if (deprecates(text, role === 'overview' || role === undefined, profile.wording)) endpoint.deprecated = true;
    if ((role !== 'overview' && role !== 'restrictions') || text.trim() === '') return;
    const before = page[role];
    if (indent === undefined) {
      this.listOf = undefined;
      page[role] = before === '' ? text : `${before}\n\n${text}`;
      return;
    }
    const item = `${' '.repeat(indent)}* ${text.replaceAll('\n', `\n${' '.repeat(indent + 2)}`)}`;
    page[role] = before === '' ? item : `${before}${this.listOf === role ? '\n' : '\n\n'}${item}`;
    this.listOf = role;
  }

  private heading(heading: HeadingBlock): void {
    this.state.page.headings.push(heading);
    for (const link of heading.links) this.state.account.ignore(link, 'navigation');
    const parentRole = this.state.sections.role;
    const parentSide = this.state.sections.side;
    const role = this.state.sections.enter(heading);
    this.state.line = undefined;
    if (parentRole === 'method' && isMethod(heading.text.trim())) {
      this.state.endpoint.methods.push({ value: heading.text.trim(), span: heading.span });
      this.state.account.use(heading, 'method');
      return;
    }
    if (role === undefined && this.status(heading)) return;
    if (role) {
      this.state.account.use(heading, `section ${role}`);
      if (role === 'restrictions') this.prose(`**${heading.text}**`);
      if (role === 'failureBody') this.state.startFailure(heading);
      if (role === 'response' && !this.state.profile.titles.match(heading.text)?.exact)
        this.state.startResponse(heading);
      if (role === 'status') this.state.startOutcome();
      if (REQUEST_PARTS.has(role)) this.sawRequestParts = true;
      return;
    }
    if (heading.level === 1) this.state.account.use(heading, 'title');
    else if (parentSide || parentRole) this.state.account.use(heading, 'caption');
    else this.state.account.ignore(heading, 'prose');
  }

  /** A status as the title of what it comes with, "200 OK" below "Responses". */
  private status(heading: HeadingBlock): boolean {
    const { side, role } = this.state.sections;
    if (side !== 'response' || (role !== undefined && role !== 'status')) return false;
    const status = statusTitle(heading, this.state.profile);
    if (!status) return false;
    this.state.startStatus(status);
    this.state.account.use(heading, 'status');
    return true;
  }

  /** A page about a query option: its name by the title, its value by the form and the tables. */
  private option(): void {
    const { page, document, profile, account } = this.state;
    const named = optionName(page.title, profile);
    if (named) page.option = { name: named, description: page.summary, span: { start: 0, end: 0 } };
    const { option } = page;
    if (!option) return;
    for (const block of document.blocks)
      if (block.kind === 'fence' && showsOption(block.text, option.name)) account.use(block, 'query option');
    const value = optionValue(document, option.name, profile);
    // The examples of a list of values are those values.
    const examples = value?.field.listed ? [] : optionExamples(document, option.name);
    const told = new Set([...(value?.rows ?? []), ...examples.map(({ row }) => row)]);
    for (const row of told) account.use(row, 'query option');
    if (this.state.endpoint.urls.length === 0) {
      const words = optionWords(document, option.name, profile, told);
      option.description = words.text;
      for (const item of words.items) account.use(item, 'query option');
    }
    if (value) option.value = value.field;
    if (examples.length > 0) option.examples = examples.map(({ name, value }) => ({ name, value }));
  }

  /** Methods in front of the forms are those of the page where no section tells them; one that it does not list means nothing. */
  private methodsOfForms(): void {
    const { methods, urls } = this.state.endpoint;
    const told = new Set(methods.map(({ value }) => value));
    for (const form of urls)
      if (form.method === undefined) continue;
      else if (told.size === 0 || told.has(form.method)) methods.push({ value: form.method, span: form.span });
      else delete form.method;
  }

  /** Errors in the part of the page that documents the operation are its own; others are those of every operation. */
  private ownErrors(): void {
    const { page, endpoint, part } = this.state;
    const isOwn = ({ span }: ErrorRow): boolean => span.start >= part.span.start && span.start < part.span.end;
    endpoint.errors = page.errors.filter(isOwn);
    page.errors = page.errors.filter((row) => !isOwn(row));
  }

  private finish(): void {
    const { endpoint } = this.state;
    this.option();
    this.methodsOfForms();
    const documents =
      endpoint.methods.length > 0 || endpoint.urls.length > 0 || (this.sawRequestParts && endpoint.commands.length > 0);
    if (documents && (endpoint.urls.length > 0 || endpoint.commands.length > 0)) {
      this.state.page.endpoints.push(endpoint);
      this.ownErrors();
      this.spoken.settle(endpoint);
    } else this.state.page.commands = endpoint.commands;
    const dedupe = new Set<string>();
    endpoint.methods = endpoint.methods.filter(({ value }) => !dedupe.has(value) && dedupe.add(value));
  }
}

/** Sections whose text is kept in words, or means something in any words. */
const KEPT: ReadonlySet<Role> = new Set<Role>([
  'overview',
  'restrictions',
  'privileges',
  'requestBody',
  'responseBody',
  'failureBody',
  'errors',
]);

/** Sections that only a page with an operation has. */
const REQUEST_PARTS: ReadonlySet<Role> = new Set<Role>(['request', 'url', 'method', 'requestBody', 'requestHeader']);
