// Schemas as the types of what one sends and gets: each case is a contract, and what must and must not compile with its client.
import { describe, expect, it } from 'vitest';
import { apiOf } from '../../spec/contract/load.js';
import { render } from '../samples/testing/fixture.js';
import { compileErrors } from '../testing/compile.js';
import { clientTarget } from './target.js';

const json = (schema: object): object => ({ 'application/json': { schema } });

/** A contract with one operation, `save`, whose body and answer have the schemas given. */
function contract(body: object, answer: object, components: object): Record<string, unknown> {
  const post = {
    operationId: 'save',
    requestBody: { required: true, content: json(body) },
    responses: { 200: { description: 'ok', content: json(answer) } },
  };
  return { openapi: '3.1.0', info: { title: 'T', version: '1' }, paths: { '/x': { post } }, components };
}

async function errorsOf(document: Record<string, unknown>, code: string): Promise<string[]> {
  const { files } = await clientTarget.generate(apiOf(document), render);
  const text = `import { type Client, save } from './client/index.js';
declare const client: Client;
${code}
export {};
`;
  return compileErrors([...files, { path: 'calls.ts', text }]);
}

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

describe('types of schemas', () => {
  it('takes what was left empty for an object without members', async () => {
    const post = {
      operationId: 'save',
      requestBody: { content: { 'application/json': null } },
      responses: { 200: { headers: { A: null }, content: { 'application/json': null } }, 204: null },
    };
    const document = { openapi: '3.1.0', info: {}, paths: { '/x': { post } }, components: { responses: { R: null } } };
    expect(await errorsOf(document, 'void save(client, { body: { a: 1 } });')).toEqual([]);
  });

  it('has no read-only properties in what is sent, and no write-only ones in what is received', async () => {
    const schemas = {
      Id: { type: 'string', readOnly: true },
      Base: {
        type: 'object',
        required: ['id'],
        properties: { id: ref('Id'), secret: { type: 'string', writeOnly: true } },
      },
      Pet: {
        allOf: [
          ref('Base'),
          {
            type: 'object',
            required: ['kind', 'name', 'made'],
            properties: {
              kind: { type: 'string' },
              name: { type: 'string' },
              made: { readOnly: true, type: 'string' },
            },
          },
        ],
      },
      PetInput: { type: 'string' },
      Other: { type: 'object', required: ['kind'], properties: { kind: { type: 'string' }, n: { type: 'integer' } } },
      Any: { oneOf: [ref('Pet'), ref('Other')], discriminator: { propertyName: 'kind', mapping: { other: 'Other' } } },
    };
    const body = { type: 'object', required: ['one', 'any'], properties: { one: ref('Pet'), any: ref('Any') } };
    const code = `
const one = { kind: 'Pet' as const, name: 'x', secret: 's' };
const saved = await save(client, { body: { one, any: one } });
// @ts-expect-error the server gives the id
void save(client, { body: { one: { ...one, id: 'i' }, any: { kind: 'Pet', name: 'x', id: 'i' } } });
// @ts-expect-error no name
void save(client, { body: { one: { kind: 'Pet' }, any: one } });
const text: string = saved.body.id + saved.body.made;
void text;
// @ts-expect-error never given
void saved.body.secret;
`;
    expect(await errorsOf(contract(body, ref('Pet'), { schemas }), code)).toEqual([]);
  }, 60_000);

  it('follows references into the middle of anything', async () => {
    const components = {
      parameters: { Page: { name: 'page', in: 'query', schema: { type: 'integer' } } },
      responses: {
        Ok: { description: 'ok', content: json({ type: 'object', properties: { ok: { type: 'boolean' } } }) },
      },
      schemas: {
        A: {
          type: 'object',
          properties: { list: { type: 'array', items: { type: 'object', properties: { k: ref('A') } } } },
        },
        Loop: { properties: { self: { $ref: '#/components/schemas/Loop/properties/self' } } },
      },
    };
    const body = {
      type: 'object',
      required: ['page', 'item', 'ok', 'path', 'none'],
      properties: {
        page: { $ref: '#/components/parameters/Page/schema' },
        item: { $ref: '#/components/schemas/A/properties/list/items' },
        ok: { $ref: '#/components/responses/Ok/content/application~1json/schema' },
        path: { $ref: '#/paths/~1x/post/responses/200/content/application~1json/schema' },
        none: { $ref: '#/nowhere/at/all' },
        nobody: ref('Nobody'),
      },
    };
    const code = `
void save(client, { body: { page: 1, item: { k: { list: [] } }, ok: { ok: true }, path: 'x', none: 1 } });
// @ts-expect-error a text
void save(client, { body: { page: '1', item: {}, ok: {}, path: 'x', none: 1 } });
// @ts-expect-error a number
void save(client, { body: { page: 1, item: {}, ok: {}, path: 1, none: 1 } });
`;
    expect(await errorsOf(contract(body, { type: 'string' }, components), code)).toEqual([]);
  }, 60_000);

  it('lets an object of which nothing is said have any property', async () => {
    const body = { type: 'object', required: ['a'], properties: { a: { type: 'object' }, b: ref('Free') } };
    const code = `
const saved = await save(client, { body: { a: { x: 1 }, b: { y: ['z'] } } });
const value: unknown = saved.body['anything'];
void value;
// @ts-expect-error no object
void save(client, { body: { a: 1 } });
`;
    const components = { schemas: { Free: { type: 'object' } } };
    expect(await errorsOf(contract(body, { type: 'object' }, components), code)).toEqual([]);
  }, 60_000);

  it('lets further properties stand beside named ones of another type', async () => {
    const known = { known: { type: 'integer' } };
    const further = {
      One: { type: 'object', properties: known, additionalProperties: { type: 'string' } },
      Two: { properties: { list: { type: 'array', items: known.known } }, additionalProperties: { type: 'string' } },
      Three: { type: 'object', properties: known, patternProperties: { '^x-': { type: 'string' } } },
    };
    const body = { type: 'object', properties: { one: ref('One'), two: ref('Two'), three: ref('Three') } };
    const code = `
void save(client, { body: { one: { known: 1, other: 'x' }, two: { list: [1], x: 'x' }, three: { known: 1, 'x-a': 'x' } } });
const saved = await save(client, { body: {} });
const known: number | undefined = saved.body.known;
const other: string | number | undefined = saved.body['other'];
void [known, other];
// @ts-expect-error neither a text nor a number
void save(client, { body: { one: { other: true } } });
`;
    expect(await errorsOf(contract(body, ref('One'), { schemas: further }), code)).toEqual([]);
  }, 60_000);

  it.each(['growth 5%', 'a#b', 'a%20b #/c', `"dq" 'sq' \\ \u2028\r\n#`])(
    'takes names like %j',
    async (name) => {
      const inner = { type: 'object', required: [name], properties: { [name]: { type: 'string' } } };
      const body = { type: 'object', required: [name], properties: { [name]: inner } };
      const document = contract(body, ref('A'), { schemas: { A: inner } });
      const parameters = [{ name, in: 'query', schema: inner }];
      const get = { operationId: name, parameters, responses: { 200: { description: 'ok', content: json(ref('A')) } } };
      const paths = { ...(document['paths'] as object), [`/${name.replaceAll('#', '')}`]: { get } };
      const key = JSON.stringify(name).replaceAll('\u2028', '\\u2028');
      const code = `
const saved = await save(client, { body: { ${key}: { ${key}: 'x' } } });
const text: string = saved.body[${key}];
void text;
`;
      expect(await errorsOf({ ...document, paths }, code)).toEqual([]);
    },
    60_000,
  );
});
