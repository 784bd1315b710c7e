// The steps of a story: what makes its prerequisites, and its cases.

import type { JsonValue } from '../../spec/contract/api.js';
import type { Entity } from './entities.js';
import type { ForeignToken } from './foreign-token.js';
import type { Granted, Granting } from './granting.js';
import type { AmongOthers } from './question.js';
import type { Operation } from './resources.js';
import type { Case } from './story.js';
import type { CookieLogin, TokenLifetime } from './token-asks.js';

export interface CreateStep {
  kind: 'create';
  entity: Entity;
  operation: Operation;
  /** Members of its body, beside what it cannot do without. */
  with?: { [property: string]: JsonValue };
  /** Its body to the letter, where documents show one that has no members. */
  body?: string;
  /** The cases can do without: another of its kind may be one too many. */
  spare?: true;
  lead?: AmongOthers['lead'];
  apart?: true;
}

/** Takes the first that a list has: it is there already, and only read. */
export interface FindStep {
  kind: 'find';
  entity: Entity;
  /** The list. */
  operation: Operation;
}

export interface LinkStep {
  kind: 'link';
  operation: Operation;
  from: Entity;
  to: Entity;
  /** Where the address says it all: the documented one. */
  path?: string;
}

/** Gets a token of the run's own account by the documented token endpoint. */
export interface TokenStep {
  kind: 'token';
  operation: Operation;
  account: Entity;
  /** A token for another container. */
  foreign?: ForeignToken;
  /** The story goes on when the token's lifetime is over. */
  lifetime?: TokenLifetime;
  cookie?: CookieLogin;
}

export interface CaseStep {
  kind: 'case';
  case: Case;
}

/** Sets the access control list of what the run has made. */
export interface GrantStep {
  kind: 'grant';
  operation: Operation;
  granting: Granting;
  granted: Granted;
}

/** Registers an account for the story alone, whose token it has from then on. */
export interface EnrolStep {
  kind: 'enrol';
  operation: Operation;
}

/** Remembers what there is one of, so that it is put back when the story ends. */
export interface KeepStep {
  kind: 'keep';
  /** What changes it. */
  operation: Operation;
}

export type Step = KeepStep | EnrolStep | CreateStep | FindStep | LinkStep | TokenStep | GrantStep | CaseStep;
