// The steps that stories of accounts are told in: somebody registers, logs in, is who they are, or is shut out.
import type { JsonValue } from '../../../spec/contract/api.js';
import { loggingIn, plainly, registering } from '../../plan/account-requests.js';
import { answerOf, isOpen, type Place, placesIn, type Registration } from '../../plan/registration.js';
import type { Operation } from '../../plan/resources.js';
import { mark, type Spoken } from '../../plan/spoken.js';
import type { Case, Expectation, PlannedRequest } from '../../plan/story.js';
import type { Suite } from '../../plan/subject.js';
import { valueAt } from '../../plan/value-at.js';
import { says } from '../../told/told.js';
import { expectation } from '../documented.js';
import { Telling } from '../lifecycle/stories.js';
import { refused } from '../refusal.js';

/** What a request says of accounts, and which token goes with it. */
type About = NonNullable<Case['account']>;

export class AccountTelling {
  /** A read of what belongs to the account that asks, and to no other. */
  protected readonly probe: Operation | undefined;

  constructor(
    suite: Suite,
    protected readonly registration: Registration,
  ) {
    const { me } = registration;
    const plain = suite.model.operations.find(
      (one) =>
        one.judged && one.op.method === 'GET' && !isOpen(one) && one.segments.every((s) => s.variable === undefined),
    );
    this.probe = me ?? plain;
  }

  /** Undefined where the operation is none that is judged. */
  protected begun(what: string, operation: Operation): Telling | undefined {
    return operation.judged ? new Telling(`story/${operation.op.id}-${what}`) : undefined;
  }

  protected tells(what: 'sessionsStay'): boolean {
    const { login, logout } = this.registration;
    return [login?.operation, logout].some((one) => says(one?.op.description, what));
  }

  protected act(
    telling: Telling,
    step: string,
    operation: Operation,
    request: PlannedRequest,
    account: About,
    needs: string[],
  ): string[] {
    telling.add(step, operation, request, expectation(operation.op), { needs, account, ...sentBy(account) });
    return [...needs, `${telling.story}/${step}`];
  }

  protected register(telling: Telling, who: string, needs: string[] = []): string[] {
    const { operation } = this.registration.register;
    return this.act(
      telling,
      `register-${who}`,
      operation,
      registering(this.registration, who),
      { registers: who },
      needs,
    );
  }

  /** Undefined where there is no login beside the registration. */
  protected login(
    telling: Telling,
    step: string,
    who: string,
    keeps: string,
    needs: string[],
    what: Spoken = 'password',
  ): string[] | undefined {
    const { login } = this.registration;
    const planned = loggingIn(this.registration, who, { what });
    return login && planned && this.act(telling, step, login.operation, planned, { keeps }, needs);
  }

  protected enter(telling: Telling, who: string, needs: string[] = []): string[] {
    const registered = this.register(telling, who, needs);
    return this.login(telling, `log-in-${who}`, who, who, registered) ?? registered;
  }

  /** Its own account answers whoever has a token. */
  protected look(telling: Telling, step: string, as: string, needs: string[], who = as): void {
    const { probe } = this;
    if (!probe) return;
    const also = probe === this.registration.me ? this.namesShown(who) : {};
    const expect = { ...expectation(probe.op), ...(Object.keys(also).length > 0 ? { also } : {}) };
    telling.add(step, probe, plainly(probe), expect, { needs, account: { as }, auth: 'account' });
  }

  protected shut(
    telling: Telling,
    step: string,
    as: string,
    needs: string[],
    because: string,
    statuses = ['401', '403'],
  ): void {
    const { probe } = this;
    if (!probe) return;
    const expect = { ...refused(probe, ['401'], because), statuses };
    telling.add(step, probe, plainly(probe), expect, { needs, account: { as }, auth: 'account' });
  }

  /** What an account is called, as far as it is shown where it is read. */
  protected namesShown(who: string): Expectation['also'] & object {
    const sent = registering(this.registration, who).json;
    const names = this.registration.register.names.flatMap((place: Place, i): [string, string][] =>
      valueAt(sent, place) === undefined ? [] : [[place.at(-1) ?? '', mark('name', who, i)]],
    );
    return this.shown(Object.fromEntries(names));
  }

  /** Of some values those whose properties the answer has. */
  protected shown(values: { [name: string]: JsonValue }): { [name: string]: JsonValue } {
    const { me } = this.registration;
    const there = new Set(me ? placesIn(me, answerOf(me), () => true).map((place) => place.at(-1)) : []);
    return Object.fromEntries(Object.entries(values).filter(([name]) => there.has(name)));
  }
}

function sentBy({ as }: About): Partial<Case> {
  return as === undefined ? {} : { auth: 'account' };
}
