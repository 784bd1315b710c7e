// Stories of what cannot be removed while something else refers to it: "A book with open loans can't be removed (409)".
import { beginningOf } from '../../plan/beginning.js';
import { requiredHeaders } from '../../plan/prerequisite.js';
import type { Resource } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { sentencesOf, toldBy } from '../../told/told.js';
import { expectation } from '../documented.js';
import { documents, refused } from '../refusal.js';
import { type Part, partOf } from './integrity-stories.js';
import { type Kind, kindIn } from './kinds-told.js';
import { canGoBack, type Step, statesFrom, stepsOf, walked } from './state-steps.js';
import { createdBy, pathOf, plainHeaders, Telling } from './stories.js';

export function dependentGroups(suite: Suite): CaseGroup[] {
  if (suite.commandsOnly) return [];
  return suite.model.resources.flatMap((resource) => holding(suite, resource));
}

function holding(suite: Suite, resource: Resource): CaseGroup[] {
  const { remove } = resource;
  if (!remove?.judged || !documents(remove, '409')) return [];
  const refusal = remove.op.responses.find(({ status }) => status === '409')?.description;
  const sentences = [
    ...sentencesOf(remove.op.description),
    ...sentencesOf(refusal).map((sentence) => `${sentence.replace(/[.!]$/, '')} 409`),
  ];
  const told = sentences.flatMap((sentence) => toldBy(sentence, 'notWhileIn')['kind'] ?? []);
  return suite.model.resources.flatMap((other): CaseGroup[] => {
    const { create } = other;
    const [named] = create ? told.flatMap((kind) => kindIn(kind, other, create) ?? []) : [];
    const removable = other.remove !== undefined || suite.leavesThings;
    const part = other !== resource && removable && named ? partOf(suite, resource, other) : undefined;
    const way = part && named ? wayTo(suite, part, named) : undefined;
    if (!part || !way) return [];
    const telling = new Telling(`story/${remove.op.id}-with-${part.create.op.id}`);
    telling.add('create', part.create, part.base, { ...expectation(part.create.op, part.create), effect: 'created' });
    const [first] = telling.cases;
    const made = first && createdBy(suite, first, other);
    if (way.length > 0 && !(made && walked(suite, telling, made, way))) return [];
    const headers = { ...requiredHeaders(suite, remove), ...plainHeaders(part.base) };
    const request = { method: 'DELETE', path: pathOf(part.owner), query: '', headers };
    const because = `one of ${other.name} refers to it`;
    telling.add(
      'delete',
      remove,
      request,
      { ...refused(remove, ['409'], because), effect: 'unchanged' },
      needs(telling),
    );
    return telling.group();
  });
}

function needs({ cases }: Telling): { needs: string[] } {
  return { needs: cases.map(({ id }) => id) };
}

/** The steps that bring it into the state that is told; undefined where none do, or where it would stay there for good. */
function wayTo(suite: Suite, { resource, create }: Part, { state, later }: Kind): Step[] | undefined {
  if (!later || state === undefined) return [];
  const { steps, guards } = stepsOf(suite, resource);
  for (const property of new Set(steps.map((step) => step.property))) {
    const initial = beginningOf(create, property);
    const own = steps.filter((step) => step.property === property);
    const way = initial === undefined ? undefined : statesFrom(initial, own).get(state);
    const stuck = guards.find((one) => one.operation === resource.remove && one.property === property);
    const stays = stuck?.refuses(state) === true && !canGoBack(state, own, stuck);
    if (way && (!stays || suite.leavesThings)) return way;
  }
  return undefined;
}
