// Pages with many operations, each under a heading of its own: blocks → endpoints. The layout `sections` of a profile.
import type { Diagnostic } from '../../diagnostic.js';
import type { Profile, Role } from '../../profiles/profile.js';
import {
  type Block,
  type Document,
  type HeadingBlock,
  type Inline,
  type ItemBlock,
  linksOf,
  type ParagraphBlock,
} from '../../read/document.js';
import { Account, reportLost } from '../account.js';
import { withCode } from '../code-marks.js';
import { withoutDeprecation } from '../deprecation.js';
import { emptyEndpoint, emptyPage } from '../empty-page.js';
import { languageOf, pageId } from '../identity.js';
import type { Page } from '../page.js';
import { readMethods, readPrivileges, readStatuses } from '../page-text.js';
import { isUrl } from '../urls.js';
import { announcedBy, answersIn, leadsWithStatus, listsStatuses, titledStatus, toldWith } from './answers.js';
import { readAssignment, readBullet, readDefinition, readTerm } from './attributes.js';
import { blueprintFinding, isBlueprintSection } from './blueprint.js';
import { beginsAnswer, captionOf } from './captions.js';
import { readFence, readRequestFence, sampleOfItem } from './code-blocks.js';
import { HeaderAsides } from './header-asides.js';
import { beginsAsAttribute, readAssigned, readLabelledAttribute } from './loose-attributes.js';
import { OpenOperation } from './open-operation.js';
import { type OperationStart, operationStarts } from './operation-starts.js';
import { readTable } from './operation-tables.js';
import { readLabelled, requestLines } from './request-line.js';
import { requiredNames } from './required-names.js';
import { sampleSections } from './sample-sections.js';
import { endsWithRequired, OF_ALL, PARTS, Section, type Surroundings, titledSection } from './section.js';
import { isMessage } from './shown-requests.js';
import { withUsualForms } from './usual-forms.js';
import { ValueItems } from './value-items.js';

/** Understands one page. Never throws on any text. */
export function recogniseOperations(document: Document, profile: Profile): { page: Page; diagnostics: Diagnostic[] } {
  return new OperationRecogniser(withUsualForms(document, profile), profile).run();
}

class OperationRecogniser {
  private readonly account = new Account();
  private readonly diagnostics: Diagnostic[] = [];
  private readonly page: Page;
  private readonly starts: Map<Block, OperationStart>;
  private readonly samples: ReadonlyMap<HeadingBlock, Role>;
  private readonly section = new Section();
  private readonly values: ValueItems;
  private open: OpenOperation | undefined;
  /** Headers that sentences beside the operations name. */
  private readonly common: HeaderAsides;
  private inBlueprint = false;
  /** In front of the first section, table, list or code of an operation: what stands there describes it. */
  private introduces = false;
  /** What stands below the last heading and in front of its operations. */
  private before: Inline[] = [];
  /** In front of the first heading inside of an operation: what it shows may stand above what describes it. */
  private inFront = false;

  constructor(
    private readonly document: Document,
    private readonly profile: Profile,
  ) {
    const { id, title } = pageId(document);
    this.common = new HeaderAsides(profile);
    this.values = new ValueItems(profile.wording);
    this.samples = sampleSections(document.blocks, profile);
    this.starts = operationStarts(document.blocks, profile);
    this.page = emptyPage(id, title, languageOf(document, profile), document, this.account);
  }

  run(): { page: Page; diagnostics: Diagnostic[] } {
    for (const block of this.document.blocks) this.block(block);
    this.close(this.document.text.length);
    this.common.settleInAll(this.page.endpoints);
    this.diagnostics.push(...reportLost(this.account, this.document, this.page));
    return { page: this.page, diagnostics: this.diagnostics };
  }

  private block(block: Block): void {
    const start = this.starts.get(block);
    if (start) this.begin(start, block);
    this.links(block);
    const requests = this.open ? requestLines(block, this.profile) : [];
    if (this.open && requests.length > 0) {
      const { role } = this.section;
      const isShown = block.kind === 'fence' && (role === 'requestSample' || role === 'responseSample');
      this.open.request(requests, isMessage(block) || isShown);
      if (block.kind === 'paragraph' && block.ofCommand) this.open.endpoint.inCommand = true;
      if (block.kind === 'fence') readRequestFence(block, this.open, this.account);
      if (block.kind === 'item') this.account.use(block, 'request line');
      if (block.kind !== 'heading') return;
    }
    if (block.kind !== 'paragraph' && !start) this.introduces = false;
    if (block.kind === 'heading') this.heading(block, start !== undefined);
    else if (block.kind === 'paragraph') this.paragraph(block);
    else if (block.kind === 'item') this.item(block);
    else if (block.kind === 'fence') readFence(block, this.surroundings());
    else if (block.kind === 'table') readTable(block, this.surroundings());
    else this.page.comments.push(block);
  }

