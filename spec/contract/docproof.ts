// The `x-docproof` extension: what docproof writes into openapi.yaml beside the standard objects.

/** A line of a document, as it is written into the contract. */
export interface SourceRef {
  file: string;
  line: number;
}

/** A base variable of documented URLs, such as `{CellURL}`. */
export interface Base {
  name: string;
  /** How it is spelled out, most specific last: `https://{UnitFQDN}/{CellName}/`, `https://{CellName}.{UnitFQDN}/`. */
  forms: string[];
  /** What it becomes in an OpenAPI path, with slashes at both ends: `/{CellName}/`. */
  path: string;
}

/** A value in the documented samples that stands for one of the run: a token, an ETag, … */
export interface Placeholder {
  in: 'header' | 'query' | 'form' | 'json' | 'path';
  name: string;
  means:
    | 'token'
    | 'etag'
    | 'refreshToken'
    | 'samlAssertion'
    | 'password'
    | 'cookiePeer'
    | 'clientSecret'
    | 'audience'
    | 'id'
    | (string & {});
}

/** One entry of the documented error list. */
export interface ErrorEntry {
  code: string;
  status: number;
  message: string;
  /** Heading that the list gives it under. */
  group?: string;
  /** Name that OAuth 2.0 has for it (RFC 6749, section 5.2). */
  oauth?: string;
  source?: SourceRef;
}

/** A privilege, and the one that includes it. */
export interface PrivilegePart {
  name: string;
  within?: string;
}

/** What members of an error tell, where the documents show or say it. */
export interface ErrorMembers {
  /** Its code, one of the list. */
  code?: string;
  /** The status of the answer, once more. */
  status?: string;
  /** The name of the field that is wrong, or a list of such names; in errors with that status alone where there is one. */
  field?: string;
  fieldStatus?: number;
}

/** `x-docproof` at the root. */
export interface RootExtension {
  version: 1;
  docs: { digest: string; languages: string[] };
  bases: Base[];
  /** Values of the host variable of `bases.forms` in samples (`unit1.example`); the runner puts the target there. */
  sampleHosts: string[];
  keySyntax: 'odata' | 'plain';
  /** A server finds an entity by the parts of its key in any order. */
  keyOrder?: 'any';
  /** Beginnings of paths below which a create refuses a field that its table does not list. */
  closedBodies?: string[];
  placeholders: Placeholder[];
  errors?: ErrorEntry[];
  /** JSON pointers into the body of an error. */
  errorMembers?: ErrorMembers;
  /** Every privilege of a list that says which includes which. */
  privileges?: PrivilegePart[];
  /** Refusals that pages tell of every address, whatever is documented for it: 405. */
  commonStatuses?: number[];
  /** Paths whose reads are promised to tell a version, and to be answered with 304 where that is known. */
  versioned?: string[];
  /** Sentences of pages about the order in which all lists come that say nothing else of theirs. */
  listOrder?: string[];
  /** Sentences of pages about how the pages of all lists follow each other. */
  listPages?: string[];
}

/** A request as a documented command means it. `url` is absolute, as documented. */
export interface DocumentedRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  /** Text of the body; absent where the command sends none. */
  body?: string;
  /** Files the command names (`--data @file`, `--form x=@file`): sent only where the case carries their content. */
  files?: string[];
}

/** A documented command. */
export interface CaseExtension {
  /** `group/name`, stable: a vendor can quote it. */
  id: string;
  page: string;
  title?: string;
  source: SourceRef;
  request: DocumentedRequest;
  /** Only what a POSIX shell would send differently. */
  pasted?: Partial<DocumentedRequest>;
}

export interface DocumentedHeader {
  name: string;
  required?: boolean;
  default?: string | null;
  description?: string;
}

/** A place where a page contradicts itself; both sides are accepted. */
export interface Contested {
  /** JSON pointer into the body or response value (`/d/results`). */
  pointer: string;
  table: string;
  sample: string;
  /** Code of the diagnostic that reports it. */
  diagnostic: string;
}

/** `x-docproof` on an operation. */
export interface OperationExtension {
  pages: string[];
  /** As documented, wrapped lines joined. */
  url?: string;
  source?: SourceRef;
  /** operationId of the main form; on alias forms only. */
  aliasOf?: string;
  privileges?: string[];
  headers?: DocumentedHeader[];
  cases?: CaseExtension[];
  /** Where several pages document it; `urls`: forms that a page spells with variables of other names. */
  documentedBy?: { page: string; contributes: string[]; urls?: string[]; source: SourceRef }[];
  /** Effects leave the server (messages, outbound HTTP): run only with `--allow-outbound`. */
  sideEffects?: 'outbound';
  inferred?: string[];
}

/** `x-docproof` on a request body or a response. */
export interface BodyExtension {
  /** No page documents it: it follows from the error list. */
  derived?: boolean;
  /** Documented headers that OpenAPI ignores. */
  headers?: DocumentedHeader[];
  contested?: Contested[];
  source?: SourceRef;
}
