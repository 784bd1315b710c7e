// Documented stand-ins (a token, an ETag) become variables of the sample, so that nobody sends the page's own by mistake.
import type { Placeholder } from '../../spec/contract/docproof.js';
import { commentText, environmentName, unique } from './names.js';
import { type Part, tidy, type Variable } from './sample.js';

const ABOUT: Record<string, string> = {
  token: 'access token',
  etag: 'ETag of what is changed',
  refreshToken: 'refresh token',
  samlAssertion: 'SAML assertion',
  password: 'password',
  cookiePeer: 'cookie peer',
  clientSecret: 'client secret',
  id: 'id',
};

/** Values of these never stand in a sample, not even the documented ones. */
const SECRET = new Set(['token', 'refreshToken', 'samlAssertion', 'password', 'cookiePeer', 'clientSecret']);

/** Collects a sample's variables; the same meaning and value give the same variable. */
export class Variables {
  readonly list: Variable[] = [];
  private readonly byKey = new Map<string, string>();
  private readonly taken = new Set<string>();

  constructor(base: Variable) {
    this.list.push(base);
    this.taken.add(base.name);
  }

  /** Name of the variable that stands for `documented`. */
  named(means: string, documented: string): string {
    const key = `${means}\n${documented}`;
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const name = unique(environmentName(means), this.taken);
    const value = SECRET.has(means) ? `YOUR_${environmentName(means)}` : documented;
    this.list.push({ name, value, about: ABOUT[means] ?? commentText(means) });
    this.byKey.set(key, name);
    return name;
  }
}

/** A header's value: the word of an authorization scheme stays, `*` of If-Match means "any" and stays too. */
export function headerParts(name: string, value: string, placeholders: Placeholder[], variables: Variables): Part[] {
  const known = placeholders.find((p) => p.in === 'header' && p.name.toLowerCase() === name.toLowerCase());
  const isCredential = /^(proxy-)?authorization$/i.test(name);
  const means = known?.means ?? (isCredential ? 'token' : undefined);
  if (means === undefined || value === '*' || value === '') return [{ text: value }];
  const scheme = isCredential ? (/^[A-Za-z]+ +/.exec(value)?.[0] ?? '') : '';
  const secret = value.slice(scheme.length);
  return tidy([{ text: scheme }, { variable: variables.named(means, secret) }]);
}

/** A form body or query string: the named fields' values become variables, which must hold form-encoded text. */
export function fieldParts(
  text: string,
  where: 'form' | 'query',
  placeholders: Placeholder[],
  variables: Variables,
): Part[] {
  const names = new Map(
    placeholders.filter((p) => p.in === where && p.means !== 'audience').map((p) => [p.name, p.means]),
  );
  if (names.size === 0) return tidy([{ text }]);
  return tidy(
    text.split(/(?<=&)/).flatMap((field): Part[] => {
      const at = field.indexOf('=');
      const means = at > 0 ? names.get(field.slice(0, at)) : undefined;
      const value = field.slice(at + 1).replace(/&$/, '');
      if (means === undefined || value === '') return [{ text: field }];
      return [
        { text: field.slice(0, at + 1) },
        { variable: variables.named(means, value) },
        { text: field.slice(at + 1 + value.length) },
      ];
    }),
  );
}
