// Looks whether the page after a page is another one.
import type { JsonValue } from '../../../spec/contract/api.js';
import { listIn, objectsWith, sameJson } from '../../assess/entity-in.js';
import { nextLink } from '../../assess/next-link.js';
import { aroundList, NEXT, saysEnd, saysMore } from '../../assess/page-signs.js';
import { shownProperties } from '../../assess/shown-properties.js';
import { totalIn } from '../../assess/totals.js';
import { keyNames } from '../../plan/key-names.js';
import type { Case } from '../../plan/story.js';
import type { HttpAnswer, HttpRequest } from '../../send/http.js';
import { ownAddress } from '../own-address.js';
import { jsonBody, type Probe } from './probe.js';

/** Options that take the key of an entry, unless an answer has what they take. */
const BEHIND = /^starting_?after$/i;

/** Where the next page is, not what asks for it. */
const LINK = /^\/|:\/\/|\?/;

export class PageProbe {
  constructor(private readonly probe: Probe) {}

  /**
   * A page of one and the page after it are what a page of two has. Others may add to the list and take away from it at the
   * same time: only where the pages are the same before and after is anything told.
   */
  async next(
    following: NonNullable<Case['following']>,
    request: HttpRequest,
    answer: HttpAnswer,
    tries = 5,
  ): Promise<void> {
    const first = jsonBody(answer);
    const [one, more] = listIn(first) ?? [];
    if (one === undefined || more !== undefined) return;
    const two = await this.page(request.url, { [following.limit]: '2' }, 'ask for a page of two');
    if (!two) return;
    const both = listIn(jsonBody(two)) ?? [];
    const [, second] = both;
    await this.total(request.url, answer, two, both.length);
    await this.link(request.url, answer, both);
    await this.more(request.url, answer, both);
    const query = 'query' in following ? following.query : this.cursor(following, first, one);
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
    const before = await this.page(request.url, {}, 'ask for the first page again');
    const now = before && jsonBody(before);
    const still = again
      ? both
      : await this.entries(request.url, { [following.limit]: '2' }, 'ask for a page of two again');
    const [same] = listIn(now) ?? [];
    const firstStays = same !== undefined && this.same(same, one);
    const unchanged = firstStays && still !== undefined && this.alike(still, both);
    if (!unchanged) return before && tries > 1 ? this.next(following, request, before, tries - 1) : undefined;
    if (again || passed) this.probe.add('next-page', false, AFTER, again ? 'the same again' : 'another one, or none');
  }

  /** Some go on behind the key of the last entry, others by what the answer has for it. */
  private cursor(
    { parameter, keyed }: { parameter: string; keyed?: true },
    first: JsonValue | undefined,
    last: JsonValue,
  ): string | undefined {
    const given = cursorOf(parameter, first);
    if (given !== undefined || !keyed) return given;
    const key = keyOf(last, this.keyNames());
    return typeof key === 'string' || typeof key === 'number'
      ? new URLSearchParams({ [parameter]: String(key) }).toString()
      : undefined;
  }

  /** An answer of one that says nothing comes behind it, where a page of two has another. */
  private async more(url: string, first: HttpAnswer, both: JsonValue[]): Promise<void> {
    const says = saysMore(jsonBody(first));
    if (says === undefined || both.length < 2) return;
    if (says) return this.probe.add('has-more', true, 'more, which is there', 'so');
    const again = await this.page(url, {}, 'ask for the first page again');
    const [one, other] = [first, again].map((answer) => listIn(answer && jsonBody(answer))?.[0]);
    if (!again || one === undefined || other === undefined || !this.same(one, other)) return;
    if (saysMore(jsonBody(again)) === false) this.probe.add('has-more', false, 'more, which is there', 'nothing more');
  }

  /** An answer without the cursor that the documents show in it: then nothing comes after it. */
  private leavesOut(value: JsonValue | undefined): boolean {
    const shown = shownProperties(this.probe.one.operation).some((name) => NEXT.test(name));
    return shown && !objectsWith(value, []).some((object) => Object.keys(object).some((name) => NEXT.test(name)));
  }

