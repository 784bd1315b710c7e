// Who may call: security schemes and documented privileges.
import type { ApiOperation } from '../../contract/api.js';
import type { Finding, Rule } from '../change.js';

export const securityChanged: Rule = {
  id: 'diff/security-changed',
  about: 'an operation wants another credential or privilege',
  operation: ({ old, new: after }) => [...schemes(old, after), ...privileges(old, after)],
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
