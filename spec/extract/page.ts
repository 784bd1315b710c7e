// A page as understood: facts with their places. Lint rules work on it, assembly turns it into the contract.
import type { SourceRef } from '../contract/docproof.js';
import type { CurlReading } from '../curl/read-curl.js';
import type { CommentBlock, Document, FenceBlock, HeadingBlock, Row, Span } from '../read/document.js';
import type { Account } from './account.js';
import type { Limits } from './limit-columns.js';

export interface Fact<T = string> {
  value: T;
  span: Span;
}

/** A row of a table of parameters, headers or fields. Cells are decoded text; `<br>` is a line feed. */
export interface FieldRow {
  /** As meant: a misspelt header name is corrected. */
  name: string;
  /** As written. */
  written: string;
  overview: string;
  /** The overview with its code marks, where no other column speaks of the value: it limits. */
  described?: string;
  /** Effective values: limits, character classes, lists, types of a form. */
  effective: string;
  type: string;
  notes: string;
  /** A column of its own for the default. */
  default?: string;
  /** Columns of their own for limits. */
  limits?: Limits;
  requiredText: string;
  required: boolean;
  /** Required only under a condition, which `requiredText` names. */
  conditional: boolean;
  /** By a mark beside its name, or in a cell. */
  deprecated?: true;
  /** That it may be null is said of answers alone: nothing tells that a request may have null there. */
  nullInAnswers?: true;
  /** A header that a sample shows, or that comes back in some cases only: nothing promises it. */
  maybe?: true;
  /** The value that a sentence gives it. */
  shown?: string;
  /** What a text goes on to say of it, which limits nothing. */
  rest?: string;
  /** Told of all operations, on whichever page. */
  toldAt?: SourceRef;
  /** Text of the page's notes that the cells refer to (`*1`), by number. */
  footnotes?: Record<string, string>;
  /** Values that a table below the row's own lists for it. */
  listed?: Fact[];
  nameSpan: Span;
  span: Span;
  row: Row;
}

export type ParameterPlace = 'query' | 'header' | 'path';

export interface ParameterFact extends FieldRow {
  in: ParameterPlace;
  /**
   * Only a sentence or a command names it: its words are no limits, but for those in brackets behind the name; and the value
   * that they give it.
   */
  aside?: { value?: string; behind?: string };
}

/** A row of a table that nests by reference: `Root`, `{1}`, `{2}`. */
export interface TreeRow extends FieldRow {
  /** The object that the field is in; a field of the root without a name is the whole body, a list. */
  parent: string;
}

/** A row of a table of XML nodes. */
export interface NodeRow {
  name: string;
  namespace: string;
  kind: string;
  overview: string;
  notes: string;
  required: boolean;
  nameSpan: Span;
  span: Span;
  row: Row;
}

interface BodyPart {
  /** What the part is for: "Box" of "Box specific response body", lower case. */
  variant?: string;
  span: Span;
}
export type BodyTable =
  | (BodyPart & {
      kind: 'fields';
      rows: FieldRow[];
      /** The rows are the fields of this row, which the table's title names. */
      of?: FieldRow;
      /** Dots in names nest: `author.name` is `name` of `author`. */
      dotted?: boolean;
    })
  | (BodyPart & { kind: 'tree'; rows: TreeRow[] })
  | (BodyPart & { kind: 'xml'; rows: NodeRow[] })
  /** A table of the whole body: what stands in it, in a line for each row. */
  | (BodyPart & { kind: 'unnamed'; text: string; required: boolean });

export interface Namespace {
  uri: string;
  prefix: string;
  span: Span;
}

export interface Sample {
  text: string;
  /** `json`, `xml`, …: the word at the fence, lower case, or what the text looks like. */
  language: string;
  caption?: string;
  /** What the sample is about, as with body tables. */
  variant?: string;
  span: Span;
  /** Offset of `text`. */
  start: number;
  fence: FenceBlock;
}

