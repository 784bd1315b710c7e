// Media types of an answer.
import type { Finding, Rule } from '../change.js';
import { essence } from '../walk.js';

export const responseMediaType: Rule = {
  id: 'diff/response-media-type',
  about: 'an answer comes in other media types, or lost its body',
  response({ old, new: after }) {
    if (!old || !after) return [];
    const [before, later] = [old.content.map(essence), after.content.map(essence)];
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
