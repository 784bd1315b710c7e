// Stories of what an access control list grants to everybody (RFC 3744, section 5.5.1: `all`): it counts for an account whose
// roles have nothing of it, and for who has no token; nothing else does, and it counts no more once it is taken back.
import { type Granted, type Granting, grantingsOf, ofWhat } from '../../plan/granting.js';
import type { Operation } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { type BaseRequest, baseRequest } from '../base-request.js';
import { expectation } from '../documented.js';
import { Telling } from '../lifecycle/stories.js';
import { documents, refused } from '../refusal.js';
import { isRead, Privileges } from './privileges.js';

export function everybodyGroups(suite: Suite): CaseGroup[] {
  return grantingsOf(suite).flatMap((granting) => {
    const open = granting.requestForAll !== undefined && ofWhat(granting) === undefined;
    const [one, other] = open ? readsApart(suite, granting) : [];
    return one && other ? told(granting, one, other) : [];
  });
}

/** A list that one privilege lets see. */
interface Read {
  operation: Operation;
  base: BaseRequest;
  need: string;
}

/** Two lists in the container, each with a privilege of its own that includes nothing of the other's. */
function readsApart(suite: Suite, granting: Granting): (Read | undefined)[] {
  const privileges = new Privileges(suite, granting);
  const grantable = privileges.grantable();
  const reads = suite.model.operations.flatMap((operation): Read[] => {
    const { op, judged, segments, signature } = operation;
    const [need, another] = op.docs.privileges ?? [];
    const plain = judged && !op.docs.aliasOf && op.method === 'GET' && segments.at(-1)?.keys === undefined;
    const inside = signature.startsWith(`${granting.operation.signature}/`) && isRead(operation);
    if (!plain || !inside || another !== undefined || need === undefined || !grantable.includes(need)) return [];
    const base = ['401', '403'].every((status) => documents(operation, status)) && baseRequest(suite, operation);
    return base && !base.path.includes('(') ? [{ operation, base, need }] : [];
  });
  const [first] = reads;
  const apart = (one: string, two: string): boolean => privileges.without([two]).includes(one);
  return [first, reads.find(({ need }) => first && apart(need, first.need) && apart(first.need, need))];
}

function told({ operation: { op } }: Granting, one: Read, other: Read): CaseGroup[] {
  const telling = new Telling(`story/${op.id}-everybody`);
  const open: Granted = { privileges: [other.need], everybody: [one.need] };
  const shut = { privileges: [other.need] };
  const because = `everybody has ${one.need}`;
  const see = { ...expectation(one.operation.op, one.operation), because };
  const none = refused(other.operation, ['401'], `everybody has no more than ${one.need}`);
  const taken = `everybody had ${one.need}, and has it no more`;
  const add = (step: string, { operation, base }: Read, expect: typeof see, auth: 'granted' | 'none', granted = open) =>
    telling.add(step, operation, base, expect, { auth, granted, needs: [] });
  add('another-account', one, see, 'granted');
  add('without-token', one, see, 'none');
  add('of-another', other, none, 'none');
  add('account-taken-back', one, refused(one.operation, ['403'], taken), 'granted', shut);
  add('taken-back', one, refused(one.operation, ['401'], taken), 'none', shut);
  return telling.group();
}