export interface BodyFacts {
  tables: BodyTable[];
  namespaces: Namespace[];
  samples: Sample[];
  /** `JSON` of a line or "Format" section. */
  format?: Fact;
  /** The page says that there is none. */
  none?: Span;
  /** Tables, DTDs and code that explain the body, as they stand in the page. */
  explanations: Fact[];
  /** Sentences of the section. */
  prose: Fact[];
  span?: Span;
}

export interface StatusFact {
  code: string;
  description: string;
  span: Span;
}

/** One section about answers; most pages have one, a page with several outcomes one each. */
export interface ResponseFacts {
  title?: string;
  statuses: StatusFact[];
  headers: FieldRow[];
  body: BodyFacts;
  /** About answers to failures, without a status of their own. */
  failure: boolean;
}

export interface UrlForm {
  /** As documented, wrapped lines joined. */
  text: string;
  /** What the form is for, by the heading or line above it ("Box"), lower case. */
  target?: string;
  /** Where the page pairs it with one method only. */
  method?: string;
  span: Span;
}

/** A fence with cURL commands. */
export interface CommandFence {
  fence: FenceBlock;
  /** What its commands mean; `readingsOf` reads them where they are absent. */
  readings?: CurlReading[];
  title?: string;
}

export interface OptionLink {
  /** Name by the link's text (`$select`). */
  name: string;
  href: string;
  span: Span;
}

export interface Privilege {
  name: string;
  /** Needed only for this target or under a condition. */
  target?: string;
  conditional?: boolean;
  span: Span;
}

/** A privilege, and the one that includes it. */
export interface PrivilegeRow {
  name: string;
  within?: string;
  span: Span;
}

/** What one page, or one section of a page with many operations, documents. */
export interface Endpoint {
  title: string;
  /** Sentences alone tell of it, no request line. */
  inProse?: true;
  /** Whole messages alone show it: `GET /v2/boats HTTP/1.1`. */
  inMessage?: true;
  /** Commands alone show it. */
  inCommand?: true;
  deprecated?: true;
  /** First sentence, where the page has many operations. */
  description?: string;
  /** Sentences about it, and those in front of it below the same heading, with their code marks; where pages have many operations. */
  said?: Fact[];
  /** Lines of text below a title about the answer. */
  returns?: string[];
  methods: Fact[];
  urls: UrlForm[];
  parameters: ParameterFact[];
  options: OptionLink[];
  privileges: Privilege[];
  body: BodyFacts;
  responses: ResponseFacts[];
  commands: CommandFence[];
  /** Title of a group of the error list that the page names. */
  errorGroup?: string;
  refersToErrors: boolean;
  /** What the page's own table says of them. */
  errors: ErrorRow[];
  span: Span;
}

export interface ErrorRow {
  /** Empty where the row states only a status. */
  code: string;
  status: number;
  oauth?: string;
  message: string;
  /** What explains the message: its cause, what to do. */
  details?: string;
  group?: string;
  span: Span;
}

export interface VariableRow {
  name: string;
  overview: string;
  span: Span;
}

/** A query option that has a page of its own. */
export interface OptionFacts {
  name: string;
  description: string;
  /** What the page says of its value. */
  value?: FieldRow;
  /** Values that its tables show, by what their rows are about: operators, functions. */
  examples?: { name: string; value: string }[];
  span: Span;
}

export interface Page {
  id: string;
  file: string;
  lang: string;
  title: string;
  document: Document;
  endpoints: Endpoint[];
  /** Commands of a page that documents no operation of its own (a query option): they call those of other pages. */
  commands: CommandFence[];
  errors: ErrorRow[];
  variables: VariableRow[];
  /** Which privilege includes which. */
  privileges: PrivilegeRow[];
  /** Query option that the page explains (`$top`). */
  option?: OptionFacts;
  /** First line of the overview. */
  summary: string;
  /** The overview and the restrictions in whole, in Markdown. */
  overview: string;
  restrictions: string;
  headings: HeadingBlock[];
  comments: CommentBlock[];
  account: Account;
}
