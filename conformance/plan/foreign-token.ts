// A token that one container issues for another: the assertion of RFC 7522, or what an application proves itself with.
import { parsePath } from '../url/key-path.js';
import { type Entity, entityOf } from './entities.js';
import type { Case } from './story.js';
import { type Suite, subjectOf } from './subject.js';

export interface ForeignToken {
  /** The container whose account gets the token. */
  issuer: Entity;
  /** The container that the token is for: the one that the case goes to. */
  audience: Entity;
  /** Form field that asks for it; the profile names it. */
  field: string;
}

/** Meanings of form fields that hold such a token. */
export const FOREIGN_TOKENS = new Set(['samlAssertion', 'clientSecret']);

/** What has to be asked for before a case whose form holds a token of another container; the issuer is named in it or made up. */
export function foreignToken(suite: Suite, one: Case, fields: Map<string, string>): ForeignToken | undefined {
  const placeholders = one.operation.api.docs.placeholders.filter((p) => p.in === 'form');
  const field = placeholders.find((p) => p.means === 'audience')?.name;
  const audience = subjectOf(suite, one).located[0]?.entity;
  const wanted = placeholders.some((p) => FOREIGN_TOKENS.has(p.means) && fields.has(p.name));
  if (!wanted || field === undefined || !audience || audience.parents.length > 0) return undefined;
  const named = [...fields].flatMap(([name, value]) => {
    const address = name === field ? undefined : suite.urls.read(value);
    const located = address ? suite.locator.locate(parsePath(address.path)) : [];
    return located.length === 1 && located[0] ? [located[0].entity] : [];
  });
  const issuer =
    named.find((e) => e.resource === audience.resource && e.id !== audience.id) ??
    entityOf(
      audience.resource,
      audience.keys.map((_, i) => (i === 0 ? 'issuer' : null)),
      [],
    );
  return { issuer, audience: one.astray ? issuer : audience, field };
}
