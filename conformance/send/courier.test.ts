// Manners of sending: the wait that an answer asks for.
import { expect, it } from 'vitest';
import { openCourier } from './courier.js';

const DATE = 'Fri, 27 Nov 2026 23:59:58 GMT';

it.each<[string, [string, string][], number[]]>([
  ['seconds', [['Retry-After', '2']], [2000]],
  [
    'a date, by the clock of the server',
    [
      ['Date', DATE],
      ['Retry-After', 'Sat, 28 Nov 2026 00:00:01 GMT'],
    ],
    [3000],
  ],
  [
    'a date that is over',
    [
      ['Date', DATE],
      ['Retry-After', 'Fri, 27 Nov 2026 23:59:00 GMT'],
    ],
    [0],
  ],
  [
    'a date longer than anybody waits',
    [
      ['Date', DATE],
      ['Retry-After', 'Sat, 28 Nov 2026 01:00:00 GMT'],
    ],
    [],
  ],
  ['a date without the one of the answer', [['Retry-After', 'Sat, 28 Nov 2026 00:00:01 GMT']], []],
  [
    'no time',
    [
      ['Date', DATE],
      ['Retry-After', 'soon'],
    ],
    [],
  ],
  ['nothing', [['Date', DATE]], []],
])('waits as long as %s asks', async (_name, headers, waits) => {
  const waited: number[] = [];
  const statuses = [429, 200];
  const send = async () => ({ status: statuses.shift() ?? 0, headers, body: '' }) as never;
  const sleep = async (ms: number): Promise<void> => void waited.push(ms);
  const courier = openCourier({ send, close() {} } as never, { rate: 0, patience: 5, sleep, now: () => 0 });
  const answer = await courier.send({ method: 'POST', url: 'http://localhost/', headers: {} });
  expect(waited).toEqual(waits);
  expect(answer.status).toBe(waits.length > 0 ? 200 : 429);
});
