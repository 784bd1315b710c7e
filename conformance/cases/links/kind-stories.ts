// Stories of one thing that has links of two kinds: each list of links has those of its kind alone, in both ways of asking.
import { navigationList } from '../../plan/navigation.js';
import type { Operation } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { expectation } from '../documented.js';
import { linkPath, pathOf, plainHeaders, Telling } from '../lifecycle/stories.js';
import { type Linking, linkings } from './linkings.js';

export function linkKindGroups(suite: Suite): CaseGroup[] {
  if (!suite.hasCommands) return [];
  const found = new Map<string, Linking[]>();
  for (const one of linkings(suite)) found.set(one.from.id, [...(found.get(one.from.id) ?? []), one]);
  return [...found.values()].flatMap(([first, second]) => (first && second ? told(suite, first, second) : []));
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
