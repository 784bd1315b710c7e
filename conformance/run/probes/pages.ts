// Goes through all pages of a list, as each says that the next one is asked for: every entry comes once, and the last page is the
// last. Others may add and take away at the same time: only where the whole list is the same before and after is anything told.
import { holds, partsOf } from '../../assess/holds.js';
import { misplaced } from '../../assess/page-counts.js';
import { saysMore } from '../../assess/page-signs.js';
import { totalIn } from '../../assess/totals.js';
import type { Question } from '../../plan/question.js';
import type { Answered, ListLook, Options, Own } from './list-look.js';
import { linkProblem } from './page-links.js';
import { cursorOf } from './page-probe.js';
import type { Probe } from './probe.js';

type Promised = Extract<Question, { kind: 'pages' }>;

/** Pages that a walk has at most, roughly. */
const MOST = 12;
const TRIES = 3;

/** So that a few pages hold all, and the last of them is not full. */
function lengthOf(all: number): number {
  const least = Math.max(2, Math.ceil(all / MOST));
  return [least, least + 1, least + 2].find((size) => all > size && all % size !== 0) ?? 1;
}

/** What a walk has seen; a problem is what it shows to be wrong. */
interface Walk {
  keys: string[];
  /** Where it went through all of them. */
  pages?: Answered[];
  problem?: Problem | undefined;
}

export interface Problem {
  id: string;
  expected: string;
  actual: string;
}

export class Pages {
  constructor(
    private readonly probe: Probe,
    private readonly list: ListLook,
    private readonly question: Promised,
  ) {}

  async look(own: Own[]): Promise<void> {
    await this.through([]);
    const filter = this.filterOf(own);
    if (filter) await this.through(filter);
  }

  /** A value that some of ours have, and not all. */
  private filterOf(own: Own[]): Options | undefined {
    for (const { option, property } of this.question.filters) {
      const values = own.map(({ entry }) => this.list.shown(entry, property));
      const shared = values.flatMap(partsOf).find((one) => {
        const alike = values.filter((other) => other !== undefined && holds(other, one)).length;
        return alike > 1 && alike < values.length && one !== false;
      });
      if (shared !== undefined) return [[option, String(shared)]];
    }
    return undefined;
  }

  private async through(filter: Options): Promise<void> {
    for (let tried = 0; tried < TRIES; tried++) {
      const before = await this.whole(filter);
      if (!before || before.length < 2) return;
      const walk = await this.walk(filter, before);
      if (!walk) return;
      const seen = walk.problem ?? this.amiss(walk.keys, before, filter);
      const problem = seen ?? (await linkProblem(this.list, walk.pages ?? [], this.question));
      if (!problem) return this.probe.add('each-once', true, 'each entry on one page', 'so');
      const after = await this.whole(filter);
      if (after?.join('\n') === before.join('\n'))
        return this.probe.add(problem.id, false, problem.expected, problem.actual);
    }
  }

  /** Keys of all that there is; undefined where one page does not hold it, or no entry shows its key. */
  private async whole(filter: Options): Promise<string[] | undefined> {
    const all = await this.list.ask(filter, 'ask for all at once', this.list.mostAtOnce());
    const keys = all?.members.map((member) => this.list.key(member));
    return all?.surely && keys?.every((key) => key !== undefined) ? (keys as string[]) : undefined;
  }

