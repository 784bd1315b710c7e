// Looks at a list: asks it with options, and finds in its answers what the story has made.
import type { JsonValue } from '../../../spec/contract/api.js';
import { isObject } from '../../../spec/is-object.js';
import { echoFindings } from '../../assess/echoed.js';
import { type JsonObject, likestObject, listIn, objectsWith } from '../../assess/entity-in.js';
import { linkTo, type Relation } from '../../assess/next-link.js';
import { saysMore, saysNext } from '../../assess/page-signs.js';
import type { Entity } from '../../plan/entities.js';
import { keyNames } from '../../plan/key-names.js';
import type { PageSize } from '../../plan/question.js';
import type { HttpAnswer } from '../../send/http.js';
import { ownAddress } from '../own-address.js';
import { isEntryOf } from './entry.js';
import { jsonBody, type Probe } from './probe.js';

export type Options = readonly (readonly [option: string, value: string])[];

/** One of the things of the story, and what the list shows of it. */
export interface Own {
  entity: Entity;
  entry: JsonObject;
}

export interface Answered {
  answer: HttpAnswer;
  value: JsonValue | undefined;
  members: JsonObject[];
  /** Whether all that there is stands in it; `surely`: by the number that was asked for. */
  whole: boolean;
  surely: boolean;
  url: string;
}

/** Of pages that nobody documents a shorter one is none. */
const SHORT_LIST = 10;

export class ListLook {
  constructor(
    private readonly probe: Probe,
    private readonly url: string,
    private readonly page: PageSize,
  ) {}

  /** So many may be asked for; where documents tell no length at all, as few as any server gives. */
  mostAtOnce(): number | undefined {
    const { most, standard } = this.page;
    return most ?? (standard === undefined ? SHORT_LIST : undefined);
  }

  /** Undefined where the list is not given, whatever the reason: whether it has to be, other cases tell. */
  async ask(
    options: Options,
    title: string,
    size: number | 'standard' | undefined = this.page.most,
  ): Promise<Answered | undefined> {
    const url = new URL(this.url);
    for (const [name] of options) url.searchParams.delete(name);
    for (const [name, value] of options) url.searchParams.append(name, value);
    const sized = this.page.option !== undefined && typeof size === 'number';
    if (sized) url.searchParams.set(this.page.option as string, String(size));
    return this.read(url.href, title, sized ? size : this.page.standard);
  }

  /** @param size how many there are at most */
  async read(url: string, title: string, size: number | undefined): Promise<Answered | undefined> {
    const answer = await this.probe.get(url, this.probe.one.operation, title);
    if (answer?.status !== 200) return undefined;
    const value = jsonBody(answer);
    const members = listIn(value)?.filter(isObject<JsonValue>);
    if (!members) return undefined;
    this.echoed(url, value);
    const surely = size !== undefined && members.length < size;
    const likely = size === undefined && members.length < SHORT_LIST && !this.goesOn(url, answer, value);
    return { answer, value, members, whole: surely || likely, surely, url };
  }

  /** What an answer says of the part that it is, is what was asked for. */
  private echoed(url: string, value: JsonValue | undefined): void {
    const { api, op } = this.probe.one.operation;
    const schema = op.responses.find(({ status }) => status === '200')?.content[0]?.schema;
    const told = schema && value !== undefined ? echoFindings({ api, op, request: { url } }, schema, value) : [];
    for (const { property, ok, expected, actual } of told)
      this.probe.add('echo', ok, `${property} ${expected}`, actual);
  }

  /** Whether an answer says that something comes after it. */
  goesOn(url: string, answer: HttpAnswer, value: JsonValue | undefined): boolean {
    return saysMore(value) === true || saysNext(value) === true || this.next(url, answer, value) !== undefined;
  }

  next(url: string, answer: HttpAnswer, value: JsonValue | undefined): string | undefined {
    return this.linked('next', { url, answer, value });
  }

  /** Where an answer leads by a relation. */
  linked(relation: Relation, { url, answer, value }: Pick<Answered, 'url' | 'answer' | 'value'>): string | undefined {
    const { session } = this.probe.conversation;
    return linkTo(relation, url, answer, value, (address) => ownAddress(session, address));
  }

  /** The members of a list, or the one thing that is read: with what it is wrapped in, if that has none of these. */
  async things(options: Options, names: string[], title: string): Promise<JsonObject[] | undefined> {
    const url = new URL(this.url);
    for (const [name, value] of options) url.searchParams.set(name, value);
    const { operation } = this.probe.one;
    const answer = await this.probe.get(url.href, operation, title);
    if (answer?.status !== 200) return undefined;
    const value = jsonBody(answer);
    const isOne = operation.segments.at(-1)?.variable !== undefined;
    const one = isOne ? (likestObject(value, names) ?? unwrapped(value)) : undefined;
    return isOne ? (one ? [one] : undefined) : listIn(value)?.filter(isObject<JsonValue>);
  }

  /** What an entry is known by; undefined where it shows no key. */
  key(member: JsonObject): string | undefined {
    const { operation } = this.probe.one;
    const { model } = this.probe.conversation.session.suite;
    const [key] = model.resources.find((r) => r.list === operation)?.keys ?? [];
    const name = keyNames(key ?? { variable: 'id' }).find((one) => Object.hasOwn(member, one));
    return name === undefined ? undefined : String(member[name]);
  }

  /** What a list shows of one that the story made; undefined where it is not among the members. */
  entry(entity: Entity, members: JsonObject[]): JsonObject | undefined {
    const [key] = entity.resource.keys;
    const names = key?.property === undefined ? keyNames(key ?? { variable: 'id' }) : [key.property];
    const name = names.find((one) => members.some((member) => Object.hasOwn(member, one)));
    if (name === undefined) return undefined;
    const keys = this.probe.conversation.world.keys(entity);
    return members.find((member) => Object.hasOwn(member, name) && isEntryOf(member, name, entity, keys));
  }

  /** What a member shows of a property: its own, or that of the one thing inside that has it. */
  shown(member: JsonObject, property: string): JsonValue | undefined {
    return objectsWith(member, [property])[0]?.[property];
  }
}

function unwrapped(value: JsonValue | undefined): JsonObject | undefined {
  const [only, more] = isObject<JsonValue>(value) ? Object.values(value) : [];
  return isObject<JsonValue>(only) && more === undefined ? only : isObject<JsonValue>(value) ? value : undefined;
}
