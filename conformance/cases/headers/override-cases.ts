// Headers that stand for another method or another header (`X-HTTP-Method-Override`).
import type { ApiParameter } from '../../../spec/contract/api.js';
import { patternTest } from '../../../spec/contract/pattern.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import type { Operation } from '../../plan/resources.js';
import type { Expectation } from '../../plan/story.js';
import type { Suite } from '../../plan/subject.js';
import { says } from '../../told/told.js';
import type { BaseRequest } from '../base-request.js';
import type { Derived } from '../derived.js';
import { expectation } from '../documented.js';
import { documents, refused } from '../refusal.js';
import { UNSHOWN, wrongHeaders } from './header-cases.js';
import { takesVersions, WRITES, withoutVersion } from './versions.js';

const METHOD = /method-?override/i;

/** The header that stands for another one. */
export function overridingHeader({ op }: Operation): ApiParameter | undefined {
  const named = op.parameters.filter((p) => p.in === 'header' && /override/i.test(p.name) && !METHOD.test(p.name));
  return named.find(({ description }) => says(description, 'nameAndValue'));
}

/** A documented method override carries the method in a POST, a header override what stands for another header. */
export function overrideCases(suite: Suite, operation: Operation, base: BaseRequest): Derived[] {
  const method = operation.op.parameters.find((p) => p.in === 'header' && METHOD.test(p.name));
  const header = overridingHeader(operation);
  const found: Derived[] = [];
  const { resources } = suite.model;
  const forPost = says(method?.description, 'forPost');
  const writes = WRITES.has(operation.op.method);
  const reads = suite.hasCommands && forPost && resources.some((r) => r.retrieve === operation || r.list === operation);
  if (method && (writes || reads)) {
    const request = { ...base, method: 'POST', headers: { ...base.headers, [method.name]: operation.op.method } };
    const what = writes ? 'method-override' : 'method-override/read';
    found.push({ what, title: `as POST with ${method.name}`, level: 'MUST', changes: { request } });
  }
  // A server that obeys it deletes: only what the run itself makes is asked for like that.
  const read = resources.some((r) => r.retrieve === operation && r.create && r.remove);
  if (method && read && forPost) {
    const request = { ...base, headers: { ...base.headers, [method.name]: 'DELETE' } };
    const { statuses, ...rest } = expectation(operation.op);
    const because = `${method.name} is for POST`;
    const expect: Expectation = { ...rest, statuses: [...statuses, '4XX'], because, effect: 'unchanged' };
    const title = `with ${method.name}: DELETE, which does nothing`;
    found.push({ what: 'method-override', title, level: 'MUST', changes: { request, expect } });
  }
  if (header && operation.op.method === 'PUT' && takesVersions(suite, operation)) {
    const sent = { 'If-Match': '*', [header.name]: OTHER_VERSION };
    const request = { ...base, headers: { ...withoutVersion(base).headers, ...sent } };
    const because = `${header.name} stands for If-Match, and names another version`;
    const expect = { ...refused(operation, ['412'], because), effect: 'unchanged' as const };
    const title = `${header.name} names another version`;
    found.push({ what: 'header-override', title, level: 'MUST', changes: { request, expect } });
    if (says(header.description, 'onceEach')) found.push(second(operation, withoutVersion(base), header.name, expect));
    if (documents(operation, '401') && operation.op.security.flat().length > 0) {
      const headers = { ...base.headers, [header.name]: 'Authorization:Bearer docproof-none' };
      const because = `${header.name} stands for Authorization, and has no token that anybody issued`;
      const expect = { ...refused(operation, ['401'], because), effect: 'unchanged' as const };
      const title = `${header.name} names another token`;
      const changes = { request: { ...base, headers }, expect };
      // A gate in front of the service may ask for the token before anything is overridden.
      found.push({ what: 'header-override/authorization', title, level: 'SHOULD', changes });
    }
  }
  return header ? [...found, ...replaced(operation, base, header.name)] : found;
}

/** A header that has limits is sent right, and what stands for it is not: of several limits one is enough. */
function replaced(operation: Operation, base: BaseRequest, name: string): Derived[] {
  return wrongHeaders(operation, base).map((one): Derived => {
    const headers = { ...base.headers, [one.name]: one.right, [name]: `${one.name}:${one.wrong}` };
    const verbatim = [...(base.verbatim ?? []), name];
    const expect = refused(operation, ['400'], `${name} stands for ${one.name}; ${one.because}`);
    const changes = { request: { ...base, headers, verbatim }, expect };
    return { what: `header-override/${one.name}`, title: `${name} has a wrong ${one.name}`, level: 'MUST', changes };
  });
}

/**
 * The first line stands for a header that does nothing, the second for If-Match. Whoever passes a request on may join lines of
 * one name (RFC 9110, section 5.3), and what a header holds may have commas: what joined lines mean is open. Where the first
 * one has characters that rule out all that a joined line holds, both are told apart from a second line that is not read.
 */
function second(operation: Operation, base: BaseRequest, name: string, refusal: Expectation): Derived {
  const plain = operation.op.parameters.find((p) => p.in === 'header' && takesNoMore(operation, p));
  const first = plain ? `${plain.name}:${UNSHOWN}` : 'Accept:application/json';
  // Two names that differ in case are two lines of one header (RFC 9110, section 5.1).
  const twice = { 'If-Match': '*', [name]: first, [swapped(name)]: OTHER_VERSION };
  const request = { ...base, headers: { ...base.headers, ...twice } };
  const expect = { ...refusal, statuses: [...refusal.statuses, ...(plain ? ['400'] : [])] };
  const title = `the second ${name} names another version`;
  return { what: 'header-override/second', title, level: plain ? 'MUST' : 'SHOULD', changes: { request, expect } };
}

/** A header that holds a few characters alone, and not those of another line behind it. */
function takesNoMore({ api }: Operation, { name, schema, required }: ApiParameter): boolean {
  const { type, pattern } = mergedSchema(api, schema);
  if (api.docs.placeholders.some((one) => one.in === 'header' && one.name.toLowerCase() === name.toLowerCase()))
    return false;
  const fits = !required && type === 'string' && typeof pattern === 'string' ? patternTest(pattern) : undefined;
  return fits?.(UNSHOWN) === true && !fits(`${UNSHOWN},`) && !fits(`${UNSHOWN}"`);
}

const OTHER_VERSION = 'If-Match:"docproof:other"';

function swapped(name: string): string {
  const lower = name.toLowerCase();
  return lower === name ? name.toUpperCase() : lower;
}
