// What one story creates: noted in the journal before it is sent and when it is there, removed again at the end.
import type { JsonValue } from '../../spec/contract/api.js';
import { parseBody } from '../plan/body.js';
import { describeEntity, type Entity } from '../plan/entities.js';
import { shownQuery } from '../plan/prerequisite.js';
import { removable } from '../plan/removable.js';
import { membersSent } from '../plan/typed-fields.js';
import { type Exchange, type Leftover, STAYS } from '../run.js';
import { type HttpAnswer, type HttpRequest, NoAnswer } from '../send/http.js';
import type { Conversation } from './conversation.js';
import { etagOf } from './etag.js';
import { onceRemovable } from './into-state.js';
import type { Removal } from './journal.js';
import { givesKeys, otherKeys } from './keys-sent.js';
import { shownInOrder } from './many-shown.js';
import { keysInList } from './probes/find-in-list.js';
import { UNNAMED } from './probes/unnamed.js';
import { bodyKeys, keysIn, locationKeys, removalOf } from './removal.js';
import { undoingRequest } from './undoing.js';

/** Something that this story created and has to remove. */
interface Made {
  n: number;
  what: string;
  removal: Removal;
  /** Entities inside it go with it. */
  all: boolean;
  entity: Entity;
}

/** Something that is about to be made; how it is removed is known where we name it. */
type Noted = Pick<Made, 'n' | 'what' | 'entity'> & Partial<Pick<Made, 'removal' | 'all'>>;

export class Creations {
  /** How many there were. */
  count = 0;
  private readonly made: Made[] = [];
  /** Journal numbers of what has no delete of its own: its container's takes it along. */
  private readonly contained: number[] = [];
  /** What neither has a delete nor stands in what has one. */
  private readonly staying: (Leftover & { n: number })[] = [];
  /** What the server did not tell the key of, and where it was made. */
  private readonly unnamed: { n: number; entity: Entity; what: string; url: string }[] = [];

  constructor(private readonly conversation: Conversation) {}

  /** Two spellings of the documents may be one thing on the target: it is there already. */
  isThere(entity: Entity): boolean {
    const { world } = this.conversation;
    const others = this.made.filter((m) => m.entity.id !== entity.id && m.entity.resource === entity.resource);
    if (others.length === 0) return false;
    const address = world.itemPath(entity);
    return others.some((m) => world.itemPath(m.entity) === address);
  }

  /** Sends a request that creates, between the journal's intent and its outcome. */
  async create(
    entity: Entity | undefined,
    what: string,
    request: HttpRequest,
    purpose: Exchange['purpose'],
  ): Promise<HttpAnswer> {
    const { journal, redactor } = this.conversation.session;
    const planned = entity && isNamedByUs(entity) ? removalOf(this.conversation, entity) : undefined;
    const n = journal.intent(redactor.text(what), this.unsecret(planned?.removal));
    const unsure = (): void => {
      if (planned && entity) this.made.push({ n, what, entity, ...planned });
    };
    let answer: HttpAnswer;
    try {
      answer = await this.conversation.exchange(request, purpose, `create ${what}`, { finish: true });
    } catch (error) {
      if (error instanceof NoAnswer && error.neverSent) journal.refused(n);
      else unsure();
      throw error;
    }
    if (answer.status >= 500) unsure();
    else if (answer.status >= 300) journal.refused(n);
    if (answer.status < 200 || answer.status >= 300) return answer;
    if (entity) await this.keep({ n, what, entity }, planned, request, answer);
    else {
      journal.made(n, undefined);
      this.contained.push(n);
    }
    this.count++;
    return answer;
  }

  /** Whether another one of its kind was made where it is to be made. */
  madeBeside({ id, resource, parents }: Entity): boolean {
    const places = parents.map((parent) => parent.id).join(' ');
    return this.made.some(
      ({ entity }) =>
        entity.id !== id && entity.resource === resource && entity.parents.map((p) => p.id).join(' ') === places,
    );
  }

