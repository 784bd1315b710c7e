// Turns cases into stories: which entities a case needs, in which order they are made, and what is removed afterwards.
import { afterLink } from './after-link.js';
import { parseBody } from './body.js';
import { describeEntity, type Entity, entityOf } from './entities.js';
import { foreignToken } from './foreign-token.js';
import { type Granted, type Granting, grantingOf } from './granting.js';
import { wantedInside } from './lacking.js';
import { containerOf, otherOne, tokenStep, UNLENT } from './lending.js';
import { madeWith } from './made-with.js';
import { goesOnBehind, makerOf, type Wanted } from './maker.js';
import { makesCollection } from './makes-at-address.js';
import { creationOf, referredBy } from './prerequisite.js';
import { removable } from './removable.js';
import { isPlain, type Operation, systemSegment } from './resources.js';
import { SAFE_METHODS } from './safe-methods.js';
import { FOREIGN, keptFirst } from './singles.js';
import { OWN, spokenOf } from './spoken.js';
import type { Step } from './steps.js';
import type { Case, Story } from './story.js';
import { linkRenames, methodOf, type Subject, type Suite, subjectOf } from './subject.js';
import { untoldOwner } from './untold-owner.js';
import { whoseIs } from './whose.js';

/** Thrown and caught by the planner: a case that cannot be prepared, with the reason people read. */
class Impossible extends Error {}

/** Plans the story of cases that share their prerequisites' scope; each case adds what it needs. */
export function planStory(suite: Suite, id: string, cases: Case[]): Story {
  const plan = new StoryPlan(suite);
  try {
    for (const one of cases) plan.add(one);
    if (plan.missing.size > 0) throw new Impossible(`no documented way to create ${[...plan.missing].join(', ')}`);
  } catch (error) {
    if (!(error instanceof Impossible)) throw error;
    return { id, cases, steps: [], creates: [], impossible: error.message };
  }
  return { id, cases, steps: plan.steps, creates: plan.creates };
}

class StoryPlan {
  readonly steps: Step[] = [];
  readonly creates: Entity[] = [];
  readonly missing = new Set<string>();
  private readonly present = new Set<string>();
  /** Links that are there, by the ids of both ends. */
  private readonly linked = new Set<string>();
  /** What is somebody else's: it is read, never written. */
  private readonly found = new Set<string>();
  /** Accounts whose token is there. */
  private readonly lenders = new Set<string>();
  /** What the access control list grants that the story has set last. */
  private granted: string | undefined;

  /** The story has an account for itself. */
  private enrolled = false;

  constructor(private readonly suite: Suite) {}

  add(one: Case): void {
    if (one.skip) return;
    const subject = subjectOf(this.suite, one);
    const operation = one.meant ?? one.operation;
    const made = makesCollection(operation) && !one.exists?.length ? subject.target : undefined;
    const absent = new Set([...(one.absent ?? []), ...(made ? [made] : [])].map((e) => e.id));
    this.findUnknown(one, subject);
    this.refuseForeign(one, subject);
    const creating = one.expect.effect === 'created' || (methodOf(one) === 'POST' && !subject.link);
    const reads = SAFE_METHODS.has(methodOf(one));
    for (const { entity, with: made } of one.prepared ?? []) this.ensure(entity, { made });
    for (const { entity, segment } of subject.located)
      if (absent.has(entity.id)) {
        if (isPlain(entity.resource)) this.ensureReferred(entity, true);
      } else
        this.ensure(entity, {
          findable: reads,
          ...(entity === subject.target ? { made: madeWith(operation, entity.resource) } : {}),
          on: goesOnBehind(operation, segment),
        });
    for (const entity of subject.referred)
      if (!absent.has(entity.id) && !(creating && entity.id === subject.after?.id) && !this.isLost(one, entity))
        this.ensure(entity, { findable: true });
    const inside = wantedInside(this.suite.model, one, subject.target);
    for (const entity of [...(one.exists ?? []), ...(subject.removed ?? []), ...inside]) this.ensure(entity);
    if (subject.spared) this.ensure(subject.spared, { spare: true });
    for (const entity of one.beside ?? []) this.ensure(entity, { spare: true });
    for (const { entity, with: made = {}, lead, apart } of one.among ?? [])
      this.ensure(entity, { spare: true, made, lead, apart });
    const { from, to, viaBody } = subject.link ?? {};
    if (from && to && !viaBody && !absent.has(from.id) && !absent.has(to.id)) this.link(from, to, operation);
    this.join(one, subject);
    this.token(one);
    if (!one.account && spokenOf(one.request.body).includes(OWN)) this.enrol();
    this.steps.push({ kind: 'case', case: one });
    this.learn(one, subject);
  }

  /** What a wrong body names without what it stands in: it is refused, whether or not that is there. */
  private isLost({ expect }: Case, entity: Entity): boolean {
    const create = makerOf(entity)?.operation;
    const isRefused = expect.statuses.every((status) => status.startsWith('4'));
    return isRefused && create !== undefined && untoldOwner(this.suite, entity, create) !== undefined;
  }

