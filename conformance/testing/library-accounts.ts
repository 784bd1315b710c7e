// Accounts of the library: their passwords and states, who of them gets a token, and how a token is sent.
import type { Shelf } from './library-links.js';
import type { Wrong } from './library-wrong.js';

/** Token that comes with a refused login. */
export const FOR_CHANGE = 'for-the-password-change';

export function logsIn(shelf: Shelf, all: Shelf[], form: URLSearchParams, wrong: Wrong | undefined): boolean {
  const shelves = wrong === 'accounts-of-all' ? all : [shelf];
  const accounts = shelves.flatMap((s) => [...s.things, ...s.former]).filter((t) => t.kind === 'Account');
  const name = (text: string | null | undefined): string =>
    (wrong === 'any-case-of-account' ? text?.toLowerCase() : text) ?? '';
  const account = accounts.find((t) => name(t.values['Name']) === name(form.get('username')));
  if (!account || (account.values['State'] === 'frozen' && wrong !== 'frozen-logs-in')) return false;
  const { password = '' } = account;
  if (password === '') return wrong === 'no-password-is-any' || (wrong === 'nothing-is-none' && !form.get('password'));
  return wrong === 'any-password' || matches(password, form.get('password') ?? '', wrong);
}

function matches(password: string, given: string, wrong: Wrong | undefined): boolean {
  if (wrong === 'start-of-password') return given.slice(0, 8) === password.slice(0, 8);
  return wrong === 'any-case-of-password' ? given.toLowerCase() === password.toLowerCase() : given === password;
}

export function passes(password: string | undefined, wrong: Wrong | undefined): boolean {
  const { length } = password ?? '';
  const least = wrong === 'short-password' ? 5 : 6;
  const most = wrong === 'long-password' ? 33 : 32;
  return password === undefined || (length >= least && length <= most && /^[a-zA-Z0-9_-]+$/.test(password));
}

export function isState(value: unknown): boolean {
  return value === undefined || value === null || value === 'open' || value === 'frozen';
}

export function tokenOf(authorization: string, wrong: Wrong | undefined): string | undefined {
  if (wrong === 'token-alone' && !authorization.includes(' ')) return authorization;
  const scheme = wrong === 'any-token-scheme' ? /^\S+ (.*)$/ : /^Bearer (.*)$/i;
  return scheme.exec(authorization)?.[1];
}
