// Looks whether an entity is as a case left it: as written, as before, gone, in the list.
import type { JsonValue } from '../../spec/contract/api.js';
import { addressesOf, describedAs } from '../assess/address-in.js';
import { dateFindings, instant } from '../assess/dates.js';
import { firstDifference, type JsonObject, likestObject, listIn, objectsWith, sameJson } from '../assess/entity-in.js';
import { isMarkedGone } from '../assess/marked-gone.js';
import { answerable, givenBack } from '../assess/one-way.js';
import { firstLost, shownProperties } from '../assess/shown-properties.js';
import { describeEntity, type Entity } from '../plan/entities.js';
import { itemSchema } from '../plan/item-schema.js';
import { isPlain } from '../plan/resources.js';
import { headerOf } from '../send/header.js';
import type { HttpAnswer } from '../send/http.js';
import { AddressProbe, metadata } from './address-probe.js';
import { difference } from './case-finding.js';
import { etagOf } from './etag.js';
import { jsonBody, type Probe } from './probe.js';

/** The finding about what was made although its create was refused. */
export const NOT_CREATED = 'not-created';

/** A list at the top level with fewer entries than this is taken as whole. */
const SHORT_LIST = 10;

const MADE_AT = /\b(?:time|date) of creation\b|\bcreation (?:time|date)\b/i;
const CHANGED_AT = /\b(?:time|date) of the last (?:change|update)\b|\b(?:last )?update (?:time|date)\b/i;
const DAY = 86_400_000;
const SOON = 600_000;

/** Milliseconds after which a date that shows them is another. */
export const APART = 20;

export class EntityProbe {
  private readonly address: AddressProbe;

  constructor(private readonly probe: Probe) {
    this.address = new AddressProbe(probe);
  }

  private compare(id: string, entity: Entity, all: Record<string, unknown>, answer: HttpAnswer): void {
    const { operation } = this.probe.one;
    const sent = answerable(operation, all);
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
    const wrong = found ? (firstDifference(sent, found) ?? firstLost(sent, found, shown)) : undefined;
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
    const { variable } = entity.resource.keys[0] ?? {};
    const name = [variable, 'id'].find((n) => n !== undefined && Object.hasOwn(found, n));
    const shown = name === undefined ? undefined : found[name];
    const plain = typeof shown === 'string' || typeof shown === 'number';
    return plain && String(shown) !== wanted ? `${name} is ${JSON.stringify(shown)}, not ${wanted}` : undefined;
  }

  /** An answer that shows an entity gives its own address, and in a list its own version. */
  shown(entity: Entity, value: JsonValue | undefined): void {
    const [key] = entity.resource.keys;
    const { world, session } = this.probe.conversation;
    const { operation, expect } = this.probe.one;
    const actual = world.keys(entity);
    if (key?.property === undefined || value === undefined || !session.suite.hasCommands) return;
    const { property } = key;
    const same = objectsWith(value, [property]).filter((o) =>
      entity.resource.keys.every(
        ({ property: p }, i) => p === undefined || !(p in o) || sameText(o[p] ?? null, actual[i]),
      ),
    );
    if (same.length !== 1 || !same[0]) return;
    for (const address of addressesOf(operation, same[0])) {
      const there = this.leadsTo(entity, address);
      if (there !== undefined) this.probe.add('address', there, `the address of ${describeEntity(entity)}`, address);
    }
    const etag = world.told(entity)?.etag;
    const [listed] = objectsWith(same[0], ['etag']).map((o) => o['etag']);
    if (expect.effect !== 'listed' || etag === undefined || typeof listed !== 'string') return;
    this.probe.add('etag-listed', listed === etag, `${etag}, as in the ETag header`, listed);
  }

  /** Undefined where nobody can tell. */
  private leadsTo(entity: Entity, address: string): boolean | undefined {
    const { world, session } = this.probe.conversation;
    const { suite, target } = session;
    if (!address.startsWith(`${target}/`)) return false;
    const wanted = world.keys(entity);
    const led = [address, decoded(address)].flatMap((url) => suite.locator.locateRaw(url, target) ?? []);
    const ours = led.filter((e) => e.resource === entity.resource);
    if (ours.length === 0) return undefined;
    return ours.some((e) => e.keys.every((k, i) => (k ?? null) === (wanted[i] ?? null)));
  }

