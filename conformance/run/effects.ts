// The oracle's deeper layers: what was sent comes back, can be read again, is gone after a delete, is listed when linked.
import type { JsonValue } from '../../spec/contract/api.js';
import { typeOf } from '../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { type Finding, header } from '../assess/answer.js';
import {
  firstDifference,
  type JsonObject,
  likestObject,
  listIn,
  membersOf,
  objectsWith,
  sameJson,
} from '../assess/entity-in.js';
import { firstLost, shownProperties } from '../assess/shown-properties.js';
import { parseBody } from '../plan/body.js';
import { afterLink, describeEntity, type Entity } from '../plan/entities.js';
import { bodySchema, type Operation, systemSegment } from '../plan/resources.js';
import type { Case } from '../plan/story.js';
import type { Subject } from '../plan/subject.js';
import type { HttpAnswer, HttpRequest } from '../send/http.js';
import { signature } from '../url/key-path.js';
import { isMember, navigationList } from './navigation.js';
import { etagOf, type StoryRunner } from './story-runner.js';

interface Placed {
  finding: Finding;
  /** Counted from the case's own exchange: 0 is the case, 1 the first probe. */
  exchange: number;
}

/** Looks at the effect of a case whose status was right. */
export async function effectFindings(
  runner: StoryRunner,
  one: Case,
  subject: Subject,
  request: HttpRequest,
  answer: HttpAnswer,
  value: JsonValue | undefined,
  etagBefore: string | undefined,
): Promise<Placed[]> {
  const sent = sentProperties(request, one.meant ?? one.operation);
  const found: Placed[] = [
    ...echo(runner, one, subject, sent, value),
    ...defaults(one, subject, sent, value),
    ...members(one, value),
  ].map((finding) => ({ finding, exchange: 0 }));
  const probe = new Probe(runner, one);
  switch (one.expect.effect) {
    case 'created':
      if (subject.after) await probe.created(subject.after, sent, answer);
      await probe.navigated(subject);
      break;
    case 'updated':
      if (subject.target)
        await probe.updated(
          subject.target,
          subject.after ?? subject.target,
          { ...(runner.world.json(one.state ?? {}) as Record<string, unknown>), ...sent },
          etagBefore,
          answer,
        );
      break;
    case 'deleted':
      if (subject.target) await probe.gone(subject.target);
      break;
    case 'linked':
    case 'unlinked':
      if (subject.link?.to) {
        const there = one.expect.effect === 'linked';
        const ends = afterLink(runner.session.suite.model, subject.link.from, subject.link.to, there);
        await probe.link(ends.from, ends.to, there);
      }
      break;
    case 'unchanged':
      if (subject.target) await probe.unchanged(subject.target, subject.after, sent);
      break;
    case 'listed':
    case 'not-listed':
      if (one.about) probe.listed(one.about, value, one.expect.effect === 'listed');
      break;
    default:
      break;
  }
  return [...found, ...probe.findings];
}

function sentProperties(request: HttpRequest, operation: Operation): Record<string, unknown> {
  const parsed = parseBody(request.body);
  if (parsed.kind === 'form') return typedFields(parsed.fields, operation);
  return parsed.kind === 'json' && typeof parsed.value === 'object' && parsed.value && !Array.isArray(parsed.value)
    ? parsed.value
    : {};
}

/** Fields of a form as the values that their schema means: numbers and booleans are text on the way only. */
function typedFields(fields: [string, string][], operation: Operation): Record<string, unknown> {
  const properties = bodySchema(operation)?.properties ?? {};
  return Object.fromEntries(
    fields.flatMap(([name, text]): [string, unknown][] => {
      const type = typeOf(mergedSchema(operation.api, properties[name] ?? { type: 'string' }));
      if (type === 'integer' || type === 'number') return [[name, Number(text)]];
      if (type === 'boolean') return [[name, text === 'true']];
      return type === 'string' ? [[name, text]] : [];
    }),
  );
}

