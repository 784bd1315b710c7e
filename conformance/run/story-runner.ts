// Runs one story: prepares, sends its cases, looks at the effects, cleans up whatever happened.
import type { JsonValue } from '../../spec/contract/api.js';
import { describeEntity, type Entity } from '../plan/entities.js';
import { bodyText, creationOf, sampleHeaders } from '../plan/prerequisite.js';
import { type Operation, systemSegment } from '../plan/resources.js';
import type { Case, CreateStep, LinkStep, Story, TokenStep } from '../plan/story.js';
import type { CaseResult, Exchange, Leftover, Outcome } from '../run.js';
import { type HttpAnswer, type HttpRequest, NoAnswer } from '../send/http.js';
import { writeTemplate } from '../url/key-path.js';
import { runCase } from './case-runner.js';
import { recordExchange } from './exchange-record.js';
import { fill, type Values } from './filling.js';
import type { Removal } from './journal.js';
import { locationKeys, removalOf, removalRequest } from './removal.js';
import type { Session } from './session.js';
import { World } from './world.js';

export interface StoryResult {
  results: CaseResult[];
  created: number;
  removed: number;
  left: Leftover[];
}

/** Something that this story created and has to remove. */
interface Made {
  n: number;
  what: string;
  removal: Removal;
  /** Entities inside it go with it. */
  all: boolean;
  entity: Entity;
}

export class StoryRunner {
  readonly world: World;
  readonly exchanges: Exchange[] = [];
  readonly values: Values;
  private readonly made: Made[] = [];
  /** Journal numbers of what has no delete of its own: its container's takes it along. */
  private readonly contained: number[] = [];
  private created = 0;

  constructor(
    readonly session: Session,
    readonly story: Story,
    index: number,
  ) {
    this.world = new World(session.suite, `${session.runId}${index.toString(36)}`, session.target);
    this.values = { token: session.token, password: session.password };
  }

  async run(): Promise<StoryResult> {
    const results: CaseResult[] = [];
    const left: Leftover[] = [];
    let removed = 0;
    try {
      await this.steps(results);
    } finally {
      removed = await this.clean(left);
    }
    for (const one of this.story.cases)
      if (!results.some((r) => r.id === one.id)) results.push(notRun(one, 'untested', 'stopped before it was sent'));
    return { results, created: this.created, removed, left };
  }

  private async steps(results: CaseResult[]): Promise<void> {
    const { cases, impossible } = this.story;
    for (const one of cases) if (one.skip) results.push(notRun(one, one.skip.outcome, one.skip.reason));
    const rest = (outcome: Outcome, reason: string): void => {
      for (const one of cases)
        if (!results.some((r) => r.id === one.id)) {
          const evidence = this.exchanges.splice(0);
          results.push({ ...notRun(one, outcome, this.session.redactor.text(reason)), exchanges: evidence });
        }
    };
    if (impossible) return rest('untested', impossible);
    const failedCases = new Set<string>();
    for (const step of this.story.steps) {
      if (this.session.signal.aborted) return rest('untested', 'stopped before it was sent');
      if (step.kind === 'case') {
        const needs = step.case.needs?.find((id) => failedCases.has(id));
        const result = needs
          ? notRun(step.case, 'cantTell', `${needs} failed, on which it builds`)
          : await runCase(this, step.case, this.exchanges.splice(0));
        // What only a SHOULD speaks against came about: the next step has what it builds on.
        const mild = result.outcome === 'failed' && !result.assertions.some(isBroken);
        if (result.outcome !== 'passed' && !mild) failedCases.add(step.case.id);
        results.push(result);
        continue;
      }
      try {
        const problem = await this.prepare(step);
        if (problem) return rest('cantTell', problem);
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error;
        return rest('untested', `could not be prepared: ${error.message}`);
      }
    }
  }

  private prepare(step: CreateStep | LinkStep | TokenStep): Promise<string | undefined> {
    if (step.kind === 'create') return this.create(step);
    return step.kind === 'link' ? this.link(step) : this.token(step);
  }

