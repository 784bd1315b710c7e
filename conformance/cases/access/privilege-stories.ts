// Stories of privileges: an account whose role is granted what an operation needs is let in, one that is granted all else is
// not, and what is taken away again counts no more.
import { type Granted, type Granting, grantingsOf, ofWhat } from '../../plan/granting.js';
import { planStory } from '../../plan/planner.js';
import { type Operation, systemSegment } from '../../plan/resources.js';
import type { Case, Expectation } from '../../plan/story.js';
import { type Suite, subjectOf } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { type BaseRequest, baseRequest } from '../base-request.js';
import { effectOf, expectation } from '../documented.js';
import { Telling } from '../lifecycle/stories.js';
import { acceptingContradiction } from '../links/contradicted-link.js';
import { unlessMadeUp } from '../lists/made-up-query.js';
import { documents, refused } from '../refusal.js';
import { isRead, Privileges } from './privileges.js';

/** An operation that needs privileges, with a request that should be let in. */
interface Guarded {
  operation: Operation;
  base: BaseRequest;
  needs: string[];
  reads: boolean;
}

export function privilegeGroups(suite: Suite): CaseGroup[] {
  return grantingsOf(suite).flatMap((granting) => groupsOf(suite, granting));
}

function groupsOf(suite: Suite, granting: Granting): CaseGroup[] {
  const privileges = new Privileges(suite, granting);
  const kinds = new Map<string, Guarded[]>();
  for (const operation of suite.model.operations) {
    const one = guarded(suite, granting, privileges, operation);
    if (!one) continue;
    // What cannot be prepared takes no others along.
    const plain = plainCase(operation, one.base);
    const alone = planStory(suite, operation.op.id, [plain]).impossible === undefined ? undefined : operation.op.id;
    const id = `privileges/${one.needs.join('+')}/${alone ?? operation.op.tags[0] ?? operation.op.id}`;
    kinds.set(id, [...(kinds.get(id) ?? []), one]);
  }
  return [...kinds].flatMap(([id, of]) => {
    const writes = of.filter(({ reads }) => !reads);
    const [first] = writes;
    const above = first ? privileges.above(first.needs) : [];
    const stories = [
      ...shared(privileges, id, of),
      ...writes.flatMap((one) => changing(suite, id, 'allowed', one, one.needs)),
      ...above.flatMap((name) => (first ? changing(suite, id, `included-in-${name}`, first, [name]) : [])),
      ...takenBack(suite, privileges, id, writes),
    ];
    const what = ofWhat(granting);
    return what === undefined ? stories : stories.map((story) => ({ ...story, cases: story.cases.map(listOf(what)) }));
  });
}

/** The list of a case is that of something in a container. */
function listOf(what: string): (one: Case) => Case {
  return ({ granted, ...one }) => ({ ...one, ...(granted ? { granted: { ...granted, of: what } } : {}) });
}

/** What stands in the container whose list is set, or is that of which a list inside is, and needs nothing but what can be granted by that. */
function guarded(suite: Suite, granting: Granting, privileges: Privileges, operation: Operation): Guarded | undefined {
  const { op, judged } = operation;
  if (!judged || op.docs.aliasOf || (op.docs.privileges?.length ?? 0) === 0) return undefined;
  const base = documents(operation, '403') ? baseRequest(suite, operation) : undefined;
  if (!base) return undefined;
  const needs = privileges.neededBy(operation);
  const { located } = subjectOf(suite, plainCase(operation, base));
  // What is inside of something inside may or may not have the same granted; what adds it there, or takes it away, may need
  // what is granted for the place (RFC 3744, section 3.9 and 3.10).
  const inside = ofWhat(granting) !== undefined;
  const where = inside ? located.at(-1) : located[0];
  const within = where?.entity.id === granting.container.id && (!inside || OF_ITSELF.has(op.method));
  return within && needs ? { operation, base, needs, reads: isRead(operation) } : undefined;
}

const OF_ITSELF = new Set(['GET', 'PROPFIND', 'PROPPATCH', 'ACL', 'REPORT']);

function plainCase(operation: Operation, request: BaseRequest): Case {
  const { id } = operation.op;
  const expect = expectation(operation.op, operation);
  return { id, kind: 'story', title: id, level: 'MUST', operation, request, expect, relaxations: [] };
}

const RANK = ['DELETE', 'PUT', 'POST', 'GET'];

