// What one story says to the target and hears from it: requests are filled in, exchanges recorded, tokens kept out of sight.
import type { JsonValue } from '../../spec/contract/api.js';
import type { JsonObject } from '../assess/entity-in.js';
import { MARKS } from '../plan/account.js';
import type { Operation } from '../plan/resources.js';
import type { Case } from '../plan/story.js';
import type { Exchange } from '../run.js';
import { type HttpAnswer, type HttpRequest, NoAnswer } from '../send/http.js';
import { Accounts } from './accounts.js';
import type { Versions } from './body-version.js';
import { recordExchange } from './exchange-record.js';
import { fill, type Values, type Wanted } from './filling.js';
import { inOtherCase } from './other-case.js';
import { withOwnKey } from './request-key.js';
import { extended, forged } from './secrets/altered-token.js';
import type { Session } from './session.js';
import type { KeptSingle } from './singles.js';
import { World } from './world.js';

export class Conversation {
  readonly world: World;
  readonly exchanges: Exchange[] = [];
  readonly values: Values;
  readonly accounts: Accounts;
  /** How long lists were, by the cases that asked for them. */
  readonly lengths = new Map<string, number>();
  /** Versions that updates name in their body, by the id of the entity. */
  readonly versions = new Map<string, Versions>();
  /** What a read showed of a thing in front of a request that is to be refused, by its id. */
  readonly seenBefore = new Map<string, JsonValue>();
  /** What there is one of and is put back at the end, by its address. */
  readonly singles = new Map<string, KeptSingle>();
  /** Likewise, as it was in front of the last request. */
  readonly singlesBefore = new Map<string, JsonObject>();
  /** What was sent last. */
  last: HttpRequest | undefined;

  /** @param index of the story in the run: no two stories make the same names */
  constructor(
    readonly session: Session,
    index: number,
  ) {
    this.world = new World(session.suite, session.runId + numbered(index), session.target);
    const { token, another, password, altered, others } = session;
    this.values = { token, another, password, altered, ...others };
    this.accounts = new Accounts(this);
  }

  /** Something like the password, which a reader could tell it from: it is masked as well. */
  nearly(how: NonNullable<Case['password']>): string {
    const { password, redactor } = this.session;
    if (how === 'empty') return '';
    const text = {
      longer: `${password}x`,
      shorter: password.slice(0, -1),
      spaced: `${password} `,
      'other-case': inOtherCase(password),
      marked: password + MARKS,
    }[how];
    redactor.add(text);
    return text;
  }

  /** The token of an account, and what is almost it. */
  lend(token: string | undefined): void {
    const likenesses = token === undefined ? {} : { forged: forged(token), extended: extended(token) };
    for (const text of Object.values(likenesses)) this.session.redactor.add(text);
    Object.assign(this.values, { accountToken: token, ...likenesses });
  }

  /** The cookies that a login gave, and the value that goes with them. */
  keepCookie(answer: HttpAnswer, name: string): void {
    const pairs = answer.headers.flatMap(([header, text]) =>
      header.toLowerCase() === 'set-cookie' ? [text.split(';', 1)[0]?.trim() ?? ''] : [],
    );
    const [, peer] = new RegExp(`"${name.replace(/\W/g, '\\$&')}"\\s*:\\s*"([^"]+)"`).exec(answer.body) ?? [];
    for (const pair of pairs) this.session.redactor.add(pair.slice(pair.indexOf('=') + 1));
    this.session.redactor.add(peer);
    if (pairs.length > 0 && peer !== undefined) this.values.cookie = { pairs: pairs.join('; '), name, peer };
  }

  /** What a renewal sends instead of a refresh token that is its own; undefined where there is none to begin with. */
  grant(how: NonNullable<Case['grant']>): string | undefined {
    const { accountToken, refreshToken } = this.values;
    if (how === 'access') return accountToken;
    if (how === 'foreign' || refreshToken === undefined) return refreshToken;
    const text = how === 'forged' ? forged(refreshToken) : extended(refreshToken);
    this.session.redactor.add(text);
    return text;
  }

  filled(operation: Operation, request: HttpRequest, wanted: Wanted = {}): HttpRequest | { missing: string } {
    const spoken = this.accounts.spoken(request);
    if (!spoken) return { missing: 'needs what the server did not give to an account of the run' };
    const own = withOwnKey(spoken, operation, wanted.verbatim);
    const byAddressee = operation.forAddressee && this.values.another !== undefined;
    const usual = wanted.auth === undefined || wanted.auth === 'documented';
    return fill(own, operation, this.values, byAddressee && usual ? { ...wanted, auth: 'another' } : wanted);
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
    { follow, expected, finish }: { follow?: boolean; expected?: number[]; finish?: boolean } = {},
  ): Promise<HttpAnswer> {
    const { session } = this;
    this.last = request;
    const started = session.now();
    const signal = purpose === 'clean' || finish ? undefined : session.signal;
    let answer: HttpAnswer | undefined;
    let failure: string | undefined;
    try {
      answer = await session.courier.send(request, { follow, expected, signal });
      session.heard = true;
      this.keepTokens(answer);
      return answer;
    } catch (error) {
      failure = (error as Error).message;
      if (error instanceof NoAnswer && error.begun) session.heard = true;
      throw error;
    } finally {
      const ms = session.now() - started;
      this.exchanges.push(recordExchange(session, { request, answer, failure, purpose, title, ms }));
    }
  }

  private keepTokens(answer: HttpAnswer): void {
    this.accounts.mask(answer);
    if (!answer.body.includes('_token"')) return;
    try {
      const value = JSON.parse(answer.body) as Record<string, unknown>;
      for (const [name, token] of Object.entries(value))
        if (name.endsWith('_token') && typeof token === 'string') this.session.redactor.add(token);
      if (typeof value['refresh_token'] === 'string') this.values.refreshToken = value['refresh_token'];
      if (typeof value['access_token'] === 'string') this.values.renewed = value['access_token'];
    } catch {
      // Not JSON: no token to keep.
    }
  }
}

/** Of one length, so that what stands behind the number of one story does not make it that of another. */
function numbered(index: number): string {
  return index.toString(36).padStart(3, '0');
}
