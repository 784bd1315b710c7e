// Derived cases of a token endpoint (RFC 6749, section 5.2): proofs that are none, parts that are missing or out of range.
import type { Schema } from '../../../spec/contract/api.js';
import { type Condition, conditionOf, onlyValue } from '../../assess/conditional-fields.js';
import { parseBody, writeForm } from '../../plan/body.js';
import { entityOf } from '../../plan/entities.js';
import type { Operation } from '../../plan/resources.js';
import type { Case, Expectation } from '../../plan/story.js';
import type { Suite } from '../../plan/subject.js';
import { says, toldBy } from '../../told/told.js';
import { parsePath } from '../../url/key-path.js';
import type { BaseRequest } from '../base-request.js';
import type { Derived } from '../derived.js';
import { expectation } from '../documented.js';
import { listsError, refused } from '../refusal.js';

/** What is sent for a field instead of the documented value; undefined leaves it out. */
type Changes = Record<string, string | undefined>;

/** What a server takes for the password that cuts or trims it, or compares it without regard to case. */
const NEARLY: [NonNullable<Case['password']>, title: string][] = [
  ['longer', 'with a character behind the password'],
  ['shorter', "without the password's last character"],
  ['spaced', 'with a space behind the password'],
  ['other-case', 'with the password in capitals and small letters exchanged'],
];

export function tokenCases(suite: Suite, operation: Operation, base: BaseRequest): Derived[] {
  const parsed = parseBody(base.body);
  if (suite.tokenEndpoint !== operation || parsed.kind !== 'form') return [];
  const login = new Login(suite, operation, base, new Map(parsed.fields));
  return login.isByPassword()
    ? [
        ...login.proofs(),
        ...login.asJson(),
        ...login.renewal(),
        ...login.ranges(),
        ...login.conditions(),
        ...login.addressee(),
        ...login.unread(),
        ...login.shown(),
      ]
    : [];
}

/** A documented request for a token by name and password, and what becomes of it with one thing changed. */
class Login {
  private readonly password: string;
  private readonly properties: Record<string, Schema>;

  constructor(
    private readonly suite: Suite,
    private readonly operation: Operation,
    private readonly base: BaseRequest,
    private readonly fields: ReadonlyMap<string, string>,
  ) {
    this.password = this.named('password') ?? 'password';
    this.properties = formSchema(operation).properties ?? {};
  }

  isByPassword(): boolean {
    const { fields, password } = this;
    return fields.get('grant_type') === 'password' && fields.has('username') && fields.has(password);
  }

  /** What proves nothing, and what is missing. */
  proofs(): Derived[] {
    const { password, operation, base } = this;
    const expect = refused(operation, ['400', '401'], 'it is not the password');
    const nobody = { username: 'docproofnobody' };
    const none = { grant_type: 'docproof-none' };
    const without = (name: string, oauth: string[]): Derived =>
      this.wrong(`missing/${name}`, `without ${name}`, { [name]: undefined }, `the grant requires ${name}`, oauth);
    return [
      this.wrong(
        'wrong-password',
        'with a wrong password',
        { [password]: 'docproof-wrong-1' },
        'it is not the password',
        ['invalid_grant'],
      ),
      ...NEARLY.map(([how, title]): Derived => {
        return { what: `password/${how}`, title, level: 'MUST', changes: { request: base, password: how, expect } };
      }),
      this.besideAnother(
        this.wrong('unknown-account', 'for an account that there is not', nobody, 'no such account', ['invalid_grant']),
      ),
      this.wrong('unknown-grant', 'by a grant that there is not', none, 'no such grant type', [
        'unsupported_grant_type',
      ]),
      // Values are what they are in these letters alone (RFC 6749, section 1.9).
      this.wrong('grant-in-capitals', 'by a grant in capitals', { grant_type: 'PASSWORD' }, 'no such grant type', [
        'unsupported_grant_type',
        'invalid_request',
      ]),
      // Without its name a grant may be called unsupported, too.
      without('grant_type', ['invalid_request', 'unsupported_grant_type']),
      without('username', ['invalid_request']),
      without(password, ['invalid_request']),
    ];
  }

