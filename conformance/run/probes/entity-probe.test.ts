import { expect, it } from 'vitest';
import type { Entity } from '../../plan/entities.js';
import { EntityProbe } from './entity-probe.js';
import type { Probe } from './probe.js';

/** What is found out of a tag in its box, which was made as version 1 and is version 2 since it was linked. */
async function within(etag: string): Promise<[id: string, ok: boolean][]> {
  const found: [string, boolean][] = [];
  const tag = (version: string) => ({ Name: 't1', __metadata: { etag: version } });
  const probe = {
    one: { level: 'MUST' },
    conversation: {
      world: { keys: () => ['t1'], told: () => ({ made: { answer: JSON.stringify(tag('1')) } }) },
      session: { suite: { hasCommands: false } },
    },
    read: async () => ({ status: 200, body: JSON.stringify({ d: tag('2') }) }),
    add: (id: string, ok: boolean) => found.push([id, ok]),
  } as unknown as Probe;
  const entity = { keys: ['t1'], resource: { keys: [{ property: 'Name' }] } } as unknown as Entity;
  await new EntityProbe(probe).within(entity, { d: { Name: 'box', _Tag: [tag(etag)] } }, '_Tag');
  return found;
}

it('what is expanded has the version that it has where it is read: a link may have made another one', async () => {
  expect([await within('2'), await within('1')]).toEqual([[['listed-etag', true]], [['listed-etag', false]]]);
});
