// Stories of accounts that a run registers itself: who is let in and who is not, whose a token is, and what ends it.
import type { JsonValue } from '../../../spec/contract/api.js';
import { loggingIn, plainly, registering, renewing } from '../../plan/account-requests.js';
import { type Place, wayIn } from '../../plan/registration.js';
import { bodySchema, type Operation } from '../../plan/resources.js';
import { mark, type Spoken } from '../../plan/spoken.js';
import type { PlannedRequest } from '../../plan/story.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { valueAt, withValueAt } from '../../plan/value-at.js';
import { says, sentencesOf } from '../../told/told.js';
import { expectation } from '../documented.js';
import type { Telling } from '../lifecycle/stories.js';
import { documents, refused } from '../refusal.js';
import { AccountTelling } from './account-telling.js';

export function accountGroups(suite: Suite): CaseGroup[] {
  const { registration } = suite;
  if (!registration) return [];
  const told = new Accounts(suite, registration);
  return [
    told.entering(),
    told.taken(),
    told.leaving(),
    told.changing(),
    told.renewing(),
    told.ending(),
    ...told.updating(),
  ].flatMap((telling) => (telling?.cases.length ? [{ id: telling.story, cases: telling.cases }] : []));
}

class Accounts extends AccountTelling {
  /** Registration, login, and who one is then. */
  entering(): Telling | undefined {
    const { register, login } = this.registration;
    const telling = this.begun('enters', register.operation);
    if (!telling) return undefined;
    const needs = this.enter(telling, 'one');
    this.look(telling, 'own', 'one', needs);
    const others = this.enter(telling, 'two', []);
    this.look(telling, 'of-another', 'two', others);
    this.look(telling, 'still-own', 'one', needs);
    if (!login?.operation.judged) return telling;
    const refuse = (step: string, what: Spoken, who: string, because: string, more: string[] = []): void => {
      const planned = loggingIn(this.registration, who, { what });
      const expect = refused(login.operation, [...refusals(login.operation), ...more], because);
      if (planned) telling.add(step, login.operation, planned, expect, { needs, account: { keeps: 'nobody' } });
    };
    refuse('wrong-password', 'wrong', 'one', 'it is not the password');
    refuse('unknown', 'password', 'nobody', 'nobody is called so', ['404']);
    const again = this.login(telling, 'again', 'one', 'again', needs);
    if (again && this.tells('sessionsStay')) {
      this.look(telling, 'older-token', 'one', [...needs, ...again]);
      this.look(telling, 'newer-token', 'again', again, 'one');
    }
    return telling;
  }

  /** Nobody gets what somebody is called, where the documents refuse that. */
  taken(): Telling | undefined {
    const { operation, names } = this.registration.register;
    const conflict = operation.op.responses.find(({ status }) => status === '409');
    const telling = conflict && this.begun('taken', operation);
    if (!telling) return undefined;
    const needs = this.register(telling, 'one');
    const expect = refused(operation, ['409'], 'somebody is called so');
    const again = (step: string, request: PlannedRequest): void =>
      telling.add(step, operation, request, expect, { needs, account: { registers: 'two' } });
    again('again', registering(this.registration, 'one'));
    if (names.length < 2) return telling;
    const text = `${conflict.description ?? ''}\n${operation.op.description ?? ''}`;
    for (const [i, place] of names.entries()) {
      const word = new RegExp(
        `\\b${(place.at(-1) ?? '')
          .replace(/[-_]/g, '')
          .replace(/mail/i, '[ -]?mail')
          .replace(/user(?=name)/i, 'user[ -]?')}`,
        'i',
      );
      const sent = registering(this.registration, 'two');
      if (
        valueAt(sent.json, place) === undefined ||
        !sentencesOf(text).some((one) => word.test(one) && says(one, 'another'))
      )
        continue;
      again(
        `same-${place.at(-1)}`,
        registering(this.registration, 'two', (body) => withValueAt(body, place, mark('name', 'one', i))),
      );
    }
    return telling;
  }

  /** A token that was given back opens nothing. */
  leaving(): Telling | undefined {
    const { logout } = this.registration;
    const telling = logout && this.probe && this.begun('leaves', logout);
    if (!telling) return undefined;
    const entered = this.enter(telling, 'one');
    const again = this.login(telling, 'again', 'one', 'again', entered);
    this.look(telling, 'before', 'one', entered);
    const needs = this.act(telling, 'leave', logout, plainly(logout), { as: 'one' }, entered);
    this.shut(telling, 'after', 'one', needs, 'the token was given back');
    if (again && says(logout.op.description, 'sessionsStay'))
      this.look(telling, 'other-session', 'again', [...again, ...needs], 'one');
    return telling;
  }