  /** "JSON is not accepted": what stands in it is not read. */
  asJson(): Derived[] {
    const { operation, base } = this;
    if (!says(operation.op.description, 'noJson')) return [];
    const headers = Object.entries(base.headers).filter(([name]) => !/^content-type$/i.test(name));
    const request = { ...base, headers: { ...Object.fromEntries(headers), 'Content-Type': 'application/json' } };
    const expect = { ...refused(operation, ['400'], 'the documents take no JSON'), statuses: ['400', '415'] };
    const changes = { request, formAsJson: true as const, expect: { ...expect, response: false, error: false } };
    return [{ what: 'as-json', title: 'as an object in JSON', level: 'MUST', changes }];
  }

  renewal(): Derived[] {
    const refresh = this.named('refreshToken');
    if (refresh === undefined || !(refresh in this.properties)) return [];
    const changes = { grant_type: 'refresh_token', username: undefined, [this.password]: undefined };
    const because = 'nobody issued the refresh token';
    return [
      this.wrong('unknown-refresh-token', 'renewal of nothing', { ...changes, [refresh]: 'docproof-none' }, because, [
        'invalid_grant',
      ]),
    ];
  }

  /** Beyond what a field may have. */
  ranges(): Derived[] {
    const because = (name: string): string => `${name} has a documented range`;
    return this.schemas().flatMap(([name, schema]) =>
      beyond(schema).map((value) =>
        this.wrong(`beyond/${name}/${value}`, `${name}=${value}`, { [name]: value }, because(name)),
      ),
    );
  }

  /** With what the documents say that the answer depends on. */
  conditions(): Derived[] {
    const { operation, fields, base } = this;
    return conditions(operation, new Set(Object.keys(this.properties))).flatMap(({ field, value }): Derived[] => {
      const wanted = value ?? onlyValue(operation.api, this.properties[field]);
      if (wanted === undefined || fields.has(field)) return [];
      const asking = (what: string, said: string, expect: Expectation): Derived => {
        const request = { ...base, body: writeForm([...fields, [field, said]]) };
        return { what, title: `with ${field}=${said}`, level: 'MUST', changes: { request, expect } };
      };
      const expect = expectation(operation.op, operation);
      const yes = [asking(`with/${field}`, wanted, expect), ...this.notBeside(field, wanted)];
      if (value !== 'true') return yes;
      // It may be refused; where it is taken, it does not say so.
      const statuses = [...expect.statuses, '400'];
      return [
        ...yes,
        asking(`without/${field}`, 'false', { ...expect, statuses, because: `${field} is not ${value}` }),
      ];
    });
  }

  /** "Ignored when audience is specified": what it asks for does not come then. Whom nobody knows may get no token. */
  private notBeside(field: string, value: string): Derived[] {
    const { operation, fields, base } = this;
    const audience = this.named('audience');
    const { other } = toldBy(this.schemas().find(([name]) => name === field)?.[1].description, 'ignoredWith');
    if (other === undefined || other !== audience || fields.has(other)) return [];
    const body = writeForm([...fields, [field, value], [other, ANYBODYS]]);
    const expect = expectation(operation.op, operation);
    const changes = {
      request: { ...base, body, verbatim: [other] },
      expect: { ...expect, statuses: [...expect.statuses, '400'], because: `${field} is ignored` },
    };
    return [{ what: `with/${field}-and-${other}`, title: `with ${field} and ${other}`, level: 'MUST', changes }];
  }

  /** Whom a token is for is an address: what is none is refused where the error list has a message for it. */
  addressee(): Derived[] {
    const field = this.named('audience');
    if (
      field === undefined ||
      !(field in this.properties) ||
      !listsError(this.operation, 400, /\binvalid\b/i, word(field))
    )
      return [];
    const because = `the error list has a message for ${field}`;
    return [this.wrong(`no-address/${field}`, `${field} is no address`, { [field]: 'docproof none' }, because)];
  }

  /** "Only read together with client_id": what stands in it without that is not looked at. */
  unread(): Derived[] {
    const { operation, fields, base } = this;
    return this.schemas().flatMap(([name, { description }]): Derived[] => {
      const { other } = toldBy(description, 'onlyTogether');
      if (other === undefined || !(other in this.properties) || fields.has(other) || fields.has(name)) return [];
      const request = { ...base, body: writeForm([...fields, [name, 'docproof-none']]), verbatim: [name] };
      const changes = { request, expect: expectation(operation.op, operation) };
      // What looks like a proof is looked at too early even by servers that are right elsewhere: told, not judged.
      return [{ what: `unread/${name}`, title: `with ${name}, without ${other}`, level: 'SHOULD', changes }];
    });
  }

