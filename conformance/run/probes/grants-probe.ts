// Looks whether an access control list is shown as it was set (RFC 3744, section 5.5), and to whom.
import { grantingOf } from '../../plan/granting.js';
import type { Case } from '../../plan/story.js';
import type { HttpAnswer } from '../../send/http.js';
import type { Conversation } from '../conversation.js';
import type { Probe } from './probe.js';

export function grantsShown(
  probe: Probe,
  conversation: Conversation,
  one: Pick<Case, 'granted'>,
  answer: Pick<HttpAnswer, 'body'>,
): void {
  const found = grantsTo(conversation, one, answer);
  if (!found || !one.granted) return;
  const wanted = [...one.granted.privileges].sort().join(', ');
  const shown = found.grants.join(', ');
  probe.add('grants-shown', shown === wanted, `${wanted} for ${found.role}`, shown === '' ? 'nothing of it' : shown);
}

/** Whether a list is kept from who may not see it. */
export function grantsHidden(
  probe: Probe,
  conversation: Conversation,
  one: Pick<Case, 'granted'>,
  answer: Pick<HttpAnswer, 'body'>,
): void {
  const { role, grants } = grantsTo(conversation, one, answer) ?? {};
  if (grants) probe.add('grants-hidden', grants.length === 0, `no list with ${role}`, grants.join(', ') || 'none');
}

/** What the shown list grants to the run's role. */
function grantsTo(
  { session, world }: Conversation,
  { granted }: Pick<Case, 'granted'>,
  { body }: Pick<HttpAnswer, 'body'>,
): { role: string; grants: string[] } | undefined {
  const granting = grantingOf(session.suite, granted);
  const role = granting && world.keys(granting.role)[0];
  return role == null || !granted ? undefined : { role, grants: grantsOf(body, role).sort() };
}

/** What the entries of lists in a text grant to a role, each once. Its address may be a whole one, or relative to any base. */
export function grantsOf(text: string, role: string): string[] {
  const entries = text.split(/<\/(?:[\w-]{1,40}:)?ace\s?>/).slice(0, -1);
  const own = entries.filter((entry) =>
    [...entry.slice(entry.search(START)).matchAll(HREF)].some(([, href = '']) => isOf(href, role)),
  );
  return [...new Set(own.flatMap((entry) => [...entry.matchAll(PRIVILEGE)].map(([, name = '']) => name)))];
}

/** Where the entry begins: in front of it stand whatever else is told of the thing. */
const START = /<(?:[\w-]{1,40}:)?ace[\s>]/;
const HREF = /<(?:[\w-]{1,40}:)?href(?:\s[^<>]{0,200})?>\s{0,20}([^<>]{1,400}?)\s{0,20}<\//g;
const PRIVILEGE = /<(?:[\w-]{1,40}:)?privilege(?:\s[^<>]{0,200})?>\s{0,80}<(?:[\w-]{1,40}:)?([\w.-]{1,80})[\s/>]/g;

function isOf(href: string, role: string): boolean {
  return href.split(/[/#?]/).filter(Boolean).at(-1) === role;
}
