// What the things of a story are called.
import { expect, it } from 'vitest';
import { entityOf } from '../plan/entities.js';
import { modelOf } from '../plan/model.js';
import type { Resource } from '../plan/resources.js';
import { loadText } from '../testing/certify-fake.js';
import { Labels } from './labels.js';

const SPEC = `openapi: 3.1.0
info: { title: Oars, version: '1' }
paths:
  /oars:
    post: { operationId: addOar, requestBody: { content: { application/json: { schema: { properties: { name: { type: string } } } } } }, responses: { '201': { description: made } } }
  /oars/{id}:
    delete: { operationId: removeOar, responses: { '204': { description: gone } } }
`;

it('gives no thing of a story a name that one of another story may get', () => {
  const [oars] = modelOf(loadText(SPEC)).resources as [Resource];
  const called = (suffix: string): string[] => {
    const labels = new Labels(suffix);
    return Array.from({ length: 40 }, (_, i) => {
      const [label] = labels.of(oars, entityOf(oars, [`oar${i}`], []), new Map([['name', 'oar']]));
      return label?.[1] ?? '';
    });
  };
  const names = ['r1a', 'r1a1', 'r1a1b'].flatMap(called);
  expect(names).toContain('oar-r1a1');
  expect(new Set(names).size).toBe(names.length);
});