  /** Variables of the path that no resource of any spec stands for. */
  private findUnknown(one: Case, subject: Subject): void {
    const { segments } = one.meant ?? one.operation;
    for (const [i, segment] of segments.entries()) {
      if (segment.variable === undefined && !segment.keys) continue;
      if (subject.located.some((l) => l.segment === i)) continue;
      const { variable, text } = segment;
      this.missing.add(variable?.replace(/[-_]?(?:name|id|url)$/i, '') || (variable ?? text.replace(/^_/, '')));
    }
  }

  /** The story has an account for itself, from its beginning. */
  private enrol(): void {
    const { registration } = this.suite;
    if (!registration || this.enrolled) return;
    this.enrolled = true;
    this.steps.unshift({ kind: 'enrol', operation: registration.register.operation });
  }

  /** Only what the run made is ever changed: a write that goes to nothing of the run's is not sent. */
  private refuseForeign(one: Case, subject: Subject): void {
    const whose = this.missing.size > 0 ? 'ours' : whoseIs(this.suite, one, subject);
    if (whose === 'foreign') throw new Impossible(FOREIGN);
    if (whose === 'own-account') this.enrol();
    const withheld = whose === 'single' ? keptFirst(this.suite, this.steps, one.meant ?? one.operation) : undefined;
    if (withheld !== undefined) throw new Impossible(withheld);
    if (whose !== 'new') return;
    const { remove, removeAll, name } = subject.bodyResource ?? {};
    if (!remove && !removeAll) this.leave(name ?? (one.meant ?? one.operation).segments.at(-1)?.text ?? 'it');
  }

  /** After the case: what it made or removed is known to those that follow. */
  private learn(one: Case, subject: Subject): void {
    const { effect } = one.expect;
    if ((effect === 'created' || effect === 'made') && subject.after) this.present.add(subject.after.id);
    if (effect === 'deleted' && subject.target) this.present.delete(subject.target.id);
    if (effect === 'updated' && subject.after && subject.target) {
      this.present.delete(subject.target.id);
      this.present.add(subject.after.id);
    }
    if (one.expect.statuses.every((status) => status.startsWith('2')))
      for (const { id } of subject.removed ?? []) this.present.delete(id);
    const [from, to] = subject.located.slice(-2);
    if (effect === 'joined' && from && to) this.linked.add(`${from.entity.id} ${to.entity.id}`);
    if (effect === 'linked' && subject.link?.to) {
      const { from, to } = afterLink(this.suite.model, subject.link.from, subject.link.to, true);
      for (const entity of [from, to]) this.present.add(entity.id);
      this.linked.add(`${from.id} ${to.id}`);
    }
  }

  private ensure(entity: Entity, wanted: Wanted = {}): void {
    const { findable = false, spare = false, made = {}, lead, apart, on } = wanted;
    if (!findable && this.found.has(entity.id)) this.missing.add(entity.resource.name);
    if (this.present.has(entity.id)) return;
    this.present.add(entity.id);
    const { list, free } = entity.resource;
    if (free) return;
    const { operation: create, body } = makerOf(entity, on) ?? {};
    // To make something in what is somebody else's would change that.
    for (const parent of entity.parents) this.ensure(parent, { findable: findable && !create, on: { variable: '' } });
    this.ensureReferred(entity, findable);
    if (!create) {
      if (findable && list && !this.suite.commandsOnly) this.find(entity, list);
      else this.missing.add(entity.resource.name);
      return;
    }
    for (const other of referredBy(creationOf(this.suite, create, entity))) this.ensure(other, { findable: true });
    if (!removable(entity)) this.leave(entity.resource.name);
    const owner = untoldOwner(this.suite, entity, create);
    if (owner) throw new Impossible(`no documented way to tell the ${owner.name} of ${describeEntity(entity)}`);
    const withMore = { ...(Object.keys(made).length > 0 ? { with: made } : {}), ...(body ? { body } : {}) };
    const how = { ...(spare ? { spare } : {}), ...(lead ? { lead } : {}), ...(apart ? { apart } : {}) };
    this.steps.push({ kind: 'create', entity, operation: create, ...withMore, ...how });
    this.creates.push(entity);
  }

  /** What has its key from something else needs that: `/shifts/{shiftId}/helpers/{personId}`. */
  private ensureReferred(entity: Entity, findable: boolean): void {
    for (const reference of this.suite.locator.references(entity)) this.ensure(reference.entity, { findable });
  }

  /** What nothing removes again is made only where it may stay. */
  private leave(name: string): void {
    if (this.suite.leavesThings) return;
    throw new Impossible(`no documented way to remove ${name}; allow it to be left with --allow-leftovers`);
  }

  private find(entity: Entity, operation: Operation): void {
    this.found.add(entity.id);
    this.steps.push({ kind: 'find', entity, operation });
  }

