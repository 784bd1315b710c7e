// Derived cases of what the body of a link says: nothing, something else beside, an address that is none of those documented.
import type { JsonValue } from '../../../spec/contract/api.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { bodySchema, type Operation, systemSegment } from '../../plan/resources.js';
import type { Case } from '../../plan/story.js';
import { type Suite, subjectOf } from '../../plan/subject.js';
import { parsePath } from '../../url/key-path.js';
import type { BaseRequest } from '../base-request.js';
import { wrongTexts } from '../bodies/texts.js';
import type { Derived } from '../derived.js';
import { documents, refused } from '../refusal.js';
import { varied } from '../varied.js';
import { bodyWithItem } from './link-body.js';

/** An address that is longer, or of another scheme, leads nowhere, too: a server may see that first. */
const LEADS_NOWHERE = ['400', '404', '409'];
const WRONG = new Set(['limit-above', 'number', 'scheme']);

export function linkBodyCases(suite: Suite, operation: Operation, base: BaseRequest, plain: Case): Derived[] {
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
  found.push(...otherKeyOrder(operation, base), ...elsewhere(suite, operation, base, plain));
  const required = refused(operation, ['400', '422'], `${name} is required`);
  found.push(wrong(`missing/${name}`, `without ${name}`, {}, name, required));
  if (api.docs.closedBodies?.some((path) => op.path.startsWith(path))) {
    const closed = refused(operation, ['400', '422'], 'the documents close the list of fields');
    const body = { ...json, docproofUnknown: 'x' };
    found.push(wrong('unknown-field', 'with a field that is not documented', body, 'docproofUnknown', closed));
  }
  return found;
}

/** The address in the body has the parts of its key the other way round, where documents let them come in any order. */
function otherKeyOrder({ api }: Operation, base: BaseRequest): Derived[] {
  const { item = '' } = /\/(?<item>[^/"(]*\([^"]*\))"\s*\}\s*$/.exec(base.body ?? '')?.groups ?? {};
  const { keys = [], text = '' } = parsePath(`/${item}`)[0] ?? {};
  const parts = keys.map(({ name, raw }) => `${name}=${raw}`);
  if (api.docs.keyOrder !== 'any' || parts.length < 2) return [];
  const body = bodyWithItem(base.body, `${text}(${parts.reverse().join(',')})`);
  const title = 'to an address with the parts of its key in another order';
  return body === undefined
    ? []
    : [{ what: 'uri/key-order', title, level: 'MUST', changes: { request: { ...base, body } } }];
}

/** The address in the body names something of another container, whose namesake is here. */
function elsewhere(suite: Suite, operation: Operation, base: BaseRequest, plain: Case): Derived[] {
  const { link } = subjectOf(suite, plain);
  const [container] = link?.to?.parents ?? [];
  const name = container?.keys[0];
  const other = name == null ? undefined : varied(suite, name, 2)[1];
  const at = name == null ? -1 : (base.body ?? '').indexOf(name);
  if (!link?.to || !link.viaBody || name == null || other === undefined || at < 0) return [];
  const body = `${base.body?.slice(0, at)}${other}${base.body?.slice(at + name.length)}`;
  const request = { ...base, body };
  const there = subjectOf(suite, { ...plain, request }).link?.to;
  if (!there || there.resource !== link.to.resource || there.parents[0]?.keys[0] !== other) return [];
  const expect = refused(operation, LEADS_NOWHERE, `it is in another ${container?.resource.name}`);
  const title = `to a ${there.resource.name} of another ${container?.resource.name}`;
  return [{ what: 'uri/elsewhere', title, level: 'MUST', changes: { request, exists: [link.to], expect } }];
}

type Refused = ReturnType<typeof refused>;
