// Manners of sending: the wait that an answer asks for.
import { describe, expect, it } from 'vitest';
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

describe('a 503 that does not say when to come back', () => {
  const target = (statuses: (request: number) => number) => {
    const waited: number[] = [];
    let sent = 0;
    const send = async () => ({ status: statuses(++sent), headers: [], body: '' }) as never;
    const sleep = async (ms: number): Promise<void> => void waited.push(ms);
    const courier = openCourier({ send, close() {} } as never, { rate: 0, patience: 5, sleep, now: () => 0 });
    const ask = async () => (await courier.send({ method: 'POST', url: 'http://localhost/', headers: {} })).status;
    return { ask, waited, sent: () => sent };
  };

  it('is waited for, longer each time', async () => {
    const { ask, waited } = target((n) => (n < 4 ? 503 : 201));
    expect(await ask()).toBe(201);
    expect(waited).toEqual([250, 500, 1000]);
  });

  it('says that the server is busy, once a wait has helped', async () => {
    const statuses = [503, 200, 503, 503, 503, 503];
    const send = async () => ({ status: statuses.shift() ?? 0, headers: [], body: '' }) as never;
    const courier = openCourier({ send, close() {} } as never, {
      rate: 0,
      patience: 5,
      sleep: async () => {},
      now: () => 0,
    });
    const ask = () => courier.send({ method: 'GET', url: 'http://localhost/', headers: {} });
    expect((await ask()).busy).toBeUndefined();
    expect(await ask()).toMatchObject({ status: 503, busy: true });
  });

  it('is the answer after the last try', async () => {
    const { ask, sent } = target(() => 503);
    expect(await ask()).toBe(503);
    expect(sent()).toBe(4);
  });

  it('is no longer waited for where it never ended', async () => {
    const { ask, sent } = target(() => 503);
    for (let i = 0; i < 5; i++) await ask();
    const before = sent();
    await ask();
    expect(sent()).toBe(before + 1);
  });
});
