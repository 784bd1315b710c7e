// What a story needs before its cases: entities, links, tokens of its own accounts. Each step says why it could not be done.
import { setTimeout } from 'node:timers/promises';
import type { JsonValue } from '../../spec/contract/api.js';
import { describeEntity, type Entity } from '../plan/entities.js';
import { describeGrant } from '../plan/granting.js';
import { markupWithNames } from '../plan/markup-names.js';
import { bodyText, creationOf, requiredQuery, sampleHeaders } from '../plan/prerequisite.js';
import { type Operation, systemSegment } from '../plan/resources.js';
import { OWN } from '../plan/spoken.js';
import type { CaseStep, CreateStep, FindStep, GrantStep, LinkStep, Step, TokenStep } from '../plan/steps.js';
import type { HttpAnswer } from '../send/http.js';
import { writeTemplate } from '../url/key-path.js';
import { contentType } from './content-type.js';
import type { Conversation } from './conversation.js';
import type { Creations } from './creations.js';
import { heldBackBy, onceReady } from './into-state.js';
import { otherChoices } from './other-choices.js';
import { describeStatus, isPutOff } from './rate-limited.js';
import { bodyKeys } from './removal.js';
import { keepSingle } from './singles.js';

/** So many milliseconds after its end a lifetime is over for sure: servers count seconds. */
const PAST = 1_000;

/** Clocks that count seconds tell two moments apart that are so many milliseconds from each other. */
const TICK = 1_100;

export class Preparation {
  constructor(
    private readonly conversation: Conversation,
    private readonly creations: Creations,
  ) {}

  /** Whether a thing was made that something else needs. */
  async make(entity: Entity, operation: Operation): Promise<boolean> {
    return (await this.create({ kind: 'create', entity, operation }, false)) === undefined;
  }

  prepare(step: Exclude<Step, CaseStep>): Promise<string | undefined> {
    if (step.kind === 'enrol') return this.enrol();
    if (step.kind === 'keep') return keepSingle(this.conversation, step.operation);
    if (step.kind === 'create') return this.create(step);
    if (step.kind === 'find') return this.find(step);
    if (step.kind === 'grant') return this.grant(step);
    return step.kind === 'link' ? this.link(step) : this.token(step);
  }

  /** @param fills whether other things may be put where this one is refused; never for one of those, which might want this one */
  private async create(step: CreateStep, fills = true): Promise<string | undefined> {
    const { entity, operation, with: more, body: shown, lead, apart } = step;
    if (this.creations.isThere(entity)) return undefined;
    if (apart) await setTimeout(TICK, undefined, { signal: this.conversation.session.signal }).catch(() => {});
    const { session, world } = this.conversation;
    const creation = creationOf(session.suite, operation, entity);
    const said = world.json(more ?? {}) as Record<string, unknown>;
    const fields = ledBy(lead, { ...world.creation(entity, creation), ...said });
    const body = shown ?? bodyText(operation, fields as JsonValue);
    const request = this.conversation.filled(operation, {
      method: operation.op.method,
      url: session.target + writeTemplate(operation.segments, world.bindings(entity)) + requiredQuery(operation),
      headers: sampleHeaders(operation),
      ...(operation.op.body && body !== undefined ? { body } : {}),
    });
    const what = describeEntity(entity);
    if ('missing' in request) return `${what} could not be created: it ${request.missing}`;
    const send = (): Promise<HttpAnswer> => this.creations.create(entity, what, request, 'prepare');
    const first = await send();
    // Where another one was made, it is not the state of the place that refuses this one.
    const clashes = first.status === 409 && !this.creations.madeBeside(entity);
    const holding = clashes ? heldBackBy(this.conversation, operation, entity.parents) : undefined;
    const make = async (other: Entity, how: Operation) => fills && this.make(other, how);
    const held = holding && { conversation: this.conversation, thing: holding, make, operation };
    let answer = held ? await onceReady(held, send, first) : first;
    const free = !more && shown === undefined && this.creations.madeBeside(entity);
    for (const other of free ? otherChoices(operation, request.body) : []) {
      if (answer.status !== 409) break;
      answer = await this.creations.create(entity, what, { ...request, body: other }, 'prepare');
    }
    if (answer.status >= 200 && answer.status < 300) return undefined;
    if (answer.status === 409)
      return `${what} could not be created: 409, there is one like it that is not ours, or not this story's`;
    return `${what} could not be created: the server answered ${describeStatus(answer.status)}`;
  }

  /** From here on the story speaks for an account of its own. */
  private async enrol(): Promise<string | undefined> {
    const { accounts, values } = this.conversation;
    const problem = await accounts.enrol(this.creations, OWN);
    values.token = accounts.token(OWN) ?? values.token;
    return problem;
  }

  private async find({ entity, operation }: FindStep): Promise<string | undefined> {
    const { session, world } = this.conversation;
    const what = entity.resource.name;
    const url = session.target + writeTemplate(operation.segments, world.bindings(entity)) + requiredQuery(operation);
    const request = this.conversation.filled(operation, { method: 'GET', url, headers: sampleHeaders(operation) });
    if ('missing' in request) return `one of ${what} could not be found: it ${request.missing}`;
    const answer = await this.conversation.exchange(request, 'prepare', `find one of ${what}`);
    if (answer.status !== 200)
      return `one of ${what} could not be found: the server answered ${describeStatus(answer.status)}`;
    const keys = bodyKeys(entity, answer);
    if (!keys) return `there is none of ${what} to read, and no documented way to create one`;
    world.learn(entity, { keys });
    return undefined;
  }

