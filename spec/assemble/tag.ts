// What an operation is about, as tags and neighbours go by it.
import { pascal } from './names.js';
import type { Group } from './plan.js';

/** The entity that the path is about first: `Relation` of `…/__ctl/Relation(…)/$links/_Role`. */
export function tagOf(group: Group): string {
  const words = group.main.shape.path
    .split('/')
    .filter(
      (part) =>
        part !== '' && !part.startsWith('{') && !part.startsWith('__') && !/^(?:v\d+(?:\.\d+)?|api|rest)$/.test(part),
    );
  return words[0]?.split('(', 1)[0]?.replace(/^[$_]+/, '') || pascal(group.main.shape.target) || 'Root';
}
