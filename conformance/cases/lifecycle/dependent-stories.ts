// Stories of what cannot be removed while something else refers to it: "A book with open loans can't be removed (409)".
import { objectsWith } from '../../assess/entity-in.js';
import { requiredHeaders } from '../../plan/prerequisite.js';
import type { Operation, Resource } from '../../plan/resources.js';
import { stem } from '../../plan/stem.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { STATE } from '../../plan/turns.js';
import { isTitled } from '../../told/titled.js';
import { sentencesOf, toldBy } from '../../told/told.js';
import { expectation } from '../documented.js';
import { documents, refused } from '../refusal.js';
import { partOf } from './integrity-stories.js';
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
    const named = create && told.some((kind) => isSuch(kind, other, create));
    const part = other !== resource && other.remove && named ? partOf(suite, resource, other) : undefined;
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

/** Words in front of a kind that leave out none of it. */
const ANY = /^(?:any|some|its|the|more|still|other|existing|noch|des|encore)$/i;

/** `loans`, `open loans`: what has just been made is among them where that is the state that its create shows. */
function isSuch(told: string, { name }: Resource, { op }: Operation): boolean {
  const words = told.toLowerCase().split(/\s+/);
  const at = words.findIndex((word) => stem(word) === stem(name) || isTitled(op.summary, word));
  const before = words.slice(0, Math.max(at, 0)).filter((word) => !ANY.test(word));
  return at >= 0 && before.every((word) => statesShown(op).has(word));
}

function statesShown({ responses }: Operation['op']): ReadonlySet<string> {
  const content = responses.filter(({ status }) => status.startsWith('2')).flatMap((response) => response.content);
  const members = content.flatMap(({ examples }) =>
    examples.flatMap(({ value }) => objectsWith(value, []).flatMap(Object.entries)),
  );
  return new Set(members.flatMap(([property, value]) => (STATE.test(property) ? [String(value).toLowerCase()] : [])));
}
