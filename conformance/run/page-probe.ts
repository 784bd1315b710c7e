// Looks whether the page after a page is another one.
import type { JsonValue } from '../../spec/contract/api.js';
import { listIn, objectsWith, sameJson } from '../assess/entity-in.js';
import { shownProperties } from '../assess/shown-properties.js';
import type { Case } from '../plan/story.js';
import type { HttpRequest } from '../send/http.js';
import { jsonBody, type Probe } from './probe.js';

/** Properties of an answer that hold the cursor of its next page. */
const NEXT = /^(?:next_?)?(?:cursor|(?:page_?)?token)$|^next$/i;

export class PageProbe {
  constructor(private readonly probe: Probe) {}

  /**
   * A page of one and the page after it are what a page of two has. Others may add to the list and take away from it at the
   * same time: only where the pages are the same before and after is anything told.
   */
  async next(
    following: NonNullable<Case['following']>,
    request: HttpRequest,
    first: JsonValue | undefined,
    tries = 5,
  ): Promise<void> {
    const [one, more] = listIn(first) ?? [];
    if (one === undefined || more !== undefined) return;
    const both = await this.entries(request.url, { [following.limit]: '2' }, 'ask for a page of two');
    if (!both) return;
    const [, second] = both;
    const query = 'query' in following ? following.query : cursorOf(following.parameter, first);
    if (query === undefined && !saysEnd(first) && !this.leavesOut(first)) return;
    const asked = query === undefined ? {} : Object.fromEntries(new URLSearchParams(query));
    const next = query === undefined ? [] : await this.entries(request.url, asked, 'ask for the next page');
    if (!next) return;
    const again = next.some((other) => this.same(other, one));
    const passed = second !== undefined && (next[0] === undefined || !this.same(next[0], second));
    if (!(again || passed) && both[0] !== undefined && this.same(both[0], one)) {
      this.probe.add('next-page', true, AFTER, 'so');
      return;
    }
    const before = await this.probe.get(request.url, this.probe.one.operation, 'ask for the first page again');
    const now = before?.status === 200 ? jsonBody(before) : undefined;
    const still = again
      ? both
      : await this.entries(request.url, { [following.limit]: '2' }, 'ask for a page of two again');
    const [same] = listIn(now) ?? [];
    const firstStays = same !== undefined && this.same(same, one);
    const unchanged = firstStays && still !== undefined && this.alike(still, both);
    if (!unchanged) return tries > 1 ? this.next(following, request, now, tries - 1) : undefined;
    if (again || passed) this.probe.add('next-page', false, AFTER, again ? 'the same again' : 'another one, or none');
  }

  /** An answer without the cursor that the documents show in it: then nothing comes after it. */
  private leavesOut(value: JsonValue | undefined): boolean {
    const shown = shownProperties(this.probe.one.operation).some((name) => NEXT.test(name));
    return shown && !objectsWith(value, []).some((object) => Object.keys(object).some((name) => NEXT.test(name)));
  }

  private async entries(url: string, options: Record<string, string>, title: string): Promise<JsonValue[] | undefined> {
    const wanted = new URL(url);
    for (const [name, value] of Object.entries(options)) wanted.searchParams.set(name, value);
    const answer = await this.probe.get(wanted.href, this.probe.one.operation, title);
    return answer?.status === 200 ? (listIn(jsonBody(answer)) ?? []) : undefined;
  }

  private alike(one: JsonValue[], other: JsonValue[]): boolean {
    return one.length === other.length && one.every((entry, i) => this.same(entry, other[i] ?? null));
  }

  /** Whether two entries are of one thing: by its key, where they show one. */
  private same(one: JsonValue, other: JsonValue): boolean {
    const { model } = this.probe.conversation.session.suite;
    const [key] = model.resources.find((r) => r.list === this.probe.one.operation)?.keys ?? [];
    const [left, right] = [one, other].map((entry) => keyOf(entry, [key?.property, key?.variable, 'id']));
    return left !== undefined && right !== undefined ? left === right : sameJson(one, other);
  }
}

const AFTER = 'what comes after the page before';

function keyOf(entry: JsonValue, names: (string | undefined)[]): JsonValue | undefined {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return undefined;
  const name = names.find((n) => n !== undefined && Object.hasOwn(entry, n));
  return name === undefined ? undefined : entry[name];
}

/** Whether an answer says itself that nothing comes after it. */
function saysEnd(value: JsonValue | undefined): boolean {
  return objectsWith(value, []).some((object) =>
    Object.entries(object).some(([name, one]) => NEXT.test(name) && (one === null || one === '')),
  );
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
