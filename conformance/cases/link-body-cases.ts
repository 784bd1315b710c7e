// Derived cases of what the body of a link says: nothing, something else beside, an address that is none of those documented.
import type { JsonValue } from '../../spec/contract/api.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { bodySchema, type Operation, systemSegment } from '../plan/resources.js';
import type { Suite } from '../plan/subject.js';
import type { BaseRequest } from './base-request.js';
import type { Derived } from './derived.js';
import { documents, refused } from './refusal.js';
import { wrongTexts } from './texts.js';

/** An address that is longer, or of another scheme, leads nowhere, too: a server may see that first. */
const LEADS_NOWHERE = ['400', '404', '409'];
const WRONG = new Set(['limit-above', 'number', 'scheme']);

export function linkBodyCases(suite: Suite, operation: Operation, base: BaseRequest): Derived[] {
  const { json } = base;
  const { api, op } = operation;
  const schema = bodySchema(operation);
  const [name, ...more] = Object.keys(schema?.properties ?? {});
  const agreed = (op.body?.docs.contested ?? []).length === 0;
  const links = suite.hasCommands && systemSegment(operation.segments) >= 0 && documents(operation, '400');
  if (!links || !agreed || name === undefined || more.length > 0) return [];
  if (!schema?.required?.includes(name) || json?.[name] === undefined) return [];
  const wrong = (
    what: string,
    title: string,
    body: { [name: string]: JsonValue },
    exact: string,
    expect: Refused,
  ): Derived => {
    const request = { ...base, json: body, body: JSON.stringify(body), verbatim: [exact] };
    return { what, title, level: 'MUST', changes: { request, expect } };
  };
  const property = mergedSchema(api, schema.properties?.[name] ?? {});
  const texts = wrongTexts(property, 'https://docproof.example/', true).filter(({ what }) => WRONG.has(what));
  const found = texts.map(({ what, title, value, because }) =>
    wrong(`${what}/${name}`, `${name}: ${title}`, { [name]: value }, name, refused(operation, LEADS_NOWHERE, because)),
  );
  const required = refused(operation, ['400', '422'], `${name} is required`);
  found.push(wrong(`missing/${name}`, `without ${name}`, {}, name, required));
  if (api.docs.closedBodies?.some((path) => op.path.startsWith(path))) {
    const closed = refused(operation, ['400', '422'], 'the documents close the list of fields');
    const body = { ...json, docproofUnknown: 'x' };
    found.push(wrong('unknown-field', 'with a field that is not documented', body, 'docproofUnknown', closed));
  }
  return found;
}

type Refused = ReturnType<typeof refused>;
