// Lists of plain REST, asked by each of their options among things that the run makes: what the members show says whether they
// are those that were asked for, in the order that was promised.
import { entityOf } from '../../plan/entities.js';
import { requiredHeaders, requiredQuery, sampleBody } from '../../plan/prerequisite.js';
import type { AmongOthers, Asks } from '../../plan/question.js';
import type { Operation, Resource } from '../../plan/resources.js';
import type { Case } from '../../plan/story.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import type { BaseRequest } from '../base-request.js';
import { isReference } from '../bodies/made-body.js';
import { expectation } from '../documented.js';
import { addressOf, pathOf, plainHeaders } from '../lifecycle/stories.js';
import { amongOthers, keysOf } from './among-others.js';
import { sample } from './list-queries.js';
import { pageSizeOf } from './page-size.js';
import { type Asking, isUndivided, pagesOf, partsOf, questionsOf } from './questions.js';

/** Most things that are made to see where a page ends by itself. */
const LONGEST_PAGE = 30;

export function askedGroups(suite: Suite): CaseGroup[] {
  if (suite.commandsOnly) return [];
  const { resources } = suite.model;
  return [
    ...resources.flatMap((resource) => asked(suite, resource)),
    ...resources.flatMap((resource) => askedAlone(suite, resource)),
    ...pageSizes(suite),
  ];
}

function asked(suite: Suite, resource: Resource): CaseGroup[] {
  const { create, list } = resource;
  const made = create?.judged && list?.judged ? sample(suite, resource) : undefined;
  if (!create || !list || !made) return [];
  const { entity, base } = made;
  const page = pageSizeOf(list);
  const request = plainly(suite, list, addressOf(list, entity), base);
  const asking = [...questionsOf(list, [create, ...resource.updates]), ...partsOf(suite, list)];
  const questions = asking.map(({ question }) => question);
  const among = amongOthers(suite, resource, entity, questions);
  const told = (story: string, all: Asking[]): CaseGroup[] => {
    const id = `story/${list.op.id}-${story}`;
    const cases = all.map((one) => caseOf(id, list, request, one, { question: one.question, page }, among));
    return cases.length > 0 ? [{ id, cases }] : [];
  };
  const pages: Asking = { what: 'each-once', question: pagesOf(list, questions), level: 'MUST' };
  const all: Asking[] = isUndivided(list) ? [{ what: 'all', question: { kind: 'all' }, level: 'MUST' }] : [];
  return [
    ...told('asked', [...asking, ...all]),
    ...told('pages', page.option === undefined || !goesOn(pages) ? [] : [pages]),
  ];
}

/** Whether the documents tell a way to what is behind a page. */
function goesOn({ question }: Asking): boolean {
  return question.kind === 'pages' && (question.nextTold || question.asks !== undefined);
}

/** Options of the read of one thing. */
function askedAlone(suite: Suite, resource: Resource): CaseGroup[] {
  const { create, retrieve } = resource;
  const made = create?.judged && retrieve?.judged ? sample(suite, resource) : undefined;
  const parts = retrieve && made ? partsOf(suite, retrieve) : [];
  if (!retrieve || !made || parts.length === 0) return [];
  const id = `story/${retrieve.op.id}-asked`;
  const request = plainly(suite, retrieve, pathOf(made.entity), made.base);
  return [
    { id, cases: parts.map((one) => caseOf(id, retrieve, request, one, { question: one.question, page: {} }, [])) },
  ];
}

/** Of lists whose pages are alike one is enough: the one whose things need the fewest others. */
function pageSizes(suite: Suite): CaseGroup[] {
  const seen = new Set<string>();
  const needs = ({ create }: Resource): number =>
    Object.keys((create && sampleBody(create)) ?? {}).filter((name) => isReference(name)).length;
  const inOrder = [...suite.model.resources].sort((a, b) => needs(a) - needs(b));
  return inOrder.flatMap((resource): CaseGroup[] => {
    const { create, list } = resource;
    const made = create?.judged && list?.judged ? sample(suite, resource) : undefined;
    const page = list && made ? pageSizeOf(list) : {};
    const { option, standard } = page;
    const alike = `${option} ${standard}`;
    if (!list || !made || standard === undefined || standard < 1 || standard > LONGEST_PAGE || seen.has(alike))
      return [];
    seen.add(alike);
    const among = keysOf(suite, made.entity, standard + 1).map((keys) => ({
      entity: entityOf(resource, keys, made.entity.parents),
    }));
    const id = `story/${list.op.id}-page-size`;
    const one: Asking = { what: 'standard', question: { kind: 'page-size', size: standard }, level: 'MUST' };
    const request = plainly(suite, list, addressOf(list, made.entity), made.base);
    return [{ id, cases: [caseOf(id, list, request, one, { question: one.question, page }, among)] }];
  });
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
