// Fields that only requests, or only answers have.
import type { Rule } from '../change.js';

export const accessChanged: Rule = {
  id: 'diff/access-changed',
  about: 'a field became read-only or write-only, or is so no longer',
  schema({ direction, where, word, old, new: after }) {
    // A request may leave out what is only read, an answer what is only written.
    const keyword = direction === 'request' ? 'readOnly' : 'writeOnly';
    const [before, later] = [old[keyword] === true, after[keyword] === true];
    if (before === later) return [];
    const name = direction === 'request' ? 'read-only' : 'write-only';
    const message = `${where}: is ${later ? '' : 'no longer '}${name}${later ? ' now' : ''}`;
    return [{ level: later ? 'risky' : 'safe', message, ...(word === undefined ? {} : { word }) }];
  },
};
