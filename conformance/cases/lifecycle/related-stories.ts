// Stories of deletes that are refused: of what others belong to by their keys, where the documents have 409 for it.
import type { Case } from '../../plan/story.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { parsePath } from '../../url/key-path.js';
import { baseRequest } from '../base-request.js';
import { sample } from '../lists/list-queries.js';
import { listsError, refused } from '../refusal.js';
import { saysKept } from './integrity-stories.js';

/** The error list has a message for it: `This entity has related data`. Then both stay. Own words of a delete say it better. */
export function relatedGroups(suite: Suite): CaseGroup[] {
  return suite.model.resources.flatMap(({ remove }) => {
    const refuses = remove?.judged && remove.op.responses.some((r) => r.status === '409');
    if (!remove || !suite.hasCommands || !refuses || saysKept(remove) || !listsError(remove, 409, /\brelated\b/i))
      return [];
    const base = baseRequest(suite, remove);
    const owner = base && suite.locator.locate(parsePath(base.path)).at(-1)?.entity;
    if (!base || !owner) return [];
    const story = `story/${remove.op.id}-related`;
    const { source } = remove.op.docs;
    const cases = suite.model.resources.flatMap((resource): Case[] => {
      const belonging = sample(suite, resource)?.entity;
      const belongs = belonging && suite.locator.references(belonging).some((r) => r.entity.id === owner.id);
      if (!belonging || !belongs) return [];
      return [
        {
          id: `${story}/${resource.name}`,
          kind: 'story',
          title: `${remove.op.summary ?? remove.op.id} (which a ${resource.name} belongs to)`,
          level: 'MUST',
          operation: remove,
          ...(source ? { source } : {}),
          request: base,
          expect: { ...refused(remove, ['409'], 'the error list has a message for it'), effect: 'kept' },
          relaxations: [],
          exists: [belonging],
          about: belonging,
        },
      ];
    });
    return cases.map((one) => ({ id: one.id, cases: [one] }));
  });
}
