// A spec of shelves, boxes, tags and accounts, in the form that `docproof build` writes: for tests of what OData and OAuth promise.
import { HOST, type Json, operation } from './library-operation.js';

const oauth = {
  description: 'error',
  content: { 'application/json': { schema: { type: 'object', required: ['error'] } } },
};
const option = (name: string, schema: Json, more: Json = {}): Json => ({ name, in: 'query', schema, ...more });
const CONDITIONS = {
  eq: { value: "Name eq 'a'" },
  ne: { value: "Name ne 'a'" },
  both: { value: "Name eq 'a' or Name eq 'b' and Note ne 'c'" },
  nothing: { value: 'Note eq null' },
  something: { value: 'Note ne null' },
  start: { value: "startswith(Name,'a')" },
};
const OPTIONS = [
  option('$top', { type: 'integer', minimum: 0, default: 25 }),
  option('$skip', { type: 'integer', minimum: 0 }),
  ...['$orderby', '$select'].map((name) => option(name, { type: 'string' })),
  option('$filter', { type: 'string' }, { examples: CONDITIONS }),
  option('q', { type: 'string' }),
  option('$inlinecount', { type: 'string', enum: ['allpages', 'none'] }),
];

const tag1 = "/ctl/Tag(Name='tag1',_Box.Name='box1')";
const box1 = "/ctl/Box('box1')";
const account1 = "/ctl/Account('account1')";
const site1 = "/ctl/Site('https%3A%2F%2Fsite1.example%2F')";

const PASSWORD = [
  {
    name: 'X-Password',
    in: 'header',
    schema: { type: 'string', minLength: 6, maxLength: 32, pattern: '^[a-zA-Z0-9_-]+$' },
  },
];
const token = {
  type: 'object',
  properties: { access_token: { type: 'string' }, token_type: { type: 'string' }, expires_in: { type: 'integer' } },
};

const link = { type: 'object', properties: { uri: { type: 'string' } } };
const listOfLinks = { type: 'object', properties: { results: { type: 'array', items: link } } };
const LINKS = { type: 'object', properties: { d: listOfLinks } };