  /** What is to be taken out of something is put into it first. */
  private join(one: Case, { located }: Subject): void {
    const operation = one.meant ?? one.operation;
    const [from, to] = located.slice(-2).map(({ entity }) => entity);
    if (operation.membership !== 'parts' || !from || !to || one.absent?.length || one.needs) return;
    const [joining] = this.suite.model.at('PUT', operation.signature);
    if (!joining || this.linked.has(`${from.id} ${to.id}`)) return;
    this.linked.add(`${from.id} ${to.id}`);
    this.steps.push({ kind: 'link', operation: joining, from, to, path: one.request.path });
  }

  /** The link that an update or unlink speaks of, by the documented link operation where there is one. */
  private link(from: Entity, to: Entity, operation: Operation): void {
    if (this.linked.has(`${from.id} ${to.id}`) || linkRenames(this.suite, from, to)) return;
    const system = systemSegment(operation.segments);
    const prefix = operation.signature.split('/').slice(0, system + 2);
    const last = operation.segments[system + 1];
    const wanted = [...prefix, last?.text ?? ''].join('/');
    const [linking] = this.suite.model.at('POST', wanted);
    if (linking) this.steps.push({ kind: 'link', operation: linking, from, to });
  }

  /** The token of an account of the run, in the container that the case goes to or in another one, and what it may do. */
  private lent(one: Case): void {
    const granting = one.granted && grantingOf(this.suite, one.granted);
    // Some tokens say which roles their account had when they were issued.
    if (granting) this.giveRole(granting);
    this.issued(one);
    if (granting && one.granted) this.grant(granting, one.granted);
  }

  private issued(one: Case): void {
    const { account, tokenEndpoint } = this.suite;
    if (!account || !tokenEndpoint || !one.auth || UNLENT.has(one.auth)) return;
    const container = containerOf(this.suite, account);
    const here = subjectOf(this.suite, one).located.find((l) => l.entity.resource === container)?.entity;
    const other = container && otherOne(container);
    const inside = one.auth === 'foreign' ? other : (here ?? other);
    const entity = entityOf(account, ['account'], inside ? [inside] : []);
    if (this.lenders.has(entity.id)) return;
    this.lenders.add(entity.id);
    this.ensure(entity);
    this.steps.push(tokenStep(tokenEndpoint, entity, one));
  }

  /** The account of the run has the role that is granted something. */
  private giveRole({ account, role, link, linksFrom }: Granting): void {
    for (const entity of [account, role]) this.ensure(entity);
    const [from, to] = linksFrom === 'account' ? [account, role] : [role, account];
    if (this.linked.has(`${from.id} ${to.id}`)) return;
    this.linked.add(`${from.id} ${to.id}`);
    this.steps.push({ kind: 'link', operation: link, from, to });
  }

  private grant(granting: Granting, granted: Granted): void {
    this.ensure(granting.container);
    if (granted.another) this.ensure(granting.another);
    const list = JSON.stringify(granted);
    if (this.granted === list) return;
    this.granted = list;
    this.steps.push({ kind: 'grant', operation: granting.operation, granting, granted });
  }

  /** A refresh token comes from the documented token endpoint, for an account of the run. */
  private token(one: Case): void {
    this.lent(one);
    const { account } = this.suite;
    if (!one.request.body?.includes('grant_type')) return;
    const parsed = parseBody(one.request.body);
    if (parsed.kind !== 'form') return;
    const verbatim = new Set(one.request.verbatim);
    const fields = new Map(parsed.fields.filter(([name]) => !verbatim.has(name)));
    const username = fields.get('username');
    if (!parsed.fields.some(([name]) => name === 'grant_type')) return;
    if (!account) {
      if (username !== undefined && one.expect.statuses.some((status) => status.startsWith('2')))
        throw new Impossible('no documented way to create an account with a password');
      return;
    }
    const parents = subjectOf(this.suite, one).located.map((l) => l.entity);
    const foreign = foreignToken(this.suite, one, fields);
    if (foreign) {
      const entity = entityOf(account, ['account'], [foreign.issuer]);
      this.ensure(entity);
      this.steps.push({ kind: 'token', operation: one.operation, account: entity, foreign });
    }
    if (username !== undefined) {
      const entity = entityOf(account, [username], parents);
      if (!one.absent?.some(({ id }) => id === entity.id)) this.ensure(entity);
      return;
    }
    const refresh = this.suite.model.operations
      .flatMap((o) => o.api.docs.placeholders)
      .some((p) => p.means === 'refreshToken' && p.in === 'form' && fields.has(p.name));
    if (!refresh) return;
    const container = one.grant === 'foreign' ? containerOf(this.suite, account) : undefined;
    const entity = entityOf(account, ['account'], container ? [otherOne(container)] : parents);
    this.ensure(entity);
    this.steps.push(tokenStep(one.operation, entity, one));
  }
}
