// Where the pages of a list lead beside the next one: to the one before, the first, the last (RFC 8288, and its registered relations).
import type { Relation } from '../../assess/next-link.js';
import type { Question } from '../../plan/question.js';
import type { Answered, ListLook } from './list-look.js';
import type { Problem } from './pages.js';

type Promised = Pick<Extract<Question, { kind: 'pages' }>, 'startTold' | 'linked'>;

/** What a page should lead to, and how it is told of. */
interface Way {
  from: number;
  relation: Relation;
  to: number;
}

/** @param pages all of a list, in turn */
export async function linkProblem(
  list: ListLook,
  pages: readonly Answered[],
  { startTold, linked = [] }: Promised,
): Promise<Problem | undefined> {
  const [first] = pages;
  if (!first || pages.length < 2) return undefined;
  if (startTold && list.linked('prev', first) !== undefined)
    return { id: 'starts', expected: 'no page in front of the first', actual: 'one' };
  for (const { from, relation, to } of waysOf(pages.length)) {
    const [page, wanted] = [pages[from], pages[to]];
    const address = page && list.linked(relation, page);
    const what = { id: `${relation}-link`, expected: `on page ${from + 1} a link to page ${to + 1}` };
    if (address === undefined && linked.includes(relation)) return { ...what, actual: 'none' };
    const found =
      address === undefined ? undefined : await list.read(address, `follow the link to ${relation}`, undefined);
    if (!found || !wanted) continue;
    if (!leads(list, relation, found, wanted)) return { ...what, actual: 'a link to something else' };
  }
  return undefined;
}

/** From the page that comes last, and from one in the middle: the first page needs no link to itself, nor does the last. */
function waysOf(count: number): Way[] {
  const end = count - 1;
  return [
    { from: end, relation: 'prev', to: end - 1 },
    ...(end > 1 ? [{ from: 1, relation: 'prev' as const, to: 0 }] : []),
    { from: end, relation: 'first', to: 0 },
    { from: 0, relation: 'last', to: end },
    ...(end > 1 ? [{ from: 1, relation: 'last' as const, to: end }] : []),
  ];
}

/** Pages that are counted from the end may begin elsewhere; the last entry is the last all the same. */
function leads(list: ListLook, relation: Relation, found: Answered, wanted: Answered): boolean {
  const [there, here] = [found, wanted].map(({ members }) => members.map((member) => list.key(member)));
  if (relation === 'last') return there?.at(-1) === here?.at(-1);
  return there?.join('\n') === here?.join('\n');
}