/** What changes nothing, one after the other: all that is refused, and the reads that are not. */
function shared(privileges: Privileges, id: string, all: Guarded[]): CaseGroup[] {
  const [first] = all;
  const others = first ? privileges.without(first.needs) : [];
  if (!first) return [];
  const { needs } = first;
  const sorted = [...all].sort((a, b) => RANK.indexOf(b.operation.op.method) - RANK.indexOf(a.operation.op.method));
  const telling = new Telling(`story/${id}`);
  const refuse = (step: string, { operation, base }: Guarded, granted: string[], after: string[] = []): void => {
    // A list of nothing is none that documents show.
    if (granted.length === 0) return;
    const lacking = needs.filter((need) => !granted.includes(need));
    const because = `its role has ${granted.join(', ')}; another role has ${lacking.join(', ')}`;
    const expect = { ...refused(operation, ['403'], because), ...untouched(operation) };
    const changes = { ...asGranted(granted, lacking), needs: after };
    telling.add(`${step}/${operation.op.id}`, operation, base, expect, changes);
  };
  const allow = (step: string, { operation, base }: Guarded, granted: string[]): void => {
    const expect = letIn(operation, `its role has ${granted.join(', ')}`);
    telling.add(
      `${step}/${operation.op.id}`,
      operation,
      base,
      expect,
      asGranted(granted, others[0] === undefined ? undefined : [others[0]]),
    );
  };
  for (const one of sorted) refuse('refused', one, others);
  for (const need of needs)
    for (const one of sorted)
      if (privileges.halves(one.operation, needs).includes(need))
        refuse(`refused-without-${need}`, one, privileges.without([need]));
  const reads = sorted.filter((one) => one.reads);
  const [read] = reads;
  if (!read) return group(telling);
  for (const one of reads) allow('allowed', one, needs);
  for (const above of privileges.above(needs)) allow(`included-in-${above}`, read, [above]);
  refuse('withdrawn', read, others, [`story/${id}/allowed/${read.operation.op.id}`]);
  return group(telling);
}

/** What changes something has a story of its own: others need it as it was. */
function changing(
  suite: Suite,
  id: string,
  step: string,
  { operation, base }: Guarded,
  granted: string[],
): CaseGroup[] {
  const plain = plainCase(operation, base);
  if (acceptingContradiction(suite, plain) !== plain) return [];
  const telling = new Telling(`story/${id}/${step}`);
  const expect = letIn(operation, `its role has ${granted.join(', ')}`);
  telling.add(operation.op.id, operation, base, expect, asGranted(granted));
  return group(telling);
}

/** What was let in to change something is refused once that is granted no more: the same where it can be done again. */
function takenBack(suite: Suite, privileges: Privileges, id: string, writes: Guarded[]): CaseGroup[] {
  const plain = writes.filter(({ operation, base }) => {
    const one = plainCase(operation, base);
    // A link may change what its ends are called.
    return systemSegment(operation.segments) < 0 && acceptingContradiction(suite, one) === one;
  });
  const opening = plain.find(({ operation }) => operation.op.method === 'POST') ?? plain.find(lasts);
  const closing = plain.find((one) => one !== opening && one.operation.op.method === 'DELETE') ?? plain.find(lasts);
  const others = opening ? privileges.without(opening.needs) : [];
  if (!opening || !closing || others.length === 0) return [];
  const telling = new Telling(`story/${id}/taken-back`);
  const allowed = letIn(opening.operation, `its role has ${opening.needs.join(', ')}`);
  telling.add('allowed', opening.operation, opening.base, allowed, asGranted(opening.needs));
  const because = `its role has ${others.join(', ')}, and had ${opening.needs.join(', ')} before`;
  const expect = { ...refused(closing.operation, ['403'], because), ...untouched(closing.operation) };
  const [first] = telling.cases;
  telling.add('refused', closing.operation, closing.base, expect, {
    ...asGranted(others, opening.needs),
    needs: first ? [first.id] : [],
  });
  return group(telling);
}

/** Whether it can be done to the same thing again. */
function lasts({ operation }: Guarded): boolean {
  return operation.op.method === 'PROPPATCH';
}

function group({ story, cases }: Telling): CaseGroup[] {
  return cases.length === 0 ? [] : [{ id: story, cases }];
}

function asGranted(privileges: string[], another?: string[]): Partial<Case> {
  const granted: Granted = { privileges, ...(another ? { another } : {}) };
  return { auth: 'granted', granted, needs: [] };
}

/** What is done beside, other cases look at: here it only must be known where things are afterwards. */
function letIn(operation: Operation, because: string): Expectation {
  const { effect, ...expect } = unlessMadeUp(operation, expectation(operation.op, operation));
  const kept = effect === 'created' && operation.op.method === 'POST' ? 'made' : effect;
  const known = kept === 'made' || kept === 'created' || kept === 'updated' || kept === 'deleted';
  return { ...expect, because, response: false, ...(known ? { effect: kept } : {}) };
}

function untouched(operation: Operation): Pick<Expectation, 'effect'> {
  const effect = effectOf(operation);
  return effect === 'updated' || effect === 'deleted' ? { effect: 'unchanged' } : {};
}
