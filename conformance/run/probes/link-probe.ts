// Looks whether two entities are linked, or no more: in the list of links from either end, and through navigation properties.
import type { JsonValue } from '../../../spec/contract/api.js';
import { isObject } from '../../../spec/is-object.js';
import { rememberedFor } from '../../../spec/remember.js';
import { type JsonObject, membersOf, metadata, sameJson } from '../../assess/entity-in.js';
import { textsIn } from '../../assess/texts-in.js';
import { afterLink } from '../../plan/after-link.js';
import { describeEntity, type Entity } from '../../plan/entities.js';
import { itemSchema } from '../../plan/item-schema.js';
import { linkList, navigationList } from '../../plan/navigation.js';
import { type Operation, systemSegment } from '../../plan/resources.js';
import type { Subject } from '../../plan/subject.js';
import { entityAt } from '../own-address.js';
import { AddressProbe } from './address-probe.js';
import { entryOf } from './entry.js';
import { jsonBody, type Probe } from './probe.js';

export class LinkProbe {
  constructor(private readonly probe: Probe) {}

  /** The list of links names the other end, or does no more. */
  async link(from: Entity, to: Entity, there: boolean): Promise<void> {
    const { model } = this.probe.conversation.session.suite;
    await this.linkSeen(this.listing(), from, to, there ? 'listed-after-link' : 'not-listed-after-unlink', there);
    await this.linkSeen(linkList(model, to, from), to, from, there ? 'linked-both-ways' : 'unlinked-both-ways', there);
    await this.navigation(from, to, there);
  }

  /** What is gone is in nobody's list of links. A server may have kept it for their sake. */
  async forgotten(gone: Entity, by: Entity): Promise<void> {
    const answer = await this.probe.read(gone);
    if (answer?.status !== 404 && answer?.status !== 410) return;
    const { model } = this.probe.conversation.session.suite;
    await this.linkSeen(linkList(model, by, gone), by, gone, 'not-listed-after-delete', false);
  }

  /** An update, or a create after a delete: the links are those that there were, or none. */
  async after(by: Entity, other: Entity, what: 'update' | 'recreate'): Promise<void> {
    const { model } = this.probe.conversation.session.suite;
    const there = what === 'update';
    await this.linkSeen(linkList(model, by, other), by, other, `${there ? '' : 'not-'}listed-after-${what}`, there);
  }

  /** What an entity belongs to by its key is linked with it. */
  async belongs(entity: Entity): Promise<void> {
    const { model, locator } = this.probe.conversation.session.suite;
    for (const { entity: owner } of locator.references(entity)) {
      await this.linkSeen(linkList(model, entity, owner), entity, owner, 'leads-to-owner', true);
      await this.linkSeen(linkList(model, owner, entity), owner, entity, 'led-to-by-owner', true);
      await this.navigation(entity, owner, true);
      await this.navigation(owner, entity, true);
    }
  }

  /** What is no longer linked is there all the same. */
  async stays(entity: Entity): Promise<void> {
    const { retrieve } = entity.resource;
    const { world, session } = this.probe.conversation;
    if (!retrieve?.judged) return;
    const url = session.target + world.itemPath(entity);
    const answer = await this.probe.get(url, retrieve, `read ${describeEntity(entity)} that was unlinked`);
    if (answer) this.probe.add('unlinked-stays', answer.status === 200, describeEntity(entity), String(answer.status));
  }

  /** A link was put in place of another: that one is gone, whatever keys both ends have from then on. */
  async relinked(from: Entity, old: Entity, next: Entity): Promise<void> {
    const { model } = this.probe.conversation.session.suite;
    const now = afterLink(model, from, next, true);
    await this.link(now.from, now.to, true);
    await this.link(now.from, afterLink(model, from, old, false).to, false);
  }

  /** What was created through a navigation property is listed there; what was there and could not be created is not. */
  async navigated({ target, after }: Subject, there = true): Promise<void> {
    const operation = this.probe.one.meant ?? this.probe.one.operation;
    if (!target || !after || !operation.segments.at(-2)?.keys || operation.segments.at(-1)?.keys) return;
    const { model, locator } = this.probe.conversation.session.suite;
    const ends = afterLink(model, target, after, true);
    // What a key names, it leads to as well.
    const bound = [...locator.references(target), ...locator.references(after)].some(({ entity }) =>
      [target.resource, after.resource].includes(entity.resource),
    );
    if (there || !bound) await this.navigation(ends.from, ends.to, there);
  }

