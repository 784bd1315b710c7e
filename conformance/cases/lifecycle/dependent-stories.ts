// Stories of what cannot be removed while something else refers to it: "A book with open loans can't be removed (409)".
import { requiredHeaders } from '../../plan/prerequisite.js';
import type { Resource } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { sentencesOf, toldBy } from '../../told/told.js';
import { expectation } from '../documented.js';
import { documents, refused } from '../refusal.js';
import { partOf } from './integrity-stories.js';
import { kindIn } from './kinds-told.js';
import { pathOf, plainHeaders, Telling } from './stories.js';

export function dependentGroups(suite: Suite): CaseGroup[] {
  if (suite.commandsOnly) return [];
  return suite.model.resources.flatMap((resource) => holding(suite, resource));
}

function holding(suite: Suite, resource: Resource): CaseGroup[] {
  const { remove } = resource;
  if (!remove?.judged || !documents(remove, '409')) return [];
  const told = sentencesOf(remove.op.description).flatMap((sentence) => toldBy(sentence, 'notWhileIn')['kind'] ?? []);
  return suite.model.resources.flatMap((other): CaseGroup[] => {
    const { create } = other;
    const named = create && told.some((kind) => kindIn(kind, other, create) !== undefined);
    const removable = other.remove !== undefined || suite.leavesThings;
    const part = other !== resource && removable && named ? partOf(suite, resource, other) : undefined;
    if (!part) return [];
    const telling = new Telling(`story/${remove.op.id}-with-${part.create.op.id}`);
    telling.add('create', part.create, part.base, { ...expectation(part.create.op, part.create), effect: 'created' });
    const headers = { ...requiredHeaders(suite, remove), ...plainHeaders(part.base) };
    const request = { method: 'DELETE', path: pathOf(part.owner), query: '', headers };
    const because = `one of ${other.name} refers to it`;
    telling.add('delete', remove, request, { ...refused(remove, ['409'], because), effect: 'unchanged' });
    return telling.group();
  });
}
