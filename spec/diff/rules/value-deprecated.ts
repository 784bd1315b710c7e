// Fields and parameters that the documents call deprecated.
import type { Finding, Rule } from '../change.js';

export const valueDeprecated: Rule = {
  id: 'diff/value-deprecated',
  about: 'a field or a parameter became deprecated, or is no longer',
  parameter: ({ old, new: after }) =>
    old && after
      ? changed(`${after.in} parameter ${after.name}`, old.deprecated === true, after.deprecated === true, after.name)
      : [],
  schema: ({ where, word, old, new: after }) =>
    changed(`${where}:`, old['deprecated'] === true, after['deprecated'] === true, word),
};

function changed(what: string, before: boolean, later: boolean, word: string | undefined): Finding[] {
  if (before === later) return [];
  const message = `${what} is ${later ? '' : 'no longer '}deprecated`;
  return [{ level: 'safe', message, ...(word === undefined ? {} : { word }) }];
}
