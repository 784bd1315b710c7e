// The status that an error says in its body.
import { expect, it } from 'vitest';
import { loadText } from '../testing/certify-fake.js';
import { statusFindings } from './told-status.js';

const ok = (examples: Record<string, object>, root: object, value: object): boolean | undefined => {
  const responses = Object.fromEntries(
    Object.entries(examples).map(([status, example]) => [
      status,
      { description: 'refused', content: { 'application/json': { example } } },
    ]),
  );
  const paths = { '/boats': { get: { responses: { 200: { description: 'OK' }, ...responses } } } };
  const info = { title: 't', version: '1' };
  const api = loadText(
    JSON.stringify({ openapi: '3.1.0', info, paths, 'x-docproof': { version: 1, errorMembers: root } }),
  );
  return statusFindings({ api, level: 'MUST' }, { status: 404 }, JSON.parse(JSON.stringify(value)), {})[0]?.ok;
};
const SHOWN = { 400: { error: { code: 400 } }, 404: { error: { code: 404 } } };

it.each([
  ['the one it has', SHOWN, {}, { error: { code: 404 } }, true],
  ['another one', SHOWN, {}, { error: { code: 400 } }, false],
  ['none', SHOWN, {}, { error: { text: 'gone' } }, undefined],
  ['another one, of which one example says nothing', { 404: { code: 404 } }, {}, { code: 7 }, undefined],
  ['another one, as an example does', { ...SHOWN, 409: { error: { code: 7 } } }, {}, { error: { code: 7 } }, undefined],
  ['another one where pages show it', {}, { status: '/status' }, { status: 200 }, false],
  ['a word where pages show it', {}, { status: '/status' }, { status: 'gone' }, undefined],
])('an error says %s', (_, examples, root, value, expected) => expect(ok(examples, root, value)).toBe(expected));