  private async create({ entity, operation }: CreateStep): Promise<string | undefined> {
    // Two spellings of the documents may be one thing on the target: it is there already.
    const address = this.world.itemPath(entity);
    const same = (m: Made): boolean => m.entity.id !== entity.id && m.entity.resource === entity.resource;
    if (this.made.some((m) => same(m) && this.world.itemPath(m.entity) === address)) return undefined;
    const creation = creationOf(this.session.suite, operation, entity);
    const body = bodyText(operation, this.world.creation(entity, creation) as JsonValue);
    const request = this.filled(operation, {
      method: operation.op.method,
      url: this.session.target + writeTemplate(operation.segments, this.world.bindings(entity)),
      headers: sampleHeaders(operation),
      ...(operation.op.body && body !== undefined ? { body } : {}),
    });
    const what = describeEntity(entity);
    if ('missing' in request) return `${what} could not be created: it ${request.missing}`;
    const answer = await this.creating(entity, what, request, 'prepare');
    if (answer.status >= 200 && answer.status < 300) return undefined;
    if (answer.status === 409) return `${what} could not be created: 409, there is one that is not ours`;
    return `${what} could not be created: the server answered ${answer.status}`;
  }

  /** Sends a request that creates, between the journal's intent and its outcome. */
  async creating(
    entity: Entity | undefined,
    what: string,
    request: HttpRequest,
    purpose: Exchange['purpose'],
  ): Promise<HttpAnswer> {
    const { journal } = this.session;
    const own = entity?.resource.keys.every(
      (k, i) => k.property !== undefined || k.inPath === true || entity.keys[i] === null,
    );
    const before = entity && own ? removalOf(this, entity) : undefined;
    const n = journal.intent(this.session.redactor.text(what), this.unsecret(before?.removal));
    const unsure = (): void => {
      if (before && entity) this.made.push({ n, what, entity, ...before });
    };
    let answer: HttpAnswer;
    try {
      answer = await this.exchange(request, purpose, `create ${what}`, { finish: true });
    } catch (error) {
      if (error instanceof NoAnswer && error.neverSent) journal.refused(n);
      else unsure();
      throw error;
    }
    if (answer.status >= 500) unsure();
    else if (answer.status >= 300) journal.refused(n);
    if (answer.status < 200 || answer.status >= 300) return answer;
    if (entity) {
      const keys = own ? undefined : locationKeys(this, entity, answer);
      this.world.learn(entity, { ...(keys ? { keys } : {}), etag: etagOf(answer), body: request.body });
    }
    const after = before ?? (entity ? removalOf(this, entity) : undefined);
    journal.made(n, before ? undefined : this.unsecret(after?.removal));
    this.created++;
    if (after && entity) this.made.push({ n, what, entity, ...after });
    else this.contained.push(n);
    return answer;
  }

  /** A server may put our own token into a Location: the journal holds no secrets, and this run cleans up by itself. */
  private unsecret(removal: Removal | undefined): Removal | undefined {
    return removal && this.session.redactor.text(removal.url) === removal.url ? removal : undefined;
  }

  /** An update gave an entity other keys: it is the new one that has to be removed. */
  moved(before: Entity, after: Entity): void {
    const index = this.made.findIndex((m) => m.entity.id === before.id);
    const next = removalOf(this, after);
    const old = this.made[index];
    if (!next || !old) return;
    this.session.journal.made(old.n, this.unsecret(next.removal));
    this.made[index] = { n: old.n, what: describeEntity(after), entity: after, ...next };
  }

  /** A prerequisite link. That it is there already, or cannot be, does not stop the case: its own answer tells. */
  private async link({ operation, from, to }: LinkStep): Promise<string | undefined> {
    const address = this.session.target + this.world.itemPath(to);
    const property = linkProperty(operation);
    const request = this.filled(operation, {
      method: 'POST',
      url: this.session.target + this.world.itemPath(from) + linkTail(operation),
      headers: sampleHeaders(operation),
      body: JSON.stringify({ [property]: address }),
    });
    if ('missing' in request) return undefined;
    await this.exchange(request, 'prepare', `link ${describeEntity(from)} to ${describeEntity(to)}`);
    return undefined;
  }

