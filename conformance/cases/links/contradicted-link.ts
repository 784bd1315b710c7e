// A command that removes a link which, by the keys that it names, cannot be there: the tag of one folder, unlinked from
// another. Its page promises success all the same; a server that refuses is as right as one that does not.
import { type Case, CONTRADICTED_LINK } from '../../plan/story.js';
import { linkRenames, type Suite, subjectOf } from '../../plan/subject.js';

/** The case with refusals accepted, where what it unlinks contradicts itself; else the case as it is. */
export function acceptingContradiction(suite: Suite, one: Case): Case {
  if (one.expect.effect !== 'unlinked') return one;
  const { link } = subjectOf(suite, one);
  if (!link?.to || link.viaBody || !linkRenames(suite, link.from, link.to)) return one;
  const reason =
    'the command removes a link that its own keys rule out: the entity belongs to another one; a refusal is accepted as well';
  return {
    ...one,
    expect: {
      ...one.expect,
      statuses: [...one.expect.statuses, '4XX'],
      because: `${one.expect.because}, or a refusal`,
    },
    relaxations: [...one.relaxations, { id: CONTRADICTED_LINK, reason, ...(one.source ? { source: one.source } : {}) }],
  };
}