/** What an answer says of the entity that was sent must be what was sent. */
function echo(
  runner: StoryRunner,
  one: Case,
  subject: Subject,
  sent: Record<string, unknown>,
  value: JsonValue | undefined,
): Finding[] {
  const { effect } = one.expect;
  if ((effect !== 'created' && effect !== 'updated') || value === undefined || !subject.bodyResource) return [];
  const keys = subject.bodyResource.keys.flatMap((k) =>
    k.property !== undefined && k.property in sent ? [k.property] : [],
  );
  // Where the server gives the key, the answer shows the thing by what else was sent; an update need not show it.
  if (effect === 'updated' && (keys.length > 0 || runner.session.suite.hasCommands)) return [];
  const names = keys.length > 0 ? keys.slice(0, 1) : Object.keys(sent);
  const entity = keys.length > 0 ? objectsWith(value, names)[0] : likestObject(value, names);
  if (entity === undefined && keys.length === 0) return [];
  const shown = new Set(runner.session.suite.hasCommands ? [] : shownProperties(one.operation));
  const wrong = entity ? (firstDifference(sent, entity) ?? firstLost(sent, entity, shown)) : undefined;
  return [
    finding(
      one,
      'echo',
      entity !== undefined && !wrong,
      'the properties that were sent',
      wrong ? difference(wrong) : entity ? 'the same' : `no object with ${keys[0]}`,
    ),
  ];
}

/** Of a property that a create leaves out, the documents may give the value. */
function defaults(one: Case, subject: Subject, sent: Record<string, unknown>, value: JsonValue | undefined): Finding[] {
  if (one.expect.effect !== 'created' || value === undefined || !subject.bodyResource) return [];
  const entity = likestObject(value, Object.keys(sent));
  const { api } = one.operation;
  return Object.entries(bodySchema(one.operation)?.properties ?? {}).flatMap(([name, raw]) => {
    const schema = mergedSchema(api, raw);
    const given = schema.default;
    if (!entity || name in sent || !Object.hasOwn(entity, name) || schema['readOnly']) return [];
    if (given === undefined || given === null || typeof given === 'object') return [];
    const actual = entity[name];
    const what = `${name} is ${JSON.stringify(given)}, its default`;
    return [finding(one, 'default', sameJson(given, actual), what, JSON.stringify(actual))];
  });
}

/** What the documents say of every member of the list that was asked for. */
function members(one: Case, value: JsonValue | undefined): Finding[] {
  const wanted = one.expect.members;
  if (wanted === undefined || value === undefined) return [];
  const listed = listIn(value);
  if (listed === undefined) return [];
  if ('atMost' in wanted)
    return [finding(one, 'at-most', listed.length <= wanted.atMost, `${wanted.atMost} at most`, String(listed.length))];
  const objects = listed.filter((one): one is JsonObject => typeof one === 'object' && one !== null);
  const other = objects.find((o) => !sameJson(o[wanted.property], wanted.value));
  const shown = other ? (JSON.stringify(other[wanted.property]) ?? 'absent') : `each of ${objects.length}`;
  return [finding(one, 'filtered', !other, `${wanted.property} is ${JSON.stringify(wanted.value)}`, shown)];
}

function difference(wrong: { property: string; wanted: unknown; found: unknown }): string {
  return `${wrong.property} is ${JSON.stringify(wrong.found)}, sent was ${JSON.stringify(wrong.wanted)}`;
}

function finding(one: Case, id: string, ok: boolean, expected: string, actual: string): Finding {
  const source = one.source ?? one.operation.op.docs.source;
  return { id, level: one.level, ok, expected, actual, ...(source ? { source } : {}) };
}

/** A list at the top level with fewer entries than this is taken as whole. */
const SHORT_LIST = 10;

class Probe {
  readonly findings: Placed[] = [];
  private sent = 0;

  constructor(
    private readonly runner: StoryRunner,
    private readonly one: Case,
  ) {}

  private add(id: string, ok: boolean, expected: string, actual: string): void {
    this.findings.push({ finding: finding(this.one, id, ok, expected, actual), exchange: this.sent });
  }

  private async get(url: string, operation: Operation, title: string): Promise<HttpAnswer | undefined> {
    const accept = operation.op.responses.find((r) => r.status.startsWith('2'))?.content[0]?.type;
    const request = this.runner.filled(operation, { method: 'GET', url, headers: accept ? { Accept: accept } : {} });
    if ('missing' in request) return undefined;
    this.sent++;
    return this.runner.exchange(request, 'probe', title);
  }