  /** What the answer repeats is what was asked for. */
  shown(): Derived[] {
    const { operation, fields, base } = this;
    const answer = operation.op.responses.find((r) => r.status === '200')?.content[0]?.schema;
    const shown = answer ? (operation.api.resolve(answer).properties ?? {}) : {};
    return this.schemas()
      .filter(([name]) => name in shown)
      .flatMap(([name, schema]) =>
        inside(schema).map(([what, value]): Derived => {
          const body = writeForm([...new Map([...fields, [name, String(value)]])]);
          const expect = { ...expectation(operation.op, operation), shows: { property: name, value } };
          const title = `with ${name}=${value}`;
          return { what: `${what}/${name}`, title, level: 'MUST', changes: { request: { ...base, body }, expect } };
        }),
      );
  }

  private schemas(): [name: string, Schema][] {
    return Object.entries(this.properties).map(([name, schema]) => [name, this.operation.api.resolve(schema)]);
  }

  private named(means: string): string | undefined {
    return this.operation.api.docs.placeholders.find((p) => p.in === 'form' && p.means === means)?.name;
  }

  private wrong(what: string, title: string, changes: Changes, because: string, oauth?: string[]): Derived {
    const body = writeForm([...new Map([...this.fields, ...Object.entries(changes)])].flatMap(given));
    const request = { ...this.base, body, verbatim: Object.keys(changes) };
    const expect = { ...refused(this.operation, ['400', '401'], because), ...(oauth ? { oauth } : {}) };
    return { what, title, level: 'MUST', changes: { request, expect } };
  }

  /** Where there is an account with that password, it is not taken for the one that is asked for. */
  private besideAnother(one: Derived): Derived {
    const { suite, fields, base } = this;
    const parents = suite.locator.locate(parsePath(base.path)).map((l) => l.entity);
    const there = suite.account ? [entityOf(suite.account, [fields.get('username') ?? null], parents)] : [];
    return { ...one, changes: { ...one.changes, exists: there } };
  }
}

/** The address of somebody's container (RFC 2606, section 3). */
const ANYBODYS = 'https://docproof.example/container/';

/** What the documents of the answer make depend on the request, each once. */
export function conditions({ api, op }: Operation, fields: ReadonlySet<string>): Condition[] {
  const answer = op.responses.find((r) => r.status === '200');
  const schema = answer?.content[0]?.schema;
  const described = [
    ...(answer?.headers ?? []),
    ...Object.values(schema ? (api.resolve(schema).properties ?? {}) : {}),
  ].flatMap(({ description }) => conditionOf(description, fields) ?? []);
  return [...new Map(described.map((one) => [one.field, one])).values()];
}

/** Whole numbers of a documented range: one well within it, the least and the most. */
function inside({ type, minimum, maximum }: Schema): [what: string, value: number][] {
  if (![type].flat().includes('integer') || minimum === undefined || maximum === undefined) return [];
  return [
    ['asked', Math.round((minimum + maximum) / 2)],
    ['least', minimum],
    ['most', maximum],
  ];
}

function given([name, value]: [string, string | undefined]): [string, string][] {
  return value === undefined ? [] : [[name, value]];
}

function word(name: string): RegExp {
  return new RegExp(`\\b${name.replace(/\W/g, '\\$&')}\\b`);
}

function formSchema({ api, op }: Operation): Schema {
  const form = op.body?.content.find((m) => /x-www-form-urlencoded/i.test(m.type));
  return form ? api.resolve(form.schema) : {};
}

/** The whole numbers next to a documented range, and one inside that is not whole. */
function beyond({ type, minimum, maximum }: Schema): string[] {
  if (![type].flat().includes('integer')) return [];
  return [
    ...(minimum === undefined ? [] : [String(minimum - 1)]),
    ...(maximum === undefined ? [] : [String(maximum + 1)]),
    ...(minimum === undefined || maximum === undefined || maximum <= minimum ? [] : [`${minimum}.5`]),
  ];
}
