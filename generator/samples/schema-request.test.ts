// Requests made from schemas, where no page shows one: what a server would really get.
import { describe, expect, it, test } from 'vitest';
import { apiOf } from '../../spec/contract/load.js';
import { java } from './languages/java.js';
import { python } from './languages/python.js';
import { sampleRequests } from './request.js';
import { type SampleRequest, spell } from './sample.js';

/** The sample of a contract's only operation. */
function sampleOf(operation: object, rest: Record<string, unknown> = {}, path = '/x'): SampleRequest {
  const post = { operationId: 'save', responses: { 200: { description: 'ok' } }, ...operation };
  const document = { openapi: '3.1.0', info: { title: 'T', version: '1' }, paths: { [path]: { post } }, ...rest };
  const [sample] = sampleRequests(apiOf(document));
  if (!sample) throw new Error('no sample');
  return sample;
}

const spelled = (sample: SampleRequest, parts: SampleRequest['url']): string =>
  spell(parts, (name) => sample.variables.find((v) => v.name === name)?.value ?? '');

const content = (type: string, schema: object, more: object = {}): object => ({
  requestBody: { required: true, content: { [type]: { schema, ...more } } },
});

test('files of samples have names of their own in every language', () => {
  const ids = ['sameThing', 'same_thing', 'sameThing2', 'same-thing-3', 'SAME THING', 'string', 'httpClient'];
  const paths = Object.fromEntries(
    ids.map((operationId, n) => [`/x${n}`, { get: { operationId, responses: { 204: { description: 'ok' } } } }]),
  );
  const requests = sampleRequests(apiOf({ openapi: '3.1.0', info: {}, paths }));
  const files = requests.map((sample) => java.file(sample));
  expect(files).toEqual(
    ['SameThing', 'SameThing2', 'SameThing22', 'SameThing3', 'SameThing4', 'String_', 'HttpClient_'].map(
      (name) => `${name}.java`,
    ),
  );
  expect(requests.slice(-2).map((sample) => python.file(sample))).toEqual(['string_.py', 'http_client.py']);
});

describe('requests made from schemas', () => {
  it('send no read-only properties', () => {
    const schemas = {
      Id: { type: 'string', readOnly: true },
      Base: { type: 'object', required: ['id'], properties: { id: { $ref: '#/components/schemas/Id' } } },
      Pet: {
        allOf: [
          { $ref: '#/components/schemas/Base' },
          {
            type: 'object',
            properties: {
              name: { type: 'string' },
              tags: {
                type: 'array',
                items: {
                  type: 'object',
                  properties: { t: { type: 'string' }, n: { type: 'integer', readOnly: true } },
                },
              },
            },
          },
        ],
        example: { id: 'p1', name: 'Rex', tags: [{ t: 'big', n: 1 }] },
      },
    };
    const sample = sampleOf(content('application/json', { $ref: '#/components/schemas/Pet' }), {
      components: { schemas },
    });
    expect(spelled(sample, sample.body ?? [])).toBe('{"name":"Rex","tags":[{"t":"big"}]}');
  });

  it('repeat the name of a list in a form, unless its encoding says otherwise', () => {
    const list = { type: 'array', items: { type: 'integer' }, example: [1, 2] };
    const schema = { type: 'object', properties: { a: list, b: list, c: { type: 'object', example: { x: 1 } } } };
    const encoding = { b: { style: 'form', explode: false }, c: { style: 'deepObject' } };
    const sample = sampleOf(content('application/x-www-form-urlencoded', schema, { encoding }));
    expect(spelled(sample, sample.body ?? [])).toBe('a=1&a=2&b=1,2&c%5Bx%5D=1');
  });

  const variables = { host: { default: 'pets.example' }, ver: { default: '1' } };
  const root = { url: 'https://{host}/api/v{ver}/', variables };
  it.each([
    ['BASE_URL', 'https://pets.example/api/v1/x', {}, {}],
    ['FILES_EXAMPLE_URL', 'https://files.example/x', {}, { servers: [{ url: 'https://files.example' }] }],
    ['API_EXAMPLE_V2_URL', 'https://api.example/v2/x', { servers: [{ url: '/v2' }] }, { servers: [root] }],
  ])('go to the server %s', (name, url, own, ofPath) => {
    const post = { operationId: 'save', responses: {}, ...own };
    const document = { openapi: '3.1.0', info: {}, servers: [root], paths: { '/x': { ...ofPath, post } } };
    const [sample] = sampleRequests(apiOf(document)) as [SampleRequest];
    expect([sample.variables[0]?.name, spelled(sample, sample.url)]).toEqual([name, url]);
  });

  it('have the required cookies, and the parts of headers between commas', () => {
    const text = { type: 'string' };
    const parameters = [
      { name: 'X-Nums', in: 'header', required: true, schema: { type: 'array', items: text }, example: [1, 2] },
      { name: 'X-Obj', in: 'header', required: true, schema: { type: 'object' }, example: { a: 1, b: 'x' } },
      { name: 'sid', in: 'cookie', required: true, schema: text, example: 'a;b' },
      { name: 'lang', in: 'cookie', required: true, schema: text, example: 'en' },
      { name: 'other', in: 'cookie', schema: text, example: 'x' },
    ];
    const security = [{ key: [] }];
    const components = { securitySchemes: { key: { type: 'apiKey', in: 'cookie', name: 'session' } } };
    const sample = sampleOf({ parameters, security }, { components });
    expect(sample.headers.map((h) => `${h.name}: ${spelled(sample, h.value)}`)).toEqual([
      'Cookie: session=YOUR_TOKEN; sid=a%3Bb; lang=en',
      'X-Nums: 1,2',
      'X-Obj: a,1,b,x',
    ]);
  });

  it('have values where a page shows only the form of a URL', () => {
    const docs = {
      'x-docproof': {
        version: 1,
        docs: { digest: '', languages: [] },
        sampleHosts: ['unit1.example'],
        bases: [{ name: 'CellURL', forms: ['https://{UnitFQDN}/{CellName}/'], path: '/{CellName}/' }],
      },
    };
    const request = { method: 'POST', url: "{CellURL}__ctl/Box('{BoxName}')?x=1", headers: {} };
    const source = { file: 'p.md', line: 1 };
    const ofOperation = { pages: ['p'], cases: [{ id: 'p/1', page: 'p', source, request }] };
    const sample = sampleOf({ 'x-docproof': ofOperation }, docs, "/{CellName}/__ctl/Box('{BoxName}')");
    expect(sample.url).toEqual([{ variable: 'CELL_URL' }, { text: "/__ctl/Box('boxname1')?x=1" }]);
    expect(sample.variables[0]?.value).toBe('https://unit1.example/cellname1');
  });
});
