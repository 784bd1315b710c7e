// Stories of one thing that has links of two kinds: each list of links has those of its kind alone, in both ways of asking.
import { navigationList } from '../../plan/navigation.js';
import { type Operation, systemSegment } from '../../plan/resources.js';
import type { Case } from '../../plan/story.js';
import { linkRenames, type Suite, subjectOf } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { type BaseRequest, baseRequest } from '../base-request.js';
import { expectation } from '../documented.js';
import { linkPath, pathOf, plainHeaders, Telling } from '../lifecycle/stories.js';

export function linkKindGroups(suite: Suite): CaseGroup[] {
  if (!suite.hasCommands) return [];
  const links = suite.model.operations.flatMap((operation) => linking(suite, operation));
  const found = new Map<string, Linking[]>();
  for (const one of links) found.set(one.from.id, [...(found.get(one.from.id) ?? []), one]);
  return [...found.values()].flatMap(([first, second]) => (first && second ? told(suite, first, second) : []));
}

type Linking = NonNullable<ReturnType<typeof linkOf>>;

function linking(suite: Suite, operation: Operation): Linking[] {
  const { judged, op, segments } = operation;
  const posts = judged && op.method === 'POST' && !op.docs.aliasOf && systemSegment(segments) >= 0;
  const base = posts && !segments.at(-1)?.keys ? baseRequest(suite, operation) : undefined;
  const one = base && linkOf(suite, operation, base);
  return one && !linkRenames(suite, one.from, one.to) ? [one] : [];
}

function linkOf(suite: Suite, operation: Operation, base: BaseRequest) {
  const telling = new Telling('');
  telling.add('', operation, base, expectation(operation.op, operation));
  const { link } = subjectOf(suite, telling.cases[0] as Case);
  return link?.to && { operation, base, from: link.from, to: link.to };
}

function told(suite: Suite, first: Linking, second: Linking): CaseGroup[] {
  const { operation, base, from, to } = first;
  const list = suite.model.at('GET', operation.signature).find(({ judged, op }) => judged && !op.docs.aliasOf);
  if (!list) return [];
  const telling = new Telling(`story/${list.op.id}-of-two-kinds`);
  for (const [i, one] of [first, second].entries())
    telling.add(i === 0 ? 'link' : 'link-another-kind', one.operation, one.base, expectation(one.operation.op));
  const needs = telling.cases.map(({ id }) => id);
  const read = (step: string, of: Operation, path: string): void => {
    const request = { method: 'GET', path, query: '', headers: plainHeaders(base) };
    telling.add(step, of, request, expectation(of.op), { needs, list: { property: '', size: 1 } });
  };
  read('links', list, linkPath(operation, from));
  const through = navigationList(suite.model, from, to);
  if (through) read('entities', through, `${pathOf(from)}/${through.segments.at(-1)?.text}`);
  return telling.group();
}
