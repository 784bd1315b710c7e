// Tokens of accounts that a run makes for its cases: which cases send one, and where such an account stands.
import { type Entity, entityOf } from './entities.js';
import { OTHERS } from './others.js';
import type { Operation, Resource } from './resources.js';
import type { TokenStep } from './steps.js';
import type { Case } from './story.js';
import type { Suite } from './subject.js';

/** Ways to authenticate that need no account of the run. */
export const UNLENT = new Set<string>([
  'none',
  'account',
  'another',
  'bad',
  'altered',
  'lengthened',
  'renewed',
  'other-scheme',
  'schemeless',
  'lower-scheme',
  ...OTHERS,
]);

/** Key of a container that no document names. */
const ISSUER = 'issuer';

/** What an account stands in. */
export function containerOf({ model }: Suite, account: Resource): Resource | undefined {
  const variable = account.item.find((s) => s.variable !== undefined)?.variable;
  return variable === undefined ? undefined : model.owner(variable);
}

export function tokenStep(operation: Operation, account: Entity, { lifetime, cookie }: Case): TokenStep {
  return { kind: 'token', operation, account, ...(lifetime ? { lifetime } : {}), ...(cookie ? { cookie } : {}) };
}

/** A container that no document names. */
export function otherOne(container: Resource): Entity {
  return entityOf(container, [ISSUER, ...container.keys.slice(1).map(() => null)], []);
}
