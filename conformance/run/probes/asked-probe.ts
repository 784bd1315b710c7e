// Asks a list by one of its options, with values that the things of the story show: whether those are there that should be, and no
// others. Of members that somebody else made it is told what they show; where a page may not hold all, nothing is missing from it.
import type { JsonValue } from '../../../spec/contract/api.js';
import type { JsonObject } from '../../assess/entity-in.js';
import { begins, holds, isSame, isWithin, measureOf, otherThan, partsOf, shifted } from '../../assess/holds.js';
import { outOfOrder, outOfRank } from '../../assess/ordered.js';
import { totalIn } from '../../assess/totals.js';
import { describeEntity, type Entity } from '../../plan/entities.js';
import { NOWHERE } from '../../plan/nowhere.js';
import type { Direction } from '../../plan/order.js';
import type { Asks, Question } from '../../plan/question.js';
import type { HttpRequest } from '../../send/http.js';
import { eitherOf } from './either-of.js';
import { type Answered, ListLook, type Options, type Own } from './list-look.js';
import { Pages } from './pages.js';
import { Parts } from './parts.js';
import type { Probe } from './probe.js';

type Of<K extends Question['kind']> = Extract<Question, { kind: K }>;

export class AskedProbe {
  private readonly list: ListLook;

  constructor(
    private readonly probe: Probe,
    { url }: Pick<HttpRequest, 'url'>,
    { page }: Asks,
  ) {
    this.list = new ListLook(probe, url, page);
  }

  async look({ question }: Asks): Promise<void> {
    if (question.kind === 'page-size') return this.pageSize(question.size);
    if (question.kind === 'fields' || question.kind === 'embedded')
      return new Parts(this.probe, this.list).look(question);
    const plain = await this.list.ask([], 'ask for the list');
    if (!plain) return;
    this.total(plain);
    const own = this.own(plain);
    switch (question.kind) {
      case 'all':
        return this.all(plain);
      case 'same':
        return this.same(question, own);
      case 'state':
        return this.state(question, own);
      case 'bound':
        return this.bound(question, own);
      case 'text':
        return this.text(question, own);
      case 'order':
        return this.inOrder(question);
      case 'as-made':
        return this.asMade(question.direction, own);
      case 'pages':
        return new Pages(this.probe, this.list, question).look(own);
    }
  }

  /** In the order in which they were made. */
  private own({ members }: Answered): Own[] {
    return this.made().flatMap((entity) => {
      const entry = this.list.entry(entity, members);
      return entry ? [{ entity, entry }] : [];
    });
  }

  private made(): Entity[] {
    const { world } = this.probe.conversation;
    return (this.probe.one.among ?? []).flatMap(({ entity }) => (world.told(entity)?.made ? [entity] : []));
  }

  /** A list without pages that does not say that there is more has each of ours. */
  private all({ members, whole }: Answered): void {
    const keyed = members.some((member) => this.list.key(member) !== undefined);
    if (!whole || !keyed) return;
    const missing = this.made().find((entity) => this.list.entry(entity, members) === undefined);
    const actual = missing ? `${describeEntity(missing)} is not among ${members.length}` : 'all';
    this.probe.add('all', missing === undefined, 'each of those that were made', actual);
  }

  private async same({ option, property, flags, several }: Of<'same'>, own: Own[]): Promise<void> {
    const values = new Map<string, JsonValue>();
    for (const { entry } of own)
      for (const one of partsOf(this.list.shown(entry, property))) values.set(String(one), one);
    const known = [...values.values()].filter((one) => typeof one !== 'boolean' || flags.includes(one)).slice(0, 3);
    const [first] = known;
    const other = first === undefined || typeof first === 'boolean' ? undefined : otherThan(first);
    for (const value of [...known, ...(other === undefined ? [] : [other])]) {
      const fits = (shown: JsonValue): boolean => holds(shown, value);
      // What only has it in it, as 272 has 27, may be there or not.
      const there = (shown: JsonValue): boolean | undefined =>
        isSame(shown, value) || (fits(shown) ? undefined : false);
      await this.filtered([[option, String(value)]], [property], fits, `${property} ${String(value)}`, own, there);
    }
    for (const { options, values: two, what } of eitherOf(option, several, known)) {
      const fits = (shown: JsonValue): boolean => two.some((value) => holds(shown, value));
      const there = (shown: JsonValue): boolean | undefined =>
        two.some((value) => isSame(shown, value)) || (fits(shown) ? undefined : false);
      await this.filtered(options, [property], fits, `${property} ${what}`, own, there);
    }
  }

