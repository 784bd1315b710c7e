// What headers that override others lead to, in the cases that are planned for our own documents.
import { beforeAll, expect, it } from 'vitest';
import type { Case } from '../../plan/story.js';
import { ownCases } from '../../testing/own-cases.js';

let cases: Map<string, Case>;

beforeAll(() => {
  cases = ownCases();
}, 30_000);

it('a header that stands for another one is sent beside it', () => {
  const { request, expect: wanted } = cases.get('derived/updateBox/header-override') as Case;
  expect(request.headers).toMatchObject({ 'If-Match': '*', 'X-Override': 'If-Match:"docproof:other"' });
  expect([wanted.statuses, wanted.effect]).toEqual([['412'], 'unchanged']);
  const second = cases.get('derived/updateBox/header-override/second') as Case;
  expect(second.request.headers).toMatchObject({
    'X-Override': 'X-Personium-RequestKey:docproof1',
    'x-override': 'If-Match:"docproof:other"',
  });
  // Joined on their way, the two lines are a request key that is none.
  expect([second.level, second.expect.statuses]).toEqual(['MUST', ['412', '400']]);
  const { headers } = (cases.get('derived/createAccount/header-override/X-Personium-Credential') as Case).request;
  expect(headers).toMatchObject({
    'X-Personium-Credential': 'password1',
    'X-Override': 'X-Personium-Credential:passw',
  });
  const token = cases.get('derived/updateBox/header-override/authorization') as Case;
  expect(token.request.headers['X-Override']).toBe('Authorization:Bearer docproof-none');
  expect(token.expect.statuses).toEqual(['401']);
});

it('a header that no command shows is given what its row allows, and a read may come as POST', () => {
  const { headers } = (cases.get('derived/retrieveBox/characters-inside/X-Personium-RequestKey') as Case).request;
  expect(headers['X-Personium-RequestKey']).toBe('docproof1-_1A');
  const { request } = cases.get('derived/listBox/method-override/read') as Case;
  expect([request.method, request.headers['X-HTTP-Method-Override']]).toEqual(['POST', 'GET']);
});

it('a read stays a read, whatever method a header names that is for POST', () => {
  const { request, expect: wanted } = cases.get('derived/retrieveBox/method-override') as Case;
  expect([request.method, request.headers['X-HTTP-Method-Override']]).toEqual(['GET', 'DELETE']);
  expect([wanted.statuses, wanted.effect]).toEqual([['200', '4XX'], 'unchanged']);
});
