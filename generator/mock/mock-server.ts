// A server made from the contract at run time: documented samples as answers, the generated server's own runtime around them.
import { isDeepStrictEqual } from 'node:util';
import type { Api, ApiMedia, ApiOperation, ApiResponse } from '../../spec/contract/api.js';
import { answerable } from '../../spec/fitting/one-way-values.js';
import type { Call, Reply } from '../../templates/server/runtime/http.js';
import { isJson } from '../../templates/server/runtime/media-type.js';
import { createServerCore, type Server } from '../../templates/server/runtime/server.js';
import { exampleValue } from '../samples/example-value.js';
import { errorBody, errorShape } from '../server/error-shape.js';
import { routeTable } from '../server/route-table.js';

export interface MockOptions {
  /** Requests that do not fit the contract are refused, as the generated server does. */
  validate: boolean;
  /** Header by which a POST names another method. */
  methodOverride?: string;
}

/**
 * Makes the mock. It answers with the first documented success, or with what the request's `Prefer` header names:
 * `code=404` another documented status, `example=NAME` a sample of that name (RFC 7240).
 */
export function mockServer(api: Api, options: MockOptions): Server {
  const { operations, definitions, basePath } = routeTable(api);
  const shape = errorShape(api);
  const errorReply = (status: number, message: string): Reply => ({
    status,
    contentType: shape.contentType,
    body: errorBody(shape, api, status, message),
  });
  const handlers = Object.fromEntries(
    operations.map(({ operation, route }) => [
      route.id,
      (_input: never, call: Call) =>
        mockReply(api, operation, preferences(call.request.headers.get('prefer')), (media, status, message) =>
          isDeepStrictEqual(media.schema, shape.schema) ? errorReply(status, message) : undefined,
        ),
    ]),
  );
  const routes = operations.map(({ route }) => route);
  return createServerCore({ routes, definitions, basePath, errorReply }, handlers, options);
}

/** `code=404; example=notFound` by name. */
function preferences(header: string | null): Map<string, string> {
  const pairs = (header ?? '').split(/[;,]/).map((part): [string, string] => {
    const [name = '', value = ''] = part.split('=', 2);
    return [name.trim().toLowerCase(), value.trim().replace(/^"(.*)"$/, '$1')];
  });
  return new Map(pairs);
}

function mockReply(
  api: Api,
  operation: ApiOperation,
  preferred: ReadonlyMap<string, string>,
  errorReply: (media: ApiMedia, status: number, message: string) => Reply | undefined,
): Reply {
  const chosen = chooseResponse(operation.responses, preferred.get('code'));
  if (!chosen) return { status: 204 };
  const { response, status } = chosen;
  const [media] = response.content;
  const headers = Object.fromEntries(
    response.headers.flatMap(({ name, schema }) => {
      const value = exampleValue(api, schema, name);
      return /^content-(type|length)$/i.test(name) || typeof value === 'object'
        ? []
        : [[name, entityTag(api, name, String(value))]];
    }),
  );
  if (!media) return { status, headers };
  const contentType = media.type.includes('*') ? 'application/json' : media.type;
  const isMade = media.examples.length === 0 && status >= 400;
  const told = isMade ? errorReply(media, status, response.description) : undefined;
  if (told) return { ...told, headers, contentType };
  return { status, headers, contentType, body: mockBody(api, media, preferred.get('example')) };
}

/** A made value of `ETag` in the form that one has (RFC 9110, 8.8.3); what is documented stays as it is. */
function entityTag(api: Api, name: string, value: string): string {
  return /^etag$/i.test(name) && value === exampleValue(api, { type: 'string' }, name) ? `"${value}"` : value;
}

interface Chosen {
  response: ApiResponse;
  status: number;
}

/**
 * The response of the code asked for, be it one of a class (`4XX`) or any other (`default`); else the first success, or
 * what is no error. Documents of nothing but errors have a success, too: they only don't tell it.
 */
function chooseResponse(responses: readonly ApiResponse[], code = ''): Chosen | undefined {
  const names = /^[2-5]\d\d$/.test(code) ? [code, `${code[0]}XX`, 'DEFAULT'] : [];
  for (const name of names) {
    const response = responses.find(({ status }) => status.toUpperCase() === name);
    if (response) return { response, status: Number(code) };
  }
  const response =
    responses.find(({ status }) => /^2/.test(status)) ?? responses.find(({ status }) => !/^[45]/.test(status));
  return response && { response, status: statusOf(response) };
}

/** `4XX` is 400, `default` is 200. */
function statusOf({ status }: ApiResponse): number {
  return status === 'default' ? 200 : Number(status.replace(/XX$/i, '00'));
}

function mockBody(api: Api, media: ApiMedia, name: string | undefined): unknown {
  const sample = media.examples.find((example) => example.name === name) ?? media.examples[0];
  if (sample === undefined) return answerable(api, media.schema, exampleValue(api, media.schema));
  // A sample that is not valid in its media type is text: it goes out as it is documented.
  if (typeof sample.value === 'string' && isJson(media.type)) return asJson(sample.value, api, media);
  return sample.value;
}

function asJson(text: string, api: Api, media: ApiMedia): unknown {
  const wantsText = [api.resolve(media.schema).type].flat().includes('string');
  return wantsText ? text : new TextEncoder().encode(text);
}
