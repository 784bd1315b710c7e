// The documented error list, whose codes callers compare.
import type { Finding, Rule } from '../change.js';

export const errorCodeChanged: Rule = {
  id: 'diff/error-code-changed',
  about: 'a code of the error list is gone, new, or comes with another status',
  api({ old, new: after }) {
    const before = new Map((old.docs.errors ?? []).map((e) => [e.code, e]));
    const later = new Map((after.docs.errors ?? []).map((e) => [e.code, e]));
    // A contract without a list says nothing about codes.
    if (before.size === 0 || later.size === 0) return [];
    const findings = [...before.values()].flatMap((e): Finding[] => {
      const now = later.get(e.code);
      if (!now) return [{ level: 'risky', message: `error code ${e.code} is gone`, word: e.code, gone: true }];
      if (now.status === e.status) return [];
      return [
        {
          level: 'breaking',
          message: `error code ${e.code} came with status ${e.status} and comes with ${now.status}`,
          word: e.code,
        },
      ];
    });
    const fresh = [...later.values()].filter((e) => !before.has(e.code));
    return [
      ...findings,
      ...fresh.map((e): Finding => ({ level: 'safe', message: `error code ${e.code} is new`, word: e.code })),
    ].map((finding) => {
      const list = finding.gone ? before : later;
      const source = list.get(finding.word ?? '')?.source;
      return source
        ? {
            ...finding,
            place: {
              operation: 'error list',
              method: '',
              path: '',
              source: { ...source, side: finding.gone ? ('old' as const) : ('new' as const) },
            },
          }
        : finding;
    });
  },
};
