// Looks whether an entity is as a case left it: as written, as before, gone, in the list.
import type { JsonValue } from '../../../spec/contract/api.js';
import { isObject } from '../../../spec/is-object.js';
import {
  firstDifference,
  type JsonObject,
  likestObject,
  listIn,
  objectsWith,
  sameJson,
} from '../../assess/entity-in.js';
import { firstReordered } from '../../assess/kept-order.js';
import { answerable, givenBack } from '../../assess/one-way.js';
import { firstLost, shownOf, shownProperties } from '../../assess/shown-properties.js';
import { describeEntity, type Entity } from '../../plan/entities.js';
import { fieldsAt } from '../../plan/fields-at.js';
import { itemSchema } from '../../plan/item-schema.js';
import { keyNames } from '../../plan/key-names.js';
import { isMergePatch, patched } from '../../plan/merge-patch.js';
import { replacesRest } from '../../plan/replaces-rest.js';
import { bodySchema } from '../../plan/resources.js';
import { overlaid } from '../../plan/value-at.js';
import type { HttpAnswer } from '../../send/http.js';
import { difference } from '../case-finding.js';
import { etagOf } from '../etag.js';
import { AddressProbe } from './address-probe.js';
import { defaults } from './answer-effects.js';
import { DateProbe } from './date-probe.js';
import { entryOf, isEntryOf, sameMetadata, surelyChanged } from './entry.js';
import { ownEtag, sameEtag } from './etag-probe.js';
import { lookGone } from './gone-probe.js';
import { leftOut } from './left-out.js';
import { jsonBody, type Probe } from './probe.js';

/** A list at the top level with fewer entries than this is taken as whole. */
const SHORT_LIST = 10;

export class EntityProbe {
  private readonly address: AddressProbe;
  private readonly time: DateProbe;

  constructor(private readonly probe: Probe) {
    this.address = new AddressProbe(probe);
    this.time = new DateProbe(probe);
  }

  /** @param due of all that is to be compared, what must not be lost */
  private compare(
    id: string,
    entity: Entity,
    all: Record<string, unknown>,
    answer: HttpAnswer,
    due: Record<string, unknown> = all,
  ): void {
    const { operation } = this.probe.one;
    const { create } = entity.resource;
    const sent = answerable(operation, all, create);
    const what = `${describeEntity(entity)} as it was written`;
    if (answer.status !== 200) {
      this.probe.add(id, false, what, `the server answered ${answer.status}`);
      return;
    }
    const key = entity.resource.keys[0]?.property;
    const value = jsonBody(answer);
    const named = key === undefined ? Object.keys(sent) : [key];
    const found = key === undefined ? likestObject(value, named) : objectsWith(value, named)[0];
    if (key === undefined && named.length === 0) return;
    const { retrieve } = entity.resource;
    const plain = retrieve && !this.probe.conversation.session.suite.commandsOnly;
    const shown = new Set(plain ? shownProperties(retrieve) : []);
    // What an update asks for need not be a property of the thing.
    if (!found && key === undefined && plain && noneOf(named, shownOf(entity.resource))) return;
    const wrong = found
      ? (firstDifference(sent, found) ??
        firstLost(answerable(operation, due, create), found, shown) ??
        firstReordered(operation, sent, found))
      : undefined;
    const other = found && key === undefined ? this.otherKey(entity, found) : undefined;
    const nothing = value === undefined ? 'not JSON' : `no object with ${key ?? 'what was sent'}`;
    const actual = other ?? (wrong ? difference(wrong) : found ? 'the same' : nothing);
    this.probe.add(id, found !== undefined && !wrong && other === undefined, what, actual);
    const secret = found && givenBack(operation, all, found);
    if (secret !== undefined) this.probe.add('write-only', false, `no ${secret}`, `${secret} as it was sent`);
  }

  /** Where the server gives the key, a read shows the one that was asked for. */
  private otherKey(entity: Entity, found: JsonObject): string | undefined {
    const [wanted] = this.probe.conversation.world.keys(entity);
    const [key] = entity.resource.keys;
    const name = key && keyNames({ variable: key.variable }).find((n) => Object.hasOwn(found, n));
    const shown = name === undefined ? undefined : found[name];
    const plain = typeof shown === 'string' || typeof shown === 'number';
    return plain && String(shown) !== wanted ? `${name} is ${JSON.stringify(shown)}, not ${wanted}` : undefined;
  }

  async created(entity: Entity, sent: Record<string, unknown>, answer: HttpAnswer): Promise<void> {
    this.time.madeNow(entity, answer);
    const again = await this.probe.read(entity);
    if (!again) return;
    this.compare('read-after-write', entity, sent, again);
    this.defaults(entity, sent, answer, again);
    sameEtag(this.probe, answer, again);
    await this.address.ofCreated(entity, answer);
    const entry = entryOf(entity, again);
    if (!entry) return;
    this.time.same(entity, entry);
    await this.address.ofEntry(entity, entry);
  }