  async created(entity: Entity, sent: Record<string, unknown>, answer: HttpAnswer): Promise<void> {
    this.madeNow(entity, answer);
    const again = await this.probe.read(entity);
    if (!again) return;
    this.compare('read-after-write', entity, sent, again);
    this.sameEtag(answer, again);
    await this.location(entity, answer);
    const entry = this.entry(entity, again);
    if (entry) await this.address.ofEntry(entity, entry);
  }

  /** The object in an answer that shows the entity. */
  private entry(entity: Entity, { body }: Pick<HttpAnswer, 'body'>): JsonObject | undefined {
    const key = entity.resource.keys[0]?.property;
    return key === undefined ? undefined : objectsWith(jsonBody({ body }), [key])[0];
  }

  /** What says when it was made says now, by the server's own clock; a clock beside it may be slow, but not by days. */
  private madeNow(entity: Entity, answer: HttpAnswer): void {
    const [key] = entity.resource.keys;
    const clock = Date.parse(headerOf(answer.headers, 'date') ?? '');
    const [made] = key?.property === undefined ? [] : objectsWith(jsonBody(answer), [key.property]);
    if (!made || Number.isNaN(clock) || !this.probe.conversation.session.suite.hasCommands) return;
    for (const name of describedAs(this.probe.one.operation, MADE_AT)) {
      const { at } = instant(made[name]) ?? {};
      if (at === undefined) continue;
      const ok = at > clock - DAY && at < clock + SOON;
      this.probe.add('date-now', ok, `${name} when it was made, ${new Date(clock).toISOString()}`, `${made[name]}`);
    }
  }

  /** A documented Location leads to what was created. */
  private async location(entity: Entity, answer: HttpAnswer): Promise<void> {
    const location = headerOf(answer.headers, 'location');
    const documented = this.probe.one.operation.op.responses.some((r) =>
      r.headers.some((h) => h.name.toLowerCase() === 'location'),
    );
    if (!documented || location === undefined) return;
    await this.address.leads('location', 'Location', location, entity);
  }

  /** What a write answered as ETag is the ETag that is read next: nothing was written in between (RFC 9110, section 8.8.3). */
  private sameEtag(written: HttpAnswer, read: HttpAnswer): void {
    const etag = etagOf(written);
    const now = etagOf(read);
    if (etag === undefined || now === undefined || read.status !== 200) return;
    this.probe.add('etag-read', now === etag, `${etag}, the ETag that the write answered`, now);
  }

  async updated(
    before: Entity,
    after: Entity,
    sent: Record<string, unknown>,
    old: string | undefined,
    answer: HttpAnswer,
  ): Promise<void> {
    const again = await this.probe.read(after);
    if (!again) return;
    this.compare('read-after-write', after, this.kept(after, sent), again);
    this.sameEtag(answer, again);
    const etag = etagOf(again);
    if (old !== undefined && etag !== undefined && again.status === 200 && this.surelyChanged(after, sent)) {
      this.probe.add('etag-changes', old !== etag, 'an ETag other than before the change', etag);
      this.probe.conversation.world.learn(after, { etag });
    }
    this.dates(before, after, sent, again);
    if (before.id !== after.id) await this.gone(before, 'gone-after-rename');
  }

