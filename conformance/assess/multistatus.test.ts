// What an answer to PROPFIND says of the resource that was asked for.
import { expect, it } from 'vitest';
import type { ApiMedia } from '../../spec/contract/api.js';
import type { HttpAnswer } from '../send/http.js';
import { multistatusFindings } from './multistatus.js';
import { xmlRoot } from './xml-elements.js';

const one = (href: string, kind = '<d:collection/>'): string =>
  `<d:response><d:href>${href}</d:href><d:propstat><d:prop><d:resourcetype>${kind}</d:resourcetype></d:prop></d:propstat></d:response>`;
const body = (...responses: string[]): string =>
  `<?xml version="1.0"?>\n<d:multistatus xmlns:d="DAV:">${responses.join('')}</d:multistatus>`;
const SAMPLE = body(one('https://box.example/room1/')).replaceAll('d:', '').replace(' xmlns:d', ' xmlns');

function failed(text: string, depth = '1'): string[] {
  const request = { method: 'PROPFIND', url: 'http://127.0.0.1/room%201/', headers: { Depth: depth } };
  const answer = { status: 207, headers: [], body: text } as unknown as HttpAnswer;
  const media = { examples: [{ value: SAMPLE }] } as unknown as ApiMedia;
  const findings = multistatusFindings(request as never, answer, media, { level: 'MUST' });
  return findings.flatMap(({ id, ok }) => (ok ? [] : [id]));
}

it.each([
  ['as it is', body(one('http://127.0.0.1/room%201/'))],
  ['without a host and a slash', body(one('/room%201'))],
  ['of another host', body(one('https://inside.example/'))],
  ['beside others', body(one('/room%201/a'), one('/room%201/'))],
  ['without prefixes', body(one('/room%201')).replaceAll('d:', '').replace(' xmlns:d', ' xmlns')],
  ['with comments and data', body(`<!-- <a> -->${one('<![CDATA[/room%201]]>')}`)],
  ['with a document type, which is not read', `<!DOCTYPE a>${body()}`],
])('a right answer %s', (_, text) => {
  expect(failed(text)).toEqual([]);
});

it.each([
  ['of nothing', body(), ['multistatus/href']],
  ['of another resource', body(one('/')), ['multistatus/href']],
  ['of no collection', body(one('/room%201', '')), ['multistatus/resourcetype']],
  ['of another namespace', body(one('/room%201')).replace('DAV:', 'urn:dav'), ['multistatus/root']],
  ['cut off', body(one('/room%201')).slice(0, -3), ['multistatus/root']],
])('an answer %s', (_, text, rules) => {
  expect(failed(text)).toEqual(rules);
});

it('Depth: 0 asks for one alone', () => {
  const two = body(one('/room%201/'), one('/room%201/a'));
  expect([failed(two, '0'), failed(two, '1')]).toEqual([['multistatus/depth'], []]);
});

it.each(['<a><b></a></b>', '<a>', 'a', '<a/><b/>', '<p:a/>', '</a>', '<a', ''])('%j is not well-formed', (text) => {
  expect(xmlRoot(text)).toBeUndefined();
});

it('what is nested too deep is not read, and nothing is said of it', () => {
  expect(xmlRoot(`${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`)).toBe('unread');
});
