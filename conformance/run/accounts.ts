// The accounts that a story, or the whole run, registers for itself: what they are called, their passwords and tokens, their end.
import type { JsonValue, Schema } from '../../spec/contract/api.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { isObject } from '../../spec/is-object.js';
import { answerJson } from '../assess/answer-json.js';
import { loggingIn, plainly, registering } from '../plan/account-requests.js';
import { looksLikeJson, parseBody } from '../plan/body.js';
import { scopedName } from '../plan/names.js';
import { sampleBody } from '../plan/prerequisite.js';
import { type Issued, type Place, type Registration, textAt } from '../plan/registration.js';
import { bodySchema, type Operation } from '../plan/resources.js';
import { nameMeant, OTHER, OWN, type Spoken, withValues } from '../plan/spoken.js';
import type { Case, PlannedRequest } from '../plan/story.js';
import { valueAt, withValueAt } from '../plan/value-at.js';
import { type Leftover, STAYS } from '../run.js';
import type { HttpAnswer, HttpRequest } from '../send/http.js';
import type { Conversation } from './conversation.js';
import type { Creations } from './creations.js';
import { describeStatus } from './rate-limited.js';
import { carriedBy, carrierOf } from './secrets/credential-carrier.js';

/** Tokens that an account got. */
interface Tokens {
  access: string;
  refresh?: string | undefined;
}

/** An account that is there: what registered it, and a token of it. */
interface Registered {
  body: JsonValue | undefined;
  token?: string | undefined;
}

type Body = { [name: string]: JsonValue };

const WHAT = 'an account of the run';

export class Accounts {
  private readonly tokens = new Map<string, Tokens>();
  private readonly there: Registered[] = [];
  /** Those that cases gave. */
  private readonly passwords: string[] = [];
  /** How many were removed by cases. */
  private gone = 0;

  constructor(private readonly conversation: Conversation) {}

  private get registration(): Registration | undefined {
    return this.conversation.session.suite.registration;
  }

  /** The access token that is kept under a name. */
  token(name: string): string | undefined {
    return this.tokens.get(name)?.access;
  }

  /** A request with the accounts' values for the marks that stand for them; undefined where one is not known. */
  spoken(request: HttpRequest): HttpRequest | undefined {
    if (!this.registration) return request;
    const { url, body } = request;
    const inBody = looksLikeJson(body ?? '') ? escaped : encodeURIComponent;
    const written = (text: string, write: (value: string) => string): string | undefined =>
      withValues(text, (what, who, index) => {
        const value = this.value(what, who, index);
        return value === undefined ? undefined : write(value);
      });
    const address = written(url, encodeURIComponent);
    const content = body === undefined ? undefined : written(body, inBody);
    if (address === undefined || (body !== undefined && content === undefined)) return undefined;
    return { ...request, url: address, ...(content === undefined ? {} : { body: content }) };
  }

  /** A case with the accounts' values for the marks in what its answer has to show. */
  told(one: Case): Case {
    const { also } = one.expect;
    if (!also) return one;
    const values = Object.entries(also).map(([name, value]): [string, JsonValue] => [
      name,
      typeof value === 'string' ? (withValues(value, (...of) => this.value(...of)) ?? value) : value,
    ]);
    return { ...one, expect: { ...one.expect, also: Object.fromEntries(values) } };
  }

  /** Registers an account and lets it in. @returns why that could not be done */
  async enrol(creations: Creations, who: string): Promise<string | undefined> {
    const { registration } = this;
    if (!registration) return 'no way to register an account is documented';
    const { register, login } = registration;
    const request = this.sent(register.operation, registering(registration, who));
    if ('missing' in request) return `${WHAT} could not be registered: it ${request.missing}`;
    const answer = await this.register(creations, request, 'prepare');
    if (answer.status >= 300)
      return `${WHAT} could not be registered: the server answered ${describeStatus(answer.status)}`;
    this.keep(who, answer, register.issued);
    const planned = loggingIn(registration, who);
    if (!login || !planned) return this.token(who) === undefined ? 'the registration gave no token' : undefined;
    const entering = this.sent(login.operation, planned);
    if ('missing' in entering) return `${WHAT} could not log in: it ${entering.missing}`;
    const entered = await this.conversation.exchange(entering, 'prepare', `log in as ${WHAT}`);
    if (entered.status >= 300 && this.token(who) === undefined)
      return `${WHAT} could not log in: the server answered ${describeStatus(entered.status)}`;
    this.keep(who, entered, login.issued);
    return this.token(who) === undefined ? 'the login gave no token' : undefined;
  }

