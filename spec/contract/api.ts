// The border between the contract (openapi.yaml) and all that reads it: generator, samples, diff, conformance.
import type { BodyExtension, DocumentedHeader, OperationExtension, RootExtension } from './docproof.js';

export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue };

/** JSON Schema 2020-12 as OpenAPI 3.1/3.2 uses it; `$ref`s stay and point into `#/components/schemas/`. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  enum?: JsonValue[];
  const?: JsonValue;
  default?: JsonValue;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  description?: string;
  additionalProperties?: boolean | Schema;
  [keyword: string]: unknown;
}

export interface ApiExample {
  name: string;
  summary?: string;
  /** The value, or the text where the sample is not valid in its media type. */
  value: JsonValue;
}

export interface ApiParameter {
  name: string;
  in: 'path' | 'query' | 'header' | 'cookie';
  required: boolean;
  deprecated?: true;
  description?: string;
  schema: Schema;
  /** OpenAPI's serialisation, where it is given. */
  style?: string;
  explode?: boolean;
  /** Where the value is written as a document of its own (`content`): its media type. */
  mediaType?: string;
  example?: JsonValue;
  /** Values that the spec shows, that of `example` first. */
  examples?: JsonValue[];
  /** Documents only use it: what its values may be is a guess. */
  inferred?: true;
}

export interface ApiMedia {
  /** As written, parameters included. */
  type: string;
  schema: Schema;
  examples: ApiExample[];
  /** How the fields of a form are written, by their names, where it is given. */
  encoding?: Record<string, { contentType?: string; style?: string; explode?: boolean }>;
}

export interface ApiBody {
  required: boolean;
  description?: string;
  content: ApiMedia[];
  docs: BodyExtension;
}

export interface ApiResponseHeader extends DocumentedHeader {
  schema: Schema;
}

export interface ApiResponse {
  /** `201`, `4XX` or `default`. */
  status: string;
  description: string;
  headers: ApiResponseHeader[];
  content: ApiMedia[];
  docs: BodyExtension;
}

export interface ApiOperation {
  id: string;
  /** Upper case: `PUT`, `PROPFIND`. */
  method: string;
  /** OpenAPI path, keys in OData syntax included. */
  path: string;
  summary?: string;
  description?: string;
  deprecated: boolean;
  tags: string[];
  /** Path-level ones merged in, references resolved. */
  parameters: ApiParameter[];
  body?: ApiBody;
  responses: ApiResponse[];
  /** Names of security schemes: any one of the outer list, all of the inner; empty where none is needed. */
  security: string[][];
  /** `x-docproof`, with `pages: []` where a spec has none. */
  docs: OperationExtension;
}

export interface Api {
  title: string;
  version: string;
  /** `3.0.3`, `3.1.1`, `3.2.0`. */
  openapi: string;
  servers: string[];
  /** What is said of all operations of a tag, by its name; empty where nothing is. */
  tags: ReadonlyMap<string, string>;
  /** `x-docproof` of the root, with plain defaults where a spec has none. */
  docs: RootExtension;
  /** In the order of the spec, alias forms included. */
  operations: ApiOperation[];
  schemas: Record<string, Schema>;
  securitySchemes: Record<string, { type: string; scheme?: string; name?: string; in?: string; description?: string }>;
  /** Follows `$ref`s until something else; a reference that leads nowhere gives `{}`. */
  resolve(schema: Schema): Schema;
  /** The parsed document, for tools that want all of it. */
  document: Record<string, unknown>;
}
