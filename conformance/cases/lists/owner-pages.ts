// How many of what belongs to one thing a list of them has where nobody asks for a number: of the entities, and of the links.
import type { Entity } from '../../plan/entities.js';
import { linkList, navigationList } from '../../plan/navigation.js';
import type { Operation } from '../../plan/resources.js';
import type { Case } from '../../plan/story.js';
import type { Suite } from '../../plan/subject.js';
import { expectation } from '../documented.js';
import { linkPath, pathOf, Telling } from '../lifecycle/stories.js';

/** How many entities the documents say a list has where nobody asks for a number. */
export function pageOf({ op }: Operation): number | undefined {
  const top = op.parameters.find((p) => p.in === 'query' && p.name === '$top')?.schema.default;
  return typeof top === 'number' && Number.isInteger(top) && top > 0 && top <= LONGEST_PAGE ? top : undefined;
}

/** Most entities that a story makes to see where a list ends by itself. */
const LONGEST_PAGE = 50;

/** @param many one more than a page has, of one owner by their keys */
export function ownerPages(suite: Suite, story: string, many: Entity[], headers: Record<string, string>): Case[] {
  const [first] = many;
  const telling = new Telling(story);
  for (const { entity: owner } of first ? suite.locator.references(first) : []) {
    if (!first || owner.parents.length === 0) continue;
    const links = linkList(suite.model, owner, first);
    const entities = navigationList(suite.model, owner, first);
    const found: [what: string, list: Operation | undefined, path: string | undefined][] = [
      ['links', links, links && linkPath(links, owner)],
      ['entities', entities, entities && `${pathOf(owner)}/${entities.segments.at(-1)?.text}`],
    ];
    for (const [what, list, path] of found) {
      if (!list || path === undefined || pageOf(list) !== many.length - 1) continue;
      const request = { method: 'GET', path, query: '', headers };
      const changes = { needs: [], exists: many, list: { property: '', size: many.length - 1 } };
      telling.add(`${what}-of-${owner.resource.name}`, list, request, expectation(list.op), changes);
    }
  }
  return telling.cases;
}