  /** Learns what the new thing is called, and notes how it is removed. */
  private async keep(
    one: Pick<Made, 'n' | 'what' | 'entity'>,
    planned: Pick<Made, 'removal' | 'all'> | undefined,
    request: HttpRequest,
    answer: HttpAnswer,
  ): Promise<void> {
    const { session, world } = this.conversation;
    const { n, what, entity } = one;
    const own = isNamedByUs(entity);
    // It is called as the body said, where that should have been refused: it is removed by that name.
    const other = own ? otherKeys(world.keys(entity), entity, request) : undefined;
    const keys = own
      ? other
      : (locationKeys(this.conversation, entity, answer) ?? (await keysInList(this.conversation, entity, request)));
    const made = { answer: answer.body, at: session.now() };
    world.learn(entity, { ...(keys ? { keys } : {}), etag: etagOf(answer), body: bodyAsJson(entity, request), made });
    const nameless = !own && !keys && !givesKeys(entity, request);
    if (nameless) world.cannotName(entity);
    const known = other ? undefined : planned;
    const removal = nameless ? undefined : (known ?? removalOf(this.conversation, entity));
    session.journal.made(n, known ? undefined : this.unsecret(removal?.removal));
    if (removal) this.made.push({ ...one, ...removal });
    else if (entity.resource.create?.enrols) {
      this.conversation.accounts.note(request, answer);
      this.contained.push(n);
    } else if (!removable(entity)) this.staying.push({ n, what, url: request.url, reason: STAYS });
    else if (nameless && entity.resource.remove) this.unnamed.push({ n, entity, what, url: request.url });
    else this.contained.push(n);
  }

  /** Sends a request that makes many at once, each noted as one that is made alone. */
  async several(entities: Entity[], request: HttpRequest, title: string): Promise<HttpAnswer> {
    const { journal, redactor } = this.conversation.session;
    const distinct = [...new Map(entities.map((entity) => [entity.id, entity])).values()];
    const noted = distinct.flatMap((entity): Noted[] => {
      const what = describeEntity(entity);
      if (!isNamedByUs(entity)) return [{ n: journal.intent(redactor.text(what), undefined), what, entity }];
      const removal = removalOf(this.conversation, entity);
      const n = removal && journal.intent(redactor.text(what), this.unsecret(removal.removal));
      return n === undefined ? [] : [{ n, what, entity, ...removal }];
    });
    const answer = await this.conversation.exchange(request, 'case', title, { finish: true });
    if (answer.status >= 300 && answer.status < 500) for (const { n } of noted) journal.refused(n);
    else this.keepSeveral(noted, request, answer);
    return answer;
  }

  /** What the server gives keys to is known by the answer, which shows each, in whatever order. */
  private keepSeveral(noted: Noted[], request: HttpRequest, answer: HttpAnswer): void {
    const { session, world } = this.conversation;
    const shown = shownInOrder(request, answer);
    for (const [i, { n, what, entity, ...planned }] of noted.entries()) {
      const own = isNamedByUs(entity);
      const keys = own ? undefined : (keysIn(entity, shown[i]) ?? idAlone(entity, shown[i]));
      if (keys) world.learn(entity, { keys });
      const removal = own ? planned : keys && removalOf(this.conversation, entity);
      session.journal.made(n, own ? undefined : this.unsecret(removal?.removal));
      if (removal?.removal) this.made.push({ n, what, entity, removal: removal.removal, all: removal.all === true });
      else this.unnamed.push({ n, entity, what, url: request.url });
    }
    this.count += noted.length;
  }

  /** An update that should have been refused gave something another key: it is looked for by that as well. */
  perhapsRenamed(after: Entity, request: HttpRequest): void {
    const { world } = this.conversation;
    const keys = otherKeys(world.keys(after), after, request);
    if (keys) world.learn(after, { keys });
    this.found(after);
  }

  /** Something that the server made although it refused to, or at the request of a twin: it is removed like the rest. */
  found(entity: Entity): void {
    const removal = removalOf(this.conversation, entity);
    if (!removal) return;
    const what = describeEntity(entity);
    const { journal, redactor } = this.conversation.session;
    const n = journal.intent(redactor.text(what), this.unsecret(removal.removal));
    journal.made(n, undefined);
    this.count++;
    this.made.push({ n, what, entity, ...removal });
  }

  /** A server may put our own token into a Location: the journal holds no secrets, and this run cleans up by itself. */
  private unsecret(removal: Removal | undefined): Removal | undefined {
    return removal && this.conversation.session.redactor.once(removal.url) === removal.url ? removal : undefined;
  }