  /** Reads an entity again, by the retrieve operation of the judged spec only. */
  private async read(entity: Entity): Promise<HttpAnswer | undefined> {
    const { retrieve } = entity.resource;
    if (!retrieve?.judged) return undefined;
    const { world, session } = this.runner;
    return this.get(session.target + world.itemPath(entity), retrieve, `read ${describeEntity(entity)}`);
  }

  private compare(id: string, entity: Entity, sent: Record<string, unknown>, answer: HttpAnswer): void {
    const what = `${describeEntity(entity)} as it was written`;
    if (answer.status !== 200) {
      this.add(id, false, what, `the server answered ${answer.status}`);
      return;
    }
    const key = entity.resource.keys[0]?.property;
    const value = json(answer);
    const named = key === undefined ? Object.keys(sent) : [key];
    const found = key === undefined ? likestObject(value, named) : objectsWith(value, named)[0];
    if (key === undefined && named.length === 0) return;
    const { retrieve } = entity.resource;
    const plain = retrieve && !this.runner.session.suite.hasCommands;
    const shown = new Set(plain ? shownProperties(retrieve) : []);
    const wrong = found ? (firstDifference(sent, found) ?? firstLost(sent, found, shown)) : undefined;
    const other = found && key === undefined ? this.otherKey(entity, found) : undefined;
    const nothing = value === undefined ? 'not JSON' : `no object with ${key ?? 'what was sent'}`;
    const actual = other ?? (wrong ? difference(wrong) : found ? 'the same' : nothing);
    this.add(id, found !== undefined && !wrong && other === undefined, what, actual);
  }

  /** Where the server gives the key, a read shows the one that was asked for. */
  private otherKey(entity: Entity, found: JsonObject): string | undefined {
    const [wanted] = this.runner.world.keys(entity);
    const { variable } = entity.resource.keys[0] ?? {};
    const name = [variable, 'id'].find((n) => n !== undefined && Object.hasOwn(found, n));
    const shown = name === undefined ? undefined : found[name];
    const plain = typeof shown === 'string' || typeof shown === 'number';
    return plain && String(shown) !== wanted ? `${name} is ${JSON.stringify(shown)}, not ${wanted}` : undefined;
  }

  async created(entity: Entity, sent: Record<string, unknown>, answer: HttpAnswer): Promise<void> {
    const again = await this.read(entity);
    if (!again) return;
    this.compare('read-after-write', entity, sent, again);
    this.sameEtag(answer, again);
    await this.location(entity, answer);
  }

  /** A documented Location leads to what was created. */
  private async location(entity: Entity, answer: HttpAnswer): Promise<void> {
    const location = header(answer, 'location');
    const { retrieve } = entity.resource;
    const documented = this.one.operation.op.responses.some((r) =>
      r.headers.some((h) => h.name.toLowerCase() === 'location'),
    );
    if (!documented || location === undefined || !retrieve?.judged) return;
    const { target } = this.runner.session;
    if (!URL.canParse(location, `${target}/`))
      return void this.add('location', false, 'the URL of what was created', location);
    const url = new URL(location, `${target}/`);
    if (url.origin !== new URL(target).origin) {
      this.add('location', false, `a URL below ${target}`, location);
      return;
    }
    const wanted = this.runner.world.itemPath(entity);
    if (url.pathname === new URL(target + wanted).pathname)
      return void this.add('location', true, 'the URL of what was created', location);
    const found = await this.get(url.href, retrieve, `read the Location of ${describeEntity(entity)}`);
    this.add(
      'location',
      found?.status === 200,
      'the URL of what was created',
      `${location}, which answers ${found?.status}`,
    );
  }

  /** What a write answered as ETag is the ETag that is read next: nothing was written in between (RFC 9110, section 8.8.3). */
  private sameEtag(written: HttpAnswer, read: HttpAnswer): void {
    const etag = etagOf(written);
    const now = etagOf(read);
    if (etag === undefined || now === undefined || read.status !== 200) return;
    this.add('etag-read', now === etag, `${etag}, the ETag that the write answered`, now);
  }

