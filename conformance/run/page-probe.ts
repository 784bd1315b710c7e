// Looks whether the page after a page is another one.

import type { JsonValue } from '../../spec/contract/api.js';
import { listIn, objectsWith, sameJson } from '../assess/entity-in.js';
import type { Case } from '../plan/story.js';
import type { HttpRequest } from '../send/http.js';
import { jsonBody, type Probe } from './probe.js';

/** Properties of an answer that hold the cursor of its next page. */
const NEXT = /^(?:next_?)?(?:cursor|(?:page_?)?token)$|^next$/i;

export class PageProbe {
  constructor(private readonly probe: Probe) {}

  /**
   * What is on the first page is not on the next one. Others may add to the list and take away from it at the same
   * time: only where the first page is the same before and after does the next one tell.
   */
  async next(
    following: NonNullable<Case['following']>,
    request: HttpRequest,
    first: JsonValue | undefined,
    tries = 3,
  ): Promise<void> {
    const query = 'query' in following ? following.query : cursorOf(following.parameter, first);
    const [one] = listIn(first) ?? [];
    if (query === undefined || one === undefined) return;
    const { url } = request;
    const wanted = new URL(url);
    for (const [name, value] of new URLSearchParams(query)) wanted.searchParams.set(name, value);
    const { operation } = this.probe.one;
    const next = await this.probe.get(wanted.href, operation, 'ask for the next page');
    if (next?.status !== 200) return;
    const again = (listIn(jsonBody(next)) ?? []).some((other) => sameJson(other, one));
    const before = again ? await this.probe.get(url, operation, 'ask for the first page again') : undefined;
    const same = before?.status === 200 && sameJson(listIn(jsonBody(before))?.[0], one);
    if (again && !same)
      return tries > 1 ? this.next(following, request, before && jsonBody(before), tries - 1) : undefined;
    this.probe.add('next-page', !again, 'others than on the page before', again ? 'the same again' : 'others');
  }
}

function cursorOf(parameter: string, value: JsonValue | undefined): string | undefined {
  const cursors = objectsWith(value, []).flatMap((object) =>
    Object.entries(object).flatMap(([name, one]) =>
      NEXT.test(name) && typeof one === 'string' && one !== '' ? [one] : [],
    ),
  );
  const [cursor, more] = cursors;
  if (cursor === undefined || more !== undefined || cursor.includes('://')) return undefined;
  return new URLSearchParams({ [parameter]: cursor }).toString();
}
