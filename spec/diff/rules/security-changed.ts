// Who may call: security schemes and documented privileges.
import type { Api, ApiOperation } from '../../contract/api.js';
import type { Finding, OperationPair, Rule } from '../change.js';

export const securityChanged: Rule = {
  id: 'diff/security-changed',
  about: 'an operation wants another credential or privilege',
  operation: ({ apis, old, new: after }) => [
    ...schemes(old, after),
    ...redefined(apis, old, after),
    ...privileges(old, after),
  ],
};

/** Alternatives: any one is enough; no alternative at all, or an empty one, means that nothing is needed. */
function schemes(old: ApiOperation, after: ApiOperation): Finding[] {
  const [before, later] = [alternatives(old), alternatives(after)];
  const lost = [...before].filter((a) => !later.has(a));
  // Where nothing was needed, every credential was enough.
  const gained = before.has('') ? [] : [...later].filter((a) => !before.has(a));
  return [
    ...lost
      // Who sends a credential that is not needed is not refused.
      .filter(() => !later.has(''))
      .map((a): Finding => ({ level: 'breaking', message: `${named(a)} is no longer enough`, word: 'Authorization' })),
    ...gained.map((a): Finding => ({ level: 'safe', message: `${named(a)} is enough now`, word: 'Authorization' })),
  ];
}

function alternatives(operation: ApiOperation): Set<string> {
  return new Set(
    operation.security.length === 0 ? [''] : operation.security.map((all) => [...all].sort().join(' and ')),
  );
}

/** Schemes that keep their names and are something else. */
function redefined(apis: OperationPair['apis'], old: ApiOperation, after: ApiOperation): Finding[] {
  const names = new Set(old.security.flat().filter((name) => after.security.flat().includes(name)));
  return [...names].flatMap((name): Finding[] => {
    const [before, later] = [apis.old, apis.new].map((api) => wayOf(api.securitySchemes[name]));
    if (before === undefined || later === undefined || before === later) return [];
    const message = `the credential ${name} was sent as ${before} and is sent as ${later}`;
    return [{ level: 'breaking', message, word: 'Authorization' }];
  });
}

function wayOf(scheme: Api['securitySchemes'][string] | undefined): string | undefined {
  if (!scheme) return undefined;
  if (scheme.type === 'apiKey') return `${scheme.in} ${scheme.name}`;
  // A token of OAuth 2 or OpenID Connect is a bearer token.
  return scheme.type === 'http'
    ? (scheme.scheme?.toLowerCase() ?? 'http')
    : scheme.type === 'mutualTLS'
      ? 'certificate'
      : 'bearer';
}

function named(alternative: string): string {
  return alternative === '' ? 'calling without a credential' : `the credential ${alternative}`;
}

function privileges(old: ApiOperation, after: ApiOperation): Finding[] {
  const [before, later] = [old.docs.privileges ?? [], after.docs.privileges ?? []];
  return [
    ...later
      .filter((p) => !before.includes(p))
      .map((p): Finding => ({ level: 'breaking', message: `the privilege ${p} is needed`, word: p })),
    ...before
      .filter((p) => !later.includes(p))
      .map((p): Finding => ({ level: 'safe', message: `the privilege ${p} is no longer needed`, word: p, gone: true })),
  ];
}