  async updated(
    before: Entity,
    after: Entity,
    sent: Record<string, unknown>,
    old: string | undefined,
    answer: HttpAnswer,
  ): Promise<void> {
    const again = await this.read(after);
    if (!again) return;
    this.compare('read-after-write', after, this.kept(after, sent), again);
    this.sameEtag(answer, again);
    const etag = etagOf(again);
    if (old !== undefined && etag !== undefined && again.status === 200 && this.surelyChanged(after, sent)) {
      this.add('etag-changes', old !== etag, 'an ETag other than before the change', etag);
      this.runner.world.learn(after, { etag });
    }
    if (before.id !== after.id) await this.gone(before, 'gone-after-rename');
  }

  /** Without a command it is not told whether an update says anything new: what is the same may keep its ETag. */
  private surelyChanged(entity: Entity, sent: Record<string, unknown>): boolean {
    const { world, session } = this.runner;
    if (session.suite.hasCommands) return true;
    const before = world.written(entity) ?? {};
    return Object.entries(sent).some(([name, value]) => name in before && !sameJson(before[name], value));
  }

  /** A PATCH leaves what it does not name as it was written (RFC 5789); null takes away in a merge patch (RFC 7396). */
  private kept(entity: Entity, sent: Record<string, unknown>): Record<string, unknown> {
    const { world, session } = this.runner;
    const { op, changes } = this.one.operation;
    if (session.suite.hasCommands || (op.method !== 'PATCH' && !changes)) return sent;
    const before = world.written(entity) ?? {};
    return { ...before, ...sent };
  }

  async gone(entity: Entity, id = 'gone-after-delete'): Promise<void> {
    const again = await this.read(entity);
    if (again) this.add(id, again.status === 404 || again.status === 410, '404, it is gone', String(again.status));
  }

  /** After a refused change the entity is as before: what was refused is not there. */
  async unchanged(entity: Entity, after: Entity | undefined, sent: Record<string, unknown>): Promise<void> {
    const again = await this.read(entity);
    if (!again) return;
    const value = json(again);
    const key = entity.resource.keys[0]?.property;
    const [found] = value === undefined || key === undefined ? [] : objectsWith(value, [key]);
    const taken =
      found !== undefined && after !== undefined && Object.keys(sent).length > 0 && !firstDifference(sent, found);
    this.add(
      'unchanged',
      again.status === 200 && !taken,
      `${describeEntity(entity)} as before`,
      again.status === 200 ? (taken ? 'changed' : 'as before') : String(again.status),
    );
  }

  /** The list has the entity, or no more. A long list at the top level may be cut: then nothing is said. */
  listed(entity: Entity, value: JsonValue | undefined, wanted: boolean): void {
    const [key] = entity.resource.keys;
    const names = key?.property === undefined ? [key?.variable ?? 'id', 'id'] : [key.property];
    const property = names.find((name) => objectsWith(value, [name]).length > 0) ?? 'id';
    const objects = objectsWith(value, [property]);
    const [actual] = this.runner.world.keys(entity);
    const there = objects.some((o) => String(o[property]) === actual);
    if (!there && wanted && entity.parents.length === 0 && objects.length >= SHORT_LIST) return;
    const what = `${describeEntity(entity)} ${wanted ? 'in' : 'not in'} the list`;
    this.add(
      wanted ? 'listed' : 'not-listed',
      there === wanted,
      what,
      there ? 'listed' : `not among ${objects.length}`,
    );
    const doubled = objects.some((o, at) => objects.slice(0, at).some((before) => sameJson(before, o)));
    if (there) this.add('listed-once', !doubled, 'each entry once', doubled ? 'an entry more than once' : 'each once');
  }

  /** The list of links names the other end, or does no more. */
  async link(from: Entity, to: Entity, there: boolean): Promise<void> {
    await this.linkSeen(this.listing(), from, to, there ? 'listed-after-link' : 'not-listed-after-unlink', there);
    await this.linkSeen(this.reverse(from, to), to, from, there ? 'linked-both-ways' : 'unlinked-both-ways', there);
    await this.navigation(from, to, there);
  }

