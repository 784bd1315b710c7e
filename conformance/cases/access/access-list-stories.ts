// Stories of an access control list itself (RFC 3744): it is shown as it was set, to those who may see it, and what it may not
// hold is refused as a whole.
import type { Schema } from '../../../spec/contract/api.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { type Granted, type Granting, grantingsOf, ofWhat } from '../../plan/granting.js';
import type { Operation } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { parsePath } from '../../url/key-path.js';
import { type BaseRequest, baseRequest } from '../base-request.js';
import { expectation } from '../documented.js';
import { Telling } from '../lifecycle/stories.js';
import { refused } from '../refusal.js';
import { isRead, Privileges } from './privileges.js';

export function accessListGroups(suite: Suite): CaseGroup[] {
  return grantingsOf(suite).flatMap((granting) => {
    const privileges = new Privileges(suite, granting).grantable();
    if (privileges.length < 3) return [];
    const of = ofWhat(granting);
    const list: List = { granting, privileges, as: (granted) => (of === undefined ? granted : { ...granted, of }) };
    return [...shown(suite, list), ...seen(suite, list), ...wrong(suite, list)];
  });
}

interface List {
  granting: Granting;
  /** Those that it may grant for sure. */
  privileges: string[];
  /** What is granted by this list. */
  as(granted: Granted): Granted;
}

/** What a list sets takes the place of what there was. */
function shown(suite: Suite, { granting, privileges, as }: List): CaseGroup[] {
  const look = lookAt(suite, granting);
  const base = look && askingFor(suite, granting, look);
  if (!look || !base) return [];
  const telling = new Telling(`story/${granting.operation.op.id}-shown`);
  const add = (step: string, granted: Granted): void => {
    const expect = { ...expectation(look.op, look), effect: 'shows-grants' as const, response: false };
    telling.add(step, look, base, expect, { granted: as(granted), needs: [] });
  };
  const [first = '', second = '', third = ''] = privileges;
  add('set', { privileges: [first, second] });
  add('set-anew', { privileges: [third] });
  return telling.group();
}

/** Where what is told of the shown list names a privilege that the look itself does not need, the list is shown to who has both. */
function seen(suite: Suite, { granting, as }: List): CaseGroup[] {
  const look = lookAt(suite, granting);
  const base = look && askingFor(suite, granting, look);
  const needs = look?.op.docs.privileges ?? [];
  const more = look && neededToSee(look, granting).filter((name) => !needs.includes(name));
  const [need, another] = more ?? [];
  const known = needs.length > 0 && needs.every((name) => granting.privileges.has(name));
  if (!look || !base || !known || need === undefined || another !== undefined) return [];
  const telling = new Telling(`story/${granting.operation.op.id}-seen`);
  const { statuses, ...expect } = { ...expectation(look.op, look), response: false };
  const add = (step: string, granted: Granted, effect: 'shows-grants' | 'hides-grants', also: string[]): void => {
    const because = `its role has ${granted.privileges.join(', ')}`;
    const wanted = { ...expect, statuses: [...statuses, ...also], because, effect };
    telling.add(step, look, base, wanted, { auth: 'granted', granted: as(granted), needs: [] });
  };
  add('without', { privileges: needs, another: [need] }, 'hides-grants', ['403']);
  add('with', { privileges: [...needs, need] }, 'shows-grants', []);
  return telling.group();
}

/** What shows the list beside all else that is told of the thing. */
function lookAt(suite: Suite, { operation }: Granting): Operation | undefined {
  return suite.model.operations.find(({ op, judged, signature }) => {
    const shows = op.method === 'PROPFIND' && signature === operation.signature && !op.docs.aliasOf;
    return shows && judged && showsList(op);
  });
}

/** What asks an operation for the very thing that the list is of. */
function askingFor(suite: Suite, { container }: Granting, operation: Operation): BaseRequest | undefined {
  const base = baseRequest(suite, operation);
  const path = base && suite.locator.locate(parsePath(base.path));
  return path?.at(-1)?.entity.id === container.id ? base : undefined;
}

/** Privileges that the documents name where they tell of the shown list. */
function neededToSee({ api, op }: Operation, { privileges }: Granting): string[] {
  const successes = op.responses.filter(({ status }) => status.startsWith('2'));
  const texts = successes.flatMap(({ content }) => content.flatMap(({ schema }) => toldOfList(api, schema, 0)));
  const words = new Set(texts.flatMap((text) => text.match(/[\w-]{3,60}/g) ?? []));
  // A bare word may be one of the sentence.
  return [...privileges].filter((name) => /\w-\w/.test(name) && words.has(name));
}

function toldOfList(api: Operation['api'], raw: Schema, depth: number): string[] {
  const { properties = {}, items } = mergedSchema(api, raw);
  const inner = depth < DEEPEST ? [...Object.values(properties), ...(items ? [items] : [])] : [];
  const own = properties['acl'] ? mergedSchema(api, properties['acl']).description : undefined;
  return [...(own === undefined ? [] : [own]), ...inner.flatMap((one) => toldOfList(api, one, depth + 1))];
}

const DEEPEST = 6;

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
function wrong(suite: Suite, { granting, privileges, as }: List): CaseGroup[] {
  const { operation, named } = granting;
  const { op, judged } = operation;
  const list = suite.model.operations.find((one) => {
    const [need, another] = one.op.docs.privileges ?? [];
    const plain = !one.op.docs.aliasOf && another === undefined && need !== undefined && privileges.includes(need);
    // A list inside says nothing of what is in the thing.
    if (ofWhat(granting) !== undefined) return plain && isRead(one) && askingFor(suite, granting, one) !== undefined;
    return plain && one.op.method === 'GET' && one.segments.at(-1)?.keys === undefined;
  });
  const base = list && baseRequest(suite, list);
  const [need] = list?.op.docs.privileges ?? [];
  const [other = ''] = privileges.filter((one) => one !== need);
  const sent = granting.request([other]);
  if (!judged || !list || !base || need === undefined || sent.body === undefined) return [];
  const telling = new Telling(`story/${op.id}-refused`);
  const granted = as({ privileges: [need] });
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