  private async token({ operation, account, foreign }: TokenStep): Promise<string | undefined> {
    const [username] = this.world.keys(account);
    const url = this.session.target + writeTemplate(operation.segments, this.world.bindings(account));
    const body = new URLSearchParams({
      grant_type: 'password',
      username: username ?? '',
      password: this.session.password,
      ...(foreign ? { [foreign.field]: this.containerUrl(operation, foreign.audience) } : {}),
    });
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    this.session.redactor.add(this.session.password);
    const answer = await this.exchange(
      { method: 'POST', url, headers, body: body.toString() },
      'prepare',
      'get a token for an account of the run',
    );
    if (answer.status !== 200) return `the token endpoint answered ${answer.status} to the account that the run made`;
    const token = /"access_token"\s*:\s*"([^"]+)"/.exec(answer.body)?.[1];
    if (foreign) this.values.foreignToken = token;
    else this.values.accountToken = token;
    return undefined;
  }

  /** Address of the container that an operation stands in: its path as far as the first variable, with a slash. */
  private containerUrl(operation: Operation, container: Entity): string {
    const first = operation.segments.findIndex((s) => s.variable !== undefined);
    return `${this.session.target}${writeTemplate(operation.segments.slice(0, first + 1), this.world.bindings(container))}/`;
  }

  /** Something like the password, which a reader could tell it from: it is masked as well. */
  nearly(how: NonNullable<Case['password']>): string {
    const { password, redactor } = this.session;
    const text = { longer: `${password}x`, shorter: password.slice(0, -1), 'other-case': otherCase(password) }[how];
    redactor.add(text);
    return text;
  }

  filled(operation: Operation, request: HttpRequest, extra: Partial<Values> = {}): HttpRequest | { missing: string } {
    return fill(request, operation, { ...this.values, ...extra });
  }

  /**
   * Sends and records; tokens in answers become secrets before anything is kept.
   *
   * @param options `finish`: not aborted by a signal, since what it makes must be known
   */
  async exchange(
    request: HttpRequest,
    purpose: Exchange['purpose'],
    title: string,
    { finish = false, ...options }: { follow?: boolean; expected?: number[]; finish?: boolean } = {},
  ): Promise<HttpAnswer> {
    const { session } = this;
    const started = session.now();
    const signal = purpose === 'clean' || finish ? undefined : session.signal;
    let answer: HttpAnswer | undefined;
    let failure: string | undefined;
    try {
      answer = await session.courier.send(request, { ...options, ...(signal ? { signal } : {}) });
      this.keepTokens(answer);
      return answer;
    } catch (error) {
      failure = (error as Error).message;
      throw error;
    } finally {
      const ms = session.now() - started;
      this.exchanges.push(recordExchange(session, { request, answer, failure, purpose, title, ms }));
    }
  }

  private keepTokens(answer: HttpAnswer): void {
    if (!answer.body.includes('_token"')) return;
    try {
      const value = JSON.parse(answer.body) as Record<string, unknown>;
      for (const [name, token] of Object.entries(value))
        if (name.endsWith('_token') && typeof token === 'string') this.session.redactor.add(token);
      if (typeof value['refresh_token'] === 'string') this.values.refreshToken = value['refresh_token'];
    } catch {
      // Not JSON: no token to keep.
    }
  }

  /** Removes what the story made: containers that take their contents along, then the rest, newest first. */
  private async clean(left: Leftover[]): Promise<number> {
    const { journal, redactor } = this.session;
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
    if (left.length > 0) return removed.size;
    journal.removed(...this.contained);
    return removed.size + this.contained.length;
  }

  private async remove(made: Made): Promise<string | undefined> {
    try {
      const answer = await this.exchange(
        removalRequest(made.removal, this.session.token),
        'clean',
        `remove ${made.what}`,
      );
      const gone = (answer.status >= 200 && answer.status < 300) || answer.status === 404 || answer.status === 410;
      return gone ? undefined : `the server answered ${answer.status}`;
    } catch (error) {
      return this.session.redactor.text((error as Error).message);
    }
  }
}

export function etagOf(answer: HttpAnswer): string | undefined {
  return answer.headers.find(([name]) => name.toLowerCase() === 'etag')?.[1];
}

function otherCase(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => (letter < 'a' ? letter.toLowerCase() : letter.toUpperCase()));
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

function isBroken({ outcome, level }: CaseResult['assertions'][number]): boolean {
  return outcome === 'failed' && level === 'MUST';
}

/** A result for a case that was not sent. */
export function notRun(one: Case, outcome: Outcome, reason: string): CaseResult {
  return {
    id: one.id,
    kind: one.kind,
    title: one.title,
    level: one.level,
    operation: one.operation.op.id,
    method: one.request.method,
    path: one.operation.op.path,
    ...(one.source ? { source: one.source } : {}),
    outcome,
    reason,
    assertions: [],
    relaxations: one.relaxations,
    exchanges: [],
    ms: 0,
  };
}
