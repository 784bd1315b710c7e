// What makes a thing so that a request can go to it, or on to what is in it.
import type { JsonValue } from '../../spec/contract/api.js';
import type { Entity } from './entities.js';
import type { Operation } from './resources.js';
import type { CreateStep } from './steps.js';

export interface Maker {
  operation: Operation;
  /** A documented body to the letter, where it is in no form that is written here. */
  body?: string;
}

/** How an operation's address goes on behind a thing. */
export interface GoesOn {
  /** What the documents call the thing there. */
  variable: string;
  /** A word of the documents, which only some kinds of collections know. */
  word?: string;
}

/** How an entity has to be there. */
export interface Wanted {
  /** One that is somebody else's will do. */
  findable?: boolean;
  /** The cases can do without. */
  spare?: boolean;
  /** What it is made with beside what it cannot do without. */
  made?: { [property: string]: JsonValue };
  lead?: CreateStep['lead'];
  apart?: true | undefined;
  /** What is asked for stands behind it. */
  on?: GoesOn | undefined;
}

/** Undefined where the documents show no way to make it so. */
export function makerOf({ resource }: Entity, on?: GoesOn): Maker | undefined {
  const { create, collects } = resource;
  if (!create || !collects || (!on && create !== collects)) return create && { operation: create };
  const bodies = (collects.op.docs.cases ?? []).flatMap(({ request }) => request.body ?? []);
  const [plain = ''] = bodies;
  const usual = new Set(elementsOf(plain));
  const called = on?.variable.toLowerCase() ?? '';
  const body =
    on?.word === undefined
      ? plain
      : bodies.find((one) => elementsOf(one).some((name) => !usual.has(name) && called.includes(name.toLowerCase())));
  return body === undefined ? undefined : { operation: collects, ...(body === '' ? {} : { body }) };
}

/** What an operation has behind the segment of a thing; undefined where it ends there. */
export function goesOnBehind({ op, segments }: Operation, segment: number): GoesOn | undefined {
  const next = segments[segment + 1];
  if (!next) return undefined;
  if (next.variable !== undefined) return { variable: '' };
  const written = (op.docs.url ?? op.path).split('/');
  const at = written.findIndex((part) => part === next.text || part.startsWith(`${next.text}(`));
  return { variable: written[at - 1] ?? '', word: next.text };
}

function elementsOf(body: string): string[] {
  return [...body.matchAll(/<(?:[\w-]{1,40}:)?([\w-]{1,40})[\s/>]/g)].map(([, name = '']) => name);
}
