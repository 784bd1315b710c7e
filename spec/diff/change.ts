// What a comparison of two contracts finds, and what a rule is. Pure values; printers are beside.
import type { Api, ApiOperation, ApiParameter, ApiResponse, ApiResponseHeader, Schema } from '../contract/api.js';
import type { SourceRef } from '../contract/docproof.js';

/** `breaking`: callers that follow the old contract fail; `risky`: some may; `safe`: none does. */
export type Level = 'breaking' | 'risky' | 'safe';

/** What a rule says; the walk adds where. */
export interface Finding {
  level: Level;
  /** One sentence, old and new value in it. */
  message: string;
  /** A word to look for in the document: the name of the field, parameter, header, or the status. */
  word?: string;
  /** The line is to be looked for in the old document, because the new one has it no more. */
  gone?: boolean;
}

/** An operation that a change touches. */
export interface Place {
  operation: string;
  method: string;
  path: string;
  /** Of the new document, or of the old one where the thing is gone. */
  source?: SourceRef & { side: 'old' | 'new' };
}

export interface Change extends Finding {
  /** `diff/KIND`, stable. */
  rule: string;
  /** Every operation with the same change, in the order of the contract; empty for changes of the whole API. */
  places: Place[];
}

export interface ApiPair {
  old: Api;
  new: Api;
  /** Operations of both, matched by method and URL. */
  matched: OperationPair[];
  removed: ApiOperation[];
  added: ApiOperation[];
}

export interface OperationPair {
  apis: { old: Api; new: Api };
  old: ApiOperation;
  new: ApiOperation;
}

/** Of one name and place; one side is absent where it was added or removed. */
export interface ParameterPair {
  old?: ApiParameter;
  new?: ApiParameter;
}

export interface ResponsePair {
  old?: ApiResponse;
  new?: ApiResponse;
}

export interface HeaderPair {
  status: string;
  old?: ApiResponseHeader;
  new?: ApiResponseHeader;
}

/** `request`: what callers send, so narrower is worse; `response`: what they get, so wider is worse. */
export type Direction = 'request' | 'response';

/** Schemas of the same place, references resolved and `allOf` merged. */
export interface SchemaPair {
  direction: Direction;
  /** For people: `request body /Name`, `query parameter $top`, `200 /d/results`. */
  where: string;
  /** Innermost name of the place. */
  word?: string;
  old: Schema;
  new: Schema;
  resolve: { old: (s: Schema) => Schema; new: (s: Schema) => Schema };
}

export interface Rule {
  /** `diff/KIND`. */
  id: string;
  /** One sentence for `--help`, the documentation and SARIF. */
  about: string;
  api?(pair: ApiPair): (Finding & { place?: Place })[];
  operation?(pair: OperationPair): Finding[];
  parameter?(pair: ParameterPair): Finding[];
  response?(pair: ResponsePair): Finding[];
  header?(pair: HeaderPair): Finding[];
  schema?(pair: SchemaPair): Finding[];
}

/** A value in a message. */
export function shown(value: unknown): string {
  return value === undefined ? 'none' : JSON.stringify(value);
}