  /** Only who knows the old password gives an account another, which opens it from then on. */
  changing(): Telling | undefined {
    const { change, login } = this.registration;
    const telling = change && login && this.begun('password', change.operation);
    if (!telling) return undefined;
    const { operation, old, fresh } = change;
    const entered = this.enter(telling, 'one');
    const sent = (what: Spoken): PlannedRequest =>
      plainly(operation, (body) =>
        withValueAt(withValueAt(body, old, mark(what, 'one')), fresh, mark('second', 'one')),
      );
    const expect = refused(operation, ['401', '403', '400', '422'], 'it is not the old password');
    telling.add('wrong-old', operation, sent('wrong'), expect, {
      needs: entered,
      account: { as: 'one' },
      auth: 'account',
    });
    this.login(telling, 'unchanged', 'one', 'kept', entered);
    const needs = this.act(telling, 'change', operation, sent('password'), { as: 'one' }, entered);
    const shut = refused(login.operation, refusals(login.operation), 'the password was changed');
    const before = loggingIn(this.registration, 'one');
    if (before && login.operation.judged)
      telling.add('old-password', login.operation, before, shut, { needs, account: { keeps: 'nobody' } });
    this.login(telling, 'new-password', 'one', 'fresh', needs, 'second');
    if (says(operation.op.description, 'sessionsEnd')) {
      this.shut(telling, 'old-token', 'one', needs, 'tokens from before the change have ended');
      this.shut(telling, 'other-token', 'kept', needs, 'tokens from before the change have ended');
    }
    return telling;
  }

  /** A refresh token gives a new token of the same account; nobody's gives none. */
  renewing(): Telling | undefined {
    const { refresh } = this.registration;
    const telling = refresh && wayIn(this.registration)?.issued?.refresh && this.begun('renews', refresh.operation);
    if (!telling) return undefined;
    const { operation } = refresh;
    const entered = this.enter(telling, 'one');
    const unknown = refused(operation, ['401', '400', '403'], 'nobody issued the refresh token');
    telling.add('unknown', operation, renewing(refresh, 'docproof-not-a-token'), unknown, {
      needs: entered,
      account: { keeps: 'nobody' },
    });
    const needs = this.act(
      telling,
      'renew',
      operation,
      renewing(refresh, mark('refresh', 'one')),
      { keeps: 'renewed' },
      entered,
    );
    this.look(telling, 'own', 'renewed', needs, 'one');
    const texts = [operation.op.description, ...operation.op.responses.map(({ description }) => description)].join(
      '\n',
    );
    if (!says(texts, 'usedOnce')) return telling;
    const used = refused(operation, ['401', '400', '403'], 'the refresh token was used before');
    telling.add('used', operation, renewing(refresh, mark('refresh', 'one')), used, {
      needs,
      account: { keeps: 'nobody' },
    });
    return telling;
  }

  /** Nobody gets into an account that is gone. */
  ending(): Telling | undefined {
    const { remove, register, login } = this.registration;
    const telling = remove && this.begun('ends', remove);
    if (!telling) return undefined;
    const entered = this.enter(telling, 'one');
    const needs = this.act(telling, 'end', remove, plainly(remove), { as: 'one' }, entered);
    this.shut(telling, 'token', 'one', needs, 'its account is gone', ['401', '403', '404', '410']);
    const planned = loggingIn(this.registration, 'one');
    const gone = login && refused(login.operation, [...refusals(login.operation), '404', '410'], 'the account is gone');
    if (planned && gone && login.operation.judged)
      telling.add('login', login.operation, planned, gone, { needs, account: { keeps: 'nobody' } });
    if (says(remove.op.description, 'nameFree') && register.operation.judged)
      this.act(
        telling,
        'name-again',
        register.operation,
        registering(this.registration, 'one'),
        { registers: 'one' },
        needs,
      );
    return telling;
  }

  /** What an account says of itself is what it is read as, and nothing else of it changes. */
  updating(): (Telling | undefined)[] {
    const { updates, register, me } = this.registration;
    return updates.map((operation) => {
      const telling = me && operation.op.body ? this.begun('updates', operation) : undefined;
      if (!telling || !me) return undefined;
      const entered = this.enter(telling, 'one');
      const { properties = {} } = bodySchema(operation) ?? {};
      const takes = (body: { [name: string]: JsonValue }, place: Place): boolean =>
        typeof valueAt(body, place) === 'string' || (place.length === 1 && Object.hasOwn(properties, place[0] ?? ''));
      const request = plainly(operation, (body) =>
        register.names.reduce(
          (all, place, i) => (takes(all, place) ? withValueAt(all, place, mark('name', 'fresh', i)) : all),
          body,
        ),
      );
      const needs = this.act(telling, 'update', operation, request, { as: 'one' }, entered);
      const json = 'json' in request ? (request.json as { [name: string]: JsonValue }) : {};
      const kept = operation.op.method === 'PATCH' ? this.namesShown('one') : {};
      const sent = Object.entries(json).filter(([name, value]) => typeof value !== 'object' && !/pass/i.test(name));
      const shows = { ...kept, ...this.shown(Object.fromEntries(sent)) };
      telling.add(
        'shown',
        me,
        plainly(me),
        { ...expectation(me.op), also: shows },
        { needs, account: { as: 'one' }, auth: 'account' },
      );
      return telling;
    });
  }
}

/** Documents that have no 401 say it as a wrong request, or forbid it; they may tell nobody who is there, or say it. */
function refusals(login: Operation): string[] {
  return documents(login, '401') ? ['401'] : ['400', '403', '404', '422'];
}
