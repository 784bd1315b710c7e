// Variants of a request by another body: one that is refused, or one that is taken.
import { bodyText } from '../plan/prerequisite.js';
import type { BaseRequest } from './base-request.js';
import type { Body, Context } from './body-context.js';
import type { Derived } from './derived.js';
import { expectation } from './documented.js';

function send({ operation, base, inJson }: Context, body: Body, verbatim: string[]): BaseRequest {
  const text = inJson ? JSON.stringify(body) : bodyText(operation, body);
  return { ...base, json: body, ...(text === undefined ? {} : { body: text }), verbatim };
}

export function wrong(
  context: Context,
  what: string,
  title: string,
  body: Body,
  property: string,
  because: string,
): Derived {
  const request = send(context, body, [property]);
  return { what, title, level: 'MUST', changes: { request, expect: { ...context.expect, because } } };
}

export function right(context: Context, what: string, title: string, body: Body, verbatim: string[] = []): Derived {
  const { operation } = context;
  const request = send(context, body, verbatim);
  return { what, title, level: 'MUST', changes: { request, expect: expectation(operation.op, operation) } };
}