  /** Of all that there are, a page of two shows that there are two at least. */
  private async total(url: string, first: HttpAnswer, two: HttpAnswer, shown: number): Promise<void> {
    const { operation } = this.probe.one;
    const [one, other] = [first, two].map((answer) => totalIn(operation, answer, jsonBody(answer)));
    if (one === undefined || other === undefined) return;
    const expected = `${shown} at least, which are there`;
    if (one >= shown && other >= shown) return this.probe.add('total', true, expected, String(Math.min(one, other)));
    const again = await this.page(url, {}, 'ask for the first page again');
    const still = again && totalIn(operation, again, jsonBody(again));
    if (still !== undefined && Math.min(still, other) < shown)
      this.probe.add('total', false, expected, String(Math.min(still, other)));
  }

  /** The page that an answer links as the next one has what a page of two has behind the first. */
  private async link(url: string, first: HttpAnswer, both: JsonValue[]): Promise<void> {
    const [one, second] = both;
    const { session } = this.probe.conversation;
    const next = nextLink(url, first, jsonBody(first), (address) => ownAddress(session, address));
    if (next === undefined || one === undefined || second === undefined) return;
    const [linked] = (await this.entries(next, {}, 'follow the link to the next page')) ?? [];
    if (linked !== undefined && this.same(linked, second)) return this.probe.add('next-link', true, AFTER, 'so');
    const again = await this.entries(url, {}, 'ask for the first page again');
    const two = await this.entries(
      url,
      { [this.probe.one.following?.limit ?? '']: '2' },
      'ask for a page of two again',
    );
    const [twice] = (await this.entries(next, {}, 'follow the link again')) ?? [];
    if (!again || !two || !this.alike(two, both) || !this.alike(again, [one])) return;
    if (twice !== undefined && this.same(twice, second)) return;
    this.probe.add('next-link', false, AFTER, linked === undefined ? 'nothing' : 'another one');
  }

  private async page(url: string, options: Record<string, string>, title: string): Promise<HttpAnswer | undefined> {
    const wanted = new URL(url);
    for (const [name, value] of Object.entries(options)) wanted.searchParams.set(name, value);
    const answer = await this.probe.get(wanted.href, this.probe.one.operation, title);
    return answer?.status === 200 ? answer : undefined;
  }

  private async entries(url: string, options: Record<string, string>, title: string): Promise<JsonValue[] | undefined> {
    const answer = await this.page(url, options, title);
    return answer && (listIn(jsonBody(answer)) ?? []);
  }

  private alike(one: JsonValue[], other: JsonValue[]): boolean {
    return one.length === other.length && one.every((entry, i) => this.same(entry, other[i] ?? null));
  }

  private keyNames(): string[] {
    const { model } = this.probe.conversation.session.suite;
    const [key] = model.resources.find((r) => r.list === this.probe.one.operation)?.keys ?? [];
    return keyNames(key ?? { variable: 'id' });
  }

  /** Whether two entries are of one thing: by its key, where they show one. */
  private same(one: JsonValue, other: JsonValue): boolean {
    const [left, right] = [one, other].map((entry) => keyOf(entry, this.keyNames()));
    return left !== undefined && right !== undefined ? left === right : sameJson(one, other);
  }
}

const AFTER = 'what comes after the page before';

function keyOf(entry: JsonValue, names: string[]): JsonValue | undefined {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return undefined;
  const name = names.find((n) => Object.hasOwn(entry, n));
  return name === undefined ? undefined : entry[name];
}

/** What the option for it takes, as an answer gives it. */
export function cursorOf(parameter: string, value: JsonValue | undefined): string | undefined {
  const called = BEHIND.test(parameter) ? aroundList(value).flatMap((object) => object[parameter] ?? []) : [];
  const shown = objectsWith(value, []).flatMap((object) =>
    Object.entries(object).flatMap(([name, one]) => (NEXT.test(name) ? [one] : [])),
  );
  const cursors = (called.length > 0 ? called : shown).filter((one) => typeof one === 'string' && one !== '');
  const [cursor, more] = cursors as string[];
  if (cursor === undefined || more !== undefined || LINK.test(cursor)) return undefined;
  return new URLSearchParams({ [parameter]: cursor }).toString();
}