  /** What an entity says of when it was made and changed, against what it said when it was made. */
  private dates(before: Entity, after: Entity, sent: Record<string, unknown>, again: HttpAnswer): void {
    const made = this.probe.conversation.world.told(before)?.made;
    if (!made || again.status !== 200) return;
    const old = this.entry(after, { body: made.answer });
    const now = this.entry(after, again);
    if (!old || !now) return;
    const apart = this.probe.one.dated && this.surelyChanged(after, sent) ? APART : 0;
    // Where no description says what a date of making is, its name does, and no more: told, not judged.
    const { retrieve } = after.resource;
    const described = retrieve ? [MADE_AT, CHANGED_AT].flatMap((at) => [...describedAs(retrieve, at)]) : [];
    const differs = Object.entries(sent).some(([name, value]) => name in old && !sameJson(old[name], value));
    for (const { id, ok, expected, actual, property } of dateFindings(old, now, sent, apart)) {
      const promised = described.includes(property) && (differs || id === 'date-stays');
      this.probe.add(id, ok, expected, actual, promised ? this.probe.one.level : 'SHOULD');
    }
  }

  /** Without a command it is not told whether an update says anything new: what is the same may keep its ETag. */
  private surelyChanged(entity: Entity, sent: Record<string, unknown>): boolean {
    const { world, session } = this.probe.conversation;
    if (session.suite.commandsOnly) return true;
    const before = world.written(entity) ?? {};
    return Object.entries(sent).some(([name, value]) => name in before && !sameJson(before[name], value));
  }

  /** A PATCH leaves what it does not name as it was written (RFC 5789); null takes away in a merge patch (RFC 7396). */
  private kept(entity: Entity, sent: Record<string, unknown>): Record<string, unknown> {
    const { world, session } = this.probe.conversation;
    const { op, changes } = this.probe.one.operation;
    if (session.suite.commandsOnly || (op.method !== 'PATCH' && !changes)) return sent;
    const before = world.written(entity) ?? {};
    return { ...before, ...sent };
  }

  async gone(entity: Entity, id = 'gone-after-delete'): Promise<void> {
    const again = await this.probe.read(entity);
    if (!again) return;
    const gone = again.status === 404 || again.status === 410 || this.staysMarked(entity, again);
    this.probe.add(id, gone, '404, it is gone', String(again.status));
  }

  /** What a write does not name is as it was made. */
  async untouched(entity: Entity): Promise<void> {
    const { world } = this.probe.conversation;
    const sent = world.told(entity)?.made && world.written(entity);
    const again = sent && (await this.probe.read(entity));
    if (!sent || !again) return;
    const names = Object.keys(sent);
    const found = again.status === 200 ? likestObject(jsonBody(again), names) : undefined;
    const wrong = found && firstDifference(answerable(this.probe.one.operation, sent), found);
    const actual = wrong ? difference(wrong) : found ? 'the same' : `the server answered ${again.status}`;
    const ok = again.status === 200 && !wrong;
    this.probe.add('others-stay', ok, `${describeEntity(entity)}, which was not named, as it was`, actual);
  }

  /** Some servers keep what was deleted, and say so in it. */
  private staysMarked({ resource }: Entity, again: HttpAnswer): boolean {
    const deleted = this.probe.one.expect.effect === 'deleted' && again.status === 200;
    return deleted && isPlain(resource) && isMarkedGone(jsonBody(again));
  }

  /** After a refused change the entity is as before: what was refused is not there. */
  async unchanged(entity: Entity, after: Entity | undefined, sent: Record<string, unknown>): Promise<void> {
    const again = await this.probe.read(entity);
    if (!again) return;
    const value = jsonBody(again);
    const key = entity.resource.keys[0]?.property;
    const [found] = value === undefined || key === undefined ? [] : objectsWith(value, [key]);
    const before = this.probe.conversation.world.written(entity) ?? {};
    // What says nothing new, or something of which nothing is shown, is there all the same.
    const news = Object.entries(sent).some(
      ([name, value]) => found !== undefined && Object.hasOwn(found, name) && !sameJson(before[name], value),
    );
    const whole = found !== undefined && after !== undefined && news && !firstDifference(sent, found);
    const taken = whole || (found !== undefined && this.tookPart(entity, sent, found));
    this.probe.add(
      'unchanged',
      again.status === 200 && !taken,
      `${describeEntity(entity)} as before`,
      again.status === 200 ? (taken ? 'changed' : 'as before') : String(again.status),
    );
  }

