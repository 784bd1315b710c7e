// Faults of what a token endpoint answers: the token, how long it lives, the logins before it.
import { isSuccess, type JsonObject, json, withJson } from '../exchange-shape.js';
import type { Fault, Memory, ProxiedRequest } from '../fault.js';

/** What a token endpoint answers is given otherwise. */
const issued = (
  id: string,
  what: string,
  change: (token: JsonObject, request: ProxiedRequest, memory: Memory) => JsonObject,
): Fault => ({
  id,
  area: 'auth',
  what,
  answer: (answer, request, memory) => {
    const value = json(answer);
    if (!isSuccess(answer) || typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    if (value['access_token'] === undefined) return undefined;
    const after = change(value, request, memory);
    return JSON.stringify(after) === JSON.stringify(value) ? undefined : withJson(answer, after);
  },
});

/** The numbers of a login's answer that tell how many failed before it. */
const failures = (token: JsonObject, told: (name: string, count: number) => number): JsonObject =>
  Object.fromEntries(
    Object.entries(token).map(([name, value]) =>
      /fail/.test(name) && typeof value === 'number' ? [name, told(name, value)] : [name, value],
    ),
  );

export const TOKEN_FAULTS: Fault[] = [
  issued('token-without-type', 'a token comes without its type', ({ token_type: _, ...rest }) => rest),
  issued('lifetime-ignored', 'a token lives for an hour whatever is asked for', (token) => ({
    ...token,
    expires_in: 3600,
  })),
  issued('other-default-lifetime', 'the default of a lifetime is longer than the documented one', (token) => ({
    ...token,
    ...(token['expires_in'] === 3600 ? { expires_in: 7200 } : {}),
  })),
  issued('last-login-is-this-one', 'the login before this one is this one', (token) =>
    'last_authenticated' in token ? { ...token, last_authenticated: Date.now() } : token,
  ),
  issued('failed-logins-uncounted', 'no login ever failed before one', (token) => failures(token, () => 0)),
  issued(
    'failed-logins-unforgotten',
    'logins that failed are told after the next one, too',
    (token, request, memory) => {
      const who = new URLSearchParams(request.body.toString()).get('username');
      if (who === null) return token;
      return failures(token, (name, count) => {
        const all = count + ((memory.get(`${name} of ${who}`) as number | undefined) ?? 0);
        memory.set(`${name} of ${who}`, all);
        return all;
      });
    },
  ),
];
