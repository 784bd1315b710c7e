// A guest book as frameworks describe themselves: each operation has its success and "Validation Error", nothing else. Guests
// are let in by a form, and are called by an address that they may change.
import { objectIn } from './certify-handler.js';
import type { FakeAnswer, FakeRequest, Handler } from './fake-server.js';

const INVALID = "'422': { description: Validation Error }";
const json = (schema: string): string => `content: { application/json: { schema: ${schema} } }`;
const answers = (schema: string, status = 200): string =>
  `responses: { '${status}': { description: Successful Response, ${json(schema)} }, ${INVALID} }`;
const EMAIL = '{ type: string, format: email }';
const SECRET = '{ type: string, minLength: 8, maxLength: 64 }';
const GUEST = `{ type: object, required: [id, email], properties: { id: { type: string }, email: ${EMAIL} } }`;
const takes = (properties: string, required: string): string =>
  `requestBody: { required: true, ${json(`{ type: object, required: ${required}, properties: ${properties} }`)} }`;

export const GUESTS = `openapi: 3.1.0
info: { title: Guests, version: '1' }
components: { securitySchemes: { form: { type: oauth2, flows: { password: { tokenUrl: login/access-token, scopes: {} } } } } }
paths:
  /guests/signup:
    post: { operationId: signUp, ${takes(`{ email: ${EMAIL}, password: ${SECRET} }`, '[email, password]')}, ${answers(GUEST)} }
  /login/access-token:
    post:
      operationId: enter
      requestBody: { required: true, content: { application/x-www-form-urlencoded: { schema: { type: object, required: [username, password], properties: { grant_type: { anyOf: [{ type: string, pattern: ^password$ }, { type: 'null' }] }, username: { type: string }, password: { type: string, format: password }, scope: { type: string, default: '' } } } } } }
      ${answers('{ type: object, required: [access_token], properties: { access_token: { type: string }, token_type: { type: string, default: bearer } } }')}
  /guests/me:
    get: { operationId: readMe, security: [{ form: [] }], responses: { '200': { description: ok, ${json(GUEST)} } } }
    patch: { operationId: changeMe, security: [{ form: [] }], ${takes(`{ email: { anyOf: [${EMAIL}, { type: 'null' }] } }`, '[]')}, ${answers(GUEST)} }
    delete: { operationId: leave, security: [{ form: [] }], responses: { '200': { description: ok } } }
  /guests/me/password:
    patch: { operationId: changePassword, security: [{ form: [] }], ${takes(`{ current_password: ${SECRET}, new_password: ${SECRET} }`, '[current_password, new_password]')}, ${answers('{ type: object }')} }
`;

export type GuestWrong = 'any-password' | 'any-old-password' | 'password-shown' | 'mail-not-kept';

interface Guest {
  id: string;
  email: string;
  password: string;
}

/** `guests` has who is there. */
export function guests(wrong?: GuestWrong): Handler & { guests: Map<string, Guest> } {
  const all = new Map<string, Guest>();
  const tokens = new Map<string, Guest>();
  let last = 0;
  const called = (email: unknown): Guest | undefined => [...all.values()].find((one) => one.email === email);
  const isMail = (value: unknown): value is string =>
    typeof value === 'string' && /^[^@\s]+@[^@\s]+\.[a-z]+$/.test(value);
  const isSecret = (value: unknown): value is string =>
    typeof value === 'string' && value.length >= 8 && value.length <= 64;
  // What is wrong is quoted, as some frameworks do.
  const invalid = ({ body }: FakeRequest): FakeAnswer => ({ status: 422, body: { detail: 'invalid', input: body } });
  const refused = (detail: string): FakeAnswer => ({ status: 400, body: { detail } });
  const shown = ({ id, email, password }: Guest): FakeAnswer => ({
    status: 200,
    body: { id, email, ...(wrong === 'password-shown' ? { password } : {}) },
  });

  const handle: Handler = (request) => {
    const { method, path, body, headers } = request;
    if (path === '/login/access-token') {
      const form = new URLSearchParams(body);
      if (!form.get('username') || !form.get('password') || (form.get('grant_type') ?? 'password') !== 'password')
        return invalid(request);
      const guest = called(form.get('username'));
      if (!guest || (guest.password !== form.get('password') && wrong !== 'any-password'))
        return refused('no such guest');
      const token = `guest-token-${++last}-of-${guest.id}`;
      tokens.set(token, guest);
      return { status: 200, body: { access_token: token, token_type: 'bearer' } };
    }
    const sent = objectIn(body);
    if (path === '/guests/signup') {
      if (method !== 'POST') return { status: 405 };
      if (!sent || !isMail(sent['email']) || !isSecret(sent['password'])) return invalid(request);
      if (called(sent['email'])) return refused('somebody is called so');
      const guest = { id: String(++last), email: sent['email'], password: sent['password'] };
      all.set(guest.id, guest);
      return shown(guest);
    }
    const guest = tokens.get(headers['authorization']?.replace(/^Bearer /, '') ?? '');
    if (!guest || !all.has(guest.id))
      return { status: 401, headers: { 'WWW-Authenticate': 'Bearer' }, body: { detail: 'who are you?' } };
    if (path === '/guests/me/password') {
      if (!sent || !isSecret(sent['current_password']) || !isSecret(sent['new_password'])) return invalid(request);
      if (sent['current_password'] !== guest.password && wrong !== 'any-old-password')
        return refused('not the password');
      guest.password = sent['new_password'];
      return { status: 200, body: {} };
    }
    if (method === 'DELETE') {
      all.delete(guest.id);
      return { status: 200 };
    }
    if (method === 'PATCH') {
      if (!sent || !((sent['email'] ?? null) === null || isMail(sent['email']))) return invalid(request);
      // Null leaves it as it is.
      if (isMail(sent['email']) && wrong !== 'mail-not-kept') guest.email = sent['email'];
    }
    return shown(guest);
  };
  return Object.assign(handle, { guests: all });
}
