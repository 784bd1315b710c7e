// Many at once: one wins, nothing is lost. On the embedded database, and with two processes on one PostgreSQL.
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, send, type Target } from './testing/behaviour-run.js';
import { type ServerProcess, startServer, stopServer } from './testing/server-process.js';

const databaseUrl = process.env['DATABASE_URL'];
if (!databaseUrl) console.warn('SKIPPED: two processes on one PostgreSQL, since DATABASE_URL is not set');

const settings = [
  { name: 'one process on the embedded database', processes: 1, env: {} },
  ...(databaseUrl
    ? [{ name: 'two processes on one PostgreSQL', processes: 2, env: { DATABASE_URL: databaseUrl } }]
    : []),
];

describe.each(settings)('$name', ({ processes, env }) => {
  const servers: ServerProcess[] = [];
  const cell = `c${randomBytes(4).toString('hex')}`;
  const at = (index: number): Target => servers[index % servers.length] as Target;
  const statuses = (answers: Answer[]): number[] => answers.map((answer) => answer.status).sort();
  const post = (index: number, set: string, body: object): Promise<Answer> =>
    send(at(index), 'POST', `/${cell}/__ctl/${set}`, [], JSON.stringify(body));

  beforeAll(async () => {
    for (let index = 0; index < processes; index++) servers.push(await startServer(['--token', 'unit-token'], env));
    expect((await send(at(0), 'POST', '/__ctl/Cell', [], JSON.stringify({ Name: cell }))).status).toBe(201);
  });
  afterAll(async () => {
    await send(at(0), 'DELETE', `/__ctl/Cell('${cell}')`, [['X-Personium-Recursive', 'true']]);
    await Promise.all(servers.map((server) => stopServer(server)));
  });

  it.each([
    ['Box', { Name: 'one' }],
    ['Role', { Name: 'one' }],
    ['Relation', { Name: 'one', '_Box.Name': null }],
    ['ExtCell', { Url: 'https://one.example/' }],
  ])('creates one %s of a name, and tells the others', async (set, body) => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => post(index, set, body)));
    expect(statuses(answers)).toEqual([201, ...Array(19).fill(409)]);
    expect(answers.filter((answer) => answer.text.includes('PR409-OD-0003'))).toHaveLength(19);
  });

  it('makes one link, and tells the others', async () => {
    await post(0, 'Role', { Name: 'linked' });
    await post(0, 'Relation', { Name: 'linked' });
    const uri = `${at(0).unitUrl}${cell}/__ctl/Role('linked')`;
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => post(index, "Relation('linked')/$links/_Role", { uri })),
    );
    expect(statuses(answers)).toEqual([204, ...Array(19).fill(409)]);
  });

  it('loses no update that goes by If-Match', async () => {
    await post(0, 'Box', { Name: 'counter', Schema: 'urn:count:0' });
    const url = `/${cell}/__ctl/Box('counter')`;
    const increment = async (index: number): Promise<number> => {
      for (let tries = 1; ; tries++) {
        const { text, headers } = await send(at(index), 'GET', url, []);
        const count = Number(/urn:count:(\d+)/.exec(text)?.[1]);
        const body = JSON.stringify({ Schema: `urn:count:${count + 1}` });
        const answer = await send(at(index), 'MERGE', url, [['If-Match', String(headers['etag'])]], body);
        if (answer.status === 204) return tries;
        expect(answer.status).toBe(412);
      }
    };
    const tries = await Promise.all(Array.from({ length: 10 }, (_, index) => increment(index)));
    expect((await send(at(1), 'GET', url, [])).text).toContain('urn:count:10');
    expect(Math.max(...tries)).toBeGreaterThan(1);
  });

  it('puts a role into one of two boxes', async () => {
    await post(0, 'Box', { Name: 'left' });
    await post(0, 'Box', { Name: 'right' });
    await post(0, 'Role', { Name: 'torn' });
    const uri = `${at(0).unitUrl}${cell}/__ctl/Role('torn')`;
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        post(index, `Box('${index % 2 ? 'left' : 'right'}')/$links/_Role`, { uri }),
      ),
    );
    expect(statuses(answers).filter((status) => status === 204)).toHaveLength(1);
    expect(statuses(answers).every((status) => [204, 400, 409].includes(status))).toBe(true);
  });
});
