import { expect, it } from 'vitest';
import type { Entity } from '../../plan/entities.js';
import type { HttpAnswer } from '../../send/http.js';
import { DateProbe } from './date-probe.js';
import type { Probe } from './probe.js';

const CLOCK = Date.UTC(2026, 10, 28, 12);

/** What is found out of a box that was changed, whose last change its server dates so many milliseconds after its clock. */
function changed(after: number, description = 'Time of the last change'): [id: string, ok: boolean][] {
  const found: [string, boolean][] = [];
  const schema = { properties: { Name: {}, changed: { description } } };
  const probe = {
    one: { level: 'MUST' },
    conversation: { session: { suite: { hasCommands: true } } },
    add: (id: string, ok: boolean) => found.push([id, ok]),
  } as unknown as Probe;
  const retrieve = { api: { schemas: {} }, op: { responses: [{ status: '200', content: [{ schema }] }] } };
  const entity = { keys: ['box'], resource: { keys: [{ property: 'Name' }], retrieve } } as unknown as Entity;
  const body = JSON.stringify({ Name: 'box', changed: `/Date(${CLOCK + after})/` });
  const headers = [['Date', new Date(CLOCK).toUTCString()]];
  new DateProbe(probe).changedNow(entity, { status: 200, headers, body } as unknown as HttpAnswer);
  return found;
}

it.each([
  [0, true],
  [-3_600_000, true],
  [3_600_000, false],
  [CLOCK * 999, false],
])('what was changed was changed about now: %i ms after the clock of the server', (after, ok) => {
  expect(changed(after)).toEqual([['date-now', ok]]);
});

it('nothing is asked of a date whose description says something else', () => {
  expect(changed(3_600_000, 'Time at which it opens')).toEqual([]);
});
