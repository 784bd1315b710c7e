// What answers say of the part of a list that was asked for.
import { expect, it } from 'vitest';
import type { JsonValue } from '../../spec/contract/api.js';
import { loadText } from '../testing/certify-fake.js';
import type { AnswerContext } from './answer.js';
import { echoFindings } from './echoed.js';

const api = loadText(`openapi: 3.1.0
info: { title: t, version: '1' }
paths:
  /notes:
    get:
      parameters:
        - { in: query, name: per_page, schema: { type: integer, minimum: 1, maximum: 50 } }
        - { in: query, name: size, schema: { type: integer } }
        - { in: query, name: limit, schema: { type: integer } }
      responses:
        '200':
          description: ok
          content: { application/json: { schema: { type: object, properties: { notes: { type: array }, per_page: {}, size: {} } } } }
`);
const [op] = api.operations;
if (!op) throw new Error('no operation');

const found = (query: string, value: JsonValue): boolean[] => {
  const context = { api, op, request: { url: `http://a.example/notes${query}` } } as AnswerContext;
  return echoFindings(context, op.responses[0]?.content[0]?.schema ?? {}, value).map(({ ok }) => ok);
};

it.each<[string, string, JsonValue, boolean[]]>([
  ['what was asked for', '?per_page=2', { notes: [{}], per_page: 2 }, [true]],
  ['something else', '?per_page=2', { notes: [{}], per_page: 20 }, [false]],
  ['something else of an entry', '?per_page=2', { notes: [{ per_page: 20 }] }, []],
  ['nothing', '?per_page=2', { notes: [{}] }, []],
  ['another one where nothing was asked', '', { notes: [{}], per_page: 20 }, []],
  ['another one beyond the limits', '?per_page=51', { notes: [{}], per_page: 50 }, []],
  ['another one of a list with nothing in it', '?per_page=2', { notes: [], per_page: 20 }, []],
  ['how many came', '?size=2', { notes: [{}], size: 1 }, []],
  ['what no document has in answers', '?limit=2', { notes: [{}], limit: 20 }, []],
])('an answer that says %s', (_, query, value, ok) => expect(found(query, value)).toEqual(ok));