  /** What an account of the story is called. */
  namesOf(who: string): string[] {
    return this.registration?.register.names.map((_, i) => this.name(who, i) ?? '') ?? [];
  }

  /** Sends a request that registers; what comes of it is removed at the end. */
  async register(creations: Creations, request: HttpRequest, purpose: 'case' | 'prepare'): Promise<HttpAnswer> {
    const answer = await creations.create(undefined, WHAT, request, purpose);
    if (answer.status < 300) this.note(request, answer);
    return answer;
  }

  /** Something that was made by a request that registers. */
  note({ body }: HttpRequest, answer: HttpAnswer): void {
    const { issued } = this.registration?.register ?? {};
    const sent = parseBody(body);
    const token = textAt(answerJson(answer.body), issued?.access);
    this.there.push({ body: sent.kind === 'json' ? sent.value : undefined, token });
  }

  /** Keeps the tokens of an answer under a name. */
  keep(name: string, answer: HttpAnswer, issued: Issued | undefined): void {
    const value = answer.status < 300 ? answerJson(answer.body) : undefined;
    const access = textAt(value, issued?.access);
    if (access !== undefined) this.tokens.set(name, { access, refresh: textAt(value, issued?.refresh) });
  }

  /** Masks the tokens of an answer before anything of it is kept. */
  mask(answer: HttpAnswer): void {
    if (!this.registration || !TELLS_TOKEN.test(answer.body)) return;
    const look = (value: JsonValue | undefined, depth: number): void => {
      if (!isObject<JsonValue>(value) || depth > DEEPEST) return;
      for (const [name, inside] of Object.entries(value))
        if (typeof inside === 'string' && TOKEN.test(name)) this.conversation.session.redactor.add(inside);
        else look(inside, depth + 1);
    };
    look(answerJson(answer.body), 0);
  }

  /** Removes the accounts that are still there, by their own documented end. */
  async close(left: Leftover[]): Promise<void> {
    for (const account of this.there.splice(0)) {
      const problem = await this.end(account).catch((error: unknown) => (error as Error).message);
      const { session } = this.conversation;
      const { path = '' } = this.registration?.register.operation.op ?? {};
      if (problem !== undefined)
        left.push({
          what: WHAT,
          url: session.redactor.text(session.target + path),
          reason: session.redactor.text(problem),
        });
    }
  }

  /** A case gave an account another password. */
  changed({ body }: HttpRequest): void {
    const sent = parseBody(body);
    const fresh = sent.kind === 'json' ? textAt(sent.value, this.registration?.change?.fresh) : undefined;
    if (fresh !== undefined) this.passwords.push(fresh);
  }

  /** The account of a token was removed by a case. */
  ended(): void {
    this.gone++;
  }

  private async end({ body, token }: Registered): Promise<string | undefined> {
    const { remove } = this.registration ?? {};
    if (!remove) return STAYS;
    const passwords = [textAt(body, this.registration?.register.password), ...this.passwords];
    const tried: (string | undefined)[] = [token, ...this.tokensOf(body)];
    for (const password of passwords) if (password !== undefined) tried.push(await this.enter(body, password));
    let problem: string | undefined = this.gone > 0 ? undefined : 'its password lets nobody in who could remove it';
    for (const access of tried) {
      if (access === undefined) continue;
      const request = this.sent(remove, plainly(remove), access);
      if ('missing' in request) continue;
      const answer = await this.conversation.exchange(request, 'clean', `remove ${WHAT}`);
      if (answer.status < 300 || answer.status === 404 || answer.status === 410) return undefined;
      problem ??= answer.status === 401 ? undefined : `the server answered ${answer.status}`;
    }
    return problem;
  }

