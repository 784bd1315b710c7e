// What the planner hands to the runner: stories of steps. All values are those of the documents; nothing is sent yet.

import type { JsonValue } from '../../spec/contract/api.js';
import type { SourceRef } from '../../spec/contract/docproof.js';
import type { WantedElement } from '../assess/element.js';
import type { Entity } from './entities.js';
import type { Granted } from './granting.js';
import type { ListExpectation } from './list-expectation.js';
import type { Order } from './order.js';
import type { OtherAccount } from './others.js';
import type { AmongOthers, Asks } from './question.js';
import type { Operation } from './resources.js';
import type { Step } from './steps.js';
import type { Cookied, CookieLogin, TokenLifetime } from './token-asks.js';

export type Level = 'MUST' | 'SHOULD';

/** A request in the documents' terms. */
export interface PlannedRequest {
  method: string;
  /** Path in the contract's form with documented names, percent-encoding as documented. */
  path: string;
  /** With its `?`, or empty. */
  query: string;
  headers: Record<string, string>;
  /** Text as documented; names and hosts in it are changed when it is sent. */
  body?: string;
  /** Top-level body properties and headers that are sent exactly as they are (values that a case is about). */
  verbatim?: string[];
  /** A property of the body whose value is sent with small letters for capitals and the reverse. */
  otherCase?: string;
}

/** What must hold of the answer to a case; the layers of the oracle read it. */
export interface Expectation {
  /** `201`, `4XX`; any of them. */
  statuses: string[];
  /** Why these. */
  because: string;
  /** Compare headers, media type and schema with the documented response of the status that came. */
  response: boolean;
  /** An error answer: its shape and code are looked at. */
  error: boolean;
  /** The field of the body that is wrong. */
  names?: string;
  /** Names that OAuth has for what is wrong (RFC 6749, section 5.2); any of them. */
  oauth?: string[];
  /** A property of the answer that has what was asked for, or what it has `because` of something else; `set`: that has a value at all. */
  shows?: { property: string; because?: string } & ({ value: JsonValue } | { not: JsonValue } | { set: boolean });
  /** Further properties of the answer with their values. */
  also?: { [property: string]: JsonValue };
  /** An element that the answer, in XML, is to have or not to have. */
  element?: WantedElement;
  /** The effect that is looked for afterwards; of what is only `made`, others look whether it came about. */
  effect?:
    | 'created'
    | 'created-or-refused'
    | 'made'
    | 'updated'
    | 'set'
    | 'deleted'
    | 'linked'
    | 'unlinked'
    | 'relinked'
    | 'joined'
    | 'parted'
    | 'forgotten'
    | 'keeps-link'
    | 'has-no-link'
    | 'kept'
    | 'unchanged'
    | 'not-created'
    | 'not-overwritten'
    | 'listed'
    | 'not-listed'
    | 'part'
    | 'opens-nothing'
    | 'shows-grants'
    | 'hides-grants';
  /** What must hold of the list in the answer: how many at most, a property that every one has, or their order. */
  members?: { atMost: number } | { property: string; value: JsonValue } | Order;
}

export type CaseKind = 'documented' | 'derived' | 'story';

