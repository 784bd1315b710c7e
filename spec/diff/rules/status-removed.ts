// A documented status that the new contract has no more.
import type { Rule } from '../change.js';

export const statusRemoved: Rule = {
  id: 'diff/status-removed',
  about: 'a documented status is gone: breaking for success, risky for failures that a page documents',
  response({ old, new: after }) {
    if (!old || after) return [];
    const level = /^[23]/.test(old.status) ? 'breaking' : old.docs.derived ? 'safe' : 'risky';
    return [{ level, message: `status ${old.status} is gone`, word: old.status, gone: true }];
  },
};