  /** Whether what a refused change sent for a property is there now, and was not when the entity was made. */
  private tookPart(entity: Entity, sent: Record<string, unknown>, now: JsonObject): boolean {
    const made = this.probe.conversation.world.told(entity)?.made;
    const old = made && this.entry(entity, { body: made.answer });
    if (!old) return false;
    const news = Object.entries(sent).filter(([name, value]) => name in old && !sameJson(old[name], value));
    return news.some(([name, value]) => sameJson(now[name], value));
  }

  /** What kept a create from being carried out is the one that it was: nothing was written. */
  async asMade(entity: Entity): Promise<void> {
    const told = this.probe.conversation.world.told(entity);
    const again = await this.probe.read(entity);
    if (!again) return;
    const etag = etagOf(again);
    const changed = told?.etag !== undefined && etag !== undefined && told.etag !== etag;
    const actual = again.status !== 200 ? String(again.status) : changed ? `another version, ${etag}` : 'as before';
    this.probe.add('kept', again.status === 200 && !changed, `${describeEntity(entity)} as before`, actual);
  }

  /** After a refused create there is nothing of that name. */
  async notCreated(entity: Entity): Promise<void> {
    const { world } = this.probe.conversation;
    // A name that is not of this run may be somebody's.
    if (!world.itemPath(entity).includes(world.suffix)) return;
    const again = await this.probe.read(entity);
    if (again) this.probe.add(NOT_CREATED, again.status !== 200, `no ${describeEntity(entity)}`, String(again.status));
  }

  /** Members whose keys stand only in their addresses: the documents do not say that a list shows them. */
  private hidesKey(names: string[], value: JsonValue | undefined): boolean {
    const { properties } = itemSchema(this.probe.one.operation) ?? {};
    const shown = properties === undefined || names.some((name) => Object.hasOwn(properties, name));
    return !shown && (listIn(value)?.length ?? 0) > 0;
  }

  /** The list has the entity, or no more. A long list at the top level may be cut: then nothing is said. */
  async listed(entity: Entity, value: JsonValue | undefined, wanted: boolean): Promise<void> {
    const [key] = entity.resource.keys;
    const names = key?.property === undefined ? [key?.variable ?? 'id', 'id'] : [key.property];
    const property = names.find((name) => objectsWith(value, [name]).length > 0) ?? 'id';
    const objects = objectsWith(value, [property]);
    const [actual] = this.probe.conversation.world.keys(entity);
    const found = objects.find((o) => String(o[property]) === actual);
    const there = found !== undefined;
    if (!there && wanted && entity.parents.length === 0 && objects.length >= SHORT_LIST) return;
    if (!there && wanted && objects.length === 0 && this.hidesKey(names, value)) return;
    const what = `${describeEntity(entity)} ${wanted ? 'in' : 'not in'} the list`;
    this.probe.add(
      wanted ? 'listed' : 'not-listed',
      there === wanted,
      what,
      there ? 'listed' : `not among ${objects.length}`,
    );
    const doubled = objects.some((o, at) => objects.slice(0, at).some((before) => sameJson(before, o)));
    if (there)
      this.probe.add('listed-once', !doubled, 'each entry once', doubled ? 'an entry more than once' : 'each once');
    if (found && wanted) await this.sameInList(entity, found);
  }

  /** A list shows the version that the answer to the create showed: nothing was written in between. */
  private async sameInList(entity: Entity, listed: JsonObject): Promise<void> {
    const made = this.probe.conversation.world.told(entity)?.made;
    const wanted = made && metadata(this.entry(entity, { body: made.answer }), 'etag');
    const etag = metadata(listed, 'etag');
    if (wanted !== undefined && etag !== undefined)
      this.probe.add('listed-etag', etag === wanted, `${wanted}, the etag when it was made`, etag);
    await this.address.ofEntry(entity, listed);
  }
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

/** A key and the value of its property: texts, numbers, or null for a part that is not there. */
function sameText(value: JsonValue, key: string | null | undefined): boolean {
  return (value === null ? null : String(value)) === (key ?? null);
}
