// What the server knows of an operation at run time: the route table is a list of these.

/** JSON Schema 2020-12; `$ref`s point to `#/components/schemas/NAME`. */
export type JsonSchema = boolean | { readonly [keyword: string]: unknown };

export interface RouteParameter {
  name: string;
  in: 'path' | 'query' | 'header' | 'cookie';
  required: boolean;
  schema: JsonSchema;
  /** Path keys only: the key may be `null` or left out. */
  nullable?: boolean;
  /** The value is written as JSON. */
  json?: boolean;
  /** OpenAPI's `style`, where it is not the default of its place. */
  style?: string;
  /** OpenAPI's `explode`, where it is not the default of its style. */
  explode?: boolean;
}

export interface RouteMedia {
  /** Media type or range, as documented. */
  type: string;
  schema: JsonSchema;
  /** Fields of an urlencoded form that are written in a style, as a query parameter is. */
  encoding?: Readonly<Record<string, FieldStyle>>;
}

/** How a field of a form is written, as a query parameter's members of these names say it. */
export type FieldStyle = Pick<RouteParameter, 'style' | 'explode' | 'json'>;

export interface RouteBody {
  required: boolean;
  content: readonly RouteMedia[];
}

export interface Route {
  /** operationId, and the name of the handler. */
  id: string;
  /** Upper case. */
  method: string;
  /** OpenAPI path of the main form; keys in OData syntax included. */
  path: string;
  /** Other forms of the same URL, whose keys are brought to those of the main form. */
  aliases?: readonly string[];
  parameters: readonly RouteParameter[];
  body?: RouteBody;
  /** Documented media types by status (`201`, `4XX`, `default`), the first being what a reply gets. */
  responses: Readonly<Record<string, readonly string[]>>;
}
