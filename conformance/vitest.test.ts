import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import express from 'express';
import Fastify from 'fastify';
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { notesApp } from './testing/notes-app.js';
import { conformance } from './vitest.js';

const spec = fileURLToPath(new URL('./testing/notes.yaml', import.meta.url));
const listener = getRequestListener(notesApp().fetch);

const expressApp = express();
expressApp.use((request, response) => void listener(request, response));

const fastify = Fastify();
fastify.removeAllContentTypeParsers();
fastify.addContentTypeParser('*', (_request, _payload, done) => done(null));
fastify.all('/*', (request, reply) => {
  reply.hijack();
  void listener(request.raw, reply.raw);
});

const hono = new Hono();
const notes = notesApp();
hono.all('*', (context) => notes.fetch(context.req.raw));

describe('a plain listener', () => conformance(listener, { spec }));
describe('a server', () => conformance(createServer(listener), { spec }));
describe('Express', () => conformance(expressApp, { spec }));
describe('Fastify', () => conformance(fastify, { spec }));
describe('Hono', () => conformance(hono, { spec }));

test('no case is an error at once, never a green run', () => {
  expect(() => conformance(listener, { spec, only: 'nothing-like-it' })).toThrow(
    'no case has "nothing-like-it" in its id',
  );
});

test('a wrong app is red, and each test says what broke', () => {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const ran = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--reporter=json', '--config', 'conformance/testing/wrong-app.config.ts'],
    { cwd: root, encoding: 'utf8' },
  );
  expect(ran.status).toBe(1);
  const report = JSON.parse(ran.stdout) as {
    numFailedTests: number;
    numPassedTests: number;
    testResults: { assertionResults: { failureMessages: string[] }[] }[];
  };
  expect(report.numFailedTests).toBeGreaterThan(0);
  const messages = report.testResults.flatMap((file) => file.assertionResults).flatMap((one) => one.failureMessages);
  expect(messages.length).toBe(report.numFailedTests);
  const reason = /MUST [\w/-]+: expected .+, got .+|cantTell: .+|untested: .+/;
  expect(messages.filter((message) => !reason.test(message))).toEqual([]);
  const exchange = /\n {2}(?:GET|POST|PUT|PATCH|DELETE) \/\S*.*\n {2}→ \d{3}/;
  expect(messages.filter((message) => message.includes('MUST') && !exchange.test(message))).toEqual([]);
});
