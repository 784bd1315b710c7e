// A small contract for the runtime's tests: what `generated/server` would give to the core.
import type { Route } from '../route.js';
import type { ServerContract } from '../server.js';

const cell = { name: 'CellName', in: 'path', required: true, schema: { type: 'string', pattern: '^[a-z]+$' } } as const;
const name = {
  name: 'Name',
  in: 'path',
  required: true,
  schema: { type: 'string', minLength: 1, maxLength: 8 },
} as const;
const box = { name: 'BoxName', in: 'path', required: true, nullable: true, schema: { type: 'string' } } as const;
const entity = "/{CellName}/Role(Name='{Name}',_Box.Name='{BoxName}')";
const body = { required: true, content: [{ type: 'application/json', schema: { $ref: '#/components/schemas/Role' } }] };

export const routes: readonly Route[] = [
  {
    id: 'listRole',
    method: 'GET',
    path: '/{CellName}/Role',
    parameters: [
      cell,
      { name: '$top', in: 'query', required: false, schema: { type: 'integer', minimum: 0 } },
      { name: 'tag', in: 'query', required: false, schema: { type: 'array', items: { type: 'integer' } } },
      {
        name: 'filter',
        in: 'query',
        required: false,
        style: 'deepObject',
        schema: { $ref: '#/components/schemas/Filter' },
      },
      {
        name: 'pipes',
        in: 'query',
        required: false,
        style: 'pipeDelimited',
        schema: { type: 'array', items: { type: 'integer' } },
      },
      { name: 'json', in: 'query', required: false, json: true, schema: { type: 'array', items: { type: 'integer' } } },
      {
        name: 'page',
        in: 'query',
        required: false,
        schema: { type: 'object', properties: { limit: { type: 'integer' } } },
      },
      {
        name: 'pairs',
        in: 'query',
        required: false,
        explode: false,
        schema: { type: 'object', properties: { x: { type: 'integer' } } },
      },
      { name: 'deep', in: 'header', required: false, schema: { type: 'boolean' } },
      { name: 'session', in: 'cookie', required: false, schema: { type: 'string' } },
    ],
    responses: { '200': ['application/json'] },
  },
  {
    id: 'createRole',
    method: 'POST',
    path: '/{CellName}/Role',
    parameters: [cell],
    body,
    responses: { '201': ['application/json'] },
  },
  {
    id: 'mergeRole',
    method: 'MERGE',
    path: entity,
    aliases: ["/{CellName}/Role('{Name}')", "/{CellName}/Role(Name='{Name}')"],
    parameters: [cell, name, box],
    body,
    responses: { '204': [] },
  },
  {
    id: 'token',
    method: 'POST',
    path: '/{CellName}/__token',
    parameters: [cell],
    body: {
      required: true,
      content: [
        { type: 'application/x-www-form-urlencoded', schema: { $ref: '#/components/schemas/Grant' } },
        { type: 'multipart/form-data', schema: { $ref: '#/components/schemas/Upload' } },
      ],
    },
    responses: { '200': ['application/json'] },
  },
  {
    id: 'putFile',
    method: 'PUT',
    path: '/{CellName}/files/{Name}',
    parameters: [cell, name],
    body: { required: false, content: [{ type: '*/*', schema: true }] },
    responses: { '201': [], '4XX': ['application/problem+json'] },
  },
  {
    id: 'getFile',
    method: 'GET',
    path: '/{CellName}/files/{Name}',
    parameters: [cell, name],
    responses: { '200': ['*/*'] },
  },
  {
    id: 'properties',
    method: 'PROPFIND',
    path: '/{CellName}/files/{Name}',
    parameters: [cell, name],
    body: {
      required: false,
      content: [{ type: 'application/xml', schema: { type: 'object', required: ['prop'], xml: { name: 'propfind' } } }],
    },
    responses: { '207': ['application/xml'] },
  },
  {
    id: 'putNote',
    method: 'PUT',
    path: '/{CellName}/note',
    parameters: [cell],
    body: {
      required: true,
      content: [
        { type: 'text/plain', schema: { type: 'integer', minimum: 1 } },
        { type: 'text/csv', schema: { type: 'array', items: { type: 'string' } } },
        { type: 'text/html', schema: { type: 'string', minLength: 4 } },
        { type: 'application/octet-stream', schema: { type: 'string', format: 'binary' } },
        { type: 'image/*', schema: { type: 'string' } },
        { type: 'application/*', schema: { type: 'string', format: 'binary' } },
      ],
    },
    responses: { '200': ['application/json'] },
  },
];

export const contract: ServerContract = {
  routes,
  definitions: {
    Role: { type: 'object', required: ['Name'], additionalProperties: false, properties: { Name: { type: 'string' } } },
    Grant: {
      type: 'object',
      required: ['grant_type'],
      properties: {
        grant_type: { enum: ['password'] },
        expires_in: { type: 'integer' },
        scope: { type: 'array', items: { type: 'string' } },
      },
    },
    Upload: {
      type: 'object',
      required: ['file'],
      properties: {
        file: { type: 'string', format: 'binary', maxLength: 8 },
        count: { type: 'integer' },
        tags: { type: 'array', items: { type: 'string' } },
        meta: { type: 'object', properties: { a: { type: 'integer' } } },
      },
      additionalProperties: false,
    },
    Filter: { type: 'object', properties: { size: { type: 'number' }, name: { type: 'string' } } },
  },
  basePath: '/v1',
  errorReply: (status, message) => ({ status, contentType: 'application/json', body: { code: status, message } }),
};

/** Handlers that answer with what they got. */
export const echo = Object.fromEntries(
  routes.map(({ id, method }) => [
    id,
    (input: { body?: unknown }) => ({
      status: method === 'PROPFIND' ? 207 : id === 'createRole' ? 201 : 200,
      contentType: 'application/json',
      headers: { 'X-Operation': id, 'Set-Cookie': ['a=1', 'b=2'], Link: ['<a>', '<b>'] },
      body: { ...input, ...(input.body instanceof Uint8Array ? { body: [...input.body] } : {}) },
    }),
  ]),
);