  /** Tokens that an account got, whatever it is called by now. */
  private tokensOf(body: JsonValue | undefined): string[] {
    const name = textAt(body, this.registration?.register.names[0]);
    const own = [...this.tokens].filter(([who]) => name !== undefined && this.name(who, 0) === name);
    return own.map(([, { access }]) => access);
  }

  /** A token for an account by the body that registered it. */
  private async enter(body: JsonValue | undefined, password: string): Promise<string | undefined> {
    const { registration } = this;
    const { login, register } = registration ?? {};
    if (!registration || !login) return undefined;
    const proven = (fields: Body): Body =>
      login.names.reduce(
        (all, place) => {
          const name = textAt(body, register?.names[nameMeant(registration, place)]);
          return name === undefined || valueAt(all, place) === undefined ? all : withValueAt(all, place, name);
        },
        withValueAt(fields, login.password, password),
      );
    const planned = loggingIn(registration, OWN, { changes: proven });
    const request = planned && this.sent(login.operation, planned);
    if (!request || 'missing' in request) return undefined;
    const answer = await this.conversation.exchange(request, 'clean', `log in as ${WHAT}`);
    return answer.status < 300 ? textAt(answerJson(answer.body), login.issued.access) : undefined;
  }

  private sent(operation: Operation, planned: PlannedRequest, token?: string): HttpRequest | { missing: string } {
    const { method, path, query, headers, body } = planned;
    const url = this.conversation.session.target + path + query;
    const whole = { method, url, headers, ...(body === undefined ? {} : { body }) };
    const filled = this.conversation.filled(operation, whole, { auth: 'none', verbatim: planned.verbatim });
    if ('missing' in filled || token === undefined) return filled;
    const carrier = carrierOf(operation);
    return carriedBy(carrier, carrier.scheme + token, filled);
  }

  private value(what: Spoken, who: string, index: number): string | undefined {
    if (what === 'name') return this.name(who, index);
    if (what === 'refresh') return this.tokens.get(who)?.refresh;
    const own = this.password();
    const text = { password: own, second: `${own.slice(0, -1)}_`, wrong: `${own.slice(0, -1)}-` }[what];
    this.conversation.session.redactor.add(text);
    return text;
  }

  /** With a mark that the shown one has: a server may want one. */
  private password(): string {
    const { register } = this.registration ?? {};
    const { password } = this.conversation.session;
    if (!register) return password;
    const shown = textAt(sampleBody(register.operation), register.password) ?? '';
    const [special = ''] = /[!#$%&*+.:;=?@^~]/.exec(shown) ?? [];
    const { maxLength = password.length + 2, minLength = 0 } = schemaAt(register.operation, register.password);
    const own = `${password.slice(0, Math.max(1, maxLength - 2))}${special}a`;
    return own.padEnd(minLength, '7');
  }

  private name(who: string, index: number): string | undefined {
    const { register } = this.registration ?? {};
    const place = register?.names[index];
    if (!register || !place) return undefined;
    const schema = schemaAt(register.operation, place);
    const known = who === OTHER ? this.conversation.session.otherNames?.[index] : undefined;
    if (known !== undefined) return known;
    const shown = textAt(sampleBody(register.operation), place) ?? '';
    const suffix = `${this.conversation.world.suffix}${who.slice(0, 2)}`;
    const isMail = /mail/i.test(place.at(-1) ?? '') || schema['format'] === 'email';
    if (!isMail) return scopedName(shown || 'docproof', suffix, schema);
    const [, local = 'docproof', domain = '@example.com'] = /^([^@\s]{1,64})(@[^@\s]+)$/.exec(shown) ?? [];
    return `${local}-${suffix}${domain}`;
  }
}

function schemaAt({ api, ...operation }: Operation, place: Place): Schema {
  return place.reduce<Schema>(
    (at, name) => mergedSchema(api, at.properties?.[name] ?? {}),
    bodySchema({ api, ...operation }) ?? {},
  );
}

/** As it stands inside a text of JSON. */
function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

const TOKEN = /token$|^jwt$|^bearer$|^api_?key$|^session(?:_?(?:id|key))?$/i;
const TELLS_TOKEN = /token|jwt|bearer|key|session/i;
const DEEPEST = 4;
