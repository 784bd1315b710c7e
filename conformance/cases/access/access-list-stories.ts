// Stories of an access control list itself (RFC 3744): it is shown as it was set, and what it may not hold is refused as a whole.
import { type Granted, type Granting, grantingOf } from '../../plan/granting.js';
import type { Operation } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { baseRequest } from '../base-request.js';
import { expectation } from '../documented.js';
import { Telling } from '../lifecycle/stories.js';
import { refused } from '../refusal.js';
import { Privileges } from './privileges.js';

export function accessListGroups(suite: Suite): CaseGroup[] {
  const granting = grantingOf(suite);
  const privileges = granting && new Privileges(suite, granting).grantable();
  if (!privileges || privileges.length < 3) return [];
  return [...shown(suite, granting, privileges), ...wrong(suite, granting, privileges)];
}

/** What a list sets takes the place of what there was. */
function shown(suite: Suite, { operation, container }: Granting, privileges: string[]): CaseGroup[] {
  const look = suite.model.operations.find(({ op, judged, signature }) => {
    const shows = op.method === 'PROPFIND' && signature === operation.signature && !op.docs.aliasOf;
    return shows && judged && showsList(op);
  });
  const base = look && baseRequest(suite, look);
  if (!look || !base || container.parents.length > 0) return [];
  const telling = new Telling(`story/${operation.op.id}-shown`);
  const add = (step: string, granted: Granted): void => {
    const expect = { ...expectation(look.op, look), effect: 'shows-grants' as const, response: false };
    telling.add(step, look, base, expect, { granted, needs: [] });
  };
  const [first = '', second = '', third = ''] = privileges;
  add('set', { privileges: [first, second] });
  add('set-anew', { privileges: [third] });
  return telling.group();
}

/** RFC 3744, section 5.5: the property has the name of the list's own element. */
function showsList({ responses }: Operation['op']): boolean {
  const successes = responses.filter(({ status }) => status.startsWith('2'));
  return successes.some(({ content }) =>
    content.some(({ examples }) =>
      examples.some(({ value }) => typeof value === 'string' && /<(?:[\w-]{1,40}:)?acl[\s/>]/.test(value)),
    ),
  );
}

/** What is refused changes nothing of the list. */
function wrong(suite: Suite, granting: Granting, privileges: string[]): CaseGroup[] {
  const { operation, named } = granting;
  const { op, judged } = operation;
  const list = suite.model.operations.find((one) => {
    const [need, another] = one.op.docs.privileges ?? [];
    const plain = one.op.method === 'GET' && !one.op.docs.aliasOf && another === undefined;
    return plain && one.segments.at(-1)?.keys === undefined && need !== undefined && privileges.includes(need);
  });
  const base = list && baseRequest(suite, list);
  const [need] = list?.op.docs.privileges ?? [];
  const [other = ''] = privileges.filter((one) => one !== need);
  const sent = granting.request([other]);
  if (!judged || !list || !base || need === undefined || sent.body === undefined) return [];
  const telling = new Telling(`story/${op.id}-refused`);
  const granted = { privileges: [need] };
  const refuse = (step: string, because: string, body: string): void => {
    telling.add(step, operation, { ...sent, body }, refused(operation, REFUSED, because), { granted, needs: [] });
  };
  for (const { step, because, change } of WRONG) {
    const body = change(sent.body, other, named.keys[0] ?? '');
    if (body !== sent.body) refuse(step, because, body);
  }
  const expect = {
    ...expectation(list.op, list),
    response: false,
    because: 'lists that were refused take nothing away',
  };
  const needs = telling.cases.map(({ id }) => id);
  telling.add('still-granted', list, base, expect, { auth: 'granted', granted, needs });
  return telling.group();
}

/** RFC 3744, section 8.1.1, has 403 and 409 for what a list must not have; documents may have others. */
const REFUSED = ['400', '403', '404', '409', '415', '422'];

const UNKNOWN = 'docproof-none';

const WRONG: { step: string; because: string; change: (body: string, privilege: string, role: string) => string }[] = [
  { step: 'unclosed', because: 'the body is no XML', change: (body) => body.replace(/<\/[^<>]{1,60}>\s*$/, '') },
  { step: 'no-xml', because: 'the body is no XML', change: () => 'docproof' },
  {
    step: 'unknown-role',
    because: 'there is no such role (RFC 3744, section 8.1.1: recognized-principal)',
    change: (body, _, role) => body.replace(`>${role}<`, `>${UNKNOWN}<`),
  },
  {
    step: 'unknown-privilege',
    because: 'there is no such privilege (RFC 3744, section 8.1.1: not-supported-privilege)',
    change: (body, privilege) => body.replace(`${privilege}/>`, `${UNKNOWN}/>`),
  },
];
