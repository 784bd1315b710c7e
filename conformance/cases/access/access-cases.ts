// Derived cases of access: no token, one that nobody issued, one that lacks the privileges, one that is for something else.
import type { Operation } from '../../plan/resources.js';
import type { Case } from '../../plan/story.js';
import type { Suite } from '../../plan/subject.js';
import { says } from '../../told/told.js';
import type { Derived } from '../derived.js';
import { refused } from '../refusal.js';

/**
 * Where the documents have 401 (or 403) and the operation takes a credential. A plain spec may have a range for it, or
 * nothing, where it takes nobody without one.
 */
export function accessCases(suite: Suite, operation: Operation): Derived[] {
  const documents = (status: string): boolean => operation.op.responses.some((r) => r.status === status);
  const { security } = operation.op;
  if (security.flat().length === 0) return [];
  const found: Derived[] = [];
  const add = (what: Case['auth'] & string, id: string, title: string, statuses: string[], because: string): void => {
    const wanted = refused(operation, statuses, because);
    const named = statuses.some(documents) ? wanted : { ...wanted, statuses };
    found.push({ what: id, title, level: 'MUST', changes: { auth: what, expect: named } });
  };
  const closed = security.every((names) => names.length > 0);
  // A command may send a token where none is needed.
  const ranged = !suite.hasCommands && closed && (documents('4XX') || documents('default'));
  // What an operation says that it needs, it needs, whether or not anybody says how that is refused: specs that frameworks
  // write leave it out.
  const implied = !suite.hasCommands && closed && !documents('401') && !ranged;
  if (documents('401') || ranged) {
    const because = 'the operation needs a valid token';
    const statuses = documents('401') ? ['401'] : ['401', '403'];
    add('none', 'no-token', 'without a token', statuses, because);
    add('bad', 'bad-token', 'with a token that nobody issued', statuses, because);
  }
  if (implied)
    for (const [how, id] of [
      ['none', 'no-token'],
      ['bad', 'bad-token'],
    ] as const) {
      const expect = { ...refused(operation, ['401'], 'the operation needs a credential'), statuses: UNKNOWN };
      const title = how === 'none' ? 'without a token' : 'with a token that nobody issued';
      found.push({ what: id, title, level: 'MUST', changes: { auth: how, expect } });
    }
  if (!suite.tokenEndpoint || !suite.account?.create) return found;
  // Outside of the container that issued it, a token is of another issuer besides.
  const within = operation.segments[0]?.variable !== undefined;
  const forSome =
    (operation.op.docs.privileges?.length ?? 0) > 0 || (!within && says(operation.op.description, 'onlySome'));
  if (documents('403') && forSome)
    add(
      'unprivileged',
      'no-privilege',
      'with the token of an account without roles',
      within ? ['403'] : ['401', '403'],
      NO_PRIVILEGE,
    );
  // How a token is read is decided once for all of a resource: its list and its create stand for the others.
  const { resources } = suite.model;
  if (!documents('401') || !resources.some((r) => r.list === operation || r.create === operation)) return found;
  add('altered', 'altered-token', 'with a token that is not quite right', ['401'], ALTERED);
  add('lengthened', 'lengthened-token', 'with more behind its token', ['401'], ALTERED);
  const means = (what: string): boolean => operation.api.docs.placeholders.some((p) => p.means === what);
  if (means('refreshToken'))
    add('refresh', 'refresh-token', 'with a refresh token', within ? ['401'] : ['401', '403'], REFRESH);
  if (means('audience') && within)
    add('foreign', 'foreign-token', 'with a token that another container issued for itself', ['401', '403'], FOREIGN);
  return found;
}

/** To nobody that it knows a server need not tell what is there. */
const UNKNOWN = ['401', '403', '404'];

const LENT = new Set<string>(['unprivileged', 'refresh', 'foreign']);

/** Whether a case uses the token of an account that the run makes for it. */
export function lends({ auth }: Pick<Case, 'auth'>): boolean {
  return auth !== undefined && LENT.has(auth);
}

const NO_PRIVILEGE = 'the token does not give the documented privileges';
const ALTERED = 'nobody issued the token as it is';
/** RFC 6749, section 1.5; it is no access token, so it is an invalid one (RFC 6750, section 3.1). */
const REFRESH = 'a refresh token is for the token endpoint alone';
const FOREIGN = 'the token is meant for another container';
