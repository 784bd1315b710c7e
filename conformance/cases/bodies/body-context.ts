// What the variants of one body share: the request that they change, and what is known of the thing that it makes or changes.
import type { JsonValue, Schema } from '../../../spec/contract/api.js';
import { replacesRest } from '../../plan/replaces-rest.js';
import { type Operation, type Resource, systemSegment } from '../../plan/resources.js';
import type { Expectation } from '../../plan/story.js';
import type { Suite } from '../../plan/subject.js';
import { parsePath } from '../../url/key-path.js';
import { keysInBody, renamingBody } from '../addresses/path-keys.js';
import type { BaseRequest } from '../base-request.js';

/** The members of a body. */
export type Body = { [key: string]: JsonValue };

export interface Context {
  suite: Suite;
  operation: Operation;
  by: Operation;
  base: BaseRequest;
  json: Body;
  expect: Expectation;
  schema: Schema;
  /** Types can be told apart. */
  inJson: boolean;
}

/** What it makes or changes stands in something that the run makes: no name that is given there is somebody else's. */
export function isAlone({ suite, base }: Context): boolean {
  const path = parsePath(base.path);
  return suite.locator
    .locate(path)
    .some(({ entity, segment }) => entity.parents.length === 0 && segment < path.length - 1);
}

/** Whether a property is a key of something else. */
export function refers(context: Context, property: string): boolean {
  const { suite, json } = context;
  return suite.locator.foreignKeys(new Map(Object.entries(json)), madeBy(context)).has(property);
}

/** What a request leaves out is gone afterwards, or never there. */
export function replaces({ operation }: Context): boolean {
  const { method } = operation.op;
  return !['MERGE', 'PATCH'].includes(method) && !operation.changes && (method !== 'PUT' || replacesRest(operation));
}

/** Another key than the path's may be refused or passed over where no document shows what comes of it. */
export function renames({ suite, operation }: Context, property: string): boolean {
  const documented = suite.commandsOnly || renamingBody(suite, operation) !== undefined;
  return !documented && keysInBody(suite, operation).has(property);
}

/** Where all that makes a thing goes through, its bodies are looked at thoroughly. */
export function creates({ suite, operation }: Context): boolean {
  return suite.model.resources.some((r) => r.create === operation);
}

/** What it writes may be there already. */
export function changesIt({ suite, operation }: Context): boolean {
  return suite.model.resources.some((r) => r.updates.includes(operation));
}

/** It is the way in which a thing is made or changed, not one of several. */
export function writes(context: Context): boolean {
  return madeBy(context) !== undefined;
}

/** What the operation makes or changes. */
export function madeBy({ suite, operation }: Context): Resource | undefined {
  return suite.model.resources.find((r) => r.create === operation || r.updates.includes(operation));
}

/** `POST …/Tag('t')/_Folder`: makes a folder through a tag. */
export function isNavigation({ op, segments }: Operation): boolean {
  const last = segments.at(-1);
  const source = segments.at(-2);
  return op.method === 'POST' && !last?.keys && source?.keys !== undefined && systemSegment(segments) < 0;
}
