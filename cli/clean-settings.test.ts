// Settings that a killed run had changed are put back by `clean`.
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { objectIn } from '../conformance/testing/certify-handler.js';
import { startFake, TOKEN } from '../conformance/testing/fake-server.js';
import { certifyBench } from './testing/certify-bench.js';

const { docproof, here, runId, startCli } = certifyBench('clean-settings');

const SPEC = `openapi: 3.1.0
info: { title: Office, version: '1' }
paths:
  /settings:
    get: { operationId: getSettings, security: [{ bearer: [] }], responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Settings' } } } } } }
    put: { operationId: putSettings, security: [{ bearer: [] }], requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Settings' } } } }, responses: { '200': { description: ok } } }
components:
  securitySchemes: { bearer: { type: http, scheme: bearer } }
  schemas:
    Settings: { type: object, required: [opens], properties: { opens: { type: integer, minimum: 6, maximum: 11 }, theme: { type: string, enum: [light, dark] } } }
`;

const isHour = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 6 && Number(value) <= 11;

it('as they were before the run', async () => {
  const before = { opens: 7, theme: 'dark' };
  let settings: unknown = before;
  let killed = false;
  const server = await startFake(
    ({ method, body, headers }) => {
      if (headers['authorization'] !== `Bearer ${TOKEN}`) return { status: 401 };
      if (method !== 'PUT') return { status: 200, body: settings };
      const sent = objectIn(body);
      if (!isHour(sent?.['opens'])) return { status: 400 };
      settings = sent;
      return { status: 200, body: settings };
    },
    // Once it is changed, nothing is answered any more.
    { delay: () => (settings !== before && !killed ? 60_000 : 0) },
  );
  try {
    writeFileSync(here('office.yaml'), SPEC);
    const args = ['--spec', here('office.yaml'), '--target', server.url, '--report', 'out', '--allow-settings'];
    const child = startCli(['certify', ...args]);
    await expect.poll(() => settings, { timeout: 40_000, interval: 20 }).not.toBe(before);
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('close', resolve));
    killed = true;
    const journal = readFileSync(here('.docproof', 'runs', runId(), 'journal.jsonl'), 'utf8');
    expect(journal).not.toContain(TOKEN);

    const cleaned = await docproof(['clean', '--run', runId()]);
    expect([cleaned.code, cleaned.io.stdout]).toEqual([
      0,
      'put back /settings as it was\n0 removed, 1 put back, 0 left\n',
    ]);
    expect(settings).toEqual(before);
    const again = await docproof(['clean', '--run', runId()]);
    expect(again.io.stdout).toContain('nothing is left');
  } finally {
    await server.close();
  }
}, 60_000);
