// The request body as a whole: there or not, required or not, in which media types.
import type { ApiBody } from '../../contract/api.js';
import { essence } from '../../media-type.js';
import type { Finding, Rule } from '../change.js';

export const bodyChanged: Rule = {
  id: 'diff/body-changed',
  about: 'the request body came, went, became required or optional, or has other media types',
  operation({ old, new: after }) {
    if (!old.body && !after.body) return [];
    if (!old.body)
      return [
        after.body?.required
          ? { level: 'breaking', message: 'a required request body is new' }
          : { level: 'safe', message: 'an optional request body is new' },
      ];
    if (!after.body) return [{ level: 'risky', message: 'the request body is gone', gone: true }];
    return [...requirement(old.body, after.body), ...mediaTypes(old.body, after.body)];
  },
};

function requirement(old: ApiBody, after: ApiBody): Finding[] {
  if (old.required === after.required) return [];
  return after.required
    ? [{ level: 'breaking', message: 'the request body is required now' }]
    : [{ level: 'safe', message: 'the request body is no longer required' }];
}

function mediaTypes(old: ApiBody, after: ApiBody): Finding[] {
  const [before, later] = [old.content.map((m) => essence(m.type)), after.content.map((m) => essence(m.type))];
  return [
    ...before
      .filter((type) => !later.includes(type))
      .map(
        (type): Finding => ({
          level: 'breaking',
          message: `request body: ${type} is no longer accepted`,
          word: type,
          gone: true,
        }),
      ),
    ...later
      .filter((type) => !before.includes(type))
      .map((type): Finding => ({ level: 'safe', message: `request body: ${type} is accepted too`, word: type })),
  ];
}
