// Bodies that are no JSON, or not the object that documents have.
import type { Expectation } from '../../plan/story.js';
import type { BaseRequest } from '../base-request.js';
import type { Derived } from '../derived.js';
import { orBadRequest } from '../refusal.js';
import { type Context, creates, isAlone } from './body-context.js';

export function malformed(base: BaseRequest, expect: Expectation): Derived {
  const { json: _, ...rest } = base;
  const request = { ...rest, body: '{"' };
  return {
    what: 'malformed-json',
    title: 'a body that is not JSON',
    level: 'MUST',
    changes: { request, expect: { ...orBadRequest(expect), because: 'the body is not JSON' } },
  };
}

/** An object is documented: a list of it, or null, is another value; with something behind it, it is no JSON. */
export function otherTexts(context: Context): Derived[] {
  const { base, json, expect, suite } = context;
  if (!suite.hasCommands || !creates(context) || !isAlone(context)) return [];
  const { json: _, ...rest } = base;
  const because = 'the body is an object, says its table';
  const sending = (what: string, title: string, body: string, because: string): Derived => {
    const changes = { request: { ...rest, body }, expect: { ...orBadRequest(expect), because } };
    return { what, title, level: 'MUST', changes };
  };
  return [
    sending('body-list', 'a list of one', JSON.stringify([json]), because),
    // Where a request may do without a body, null may be none.
    ...(context.operation.op.body?.required ? [sending('body-null', 'null', 'null', because)] : []),
    sending('malformed-json/behind', 'with a word behind the JSON', `${base.body} x`, 'the body is not JSON'),
  ];
}
