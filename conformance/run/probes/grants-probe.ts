// Looks whether an access control list is shown as it was set (RFC 3744, section 5.5).
import { grantingOf } from '../../plan/granting.js';
import type { Case } from '../../plan/story.js';
import type { HttpAnswer } from '../../send/http.js';
import type { Conversation } from '../conversation.js';
import type { Probe } from './probe.js';

export function grantsShown(
  probe: Probe,
  { session, world }: Conversation,
  { granted }: Pick<Case, 'granted'>,
  { body }: Pick<HttpAnswer, 'body'>,
): void {
  const granting = grantingOf(session.suite);
  const role = granting && world.keys(granting.role)[0];
  if (!granting || !granted || role == null) return;
  const shown = grantsOf(body, role).sort().join(', ');
  const wanted = [...granted.privileges].sort().join(', ');
  probe.add('grants-shown', shown === wanted, `${wanted} for ${role}`, shown === '' ? 'nothing of it' : shown);
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