  /** A prerequisite link. That it is there already, or cannot be, does not stop the case: its own answer tells. One put off does. */
  private async link({ operation, from, to, path }: LinkStep): Promise<string | undefined> {
    const { session, world } = this.conversation;
    const address = session.target + world.itemPath(to);
    const property = linkProperty(operation);
    const headers = sampleHeaders(operation);
    const whole =
      path === undefined
        ? {
            method: 'POST',
            url: session.target + world.itemPath(from) + linkTail(operation),
            body: JSON.stringify({ [property]: address }),
          }
        : { method: operation.op.method, url: session.target + world.path(path) };
    const request = this.conversation.filled(operation, { ...whole, headers });
    if ('missing' in request) return undefined;
    const what = `link ${describeEntity(from)} to ${describeEntity(to)}`;
    const answer = await this.conversation.exchange(request, 'prepare', what);
    return isPutOff(answer) ? `could not ${what}: the server answered ${describeStatus(answer.status)}` : undefined;
  }

  private async token({ operation, account, foreign, lifetime, cookie }: TokenStep): Promise<string | undefined> {
    const { session, values, world } = this.conversation;
    const [username] = world.keys(account);
    const url = session.target + writeTemplate(operation.segments, world.bindings(account));
    const body = new URLSearchParams({
      grant_type: 'password',
      username: username ?? '',
      password: session.password,
      ...(foreign ? { [foreign.field]: this.containerUrl(operation, foreign.audience) } : {}),
      ...(lifetime ? { [lifetime.field]: String(lifetime.seconds) } : {}),
      ...(cookie ? { [cookie.field]: cookie.value } : {}),
    });
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    session.redactor.add(session.password);
    const answer = await this.conversation.exchange(
      { method: 'POST', url, headers, body: body.toString() },
      'prepare',
      'get a token for an account of the run',
    );
    if (answer.status !== 200)
      return `the token endpoint answered the account that the run made ${describeStatus(answer.status)}`;
    const token = /"access_token"\s*:\s*"([^"]+)"/.exec(answer.body)?.[1];
    if (foreign) values.foreignToken = token;
    else this.conversation.lend(token);
    if (cookie) this.conversation.keepCookie(answer, cookie.peer);
    if (lifetime)
      await setTimeout(lifetime.seconds * 1000 + PAST, undefined, { signal: session.signal }).catch(() => {});
    return undefined;
  }

  /** The list of something that this story has made. */
  private async grant({ operation, granting, granted }: GrantStep): Promise<string | undefined> {
    const { session, world } = this.conversation;
    const { named, role, another, container } = granting;
    if (!world.told(container)?.made) return 'the run changes no access control list but of what it has made';
    const { privileges, another: others, everybody } = granted;
    const open = everybody && granting.requestForAll?.(privileges, everybody);
    const planned =
      open ?? (others ? granting.requestBeside(privileges, others, world.keys(another)) : granting.request(privileges));
    const names = new Map(named.keys.flatMap((key, i) => (key === null ? [] : [[key, world.keys(role)[i] ?? key]])));
    const { method, path } = planned;
    const body = markupWithNames(world.text(planned.body ?? ''), names);
    const headers = contentType({}, { headers: planned.headers, body }, operation, false);
    const url = session.target + world.path(path);
    const request = this.conversation.filled(operation, { method, url, headers, body });
    const what = `grant ${describeGrant(granting, granted)}`;
    if ('missing' in request) return `could not ${what}: it ${request.missing}`;
    const answer = await this.conversation.exchange(request, 'prepare', what);
    return answer.status < 300 ? undefined : `could not ${what}: the server answered ${describeStatus(answer.status)}`;
  }

  /** Address of the container that an operation stands in: its path as far as the first variable, with a slash. */
  private containerUrl(operation: Operation, container: Entity): string {
    const { session, world } = this.conversation;
    const first = operation.segments.findIndex((s) => s.variable !== undefined);
    return `${session.target}${writeTemplate(operation.segments.slice(0, first + 1), world.bindings(container))}/`;
  }
}

/** Texts begin with other letters, so that their order is another one; they stay as long as they are. */
function ledBy(lead: CreateStep['lead'] = {}, body: Record<string, unknown>): Record<string, unknown> {
  const led = Object.entries(lead).flatMap(([name, letter]): [string, string][] => {
    const text = body[name];
    if (typeof text !== 'string' || !/^\p{L}{3}/u.test(text)) return [];
    return [[name, (/^\p{Lu}/u.test(text) ? letter.toUpperCase() : letter) + text.slice(1)]];
  });
  return { ...body, ...Object.fromEntries(led) };
}

/** Segments of a link operation behind the entity: `/$links/_Folder`. */
function linkTail(operation: Operation): string {
  const system = systemSegment(operation.segments);
  return operation.segments
    .slice(system)
    .map((s) => `/${s.text}`)
    .join('');
}

/** The property that names the other end: the one of the documented command, else `uri` (OData v2). */
function linkProperty(operation: Operation): string {
  const sample = operation.op.docs.cases?.[0]?.request.body;
  return (sample && /"(\w+)"\s*:/.exec(sample)?.[1]) ?? 'uri';
}