  private begin(start: OperationStart, block: Block): void {
    const end = block.span.start;
    // What only an overview lists stands behind all the others.
    this.close(end < (this.open?.endpoint.span.start ?? 0) ? this.document.text.length : end);
    const title = withoutDeprecation(start.title || this.page.title, this.profile.wording);
    const at = block.span.start;
    const endpoint = emptyEndpoint(title, { start: at, end: at });
    if (block.kind === 'heading' && block.inProse) endpoint.inProse = true;
    this.open = new OpenOperation(endpoint, start, this.profile);
    for (const line of this.before) this.open.told(line);
    this.section.enter('parameters');
    this.section.caption = undefined;
    this.inBlueprint = false;
    this.introduces = true;
    this.inFront = true;
  }

  private close(end: number): void {
    if (this.open) this.page.endpoints.push(this.open.finish(end));
    this.open = undefined;
    this.section.enter(undefined);
  }

  private heading(heading: HeadingBlock, starts: boolean) {
    this.page.headings.push(heading);
    if (starts) return this.account.use(heading, 'operation');
    this.inFront = false;
    const titled = titledSection(heading.text, this.profile);
    const role = this.samples.get(heading) ?? titled?.role;
    if (this.open && role && !this.endsWith(role, heading.level)) {
      this.account.use(heading, `section ${role}`);
      // What a section ends with says nothing of the next; a title without a role may stand above it for that.
      if (this.section.role !== undefined) this.section.caption = undefined;
      if (role !== 'responseBody' && role !== 'responseSample' && role !== 'sample') this.open.entitle();
      this.section.enter(role === 'sample' ? this.section.sampleRole() : role);
      this.section.required = titled?.required === true;
      return;
    }
    if (this.open?.endsAt(heading)) this.close(heading.span.start);
    if (!this.open) this.before = [];
    if (this.open) {
      const [status, ...others] = answersIn(heading, this.profile, this.section.side === 'response');
      const one = status && others.length === 0 ? status : undefined;
      this.open.entitle(one);
      this.account.use(heading, one ? 'status' : 'caption');
      this.section.caption = heading.text;
      this.section.enter(one && 'response');
    } else if (heading.level === 1) this.account.use(heading, 'title');
    else this.account.ignore(heading, 'prose');
  }

  /** A section about errors or the whole API beside the operations is about all of them. */
  private endsWith(role: Role, level: number): boolean {
    const own = this.open?.start.level ?? 0;
    return own > 1 && (level < own || (level === own && !this.open?.isFlat && OF_ALL.has(role)));
  }

  /** Lines of text, or a name with what it is on the first line, and its description below. */
  private paragraph({ lines, span }: ParagraphBlock) {
    const text = lines.map((line) => line.text).join('\n');
    const item: ItemBlock = { kind: 'item', indent: 0, text, span, links: [] };
    const marked = withCode(item, this.document.text);
    this.open?.queries.told(marked);
    if (this.open) this.open.told(marked);
    else this.before.push(marked);
    if (this.section.side === 'response' && /^[1-5]\d\d(?: [^\n]{1,40})?\n:[ \t]/.test(text))
      return this.item({ ...item, text: text.replace(/\n:[ \t]{1,8}/, ': ') });
    const side = this.section.role === 'responseBody' || this.section.side === 'request';
    const attribute =
      (side ? readDefinition(item, this.profile, this.document.text) : undefined) ??
      (this.section.side ? readTerm(item, this.profile, this.document.text) : undefined);
    if (attribute) this.section.require(attribute);
    if (attribute && this.open) this.open.bullet(0, attribute, this.section.role);
    else {
      for (const line of lines) this.text(line);
      (this.open?.headers ?? this.common).told(marked, this.section.told);
    }
    this.open?.endParagraph();
  }