  /** What was created through a navigation property is listed there. */
  async navigated({ target, after }: Subject): Promise<void> {
    const operation = this.one.meant ?? this.one.operation;
    if (!target || !after || !operation.segments.at(-2)?.keys || operation.segments.at(-1)?.keys) return;
    const ends = afterLink(this.runner.session.suite.model, target, after, true);
    await this.navigation(ends.from, ends.to, true);
  }

  /** The documented list of entities that the navigation property leads to holds the other end, or does no more. */
  private async navigation(from: Entity, to: Entity, there: boolean): Promise<void> {
    const { world, session } = this.runner;
    const operation = navigationList(session.suite.model, from, to);
    if (!operation) return;
    const url = `${session.target}${world.itemPath(from)}/${operation.segments.at(-1)?.text}`;
    const answer = await this.get(url, operation, `list what ${describeEntity(from)} leads to`);
    const seen = answer?.status === 200 ? isMember(json(answer), to, world.keys(to)) : undefined;
    if (seen === undefined) return;
    const what = `${describeEntity(to)} ${there ? 'in' : 'not in'} the list of ${operation.segments.at(-1)?.text}`;
    this.add(there ? 'navigable' : 'not-navigable', seen === there, what, seen ? 'listed' : 'not listed');
  }

  private async linkSeen(
    operation: Operation | undefined,
    from: Entity,
    to: Entity,
    id: string,
    there: boolean,
  ): Promise<void> {
    if (!operation) return;
    const { world, session } = this.runner;
    const tail = operation.segments
      .slice(systemSegment(operation.segments))
      .map((s) => `/${s.text}`)
      .join('');
    const answer = await this.get(
      session.target + world.itemPath(from) + tail,
      operation,
      `list the links of ${describeEntity(from)}`,
    );
    if (!answer) return;
    const what = `${describeEntity(to)} ${there ? 'in' : 'not in'} the list`;
    if (answer.status !== 200)
      return void this.add(id, !there && answer.status === 404, what, `the server answered ${answer.status}`);
    const times = this.times(json(answer), to);
    const good = times === (there ? 1 : 0);
    this.add(id, good, there ? `${what}, once` : what, times === 0 ? 'not listed' : `listed ${times} times`);
  }

  /** The documented list of the same links from the other end. */
  private reverse(from: Entity, to: Entity): Operation | undefined {
    const { model } = this.runner.session.suite;
    const system = systemSegment((this.one.meant ?? this.one.operation).segments);
    return model.operations.find((o) => {
      if (!o.judged || o.op.method !== 'GET' || o.op.docs.aliasOf || systemSegment(o.segments) < 0) return false;
      const at = systemSegment(o.segments);
      const shape = signature(o.segments.slice(0, at));
      const end = o.segments[at + 1];
      return (
        o.segments.length === at + 2 &&
        system > 0 &&
        shape === to.resource.signature &&
        end !== undefined &&
        !end.keys &&
        model.named(end.text, from.resource.scope) === from.resource
      );
    });
  }

  private listing(): Operation | undefined {
    const operation = this.one.meant ?? this.one.operation;
    const system = systemSegment(operation.segments);
    const wanted = [...operation.segments.slice(0, system + 1), { text: operation.segments[system + 1]?.text ?? '' }];
    const shape = wanted
      .map((s) => `/${'variable' in s && s.variable !== undefined ? '{}' : s.text}${'keys' in s && s.keys ? '()' : ''}`)
      .join('');
    return this.runner.session.suite.model.operations.find(
      (o) => o.judged && o.op.method === 'GET' && o.signature === shape,
    );
  }

  /** How many members of the answer's list lead to the entity, in whatever form of its keys. */
  private times(value: JsonValue | undefined, entity: Entity): number {
    const { world, session } = this.runner;
    const wanted = world.keys(entity);
    const leads = (text: string): boolean => {
      if (!text.startsWith('http')) return false;
      const located = session.suite.locator.locateRaw(text, session.target);
      return located !== undefined && located.resource === entity.resource && sameJson(located.keys, wanted);
    };
    return membersOf(value).filter((member) => strings(member).some(leads)).length;
  }
}

function json(answer: HttpAnswer): JsonValue | undefined {
  try {
    return JSON.parse(answer.body) as JsonValue;
  } catch {
    return undefined;
  }
}

function strings(value: JsonValue | undefined): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(strings);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}
