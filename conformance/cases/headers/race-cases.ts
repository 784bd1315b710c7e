// Derived cases of changes at the same moment: of several that name the same version, one is carried out (RFC 9110, 13.1.1).
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { creationOf } from '../../plan/prerequisite.js';
import { bodySchema, type Operation } from '../../plan/resources.js';
import type { Case } from '../../plan/story.js';
import { type Suite, subjectOf } from '../../plan/subject.js';
import { keyedAsPath } from '../addresses/path-keys.js';
import { type BaseRequest, withJson } from '../base-request.js';
import type { Derived } from '../derived.js';
import { expectation } from '../documented.js';
import { takesVersions, withVersion } from './versions.js';

/** Only where the first of them surely changes something: what is as before may keep its version. */
export function raceCases(suite: Suite, operation: Operation, base: BaseRequest, plain: Case): Derived[] {
  const { target } = subjectOf(suite, plain);
  const { create } = target?.resource ?? {};
  if (!suite.hasCommands || operation.op.method === 'DELETE' || !takesVersions(suite, operation)) return [];
  if (!target || !create || !base.json || target.parents.length === 0) return [];
  const json = keyedAsPath(suite, operation, base.path, base.json);
  const made = creationOf(suite, create, target).values;
  const properties = bodySchema(create)?.properties ?? {};
  const keys = new Set(target.resource.keys.map(({ property }) => property));
  const changes = Object.entries(json).some(([name, value]) => {
    const before = made.get(name) ?? mergedSchema(create.api, properties[name] ?? {}).default ?? null;
    return !keys.has(name) && JSON.stringify(before) !== JSON.stringify(value);
  });
  if (!changes) return [];
  const request = withVersion(withJson(base, json));
  const because = 'one changes it, and to the others it is another version then';
  const statuses = [...expectation(operation.op).statuses, '409', '412', '503'];
  const expect = { statuses, because, response: false, error: false };
  const title = 'several times at the same moment, If-Match of the current version';
  return [{ what: 'if-match/at-once', title, level: 'MUST', changes: { request, atOnce: true, expect } }];
}
