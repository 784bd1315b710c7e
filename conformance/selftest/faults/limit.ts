// Faults of validation: limits off by one, checks left out, good values refused.
import type { ApiParameter } from '../../../spec/contract/api.js';
import {
  emptyAnswer,
  isCreate,
  isSuccess,
  isUpdate,
  type JsonObject,
  json,
  successStatus,
  textField,
  withJson,
} from '../exchange-shape.js';
import type { Fault, ProxiedAnswer, ProxiedRequest } from '../fault.js';

const bad = (): { answer: ProxiedAnswer } => ({
  answer: withJson(
    { ...emptyAnswer(400), headers: { 'content-type': 'application/json' } },
    { code: 'INVALID', message: { lang: 'en', value: 'invalid value' } },
  ),
});

const sentObject = (request: ProxiedRequest): JsonObject | undefined => {
  const sent = json(request);
  return typeof sent === 'object' && sent !== null && !Array.isArray(sent) ? sent : undefined;
};

const writes = (request: ProxiedRequest): boolean => isCreate(request) || isUpdate(request);

/** Refuses a body in which some text is as described. */
const refuse = (id: string, what: string, found: (text: string) => boolean): Fault => ({
  id,
  area: 'limit',
  what,
  request: (request) =>
    writes(request) && Object.values(sentObject(request) ?? {}).some((v) => typeof v === 'string' && found(v))
      ? bad()
      : undefined,
});

/** Accepts a body that the target refuses, where it is as described. */
const accept = (
  id: string,
  what: string,
  found: (body: JsonObject | undefined, request: ProxiedRequest) => boolean,
): Fault => ({
  id,
  area: 'limit',
  what,
  answer: (answer, request) => {
    const sent = sentObject(request);
    if (!writes(request) || answer.status !== 400 || !found(sent, request)) return undefined;
    const status = successStatus(request);
    return status === 204 ? emptyAnswer(204) : withJson({ ...answer, status }, { d: { results: sent ?? {} } });
  },
});

const texts = (sent: JsonObject | undefined): string[] =>
  Object.values(sent ?? {}).filter((v) => typeof v === 'string');

/** The request has the header, in another length than the documents give. */
function isOutside({ name, schema }: ApiParameter, { headers }: ProxiedRequest): boolean {
  const value = headers[name.toLowerCase()];
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = schema;
  return value !== undefined && (value.length < minLength || value.length > maxLength);
}

export const LIMIT_FAULTS: Fault[] = [
  refuse(
    'longest-refused',
    'the longest allowed text is refused (limit off by one)',
    (text) => text.length === 128 || text.length === 1024,
  ),
  refuse('shortest-refused', 'the shortest allowed text is refused (limit off by one)', (text) => text.length === 1),
  refuse('hyphen-refused', 'an allowed hyphen is refused', (text) => /^[a-z0-9]+-[a-z0-9-]*$/i.test(text)),
  refuse('underscore-refused', 'an allowed underscore is refused', (text) => /^[a-z0-9-]+_[\w-]*$/i.test(text)),
  refuse('digit-first-refused', 'a name that begins with a digit is refused', (text) => /^\d/.test(text)),
  accept('too-long-accepted', 'a text that is too long is accepted', (sent) => texts(sent).some((t) => t.length > 128)),
  accept('scheme-unchecked', 'an address of any scheme is accepted', (sent) =>
    texts(sent).some((t) => /^ftp:/.test(t)),
  ),
  accept('addresses-unchecked', 'what looks like IPv4 addresses is taken for some', (sent) =>
    texts(sent).some((t) => /^[\d.,/]+$/.test(t)),
  ),
  accept('other-addresses-accepted', 'an address of IPv6 is taken where IPv4 is documented', (sent) =>
    texts(sent).some((t) => t.includes('::')),
  ),
  accept('words-by-comma', 'words are taken with a comma between them where a space is documented', (sent) =>
    texts(sent).some((t) => /^[a-z]+:[a-z]+,[a-z]+:[a-z]+$/.test(t)),
  ),
  accept('listed-in-any-letters', 'a listed value is taken in capitals, too', (sent) =>
    texts(sent).some((t) => /^[A-Z]+$/.test(t)),
  ),
  accept('slash-unchecked', 'an address that has to end with a slash is taken without one', (sent) =>
    texts(sent).some((t) => /^https?:\/\/[\w.:-]+$/.test(t)),
  ),
  accept('unknown-null-accepted', 'an unknown field is passed over where it is null', (sent) =>
    Object.entries(sent ?? {}).some(([name, v]) => v === null && /unknown/i.test(name)),
  ),
  accept('fields-in-any-letters', 'a field is taken with its name in small letters, too', (sent) =>
    Object.keys(sent ?? {}).some((name) => /^[a-z]+$/.test(name) && name !== 'uri'),
  ),
  accept('empty-accepted', 'an empty text is accepted', (sent) => texts(sent).includes('')),
  accept('first-character-unchecked', 'a forbidden first character is accepted', (sent) =>
    texts(sent).some((t) => /^[_:+-]/.test(t)),
  ),
  accept('characters-unchecked', 'forbidden characters are accepted', (sent) =>
    texts(sent).some((t) => /[^\w:/.+@-]/.test(t)),
  ),
  accept(
    'required-unchecked',
    'a missing required field is accepted',
    (sent) => sent !== undefined && textField(sent) === undefined,
  ),
  accept('unknown-accepted', 'an unknown field is accepted', (sent) => Object.keys(sent ?? {}).length > 1),
  accept('type-unchecked', 'a number or list is accepted where text is documented', (sent) =>
    Object.values(sent ?? {}).some(
      (v) =>
        typeof v === 'number' || typeof v === 'boolean' || Array.isArray(v) || (typeof v === 'object' && v !== null),
    ),
  ),
  accept(
    'numbers-taken-in-updates',
    'an update takes a number where text is documented',
    (sent, request) => isUpdate(request) && Object.values(sent ?? {}).some((v) => typeof v === 'number'),
  ),
  accept('null-accepted', 'null is accepted for a required field', (sent) => Object.values(sent ?? {}).includes(null)),
  accept(
    'malformed-accepted',
    'a body that is not JSON is accepted',
    (sent, request) => sent === undefined && request.body.length > 0,
  ),
  accept('header-limits-unchecked', 'a header that is too long or too short is accepted', (sent, request) =>
    Boolean(sent && request.operation?.parameters.some((p) => p.in === 'header' && isOutside(p, request))),
  ),
  {
    id: 'everything-accepted',
    area: 'limit',
    what: 'nothing is validated at all',
    answer: (answer, request) =>
      writes(request) && answer.status === 400 && !isSuccess(answer) ? emptyAnswer(successStatus(request)) : undefined,
  },
];