  /** What a create left out and its answer does not show has its default when it is read. */
  private defaults(entity: Entity, sent: Record<string, unknown>, written: HttpAnswer, read: HttpAnswer): void {
    const { conversation, one } = this.probe;
    const subject = { bodyResource: entity.resource };
    const told = defaults(one, subject, sent, jsonBody(written)).length > 0;
    if (conversation.session.suite.commandsOnly || told || read.status !== 200) return;
    for (const { id, ok, expected, actual } of defaults(one, subject, sent, jsonBody(read)))
      this.probe.add(id, ok, expected, actual);
  }

  /** What is made under the name of something deleted is no older than that. */
  madeAnew(entity: Entity): void {
    this.time.madeAnew(entity);
  }

  async updated(
    before: Entity,
    after: Entity,
    request: Record<string, unknown>,
    old: string | undefined,
    answer: HttpAnswer,
  ): Promise<void> {
    const { conversation, one } = this.probe;
    const sent = this.over(conversation.world.json(one.state ?? {}) as Record<string, unknown>, request);
    const again = await this.probe.read(after);
    const read = again?.status === 200 ? etagOf(again) : undefined;
    const etag = read ?? etagOf(answer);
    const values = replacesRest(one.operation) ? sent : this.over(this.lastWritten(before), sent);
    const changes = before.id !== after.id || surelyChanged(this.probe, after, sent);
    conversation.world.learn(after, { etag, changed: { values, ...(etag === undefined ? {} : { etag }) } });
    if (!again) return;
    // A default need not be shown.
    const due = replacesRest(one.operation) ? request : sent;
    this.compare('read-after-write', after, this.kept(after, sent), again, this.kept(after, due));
    leftOut(this.probe, again, sent);
    sameEtag(this.probe, answer, again);
    if (old !== undefined && read !== undefined && changes)
      this.probe.add('etag-changes', old !== read, 'an ETag other than before the change', read);
    const { commandsOnly } = conversation.session.suite;
    this.time.dates(before, after, { sent, changes: changes || commandsOnly }, again);
    this.time.changedNow(after, again);
    const entry = entryOf(after, again);
    ownEtag(this.probe, entry, again);
    if (before.id === after.id) return;
    if (entry) await this.address.ofEntry(after, entry);
    await this.gone(before, 'gone-after-rename');
  }

  /** A PATCH leaves what it does not name as it was written (RFC 5789); null takes away in a merge patch (RFC 7396). */
  private kept(entity: Entity, sent: Record<string, unknown>): Record<string, unknown> {
    const { world, session } = this.probe.conversation;
    const { op, changes } = this.probe.one.operation;
    if (session.suite.commandsOnly || (op.method !== 'PATCH' && !changes)) return sent;
    return this.over(world.written(entity) ?? {}, sent);
  }

  /** What was sent over what was there, inside whatever wraps the fields. */
  private over(before: Record<string, unknown>, sent: Record<string, unknown>): Record<string, unknown> {
    const { operation } = this.probe.one;
    if (isMergePatch(operation)) return patched(before as JsonObject, sent as JsonObject);
    const { path } = fieldsAt(operation.api, bodySchema(operation) ?? {});
    return overlaid(before as JsonObject, sent as JsonObject, path);
  }

  gone(entity: Entity, id?: string): Promise<void> {
    return lookGone(this.probe, entity, id);
  }

  /** What a write does not name is as it was made. */
  async untouched(entity: Entity): Promise<void> {
    const { world } = this.probe.conversation;
    const sent = world.told(entity)?.made && world.written(entity);
    const again = sent && (await this.probe.read(entity));
    if (!sent || !again) return;
    const names = Object.keys(sent);
    const found = again.status === 200 ? likestObject(jsonBody(again), names) : undefined;
    const wrong = found && firstDifference(answerable(entity.resource.create ?? this.probe.one.operation, sent), found);
    const actual = wrong ? difference(wrong) : found ? 'the same' : `the server answered ${again.status}`;
    const ok = again.status === 200 && !wrong;
    this.probe.add('others-stay', ok, `${describeEntity(entity)}, which was not named, as it was`, actual);
  }

  /** What only the server gives is not what a request said it is. */
  async keptOwn(
    own: Record<string, JsonValue>,
    entity: Entity | undefined,
    told: JsonValue | undefined,
  ): Promise<void> {
    const names = Object.keys(own);
    const again =
      entity && !names.some((name) => objectsWith(told, [name]).length > 0) && (await this.probe.read(entity));
    const value = again ? jsonBody(again) : told;
    const taken = names.find((name) => objectsWith(value, [name]).some((one) => sameJson(one[name], own[name])));
    this.probe.add(
      'read-only',
      taken === undefined,
      `${names.join(', ')} of the server's own`,
      taken ? `${taken} as it was sent` : 'so',
    );
  }

