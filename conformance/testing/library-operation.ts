// An operation of library-spec.ts: its body, its command, its answers.

export type Json = Record<string, unknown>;

export const HOST = 'https://host1.example';
const text = { type: 'string', minLength: 1, maxLength: 40, pattern: '^[a-zA-Z0-9][a-zA-Z0-9_-]*$' };
const nullable = { ...text, type: ['string', 'null'] };
const state = {
  type: 'string',
  enum: ['open', 'frozen'],
  default: 'open',
  description: 'An account that is frozen can not be authenticated',
};
const BODIES: Record<string, Json> = {
  Shelf: { type: 'object', required: ['Name'], properties: { Name: text } },
  Box: { type: 'object', required: ['Name'], properties: { Name: text, Note: nullable, Memo: nullable } },
  Tag: { type: 'object', required: ['Name'], properties: { Name: text, '_Box.Name': nullable } },
  Account: { type: 'object', required: ['Name'], properties: { Name: text, State: state } },
  Site: {
    type: 'object',
    required: ['Url'],
    properties: { Url: { type: 'string', minLength: 1, maxLength: 100, pattern: '^https:\\/\\/[^\\s]+\\/$' } },
  },
  Link: { type: 'object', required: ['uri'], properties: { uri: { type: 'string' } } },
};
const error = {
  description: 'error',
  content: { 'application/json': { schema: { type: 'object', required: ['code'] } } },
};

interface Command {
  url: string;
  body?: string;
  headers?: Record<string, string>;
}

/** One operation with its command; `kind` is what its body describes, `sample` and `answer` what it answers. */
export function operation(
  id: string,
  method: string,
  status: number,
  command: Command | undefined,
  more: Json = {},
): Json {
  const {
    kind,
    docs,
    headers: answered,
    sample,
    answer,
    ...rest
  } = more as { kind?: string; docs?: Json; headers?: Json; sample?: Json; answer?: Json };
  const content = {
    'application/json': { schema: answer ?? { type: 'object' }, ...(sample ? { example: sample } : {}) },
  };
  const headers = { Authorization: 'Bearer AA~x', ...command?.headers };
  const body = command?.body === undefined ? {} : { body: command.body };
  const request = { method, url: `https://shelf1.host1.example${command?.url}`, headers, ...body };
  const url = command?.url.startsWith('/ctl/Shelf') ? HOST + command.url : request.url;
  return {
    operationId: id,
    tags: [kind ?? id],
    security: [{ bearer: [] }],
    ...(kind ? { requestBody: { content: { 'application/json': { schema: BODIES[kind] } } } } : {}),
    responses: {
      [status]: {
        description: 'OK',
        ...(answered ? { headers: answered } : {}),
        ...(sample || answer ? { content } : {}),
      },
      ...Object.fromEntries(['400', '401', '403', '404', '409'].map((s) => [s, error])),
    },
    'x-docproof': {
      pages: [id],
      privileges: ['write'],
      ...docs,
      ...(command
        ? { cases: [{ id: `case/${id}`, page: id, source: { file: 'x.md', line: 1 }, request: { ...request, url } }] }
        : {}),
    },
    ...rest,
  };
}