  /** An update gave an entity other keys: it is the new one that has to be removed. */
  moved(before: Entity, after: Entity): void {
    const index = this.made.findIndex((m) => m.entity.id === before.id);
    const next = removalOf(this.conversation, after);
    const old = this.made[index];
    if (!next || !old) return;
    this.conversation.session.journal.made(old.n, this.unsecret(next.removal));
    this.made[index] = { n: old.n, what: describeEntity(after), entity: after, ...next };
  }

  /**
   * A server that makes a key of what a thing is called gives it another when that changes: from then on it is found, and
   * removed, by that. One without the story's own suffix is somebody else's.
   */
  renamed(entity: Entity, answer: HttpAnswer): void {
    const { world } = this.conversation;
    const [key, more] = entity.resource.keys;
    if (!key || more || key.property !== undefined || key.inPath) return;
    const keys = bodyKeys(entity, answer);
    if (!keys?.[0]?.includes(world.suffix) || keys[0] === world.keys(entity)[0]) return;
    world.learn(entity, { keys });
    this.moved(entity, entity);
  }

  /** Removes what the story made: containers that take their contents along, then the rest, newest first. */
  async clean(left: Leftover[]): Promise<number> {
    const { journal, redactor } = this.conversation.session;
    const removed = new Set<number>();
    const containers = this.made.filter((m) => m.all && m.entity.parents.length === 0);
    const order = [...containers, ...this.made.filter((m) => !containers.includes(m)).reverse()];
    for (const made of order) {
      if (removed.has(made.n)) continue;
      const problem = await this.remove(made);
      if (problem === undefined) {
        const { id } = made.entity;
        const inside = made.all ? this.made.filter((m) => m.entity.parents.some((parent) => parent.id === id)) : [];
        const gone = [made, ...inside].map((m) => m.n).filter((n) => !removed.has(n));
        journal.removed(...gone);
        for (const n of gone) removed.add(n);
      } else left.push({ what: made.what, url: redactor.text(made.removal.url), reason: problem });
    }
    const taken = (id: string): boolean =>
      order.some((made) => made.all && removed.has(made.n) && made.entity.id === id);
    for (const { n, entity, what, url } of this.unnamed)
      if (entity.parents.some(({ id }) => taken(id))) this.contained.push(n);
      else left.push({ what, url: redactor.text(url), reason: redactor.text(UNNAMED) });
    const failed = left.length > 0;
    left.push(...this.staying.map(({ n: _, ...one }) => ({ ...one, url: redactor.text(one.url) })));
    journal.removed(...this.staying.map(({ n }) => n));
    if (failed) return removed.size;
    journal.removed(...this.contained);
    return removed.size + this.contained.length;
  }

  private async remove(made: Made): Promise<string | undefined> {
    const { session } = this.conversation;
    try {
      const { remove } = made.entity.resource;
      const request = undoingRequest(made.removal, this.conversation.values.token);
      const send = (query = ''): Promise<HttpAnswer> =>
        this.conversation.exchange({ ...request, url: request.url + query }, 'clean', `remove ${made.what}`);
      const first = await send();
      // What holds it back may be a state, or what is in it, which an option takes along.
      const query = remove && !request.url.includes('?') ? shownQuery(remove) : '';
      const plain = first.status === 409 && query !== '' ? await send(query) : first;
      const answer = plain.status === 409 ? await onceRemovable(this.conversation, made.entity, send, plain) : plain;
      const gone = (answer.status >= 200 && answer.status < 300) || answer.status === 404 || answer.status === 410;
      return gone ? undefined : `the server answered ${answer.status}`;
    } catch (error) {
      return session.redactor.text((error as Error).message);
    }
  }
}

/** Whether we say what it is called: its body or its path gives every key, or the plan leaves it without one. */
function isNamedByUs({ resource, keys }: Entity): boolean {
  return resource.keys.every((k, i) => k.property !== undefined || k.inPath === true || keys[i] === null);
}

/** Of a list of ids the one that stands for a thing. */
function idAlone({ resource }: Entity, shown: JsonValue | undefined): string[] | undefined {
  const isId = (typeof shown === 'string' && shown !== '') || typeof shown === 'number';
  return isId && resource.keys.length === 1 ? [String(shown)] : undefined;
}

/** What it is made of: the fields of a form as well. */
function bodyAsJson({ resource: { create } }: Entity, { body }: HttpRequest): string | undefined {
  const form = create && parseBody(body).kind === 'form' ? membersSent(body, create) : undefined;
  return form ? JSON.stringify(form) : body;
}
