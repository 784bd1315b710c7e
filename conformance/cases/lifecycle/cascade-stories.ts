// Stories of deletes whose own words say what goes with the thing: "Its payments are deleted, too."
import { requiredHeaders, requiredQuery } from '../../plan/prerequisite.js';
import type { Resource } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { isTitled } from '../../told/titled.js';
import { says, sentencesOf, toldBy } from '../../told/told.js';
import { expectation } from '../documented.js';
import { refused } from '../refusal.js';
import { partOf } from './integrity-stories.js';
import { createdBy, pathOf, plainHeaders, Telling } from './stories.js';

/** What a sentence of a delete's words says goes with the thing, whatever else is so. */
function goneWith(text: string | undefined): string | undefined {
  const sure = sentencesOf(text).filter((one) => !says(one, 'unsure'));
  return sure.map((one) => toldBy(one, 'goesAlong')['kind']).find((kind) => kind !== undefined);
}

export function cascadeGroups(suite: Suite): CaseGroup[] {
  if (suite.commandsOnly) return [];
  return suite.model.resources.flatMap((resource) => goes(suite, resource));
}

function goes(suite: Suite, resource: Resource): CaseGroup[] {
  const { remove } = resource;
  const kind = goneWith(remove?.op.description);
  if (!remove?.judged || kind === undefined) return [];
  return suite.model.resources.flatMap((other): CaseGroup[] => {
    const called = other.name.toLowerCase().replace(/[_-]/g, ' ');
    const isMeant = called === kind.toLowerCase() || isTitled(other.create?.op.summary, kind);
    const part = other !== resource && isMeant ? partOf(suite, resource, other) : undefined;
    const { retrieve } = other;
    if (!part || !retrieve?.judged || !other.remove) return [];
    const telling = new Telling(`story/${remove.op.id}-with-${other.name}`);
    telling.add('create', part.create, part.base, { ...expectation(part.create.op), effect: 'created' });
    const [first] = telling.cases;
    const entity = first && createdBy(suite, first, other);
    if (!first || !entity) return [];
    if (part.create.op.method === 'PUT') Object.assign(first, { absent: [entity] });
    const headers = { ...requiredHeaders(suite, remove), ...plainHeaders(part.base) };
    const request = { method: 'DELETE', path: pathOf(part.owner), query: requiredQuery(remove), headers };
    telling.add('delete', remove, request, expectation(remove.op));
    const [deletion] = telling.cases.slice(-1);
    const read = { ...request, method: 'GET', path: pathOf(entity), query: requiredQuery(retrieve) };
    telling.add(
      'gone',
      retrieve,
      { ...read, headers: { ...requiredHeaders(suite, retrieve), ...plainHeaders(part.base) } },
      { ...refused(retrieve, ['404', '410'], `${other.name} go with what they belong to`) },
      { absent: [entity, part.owner], needs: deletion ? [deletion.id] : [] },
    );
    return telling.group();
  });
}