  /** Members whose keys stand only in their addresses: the documents do not say that a list shows them. */
  private hidesKey(names: string[], value: JsonValue | undefined): boolean {
    const { properties } = itemSchema(this.probe.one.operation) ?? {};
    const shown = properties === undefined || names.some((name) => Object.hasOwn(properties, name));
    return !shown && (listIn(value)?.length ?? 0) > 0;
  }

  /** The list has the entity, or no more. A long list at the top level may be cut: then nothing is said. @returns its entry */
  async listed(entity: Entity, value: JsonValue | undefined, wanted: boolean): Promise<JsonObject | undefined> {
    const [key] = entity.resource.keys;
    const names = key?.property === undefined ? keyNames(key ?? { variable: 'id' }) : [key.property];
    // What an entry holds may be called by the same names: its own come first.
    const entries = listIn(value)?.filter(isObject<JsonValue>) ?? [];
    const own = names.find((name) => entries.some((entry) => Object.hasOwn(entry, name)));
    const property = own ?? names.find((name) => objectsWith(value, [name]).length > 0) ?? 'id';
    const objects = own ? entries.filter((entry) => Object.hasOwn(entry, own)) : objectsWith(value, [property]);
    const keys = this.probe.conversation.world.keys(entity);
    const found = objects.find((o) => isEntryOf(o, property, entity, keys));
    const there = found !== undefined;
    if (!there && wanted && entity.parents.length === 0 && objects.length >= SHORT_LIST) return undefined;
    if (!there && wanted && objects.length === 0 && this.hidesKey(names, value)) return undefined;
    const [id, is] = wanted ? ['listed', 'in'] : ['not-listed', 'not in'];
    const actual = there ? 'listed' : `not among ${objects.length}`;
    this.probe.add(id, there === wanted, `${describeEntity(entity)} ${is} the list`, actual);
    const doubled = objects.some((o, at) => objects.slice(0, at).some((before) => sameJson(before, o)));
    if (there)
      this.probe.add('listed-once', !doubled, 'each entry once', doubled ? 'an entry more than once' : 'each once');
    if (found && wanted) await this.sameInList(entity, found);
    return found;
  }

  /** What another's answer shows of an entity is what was written, and of the version that it has: a link may make another. */
  async within(entity: Entity, value: JsonValue | undefined, name: string): Promise<void> {
    const property = entity.resource.keys[0]?.property ?? '';
    const keys = this.probe.conversation.world.keys(entity);
    const inside = objectsWith(value, [name]).flatMap((o) => objectsWith(o[name], [property]));
    const found = inside.find((o) => isEntryOf(o, property, entity, keys));
    if (!found) return;
    this.writtenInList(entity, found);
    const now = await this.probe.read(entity);
    if (now?.status === 200) sameMetadata(this.probe, entryOf(entity, now), found, 'where it is read');
    await this.address.ofEntry(entity, found);
  }

  /** A list shows an entity as the answer that wrote it did: nothing else was written since. */
  private async sameInList(entity: Entity, listed: JsonObject): Promise<void> {
    const told = this.probe.conversation.world.told(entity);
    const entry = told?.made && entryOf(entity, { body: told.made.answer });
    this.writtenInList(entity, listed);
    const changed = told?.changed;
    sameMetadata(this.probe, entry, listed, 'when it was written', changed ? { etag: changed.etag } : {});
    this.time.same(entity, listed);
    await this.address.ofEntry(entity, listed);
  }

  /** What the last write left of an entity, as far as it was sent. */
  private lastWritten(entity: Entity): Record<string, unknown> {
    const { world } = this.probe.conversation;
    return world.told(entity)?.changed?.values ?? world.written(entity) ?? {};
  }

  /** Lists of a plain spec may show an excerpt. */
  private writtenInList(entity: Entity, listed: JsonObject): void {
    const { world, session } = this.probe.conversation;
    const { create } = entity.resource;
    if (!session.suite.hasCommands || !create || !world.told(entity)?.made) return;
    const wrong = firstDifference(answerable(create, this.lastWritten(entity)), listed);
    const what = `${describeEntity(entity)} in the list as it was written`;
    this.probe.add('listed-as-written', !wrong, what, wrong ? difference(wrong) : 'the same');
  }
}

/** Whether what answers show has none of these names; where nothing tells what they show, nobody knows. */
function noneOf(names: string[], shown: ReadonlySet<string>): boolean {
  return shown.size > 0 && !names.some((name) => shown.has(name));
}
