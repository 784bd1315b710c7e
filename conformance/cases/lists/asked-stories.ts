// Lists of plain REST, asked by each of their options among things that the run makes: what the members show says whether they
// are those that were asked for, in the order that was promised.
import { requiredHeaders, requiredQuery } from '../../plan/prerequisite.js';
import type { AmongOthers, Asks } from '../../plan/question.js';
import type { Operation, Resource } from '../../plan/resources.js';
import type { Case } from '../../plan/story.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import type { BaseRequest } from '../base-request.js';
import { expectation } from '../documented.js';
import { addressOf, plainHeaders } from '../lifecycle/stories.js';
import { amongOthers } from './among-others.js';
import { sample } from './list-queries.js';
import { pageSizeOf } from './page-size.js';
import { type Asking, questionsOf } from './questions.js';

export function askedGroups(suite: Suite): CaseGroup[] {
  return suite.commandsOnly ? [] : suite.model.resources.flatMap((resource) => asked(suite, resource));
}

function asked(suite: Suite, resource: Resource): CaseGroup[] {
  const { create, list } = resource;
  const made = create?.judged && list?.judged ? sample(suite, resource) : undefined;
  if (!list || !made) return [];
  const questions = questionsOf(list);
  if (questions.length === 0) return [];
  const { entity, base } = made;
  const among = amongOthers(
    suite,
    resource,
    entity,
    questions.map(({ question }) => question),
  );
  const page = pageSizeOf(list);
  const id = `story/${list.op.id}-asked`;
  const request = plainly(suite, list, addressOf(list, entity), base);
  return [
    { id, cases: questions.map((one) => caseOf(id, list, request, one, { question: one.question, page }, among)) },
  ];
}

function plainly(suite: Suite, list: Operation, path: string, base: BaseRequest): Case['request'] {
  const headers = { ...requiredHeaders(suite, list), ...plainHeaders(base) };
  return { method: 'GET', path, query: requiredQuery(list), headers };
}

function caseOf(
  story: string,
  list: Operation,
  request: Case['request'],
  { what, level }: Asking,
  asks: Asks,
  among: AmongOthers[],
): Case {
  const { source } = list.op.docs;
  return {
    id: `${story}/${what}`,
    kind: 'story',
    title: `${list.op.summary ?? list.op.id} (${what})`,
    level,
    operation: list,
    ...(source ? { source } : {}),
    request,
    expect: { ...expectation(list.op), response: false },
    relaxations: [],
    among,
    asks,
  };
}
