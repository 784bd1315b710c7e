// Stories of names that a server may take for one and the same: numbers when read as such, long texts when cut; and of two
// that are plainly two.
import { patternTest } from '../../../spec/contract/pattern.js';
import { keySchema } from '../../plan/key-schema.js';
import type { Resource } from '../../plan/resources.js';
import { type Suite, subjectOf } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import type { BaseRequest } from '../base-request.js';
import { expectation } from '../documented.js';
import { Telling } from '../lifecycle/stories.js';
import { sample } from '../lists/list-queries.js';
import { varied } from '../varied.js';

/** Lengths at which databases are known to cut are shorter. */
const LONG = 100;
/** At the end of a name there is room for what the run puts there. */
const ROOM = 28;

export function apartGroups(suite: Suite): CaseGroup[] {
  if (!suite.hasCommands) return [];
  return suite.model.resources.flatMap((resource) => apart(suite, resource));
}

function apart(suite: Suite, resource: Resource): CaseGroup[] {
  const { create, retrieve, remove } = resource;
  const [key] = resource.keys;
  const made = create?.judged && retrieve?.judged && remove ? sample(suite, resource) : undefined;
  const [name] = made?.entity.keys ?? [];
  const property = key?.property;
  if (!create || !made?.base.json || !key || property === undefined || name == null) return [];
  // Names that are sent as they are may be somebody's where the run has no place of its own.
  if (made.entity.parents.length === 0) return [];
  const { pattern, maxLength = 0 } = keySchema(resource, key) ?? {};
  const fits = typeof pattern === 'string' ? patternTest(pattern) : undefined;
  const long = (letter: string): string =>
    `${name.padEnd(maxLength - ROOM, 'a')}${letter}`.padEnd(Math.max(0, maxLength - 1), 'a');
  const listed = (one: string): boolean => fits?.(one) === true;
  const pairs: [what: string, names: string[], verbatim: string[]][] = [
    ['beside', varied(suite, name, 2), []],
    ['numbers', ['7', '07', '7e0'].filter(listed), [property]],
    ['long-names', maxLength < LONG || maxLength > 10 * LONG ? [] : [long('b'), long('c')].filter(listed), []],
  ];
  return pairs.flatMap(([what, names, verbatim]): CaseGroup[] => {
    if (names.length < 2) return [];
    const telling = new Telling(`story/${create.op.id}-${what}`);
    for (const [i, one] of names.entries()) {
      const json = { ...made.base.json, [property]: one };
      const request: BaseRequest = { ...made.base, json, body: JSON.stringify(json), verbatim };
      telling.add(i === 0 ? 'create' : 'create-other', create, request, expectation(create.op, create));
    }
    const apart = new Set(telling.cases.map((one) => subjectOf(suite, one).after?.id)).size === names.length;
    return apart ? telling.group() : [];
  });
}
