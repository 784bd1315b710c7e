// Media types of an answer.
import { essence } from '../../media-type.js';
import type { Finding, Rule } from '../change.js';

export const responseMediaType: Rule = {
  id: 'diff/response-media-type',
  about: 'an answer comes in other media types, or lost its body',
  response({ old, new: after }) {
    if (!old || !after) return [];
    const [before, later] = [old.content.map((m) => essence(m.type)), after.content.map((m) => essence(m.type))];
    const gone = before.filter((type) => !later.includes(type));
    const fresh = later.filter((type) => !before.includes(type));
    const level = old.docs.derived || after.docs.derived ? 'safe' : 'breaking';
    return [
      ...gone.map(
        (type): Finding => ({ level, message: `${old.status}: no ${type} any more`, word: type, gone: true }),
      ),
      ...fresh.map((type): Finding => ({ level: 'safe', message: `${old.status}: ${type} is new`, word: type })),
    ];
  },
};