  /** The documented list of entities that the navigation property leads to holds the other end, or does no more. */
  private async navigation(from: Entity, to: Entity, there: boolean): Promise<void> {
    const { world, session } = this.probe.conversation;
    const operation = navigationList(session.suite.model, from, to);
    if (!operation) return;
    const url = `${session.target}${world.itemPath(from)}/${operation.segments.at(-1)?.text}`;
    const answer = await this.probe.get(url, operation, `list what ${describeEntity(from)} leads to`);
    const member = answer?.status === 200 ? memberFor(jsonBody(answer), to, world.keys(to)) : undefined;
    if (member === undefined) return;
    const seen = member !== null;
    const what = `${describeEntity(to)} ${there ? 'in' : 'not in'} the list of ${operation.segments.at(-1)?.text}`;
    this.probe.add(there ? 'navigable' : 'not-navigable', seen === there, what, seen ? 'listed' : 'not listed');
    if (!there || !seen) return;
    await new AddressProbe(this.probe).ofEntry(to, member);
    await this.sameType(to, member);
  }

  /** An entity is of one type, whichever way leads to it. */
  private async sameType(entity: Entity, listed: JsonObject): Promise<void> {
    const type = metadata(listed, 'type');
    const answer = type === undefined ? undefined : await this.probe.read(entity);
    const entry = answer?.status === 200 ? entryOf(entity, answer) : undefined;
    const own = entry && metadata(entry, 'type');
    if (own === undefined) return;
    this.probe.add(
      'navigable-type',
      type === own,
      `${own}, as ${describeEntity(entity)} is when it is read`,
      String(type),
    );
  }

  private async linkSeen(
    operation: Operation | undefined,
    from: Entity,
    to: Entity,
    id: string,
    there: boolean,
  ): Promise<void> {
    if (!operation) return;
    const { world, session } = this.probe.conversation;
    const tail = operation.segments
      .slice(systemSegment(operation.segments))
      .map((s) => `/${s.text}`)
      .join('');
    const answer = await this.probe.get(
      session.target + world.itemPath(from) + tail,
      operation,
      `list the links of ${describeEntity(from)}`,
    );
    if (!answer) return;
    const what = `${describeEntity(to)} ${there ? 'in' : 'not in'} the list`;
    if (answer.status !== 200)
      return void this.probe.add(id, !there && answer.status === 404, what, `the server answered ${answer.status}`);
    const times = this.times(jsonBody(answer), to, nameOfLinks(operation));
    const good = times === (there ? 1 : 0);
    this.probe.add(id, good, there ? `${what}, once` : what, times === 0 ? 'not listed' : `listed ${times} times`);
  }

  private listing(): Operation | undefined {
    const operation = this.probe.one.meant ?? this.probe.one.operation;
    const system = systemSegment(operation.segments);
    const wanted = [...operation.segments.slice(0, system + 1), { text: operation.segments[system + 1]?.text ?? '' }];
    const shape = wanted
      .map((s) => `/${'variable' in s && s.variable !== undefined ? '{}' : s.text}${'keys' in s && s.keys ? '()' : ''}`)
      .join('');
    return this.probe.conversation.session.suite.model.at('GET', shape).find((o) => o.judged);
  }

  /**
   * How many members of the answer's list lead to the entity, in whatever form of its keys.
   *
   * @param by the property that says where a link leads, where the documents know only one
   */
  private times(value: JsonValue | undefined, entity: Entity, by: string | undefined): number {
    const { world, session } = this.probe.conversation;
    const wanted = world.keys(entity);
    const leads = (text: string): boolean => {
      if (!/^(?:http|\/)/.test(text)) return false;
      const located = entityAt(session, text);
      return located !== undefined && located.resource === entity.resource && sameJson(located.keys, wanted);
    };
    return membersOf(value).filter((member) => textsIn(by === undefined ? member : memberOf(member, by)).some(leads))
      .length;
  }
}

/** `uri`: the only property that a link of a list has; unknown where a sample has another than the table. */
const nameOfLinks = rememberedFor((operation: Operation): string | undefined => {
  const [only, ...more] = Object.keys(itemSchema(operation)?.properties ?? {});
  const content = operation.op.responses.find((r) => r.status === '200')?.content ?? [];
  const shown = content.flatMap((media) => media.examples.flatMap(({ value }) => membersOf(value)));
  const agreed = only !== undefined && more.length === 0 && shown.every((one) => memberOf(one, only) !== undefined);
  return agreed ? only : undefined;
});

function memberOf(value: JsonValue, name: string): JsonValue | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value[name] : undefined;
}

/** A list of this length may be cut. */
const PAGE = 20;

/** The entity with these keys in a list, null where it is not there; undefined where that cannot be told. */
function memberFor(
  value: JsonValue | undefined,
  entity: Entity,
  keys: (string | null)[],
): JsonObject | null | undefined {
  const names = entity.resource.keys.map((key) => key.property);
  const members = membersOf(value);
  if (names.includes(undefined) || (members.length === 1 && members[0] === value)) return undefined;
  const objects = members.filter(isObject<JsonValue>).filter((m) => names.every((n) => Object.hasOwn(m, n ?? '')));
  if (objects.length < members.length) return undefined;
  const found = objects.find((o) => names.every((n, i) => o[n ?? ''] === keys[i]));
  return found ?? (objects.length < PAGE ? null : undefined);
}