export interface Case {
  id: string;
  kind: CaseKind;
  title: string;
  level: Level;
  /** The operation whose promises are judged. */
  operation: Operation;
  /** The operation that the URL means where it is another one than `operation`. */
  meant?: Operation;
  source?: SourceRef;
  request: PlannedRequest;
  expect: Expectation;
  /** Named relaxations that are known before anything is sent. */
  relaxations: Relaxation[];
  /** Ids of cases of the same story on whose effect this one builds. */
  needs?: string[];
  /** Entities that must not exist when the request is sent. */
  absent?: Entity[];
  /** Set where the case cannot be run at all. */
  skip?: { outcome: 'untested' | 'inapplicable'; reason: string };
  /** Entities that must exist besides those that the request names. */
  exists?: Entity[];
  /** What has to be there in a form of its own: beside what a create cannot do without, it says this. */
  prepared?: { entity: Entity; with: { [property: string]: JsonValue } }[];
  /** Others of its kind that are made beside it, where the server takes them: they stay as they are. */
  beside?: Entity[];
  /** Others of its kind, each with what tells it from the rest, among which a list is asked; some may be refused. */
  among?: AmongOthers[];
  /** What the list is asked for, beside what the request itself asks. */
  asks?: Asks;
  /** The option that asked for one alone, and what asks for the one that comes after it. */
  following?: { limit: string } & ({ query: string } | { parameter: string; keyed?: true });
  /** `If-Match` and the like get an ETag that is not the entity's. */
  staleEtag?: boolean;
  /** The version that the body names is the one before the last change. */
  staleVersion?: true;
  /** `If-Match` gets the entity's ETag behind another one, where it can be compared strongly. */
  amongEtags?: true;
  /**
   * `If-None-Match` gets the ETag that the entity has, alone, behind another one (`among`) or weak where it is strong and
   * the reverse (`weak`); or another one.
   */
  unlessEtag?: 'current' | 'among' | 'weak' | 'other';
  /** What the request says though only the server gives it, by the names of the properties. */
  own?: { [property: string]: JsonValue };
  /**
   * How the request is authenticated: with the run's token, also where the documents ask for none (`own`), without, with one
   * that is none, with the run's but for a character (`altered`), by another scheme, without one or with its name in small
   * letters, or with one of an account that the run makes: its access token (`unprivileged`, or `granted` where its role may
   * do something), that token but for a character (`forged`) or with more behind it (`extended`), the one that a renewal
   * gave, its refresh token, one that another container issued, or one whose lifetime is over; or with none but the cookie
   * that it got; or with that of another account of the target.
   */
  auth?:
    | 'own'
    | 'none'
    | 'bad'
    | 'altered'
    | 'lengthened'
    | 'other-scheme'
    | 'schemeless'
    | 'lower-scheme'
    | 'unprivileged'
    | 'granted'
    | 'forged'
    | 'extended'
    | 'renewed'
    | 'refresh'
    | 'foreign'
    | 'expired'
    | 'account'
    | 'another'
    | OtherAccount
    | Cookied;
  /** Of a story that registers accounts: whose token is sent, under which name the tokens of the answer are kept, whom it registers. */
  account?: { as?: string; keeps?: string; registers?: string; ends?: true };
  /** What the access control list grants, and nothing else. */
  granted?: Granted;
  /** How the account's token is asked for as a cookie, too. */
  cookie?: CookieLogin;
  /**
   * What a renewal sends for the refresh token: the account's access token, the refresh token but for a character or with
   * more behind it, that of an account of another container.
   */
  grant?: 'access' | 'forged' | 'extended' | 'foreign';
  /** The token of another container that is sent is for that one. */
  astray?: true;
  /** Of the token of a case that is sent when that is over. */
  lifetime?: TokenLifetime;
  /** The password that is sent is not quite the run's: one character more or less, capitals for small letters, with marks
   * behind it that a form has to encode, or nothing at all. */
  password?: 'longer' | 'shorter' | 'spaced' | 'other-case' | 'marked' | 'empty';
  /** The body is sent without a word of what it is. */
  untyped?: true;
  /** So many blanks stand behind the body: whoever takes none so large may hang up. */
  padding?: number;
  /** The form is sent as an object in JSON. */
  formAsJson?: true;
  /** Sent again until a property has a value: what runs in the background is done. Its result is where `link` says. */
  awaits?: { property: string; value: string; link?: string };
  /** Sent several times at the same moment: one of the requests is carried out, and no more. */
  atOnce?: true;
  /** Sent once more with the same key of the request: what it makes is made once, or refused where a field says something else. */
  again?: 'same' | { otherwise: string; statuses: string[] };
  /** Sent some milliseconds after what it changes was made, so that its dates can tell the two apart. */
  dated?: true;
  /** Sent a moment after the one before: what a failed login shuts may be open again. */
  later?: true;
  /** Which of the members of a request that makes many is wrong: the last one. */
  wrongMember?: number;
  /** The list in the answer is so much longer than that of a case before. */
  lengthens?: { since?: string; more?: number };
  /**
   * The answer shows so much more in a property than the thing had when it was made: less where it is below 0. Of a list, so
   * many more members.
   */
  counts?: { of: Entity; property: string; more: number };
  /** What an update leaves in fields that its body does not have. */
  state?: { [property: string]: JsonValue };
  /** What an update that replaces all takes away by leaving it out; `told`: the documents say that it replaces all. */
  replaced?: { lost: { [property: string]: JsonValue }; told: boolean };
  /** What a list must hold, where the request asks for a part of it. */
  list?: ListExpectation;
  /** The path's last entity is called by these words, or as another entity is: a key that is none there. */
  calledAs?: Entity | string;
  /**
   * The path's last key is not quite the entity's: empty, with something behind it or one part more, with its null in quotes;
   * or the same, with a plus that is not encoded.
   */
  keyAs?: 'empty' | 'behind' | 'other-part' | 'quoted-null' | 'plain-plus';
  /** A read that a token which comes with a refusal does not open. */
  closed?: { operation: Operation; request: PlannedRequest };
  /** What belongs to the entity that gets another name, as it is called before and afterwards. */
  along?: { before: Entity; after: Entity };
  /** The entity that an effect is about where the request does not name it: the one looked for in a list or among links. */
  about?: Entity;
}

/** Id of the relaxation of a command that removes a link which its own keys rule out. */
export const CONTRADICTED_LINK = 'contradicted-link';

/** A rule that was not applied, and why; each one stands in the report. */
export interface Relaxation {
  /** `contested-field`, `undocumented-url`, … */
  id: string;
  reason: string;
  source?: SourceRef;
}

export interface Story {
  id: string;
  /** Prerequisites and cases in order. */
  steps: Step[];
  cases: Case[];
  /** Entities that the steps create, outermost first; removed in reverse. */
  creates: Entity[];
  /** A prerequisite that no spec can create: nothing is sent. */
  impossible?: string;
}
