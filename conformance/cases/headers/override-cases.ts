// Headers that stand for another method or another header (`X-HTTP-Method-Override`).
import type { Operation } from '../../plan/resources.js';
import type { Expectation } from '../../plan/story.js';
import type { Suite } from '../../plan/subject.js';
import { says } from '../../told/told.js';
import type { BaseRequest } from '../base-request.js';
import type { Derived } from '../derived.js';
import { expectation } from '../documented.js';
import { documents, refused } from '../refusal.js';
import { takesVersions, WRITES, withoutVersion } from './versions.js';

/** A documented method override carries the method in a POST, a header override what stands for another header. */
export function overrideCases(suite: Suite, operation: Operation, base: BaseRequest): Derived[] {
  const headers = operation.op.parameters.filter((p) => p.in === 'header');
  const method = headers.find((p) => /method-?override/i.test(p.name));
  const header = headers.find((p) => p !== method && /override/i.test(p.name) && says(p.description, 'nameAndValue'));
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
    if (says(header.description, 'onceEach')) {
      // Two names that differ in case are two lines of one header (RFC 9110, section 5.1).
      const twice = {
        'If-Match': '*',
        [header.name]: 'Accept:application/json',
        [swapped(header.name)]: OTHER_VERSION,
      };
      const changes = { request: { ...request, headers: { ...withoutVersion(base).headers, ...twice } }, expect };
      const title = `the second ${header.name} names another version`;
      found.push({ what: 'header-override/second', title, level: 'MUST', changes });
    }
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
  return found;
}

const OTHER_VERSION = 'If-Match:"docproof:other"';

function swapped(name: string): string {
  const lower = name.toLowerCase();
  return lower === name ? name.toUpperCase() : lower;
}
