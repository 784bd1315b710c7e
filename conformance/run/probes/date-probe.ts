// Looks at what an entity says of when it was made and changed.
import { anewFindings, apartFor, dateFindings, instant, LATER, sameDates } from '../../assess/dates.js';
import { describedAs } from '../../assess/described-as.js';
import { type JsonObject, objectsWith, sameJson } from '../../assess/entity-in.js';
import type { Entity } from '../../plan/entities.js';
import type { Operation } from '../../plan/resources.js';
import { headerOf } from '../../send/header.js';
import type { HttpAnswer } from '../../send/http.js';
import { sentencesOf, toldBy } from '../../told/told.js';
import type { Conversation } from '../conversation.js';
import { entryOf, thingIn } from './entry.js';
import { jsonBody, type Probe } from './probe.js';

const DAY = 86_400_000;
const SOON = 600_000;

export class DateProbe {
  constructor(private readonly probe: Probe) {}

  /** What says when it was made says now. */
  madeNow(entity: Entity, answer: HttpAnswer): void {
    this.now(entity, answer, describedAs(this.probe.one.operation, 'madeAt'), 'made');
  }

  /** What says when it was changed is not ahead of the change. */
  changedNow(entity: Entity, read: HttpAnswer): void {
    const { retrieve } = entity.resource;
    if (retrieve) this.now(entity, read, describedAs(retrieve, 'changedAt'), 'changed');
  }

  /** By the server's own clock; one beside it may be slow, but not by days. */
  private now(entity: Entity, answer: HttpAnswer, names: Iterable<string>, what: string): void {
    const [key] = entity.resource.keys;
    const clock = Date.parse(headerOf(answer.headers, 'date') ?? '');
    const [thing] = key?.property === undefined ? [] : objectsWith(jsonBody(answer), [key.property]);
    if (!thing || Number.isNaN(clock) || !this.probe.conversation.session.suite.hasCommands) return;
    for (const name of names) {
      const { at } = instant(thing[name]) ?? {};
      if (at === undefined || Number.isNaN(new Date(at).valueOf())) continue;
      const ok = at > clock - DAY && at < clock + SOON;
      const wanted = `${name} about ${new Date(clock).toISOString()}, the Date of that answer: it was ${what} then`;
      this.probe.add('date-now', ok, wanted, `${thing[name]}, which is ${new Date(at).toISOString()}`);
    }
  }

  /** What says when it was made says another time than its namesake did, which was deleted in between. */
  madeAnew(entity: Entity): void {
    const { made, madeBefore } = this.probe.conversation.world.told(entity) ?? {};
    const old = madeBefore && entryOf(entity, { body: madeBefore.answer });
    const now = made && entryOf(entity, { body: made.answer });
    if (!old || !now) return;
    const names = describedAs(this.probe.one.operation, 'madeAt');
    for (const { id, ok, expected, actual } of anewFindings(old, now, names, made.at - madeBefore.at - LATER.exact))
      this.probe.add(id, ok, expected, actual);
  }

  /**
   * What an entity says of when it was made and changed, against what it said when it was made.
   *
   * @param write what was sent, and whether that surely changed anything
   */
  dates(
    before: Entity,
    after: Entity,
    write: { sent: Record<string, unknown>; changes: boolean },
    again: HttpAnswer,
  ): void {
    const { sent } = write;
    const made = this.probe.conversation.world.told(before)?.made;
    if (!made || again.status !== 200) return;
    const { world } = this.probe.conversation;
    const old = thingIn(after, { body: made.answer }, world.keys(before));
    const now = thingIn(after, again, world.keys(after));
    if (!old || !now) return;
    const described = [...describedDates(after), ...setNow(this.probe.one.operation)];
    const apart = this.probe.one.dated && write.changes ? apartFor(old, described) : 0;
    const differs = Object.entries(sent).some(([name, value]) => name in old && !sameJson(old[name], value));
    for (const { id, ok, expected, actual, property } of dateFindings(old, now, sent, apart)) {
      const promised = described.includes(property) && (differs || id === 'date-stays');
      this.probe.add(id, ok, expected, actual, promised ? this.probe.one.level : 'SHOULD');
    }
  }

  /** What is shown of an entity, against the answer that made it: what was written since has a later date of change. */
  same(entity: Entity, shown: JsonObject): void {
    const { made, changed } = this.probe.conversation.world.told(entity) ?? {};
    const old = made && entryOf(entity, { body: made.answer });
    const described = describedDates(entity);
    for (const { id, ok, expected, actual, property } of old ? sameDates(old, shown, changed !== undefined) : [])
      this.probe.add(id, ok, expected, actual, described.includes(property) ? this.probe.one.level : 'SHOULD');
  }
}

/** How long after its making the entity of a story is changed, in milliseconds. */
export function timeToChange({ world }: Conversation, entity: Entity, update: Operation, answer: string): number {
  const names = [...describedDates(entity), ...setNow(update)];
  return apartFor(thingIn(entity, { body: answer }, world.keys(entity)), names);
}

/** What an operation's own words say that it gives the time of the change. */
function setNow({ op }: Operation): string[] {
  return sentencesOf(op.description).flatMap((sentence) => toldBy(sentence, 'setsNow')['name'] ?? []);
}

/** Where no description says what a date is of, its name does, and no more: told, not judged. */
function describedDates({ resource: { retrieve } }: Entity): string[] {
  return retrieve ? (['madeAt', 'changedAt'] as const).flatMap((at) => [...describedAs(retrieve, at)]) : [];
}