  private async walk(filter: Options, all: string[]): Promise<Walk | undefined> {
    const size = lengthOf(all.length);
    const keys: string[] = [];
    const pages: Answered[] = [];
    let page = await this.list.ask(filter, 'ask for the first page', size);
    const total = page && totalIn(this.probe.one.operation, page.answer, page.value);
    if (total !== undefined && total !== all.length)
      return { keys, problem: { id: 'total', expected: `${all.length} in all`, actual: String(total) } };
    for (let n = 0; page && n <= all.length + 1; n++) {
      if (page.members.length > size) return undefined;
      pages.push(page);
      keys.push(...page.members.map((member) => this.list.key(member) ?? ''));
      const goesOn = this.list.goesOn(page.url, page.answer, page.value);
      if (keys.length >= all.length) {
        const beyond = goesOn ? await this.beyond(page, filter, size, n) : undefined;
        return { keys, pages, problem: beyond ?? placeOf(pages, all.length, size) };
      }
      if (!goesOn && this.question.nextTold && page.members.length > 0) return { keys, problem: this.noNext(page) };
      const next = this.nextOf(page, filter, size, n);
      if (page.members.length === 0) return { keys };
      if (next === undefined) return undefined;
      page = await this.list.read(next, 'ask for the next page', size);
    }
    return undefined;
  }

  private noNext({ value }: Answered): Problem {
    const actual = saysMore(value) === false ? 'nothing more' : 'nothing of a next page';
    return { id: 'has-next', expected: 'more, which is there', actual };
  }

  /** The last page leads on: to nothing, where it should say so, or to what has been there, for ever. */
  private async beyond(page: Answered, filter: Options, size: number, n: number): Promise<Problem | undefined> {
    const told = { id: 'ends', expected: 'no next page behind the last', actual: 'one' };
    // Whoever has filled a page may not know yet that it was the last.
    const short = page.members.length < size && this.question.endTold;
    const next = this.nextOf(page, filter, size, n);
    const behind = next === undefined ? undefined : await this.list.read(next, 'ask for what is behind the last', size);
    if (!behind) return short && saysMore(page.value) === true ? told : undefined;
    if (behind.members.length > 0) return { ...told, actual: 'a page with what has been there' };
    if (this.list.goesOn(behind.url, behind.answer, behind.value))
      return { ...told, actual: 'an empty one, and another behind that' };
    return short ? { ...told, actual: 'an empty one' } : undefined;
  }

  /** By its link, by what its answer has for the option, or by its number. */
  private nextOf(
    { url, answer, value, members }: Answered,
    filter: Options,
    size: number,
    n: number,
  ): string | undefined {
    const linked = this.list.next(url, answer, value);
    const { asks } = this.question;
    if (linked !== undefined || !asks) return linked;
    const { option, by, first = 1, keyed } = asks;
    const last = members.at(-1);
    const key = keyed && last ? this.list.key(last) : undefined;
    const behind = key === undefined ? undefined : new URLSearchParams({ [option]: key }).toString();
    const given = by === 'cursor' ? (cursorOf(option, value) ?? behind) : undefined;
    const number = by === 'page' ? first + n + 1 : (n + 1) * size;
    const asked = by === 'cursor' ? given : new URLSearchParams({ [option]: String(number) }).toString();
    if (asked === undefined) return undefined;
    const next = new URL(url);
    for (const [name, one] of [...filter, ...new URLSearchParams(asked)]) next.searchParams.set(name, one);
    return next.href;
  }

  private amiss(keys: string[], all: string[], filter: Options): Problem | undefined {
    const told = filter.map((pair) => pair.join('=')).join('&');
    const expected = `each of ${all.length} entries${told && ` with ${told}`} on one page`;
    const twice = keys.find((key, i) => keys.indexOf(key) < i);
    const stray = keys.find((key) => !all.includes(key));
    const lost = all.find((key) => !keys.includes(key));
    const [key, actual] = [
      [twice, 'twice'],
      [stray, 'which was not asked for'],
      [lost, 'on none'],
    ].find(([one]) => one !== undefined) ?? [undefined, undefined];
    return key === undefined ? undefined : { id: 'each-once', expected, actual: `${key} ${actual}` };
  }
}

/** What pages say of their place among all, where it is wrong. */
function placeOf(pages: Answered[], all: number, size: number): Problem | undefined {
  const wrong = misplaced(
    pages.map(({ value }) => value),
    all,
    size,
  );
  return wrong && { id: 'place', ...wrong };
}
