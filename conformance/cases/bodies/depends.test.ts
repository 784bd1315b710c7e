// Fields of which one says what another may be.
import { expect, it } from 'vitest';
import { depends } from './depends.js';

const type = { type: 'string', enum: ['A', 'MX'], description: 'One of `A`, `MX`.' };

it.each([
  ['its own words name values of another', 'priority', { type, priority: { description: 'Required for `MX`.' } }, true],
  ['words of another name its values', 'type', { type, data: { description: 'For `A` an address.' } }, true],
  ['German words do', 'priority', { type, priority: { description: 'Nur bei `MX` erforderlich.' } }, true],
  ['Japanese words do', 'priority', { type, priority: { description: '「MX」の場合は必須。' } }, true],
  ['no words do', 'name', { type, name: { description: 'For all.' } }, false],
  ['they say when nothing', 'note', { type, note: { description: 'Such as `MX`' } }, false],
  ['they name other values', 'ttl', { type, ttl: { description: 'Only for `TXT`.' } }, false],
])('%s', (_, name, properties, wanted) => {
  expect(depends({ resolve: (schema: object) => schema } as never, { properties }, name)).toBe(wanted);
});