  /** Each may be in another state by now: what the answer itself shows counts, and what is in the list again behind it. */
  private async state({ option, property, others, several }: Of<'state'>, own: Own[]): Promise<void> {
    const shown = own.map(({ entry }) => this.list.shown(entry, property)).filter((one) => typeof one === 'string');
    const values = [...new Set([...shown.slice(0, 2), ...others.filter((one) => !shown.includes(one)).slice(0, 2)])];
    for (const value of values) await this.inState([[option, value]], property, [value], `${property} ${value}`, own);
    for (const { options, values: two, what } of eitherOf(option, several, values))
      await this.inState(options, property, two, `${property} ${what}`, own);
  }

  private async inState(
    options: Options,
    property: string,
    values: readonly JsonValue[],
    what: string,
    own: Own[],
  ): Promise<void> {
    const fits = (one: JsonValue): boolean => values.some((value) => isSame(one, value));
    const undecided = (): undefined => undefined;
    const found = await this.filtered(options, [property], fits, what, own, undecided);
    const again = found && (await this.list.ask([], 'ask for the list again'));
    if (!again) return;
    const still = this.own(again).filter(({ entity, entry }) => {
      const before = own.find((one) => one.entity === entity);
      return before && this.list.shown(before.entry, property) === this.list.shown(entry, property);
    });
    this.among(found, [property], fits, what, still);
  }

  private async bound({ option, property, side, included }: Of<'bound'>, own: Own[]): Promise<void> {
    const value = own.map(({ entry }) => this.list.shown(entry, property)).find((one) => measureOf(one) !== undefined);
    if (value === undefined) return;
    // A time that is shown in seconds may be later than it says.
    const exact = typeof value !== 'string' || value.length === 10 || /\.\d+/.test(value) || side === 'least';
    const ends = [shifted(value, 1), shifted(value, -1), ...(included !== undefined && exact ? [value] : [])];
    for (const end of ends) {
      if (end === undefined) continue;
      const fits = (shown: JsonValue): boolean => isWithin(shown, end, side, included);
      const what = `${property} ${side === 'least' ? 'from' : 'up to'} ${String(end)}`;
      await this.filtered([[option, String(end)]], [property], fits, what, own);
    }
  }

  private async text({ option, properties, by, anyCase }: Of<'text'>, own: Own[]): Promise<void> {
    const [first] = own;
    const value = first && this.wordsOf(first.entry, properties[0]);
    if (value !== undefined) {
      const word = /[\p{L}\p{N}]{3,}/u.exec(value)?.[0];
      const part = by === 'word' ? word : by === 'part' ? inner(value) : value.slice(0, -1);
      const fits = (asked: string) => (shown: JsonValue) =>
        by === 'beginning' ? begins(shown, asked) : holds(shown, asked);
      const asked = part === undefined || part.length < 2 ? [] : [part, ...(anyCase ? [otherCase(part)] : [])];
      for (const one of asked) await this.filtered([[option, one]], properties, fits(one), `“${one}”`, own.slice(0, 1));
      if (by === 'beginning' && value.length > 3)
        await this.filtered([[option, value.slice(2)]], properties, fits(value.slice(2)), `“${value.slice(2)}”`, own);
    }
    const none = (): boolean => false;
    const told = properties.length === 0 ? undefined : none;
    await this.filtered([[option, NOWHERE]], properties, told, `“${NOWHERE}”`, own, none);
  }

  /** What is looked for in one property, or in what a thing is called. */
  private wordsOf(entry: JsonObject, property: string | undefined): string | undefined {
    const shown = property === undefined ? undefined : this.list.shown(entry, property);
    return typeof shown === 'string' ? shown : undefined;
  }

  /**
   * @param properties in one of which it is; none where that is not told
   * @param fits whether what a member shows of the property is what was asked for; undefined where that cannot be told
   * @param there whether one of ours has to be among them or must not, by what it shows; undefined where it may
   */
  private async filtered(
    options: Options,
    properties: readonly string[],
    fits: ((shown: JsonValue) => boolean) | undefined,
    what: string,
    own: Own[],
    there: ((shown: JsonValue) => boolean | undefined) | undefined = fits,
  ): Promise<Answered | undefined> {
    const told = options.map(([name, value]) => `${name}=${value}`).join('&');
    const found = await this.list.ask(options, `ask for ${told}`);
    if (!found) return undefined;
    this.total(found);
    if (fits && properties.length > 0) {
      const stray = found.members.find(
        (m) => properties.every((name) => Object.hasOwn(m, name)) && !properties.some((name) => fits(m[name] ?? null)),
      );
      const seen = stray && properties.map((name) => `${name} ${JSON.stringify(stray[name])}`).join(', ');
      this.probe.add('only-such', stray === undefined, `each with ${what}`, seen ?? 'so');
    }
    if (there) this.among(found, properties, there, what, own);
    return found;
  }

