// What a story calls its things is not what another story calls its own.
import { expect, it } from 'vitest';
import { suiteOf } from '../plan/suite.js';
import { loadText } from '../testing/certify-fake.js';
import { Conversation } from './conversation.js';
import type { Session } from './session.js';

it('numbers stories so that a number behind one does not make another', () => {
  const suite = suiteOf(loadText("openapi: 3.1.0\ninfo: { title: t, version: '1' }\npaths: {}\n"));
  const session = { suite, runId: 'r1', target: 'http://a.example' } as Session;
  const suffixes = Array.from({ length: 2000 }, (_, index) => new Conversation(session, index).world.suffix);
  const known = new Set(suffixes);
  expect(known.size).toBe(suffixes.length);
  expect(suffixes.filter((one) => known.has(`${one}1`))).toEqual([]);
});