const PATHS: Json = {
  '/ctl/Shelf': {
    post: operation(
      'createShelf',
      'POST',
      201,
      { url: '/ctl/Shelf', body: '{"Name":"shelf1"}' },
      { kind: 'Shelf', docs: { privileges: [] } },
    ),
  },
  "/ctl/Shelf('{Shelf}')": {
    delete: operation(
      'deleteShelf',
      'DELETE',
      204,
      { url: "/ctl/Shelf('shelf1')", headers: { 'X-Recursive': 'true' } },
      { docs: { privileges: [] } },
    ),
  },
  '/{Shelf}/ctl/Box': {
    get: operation('listBox', 'GET', 200, { url: '/ctl/Box' }, { parameters: OPTIONS }),
    post: operation(
      'createBox',
      'POST',
      201,
      { url: '/ctl/Box', body: '{"Name":"box1","Note":"note1"}' },
      { kind: 'Box' },
    ),
  },
  "/{Shelf}/ctl/Box('{Box}')": {
    get: operation(
      'retrieveBox',
      'GET',
      200,
      { url: box1 },
      {
        parameters: [option('$expand', { type: 'string' })],
        sample: { d: { results: { Name: 'box1', _Tag: { __deferred: { uri: `${HOST}${box1}/_Tag` } } } } },
      },
    ),
    put: operation('updateBox', 'PUT', 204, { url: box1, body: '{"Name":"box1","Note":"note2"}' }, { kind: 'Box' }),
    delete: operation('deleteBox', 'DELETE', 204, { url: box1 }),
  },
  "/{Shelf}/ctl/Box('{Box}')/_Tag": {
    get: operation('listBoxTag', 'GET', 200, { url: `${box1}/_Tag` }),
    post: operation('createBoxTag', 'POST', 201, { url: `${box1}/_Tag`, body: '{"Name":"tag1"}' }, { kind: 'Tag' }),
  },
  "/{Shelf}/ctl/Box('{Box}')/$links/_Tag(Name='{Tag}',_Box.Name='{Box2}')": {
    delete: operation('unlinkBoxTag', 'DELETE', 204, { url: `${box1}/$links/_Tag(Name='tag1',_Box.Name='box2')` }),
  },
  '/{Shelf}/ctl/Tag': {
    get: operation('listTag', 'GET', 200, { url: '/ctl/Tag' }),
    post: operation(
      'createTag',
      'POST',
      201,
      { url: '/ctl/Tag', body: '{"Name":"tag1","_Box.Name":"box1"}' },
      { kind: 'Tag', headers: { Location: { schema: { type: 'string' } } } },
    ),
  },
  "/{Shelf}/ctl/Tag(Name='{Tag}',_Box.Name='{Box}')": {
    get: operation('retrieveTag', 'GET', 200, { url: tag1 }),
    put: operation('updateTag', 'PUT', 204, { url: tag1, body: '{"Name":"tag1","_Box.Name":"box1"}' }, { kind: 'Tag' }),
    delete: operation('deleteTag', 'DELETE', 204, { url: tag1 }),
  },
  "/{Shelf}/ctl/Tag('{Tag}')": {
    get: operation('retrieveTagAlias1', 'GET', 200, undefined, { docs: { aliasOf: 'retrieveTag' } }),
  },
  '/{Shelf}/ctl/Account': {
    post: operation(
      'createAccount',
      'POST',
      201,
      { url: '/ctl/Account', body: '{"Name":"account1"}', headers: { 'X-Password': 'secret1' } },
      { kind: 'Account', parameters: PASSWORD },
    ),
  },
  "/{Shelf}/ctl/Box('{Box}')/$links/_Account": {
    get: operation('listBoxAccounts', 'GET', 200, { url: `${box1}/$links/_Account` }, { answer: LINKS }),
    post: operation(
      'linkBoxAccount',
      'POST',
      204,
      { url: `${box1}/$links/_Account`, body: `{"uri":"https://shelf1.host1.example${account1}"}` },
      { kind: 'Link' },
    ),
  },
  "/{Shelf}/ctl/Box('{Box}')/$links/_Account('{Account}')": {
    delete: operation('unlinkBoxAccount', 'DELETE', 204, { url: `${box1}/$links/_Account('account1')` }),
  },
  "/{Shelf}/ctl/Account('{Account}')/$links/_Box": {
    get: operation('listAccountBoxes', 'GET', 200, { url: `${account1}/$links/_Box` }),
  },
  '/{Shelf}/ctl/Site': {
    post: operation(
      'createSite',
      'POST',
      201,
      { url: '/ctl/Site', body: '{"Url":"https://site1.example/"}' },
      { kind: 'Site' },
    ),
  },
  "/{Shelf}/ctl/Site('{Url}')": {
    get: operation('retrieveSite', 'GET', 200, { url: site1 }),
    delete: operation('deleteSite', 'DELETE', 204, { url: site1 }),
  },
  "/{Shelf}/ctl/Account('{Account}')": {
    get: operation('retrieveAccount', 'GET', 200, { url: account1 }),
    patch: operation(
      'patchAccount',
      'PATCH',
      204,
      { url: account1, body: '{"Name":"account1"}' },
      { kind: 'Account', parameters: PASSWORD },
    ),
    delete: operation('deleteAccount', 'DELETE', 204, { url: account1 }),
  },
  '/{Shelf}/token': {
    post: operation(
      'token',
      'POST',
      200,
      { url: '/token', body: 'grant_type=password&username=account1&password=secret1', headers: {} },
      {
        security: [],
        docs: { privileges: [] },
        responses: {
          200: { description: 'OK', content: { 'application/json': { schema: token } } },
          400: oauth,
        },
        requestBody: {
          content: {
            'application/x-www-form-urlencoded': {
              schema: {
                type: 'object',
                required: ['grant_type'],
                properties: {
                  ...Object.fromEntries(
                    ['grant_type', 'username', 'password', 'refresh_token', 'target'].map((n) => [
                      n,
                      { type: 'string' },
                    ]),
                  ),
                  expires_in: { type: 'integer', minimum: 1, maximum: 60 },
                },
              },
            },
          },
        },
      },
    ),
  },
};

const MESSAGES: Record<number, string> = {
  401: 'Invalid authentication scheme, or a token that is for the password change alone',
  400: '$filter or $orderby cannot be parsed, or has an unsupported function',
  409: 'the link exists already',
};

export const LIBRARY = JSON.stringify({
  openapi: '3.2.0',
  info: { title: 'Library', version: '1.0.0' },
  servers: [{ url: HOST }],
  paths: JSON.parse(JSON.stringify(PATHS)) as Json,
  components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
  'x-docproof': {
    version: 1,
    docs: { digest: 'x', languages: ['en'] },
    bases: [
      { name: 'HostURL', forms: ['https://{Host}/'], path: '/' },
      { name: 'ShelfURL', forms: ['https://{Shelf}.{Host}/'], path: '/{Shelf}/' },
    ],
    sampleHosts: ['host1.example'],
    keySyntax: 'odata',
    closedBodies: ['/{Shelf}/ctl/'],
    errors: [400, 401, 403, 404, 409].map((status) => ({
      code: `E${status}`,
      status,
      message: MESSAGES[status] ?? 'refused',
      source: { file: 'x.md', line: 1 },
    })),
    placeholders: [
      { in: 'header', name: 'Authorization', means: 'token' },
      { in: 'header', name: 'X-Password', means: 'password' },
      { in: 'form', name: 'password', means: 'password' },
      { in: 'form', name: 'refresh_token', means: 'refreshToken' },
      { in: 'form', name: 'target', means: 'audience' },
    ],
  },
});