  /** Those of ours that have to be among the members, or must not. */
  private among(
    found: Answered,
    properties: readonly string[],
    there: (shown: JsonValue) => boolean | undefined,
    what: string,
    own: Own[],
  ): void {
    for (const { entity, entry } of own) {
      const wanted = this.isThere(entry, properties, there);
      const isThere = this.list.entry(entity, found.members) !== undefined;
      if (wanted === undefined || (wanted && !isThere && !found.whole)) continue;
      const expected = `${describeEntity(entity)} ${wanted ? 'among' : 'not among'} those with ${what}`;
      this.probe.add(
        wanted ? 'finds' : 'leaves-out',
        isThere === wanted,
        expected,
        isThere ? 'there' : `not among ${found.members.length}`,
      );
    }
  }

  /** By what a thing of ours shows of the properties; of several it has to show each. */
  private isThere(
    entry: JsonObject,
    properties: readonly string[],
    there: (shown: JsonValue) => boolean | undefined,
  ): boolean | undefined {
    if (properties.length === 0) return there(null);
    const shown = properties.map((name) => this.list.shown(entry, name));
    if (shown.some((one) => one === undefined)) return undefined;
    const wanted = shown.map((one) => there(one ?? null));
    return wanted.includes(true) ? true : wanted.includes(undefined) ? undefined : false;
  }

  private async inOrder({ query, order: { orderedBy, direction, ranks } }: Of<'order'>): Promise<void> {
    const found = await this.list.ask(query, `ask for ${query.map((pair) => pair.join('=')).join('&') || 'the list'}`);
    if (!found) return;
    const wrong = ranks
      ? outOfRank(found.members, orderedBy, ranks)
      : outOfOrder(found.members, orderedBy, direction, true);
    const first = ranks?.map((alike) => alike.join(' or ')).join(', then ');
    const way =
      first !== undefined
        ? `: ${first}`
        : direction === undefined
          ? ''
          : direction === 'asc'
            ? ', ascending'
            : ', descending';
    const seen = wrong ? wrong.map((one) => JSON.stringify(one)).join(' in front of ') : 'so';
    this.probe.add('in-order', wrong === undefined, `by ${orderedBy}${way}`, seen);
  }

  /** The first was made a while before the others. */
  private async asMade(direction: Direction, [first, ...later]: Own[]): Promise<void> {
    const found = first && later.length > 0 ? await this.list.ask([], 'ask for the list again') : undefined;
    if (!first || !found) return;
    const at = (entity: Entity): number => found.members.indexOf(this.list.entry(entity, found.members) ?? {});
    const begun = at(first.entity);
    const wrong = later.find(
      ({ entity }) => begun >= 0 && at(entity) >= 0 && at(entity) > begun !== (direction === 'asc'),
    );
    const expected = direction === 'asc' ? 'what was made first in front' : 'what was made last in front';
    this.probe.add('as-made', wrong === undefined, expected, wrong ? 'the other way round' : 'so');
  }

  /** A page has so many where nobody asks for a number, and there are more. */
  private async pageSize(size: number): Promise<void> {
    const found = this.made().length > size ? await this.list.ask([], 'ask for the list', 'standard') : undefined;
    if (!found) return;
    const { length } = found.members;
    this.probe.add('page-size', length === size, `${size} of more than that`, String(length));
  }

  /** Where all stand in one answer, there are as many in all. */
  private total({ answer, value, members, surely, url }: Answered): void {
    const total = totalIn(this.probe.one.operation, answer, value);
    if (total === undefined || !surely) return;
    const expected = `${members.length} in all, as ${new URL(url).search || 'the list'} shows`;
    this.probe.add('total', total === members.length, expected, String(total));
  }
}

/** What stands in the middle of a text: neither its beginning nor its end. */
function inner(text: string): string {
  return text.slice(1, -1).trim().slice(0, 40);
}

function otherCase(text: string): string {
  return text === text.toLowerCase() ? text.toUpperCase() : text.toLowerCase();
}
