// Looks whether what was refused was not done all the same.
import type { JsonValue } from '../../../spec/contract/api.js';
import { firstDifference, type JsonObject, likestObject, objectsWith, sameJson } from '../../assess/entity-in.js';
import { answerable } from '../../assess/one-way.js';
import { describeEntity, type Entity } from '../../plan/entities.js';
import type { Case } from '../../plan/story.js';
import type { HttpAnswer } from '../../send/http.js';
import { etagOf } from '../etag.js';
import { entryOf } from './entry.js';
import { jsonBody, type Probe } from './probe.js';

/** The finding about what was made although its create was refused. */
export const NOT_CREATED = 'not-created';

export class RefusalProbe {
  constructor(private readonly probe: Probe) {}

  /** After a refused change the entity is as before: what was refused is not there. */
  async unchanged(entity: Entity, after: Entity | undefined, request: Record<string, unknown>): Promise<void> {
    const sent = answerable(this.probe.one.operation, request);
    const again = await this.probe.read(entity);
    if (!again) return;
    const value = jsonBody(again);
    const key = entity.resource.keys[0]?.property;
    const seen = this.probe.conversation.seenBefore.get(entity.id);
    if (seen !== undefined && again.status === 200) {
      const taken = firstTaken(sent, seen, value);
      const what = `${describeEntity(entity)} as before`;
      this.probe.add('unchanged', taken === undefined, what, taken === undefined ? 'as before' : `${taken} is changed`);
      return;
    }
    const [found] = value === undefined || key === undefined ? [] : objectsWith(value, [key]);
    const before = { ...this.whenMade(entity), ...this.probe.conversation.world.written(entity) };
    // What says nothing new, or something of which nothing is shown, is there all the same.
    const news = Object.entries(sent).some(
      ([name, value]) => found !== undefined && Object.hasOwn(found, name) && isNews(before[name], value),
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
    const old = this.whenMade(entity);
    if (!old) return false;
    const news = Object.entries(sent).filter(([name, value]) => name in old && !sameJson(old[name], value));
    return news.some(([name, value]) => sameJson(now[name], value));
  }

  /** As the answer to its creation showed it. */
  private whenMade(entity: Entity): JsonObject | undefined {
    const made = this.probe.conversation.world.told(entity)?.made;
    return made && entryOf(entity, { body: made.answer });
  }

  /** What kept a create from being carried out is the one that it was: nothing was written. */
  async asMade(entity: Entity): Promise<void> {
    const told = this.probe.conversation.world.told(entity);
    const again = await this.probe.read(entity);
    if (!again) return;
    const etag = etagOf(again);
    const changed = told?.etag !== undefined && etag !== undefined && told.etag !== etag;
    const actual = again.status !== 200 ? String(again.status) : changed ? `another version, ${etag}` : 'as before';
    this.probe.add('not-overwritten', again.status === 200 && !changed, `${describeEntity(entity)} as before`, actual);
  }

  /**
   * A token that comes with a refusal is for what the refusal is about, not for a login that was refused: it is none here
   * (401), or one that may do nothing (403).
   */
  async opensNothing(closed: NonNullable<Case['closed']>, answer: HttpAnswer): Promise<void> {
    const { conversation, one } = this.probe;
    const body = jsonBody(answer);
    const token = typeof body === 'object' && body !== null && !Array.isArray(body) ? body['access_token'] : undefined;
    if (typeof token !== 'string') return;
    const { url } = conversation.world.request({ ...one, ...closed });
    const tried = await this.probe.get(url, closed.operation, 'try the token of the refusal', 'renewed');
    if (tried)
      this.probe.add(
        'opens-nothing',
        [401, 403].includes(tried.status),
        '401 or 403, it is no access token',
        String(tried.status),
      );
  }

  /** After a refused create there is nothing of that name. */
  async notCreated(entity: Entity): Promise<void> {
    const { world } = this.probe.conversation;
    // A name that is not of this run may be somebody's.
    if (!world.itemPath(entity).includes(world.suffix)) return;
    const again = await this.probe.read(entity);
    if (again) this.probe.add(NOT_CREATED, again.status !== 200, `no ${describeEntity(entity)}`, String(again.status));
  }
}

/** Whether a value is another than before; what nobody wrote or showed may have been as empty as what is sent. */
function isNews(before: unknown, sent: unknown): boolean {
  if (before === undefined && (sent === false || sent === null || sent === '' || sent === 0)) return false;
  return !sameJson(before, sent);
}

/** A property that has what was sent for it, and had something else in front of the request. */
function firstTaken(sent: Record<string, unknown>, before: JsonValue, now: JsonValue | undefined): string | undefined {
  const names = Object.keys(sent);
  const found = likestObject(now, names);
  const old = found && likestObject(before, Object.keys(found));
  if (!old || !found) return undefined;
  return names.find(
    (name) => Object.hasOwn(found, name) && sameJson(found[name], sent[name]) && !sameJson(old[name], sent[name]),
  );
}