  /** What the line is used as; undefined where it tells nothing that anything takes. */
  private text(line: Inline): string | undefined {
    const { open } = this;
    if (line.text === '') return undefined;
    if (!open) {
      if (this.page.summary === '') this.page.summary = line.text;
      return undefined;
    }
    const assigned = readAssignment(line, this.section.caption, this.profile);
    // Of the parameters of a URL, those that its path has not stand behind the `?`.
    if (assigned) {
      open.bullet(0, assigned, this.section.role === 'path' ? 'query' : this.section.role);
      return 'attribute';
    }
    const titled = titledStatus(line, this.profile);
    const caption = captionOf(titled?.title ?? line.text, this.profile);
    const answers = answersIn(line, this.profile, listsStatuses(this.section.role, line));
    open.answers(answers);
    open.remark(line.text, this.introduces);
    const announced =
      announcedBy(line, answers, this.profile) ?? (open.requestTable ? toldWith(line, answers) : undefined);
    this.section.announced = announced;
    if (caption) {
      this.introduces = false;
      open.unnest();
      if (caption === 'requestBody') open.sentAs(line);
      if (titled) open.entitle(titled.status);
      this.section.caption = undefined;
      this.section.enter(caption === 'sample' ? this.section.sampleRole() : caption);
      this.section.announced = announced;
      this.section.required = endsWithRequired(line.text, this.profile);
      return `section ${caption}`;
    }
    if (beginsAnswer(line.text, this.profile)) this.section.enter('response');
    if (this.section.role === 'responseBody' && /^array of /i.test(line.text)) open.unnest('[]');
    // What tells of a failure is the caption of the sample below.
    this.section.caption = answers.every(({ code }) => code >= '400') ? line.text : undefined;
    const { role } = this.section;
    if (role === 'response' || (role === 'status' && answers.length === 0)) open.returns(line.text);
    open.require(requiredNames(line.text, this.profile));
    if (this.labelled(line, open)) return 'label';
    if (this.section.role === 'privileges') open.allowed(readPrivileges(line, this.profile));
    if (this.section.role === 'url' && isUrl(line.text)) open.url(line.text, line.span);
    else if (this.section.role === 'method') open.methods(readMethods(line, this.profile));
    else if (open.describe(line.text, this.introduces, this.inFront)) {
      this.introduces ||= this.inFront;
      return 'description';
    } else return answers.length > 0 ? 'status' : undefined;
    return this.section.role;
  }

  /** `Method: POST`, `URL: /login`, `Code: 200 OK`: a line that is a section of its own. */
  private labelled(line: Inline, open: OpenOperation): boolean {
    const found = readLabelled(line.text, this.profile);
    if (found?.role === 'url') open.url(found.value, line.span);
    else if (found?.role === 'method') open.methods(readMethods({ ...line, text: found.value }, this.profile));
    else if (found?.role === 'privileges') open.allowed(readPrivileges({ ...line, text: found.value }, this.profile));
    else if (found?.role === 'status') open.answers(readStatuses({ ...line, text: found.value }, this.profile));
    else if (found && PARTS.has(found.role) && found.value.length < 60) this.section.enter(found.role);
    else return false;
    return true;
  }

  private item(item: ItemBlock) {
    const { open } = this;
    if (isBlueprintSection(item, this.document.text)) {
      if (this.diagnostics.length === 0)
        this.diagnostics.push(blueprintFinding(this.document, item.span.start, this.page));
      this.inBlueprint = true;
    }
    const marked = withCode(item, this.document.text);
    if (!open) {
      this.common.told(marked, undefined);
      return this.account.ignore(item, 'prose');
    }
    const listed = /^(?:status|errors|response)$/.test(this.section.role ?? '');
    const answers = answersIn(item, this.profile, listed || leadsWithStatus(item, this.document.text));
    open.answers(answers);
    if (answers.length > 0 && !beginsAsAttribute(item, this.document.text)) {
      open.headers.told(marked, 'response', answers.length === 1 ? answers : undefined);
      this.account.use(item, 'status');
      const sample = sampleOfItem(item, this.document.text);
      if (sample) open.sample('response', sample);
      return;
    }
    if (this.inBlueprint) return this.account.ignore(item, 'prose');
    const told = readLabelledAttribute(item, this.profile, this.document.text);
    const attribute =
      told?.attribute ??
      readBullet(item, this.profile, this.document.text) ??
      readAssigned(item, this.section.role, this.profile, this.document.text);
    const value = this.values.read(item, attribute);
    if (this.section.role === 'privileges') return this.account.use(item, this.text(item) ?? 'privilege');
    if (attribute) this.section.require(attribute);
    if (value) open.allow(value.name, [value.value]);
    else if (attribute) open.bullet(item.indent, attribute, told?.role ?? this.section.role);
    const plain = !attribute && !value;
    const as = plain ? this.text(item) : 'attribute';
    if (plain) open.told(marked);
    if (plain) open.headers.told(marked, this.section.told);
    open.queries.told(marked, this.section.role);
    if (as) this.account.use(item, as);
    else this.account.ignore(item, 'explanation');
  }

  private surroundings(): Surroundings {
    const { open, section, page, profile } = this;
    return { open, section, page, profile };
  }

  private links(block: Block): void {
    for (const link of linksOf(block))
      this.account.ignore(link, block.kind === 'comment' ? 'commented-out' : 'navigation');
  }
}
