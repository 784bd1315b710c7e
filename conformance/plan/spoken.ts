// What accounts of the run are called and prove themselves by, where requests that are planned speak of it: marks, for which the
// values stand when a request is sent.
import type { JsonValue } from '../../spec/contract/api.js';
import { isObject } from '../../spec/is-object.js';
import type { Place, Registration } from './registration.js';
import type { Operation } from './resources.js';
import { valueAt, withValueAt } from './value-at.js';

/** Of an account: what it is called, its password, the one that it gets instead, one that it never had, its refresh token. */
export type Spoken = 'name' | 'password' | 'second' | 'wrong' | 'refresh';

/** The account that a case is about where no story tells of several. */
export const OWN = 'own';
/** The account of the whole run to whom nothing that it makes belongs. */
export const OTHER = 'other';

const MARK = /docproof\.(name|password|second|wrong|refresh)\.([a-z]{1,20})\.(\d)\./g;

/** @param index of a name: a registration may ask for several */
export function mark(what: Spoken, who: string, index = 0): string {
  return `docproof.${what}.${who}.${index}.`;
}

export function isMark(text: string): boolean {
  return text.search(MARK) >= 0;
}

/** A text with the values for its marks; undefined where one has none. */
export function withValues(
  text: string,
  known: (what: Spoken, who: string, index: number) => string | undefined,
): string | undefined {
  let lacks = false;
  const filled = text.replace(MARK, (_, what: Spoken, who: string, index: string) => {
    const value = known(what, who, Number(index));
    lacks ||= value === undefined;
    return value ?? '';
  });
  return lacks ? undefined : filled;
}

/** The accounts of which a text speaks. */
export function spokenOf(text = ''): string[] {
  return [...new Set([...text.matchAll(MARK)].map(([, , who = '']) => who))];
}

type Body = { [name: string]: JsonValue };

/** The place among the names of the registration that a login means: its own, the one of the same kind, or the first. */
export function nameMeant({ register }: Pick<Registration, 'register'>, place: Place): number {
  const name = place.at(-1) ?? '';
  const named = register.names.findIndex((other) => other.at(-1) === name);
  if (named >= 0) return named;
  const kind = [/mail/i, /phone/i, /user|login|handle|nick/i].find((words) => words.test(name));
  const alike = register.names.findIndex((other) => kind?.test(other.at(-1) ?? ''));
  return Math.max(0, alike);
}

/** A body that registers an account of the run: called as nobody else is, with a password of the run. */
export function registeringBody({ register: { names, password } }: Registration, body: Body, who: string): Body {
  const named = names.reduce((all, place, i) => withName(all, place, mark('name', who, i)), body);
  const secret = withValueAt(named, password, mark('password', who));
  return confirmed(secret, mark('password', who));
}

/** A place that the body does not have may be left out. */
function withName(body: Body, place: Place, text: string): Body {
  return valueAt(body, place) === undefined ? body : withValueAt(body, place, text);
}

/** The password said once more: `passwordConfirmation`, `password2`. */
function confirmed(body: Body, text: string): Body {
  const again = /^(?:confirm\w*pass\w*|(?:re_?)?pass(?:word)?_?(?:confirm\w*|2|again|repeat)|repeat_?pass\w*)$/i;
  const entries = Object.entries(body).map(([name, value]): [string, JsonValue] => [
    name,
    again.test(name) && typeof value === 'string' ? text : isObject<JsonValue>(value) ? confirmed(value, text) : value,
  ]);
  return Object.fromEntries(entries);
}

/** The body of a login of an account. */
export function loginBody(registration: Registration, body: Body, who: string, what: Spoken = 'password'): Body {
  const { login } = registration;
  if (!login) return body;
  const named = login.names.reduce(
    (all, place) => withName(all, place, mark('name', who, nameMeant(registration, place))),
    body,
  );
  return withValueAt(named, login.password, mark(what, who));
}

/** A body that makes what is for somebody else, made for the other account of the run. */
export function forAnother(registration: Registration, body: Body, addressee: string, shown = body): Body {
  const value = body[addressee];
  if (typeof value !== 'string' || value !== shown[addressee]) return body;
  return { ...body, [addressee]: mark('name', OTHER, nameMeant(registration, [addressee])) };
}

/**
 * The body of a case that is about an account, of the run's own instead of the one that is shown. What the case has changed stays.
 *
 * @param shown the body that the documents show
 * @param named what it registers is called like any other thing that the run makes
 */
export function ofOwnAccount(
  { register, login, change, updates, refresh }: Registration,
  operation: Operation,
  body: Body,
  shown: Body,
  named: boolean,
): Body {
  const says = (all: Body, place: Place, text: string): Body => {
    const value = valueAt(body, place);
    return typeof value === 'string' && value === valueAt(shown, place) ? withValueAt(all, place, text) : all;
  };
  const names = (places: Place[], who: string, index: (place: Place) => number): Body =>
    places.reduce((all, place) => says(all, place, mark('name', who, index(place))), body);
  const meant = (place: Place): number => nameMeant({ register }, place);
  if (operation === register.operation)
    return says(named ? body : names(register.names, 'made', meant), register.password, mark('password', 'made'));
  if (operation === login?.operation)
    return says(names(login.names, OWN, meant), login.password, mark('password', OWN));
  if (operation === change?.operation) return says(body, change.old, mark('password', OWN));
  if (operation === refresh?.operation) return says(body, refresh.token, mark('refresh', OWN));
  return updates.includes(operation) ? names(register.names, 'fresh', meant) : body;
}
