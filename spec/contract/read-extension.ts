// Reads `x-docproof`: a member of the wrong kind counts as absent, and so does an entry of a list.
import { isObject } from '../is-object.js';
import type { BodyExtension, OperationExtension, RootExtension } from './docproof.js';

/** The value as it counts; undefined where it is of the wrong kind. What is right is not copied. */
type Kind = (value: unknown) => unknown;
type Kinds<T> = { [K in keyof T]-?: Kind };

const text: Kind = (value) => (typeof value === 'string' ? value : undefined);
const number: Kind = (value) => (typeof value === 'number' ? value : undefined);
const boolean: Kind = (value) => (typeof value === 'boolean' ? value : undefined);
const oneOf =
  (...values: unknown[]): Kind =>
  (value) =>
    values.includes(value) ? value : undefined;
const textOrNull: Kind = (value) => (value === null ? null : text(value));

/** A list without the entries that are of another kind. */
const listOf =
  (kind: Kind): Kind =>
  (value) => {
    if (!Array.isArray(value)) return undefined;
    if (value.every((one) => kind(one) === one)) return value;
    return value.map(kind).filter((one) => one !== undefined);
  };

/** An object without members of the wrong kind; none at all where a required one is missing or wrong. */
const objectOf = (members: { [name: string]: Kind }, ...required: string[]): Kind => {
  const kinds = new Map(Object.entries(members));
  return (value) => {
    if (!isObject(value)) return undefined;
    let read = value;
    for (const [key, kind] of kinds) {
      const given = value[key];
      const one = given === undefined ? undefined : kind(given);
      if (one === given) continue;
      if (read === value) read = { ...value };
      if (one === undefined) delete read[key];
      else read[key] = one;
    }
    return required.every((name) => read[name] !== undefined) ? read : undefined;
  };
};

/** Texts by any names. */
const texts: Kind = (value) => {
  if (!isObject(value)) return undefined;
  for (const key in value)
    if (typeof value[key] !== 'string')
      return Object.fromEntries(Object.entries(value).filter(([, one]) => typeof one === 'string'));
  return value;
};

const source = objectOf({ file: text, line: number }, 'file', 'line');
const request = { method: text, url: text, headers: texts, body: text, files: listOf(text) };
const headers = listOf(objectOf({ name: text, required: boolean, default: textOrNull, description: text }, 'name'));

const root = objectOf({
  version: number,
  docs: objectOf({ digest: text, languages: listOf(text) }, 'digest', 'languages'),
  bases: listOf(objectOf({ name: text, forms: listOf(text), path: text }, 'name', 'forms', 'path')),
  sampleHosts: listOf(text),
  keySyntax: oneOf('odata', 'plain'),
  keyOrder: oneOf('any'),
  closedBodies: listOf(text),
  placeholders: listOf(objectOf({ in: text, name: text, means: text }, 'in', 'name', 'means')),
  errors: listOf(objectOf({ code: text, status: number, message: text, group: text, source }, 'code', 'status')),
  errorMembers: objectOf({ code: text, status: text, field: text, fieldStatus: number }),
  privileges: listOf(objectOf({ name: text, within: text }, 'name')),
  commonStatuses: listOf(number),
  versioned: listOf(text),
  listOrder: listOf(text),
  listPages: listOf(text),
} satisfies Kinds<RootExtension>);

const operation = objectOf({
  pages: listOf(text),
  url: text,
  source,
  aliasOf: text,
  privileges: listOf(text),
  headers,
  cases: listOf(
    objectOf(
      {
        ...{ id: text, page: text, title: text, source },
        request: objectOf(request, 'method', 'url', 'headers'),
        pasted: objectOf(request),
      },
      ...['id', 'page', 'source', 'request'],
    ),
  ),
  documentedBy: listOf(
    objectOf({ page: text, contributes: listOf(text), urls: listOf(text), source }, 'page', 'contributes', 'source'),
  ),
  sideEffects: oneOf('outbound'),
  inferred: listOf(text),
} satisfies Kinds<OperationExtension>);

const body = objectOf({
  derived: boolean,
  headers,
  contested: listOf(
    objectOf(
      { pointer: text, table: text, sample: text, diagnostic: text },
      'pointer',
      'table',
      'sample',
      'diagnostic',
    ),
  ),
  source,
} satisfies Kinds<BodyExtension>);

/** `x-docproof` of the root. */
export function rootExtension(value: unknown): Partial<RootExtension> {
  return (root(value) ?? {}) as Partial<RootExtension>;
}

/** `x-docproof` of an operation. */
export function operationExtension(value: unknown): Partial<OperationExtension> {
  return (operation(value) ?? {}) as Partial<OperationExtension>;
}

/** `x-docproof` of a request body or a response. */
export function bodyExtension(value: unknown): BodyExtension {
  return (body(value) ?? {}) as BodyExtension;
}
