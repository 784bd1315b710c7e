// A club whose members register themselves: their accounts, tokens and pages, each promise of which can be broken.
import { objectIn } from './certify-handler.js';
import type { FakeAnswer, Handler } from './fake-server.js';

const NAMES = 'username: { type: string, minLength: 3, maxLength: 30 }, email: { type: string, format: email }';
const json = (schema: string): string => `content: { application/json: { schema: ${schema} } }`;
const takes = (schema: string): string => `requestBody: { required: true, ${json(schema)} }`;
const MEMBER = `{ type: object, required: [id, username, email], properties: { id: { type: string }, ${NAMES} } }`;
const TOKENS =
  '{ type: object, required: [accessToken, refreshToken], properties: { accessToken: { type: string }, refreshToken: { type: string } } }';
const PAGE = '{ type: object, required: [text], properties: { text: { type: string, minLength: 1, maxLength: 80 } } }';
const SHOWN = '{ type: object, required: [id, text], properties: { id: { type: string }, text: { type: string } } }';
const INVITE = '{ type: object, required: [email], properties: { email: { type: string, format: email } } }';
const ASKED =
  '{ type: object, required: [id, email, status], properties: { id: { type: string }, email: { type: string }, status: { type: string, enum: [open, accepted] } } }';
const no = "'400': { description: wrong }, '401': { description: who }";
const shown = (schema: string, status = 200): string => `'${status}': { description: ok, ${json(schema)} }`;
const ID = 'parameters: [{ name: id, in: path, required: true, schema: { type: string } }]';

export const CLUBS = `openapi: 3.1.0
info: { title: Clubs, version: '1' }
security: [{ bearer: [] }]
components: { securitySchemes: { bearer: { type: http, scheme: bearer } } }
paths:
  /members:
    post: { operationId: register, security: [], ${takes(`{ type: object, required: [username, email, password], properties: { ${NAMES}, password: { type: string, minLength: 8 } } }`)}, responses: { ${shown(MEMBER, 201)}, '400': { description: wrong }, '409': { description: The username or the email is taken. } } }
  /login:
    post: { operationId: login, security: [], description: Each login gives a new token; older ones stay valid., ${takes('{ type: object, required: [username, password], properties: { username: { type: string }, password: { type: string } } }')}, responses: { ${shown(TOKENS)}, ${no} } }
  /refresh:
    post: { operationId: renew, security: [], description: A refresh token can be used once., ${takes('{ type: object, required: [refreshToken], properties: { refreshToken: { type: string } } }')}, responses: { ${shown(TOKENS)}, ${no} } }
  /logout:
    post: { operationId: logout, responses: { '204': { description: out }, '401': { description: who } } }
  /me:
    get: { operationId: whoAmI, responses: { ${shown(MEMBER)}, '401': { description: who } } }
    patch: { operationId: changeMe, ${takes('{ type: object, properties: { email: { type: string, format: email } } }')}, responses: { ${shown(MEMBER)}, ${no} } }
    delete: { operationId: endMe, description: The username is free again., responses: { '204': { description: gone }, '401': { description: who } } }
  /me/password:
    put: { operationId: changePassword, description: All tokens that were issued before become invalid., ${takes('{ type: object, required: [oldPassword, newPassword], properties: { oldPassword: { type: string }, newPassword: { type: string, minLength: 8 } } }')}, responses: { '204': { description: ok }, ${no}, '403': { description: wrong } } }
  /pages:
    post: { operationId: writePage, ${takes(PAGE)}, responses: { ${shown(SHOWN, 201)}, ${no} } }
  /pages/{id}:
    ${ID}
    get: { operationId: readPage, responses: { ${shown(SHOWN)}, '401': { description: who }, '404': { description: none } } }
    put: { operationId: changePage, ${takes(PAGE)}, responses: { ${shown(SHOWN)}, ${no}, '403': { description: The page belongs to somebody else. }, '404': { description: none } } }
    delete: { operationId: removePage, description: Only the author can delete a page., responses: { '204': { description: gone }, '401': { description: who }, '403': { description: no }, '404': { description: none } } }
  /invitations:
    post: { operationId: invite, ${takes(INVITE)}, responses: { ${shown(ASKED, 201)}, ${no} } }
  /invitations/{id}:
    ${ID}
    get: { operationId: readInvitation, responses: { ${shown(ASKED)}, '401': { description: who }, '404': { description: none } } }
    delete: { operationId: takeBack, responses: { '204': { description: gone }, '401': { description: who }, '404': { description: none } } }
  /invitations/{id}/accept:
    ${ID}
    post: { operationId: accept, description: Only the person with the invited e-mail address can accept. The status becomes accepted., responses: { ${shown(ASKED)}, '401': { description: who }, '403': { description: no }, '404': { description: none } } }
`;

export type ClubWrong =
  | 'any-password'
  | 'anybody'
  | 'first-member'
  | 'login-ends-older'
  | 'taken-name'
  | 'taken-mail'
  | 'logout-keeps'
  | 'any-old-password'
  | 'password-stays'
  | 'change-keeps-tokens'
  | 'refresh-twice'
  | 'any-refresh'
  | 'refresh-dead'
  | 'end-keeps-token'
  | 'end-keeps-account'
  | 'name-not-free'
  | 'mail-not-kept'
  | 'anybody-changes'
  | 'anybody-removes'
  | 'anybody-accepts';

interface Member {
  id: string;
  username: string;
  email: string;
  password: string;
}

/** @param wrong the promise that it breaks */
export function clubs(wrong?: ClubWrong): Handler & { members: Map<string, Member> } {
  const members = new Map<string, Member>();
  const access = new Map<string, Member>();
  const renewals = new Map<string, Member>();
  const pages = new Map<string, { of: Member; text: string }>();
  const invitations = new Map<string, { of: Member; email: string; status: string }>();
  const ended = new Set<string>();
  let count = 0;
  const view = ({ id, username, email }: Member): FakeAnswer => ({ status: 200, body: { id, username, email } });
  const tokens = (member: Member): FakeAnswer => {
    const [accessToken, refreshToken] = [`access-token-${++count}`, `refresh-token-${++count}`];
    access.set(accessToken, member);
    renewals.set(refreshToken, member);
    return { status: 200, body: { accessToken, refreshToken } };
  };
  const forget = (member: Member): void => {
    for (const [token, of] of access) if (of === member) access.delete(token);
  };
  const texts = (value: object, ...names: string[]): boolean =>
    names.every((name) => typeof (value as Record<string, unknown>)[name] === 'string');
  const enter = (path: string, sent: Partial<Member> & { refreshToken?: string }): FakeAnswer => {
    if (path === '/refresh') {
      if (!texts(sent, 'refreshToken')) return { status: 400 };
      const [first] = members.values();
      const member = renewals.get(sent.refreshToken ?? '') ?? (wrong === 'any-refresh' ? first : undefined);
      if (!member) return { status: 401 };
      if (wrong !== 'refresh-twice') renewals.delete(sent.refreshToken ?? '');
      const answer = tokens(member);
      if (wrong === 'refresh-dead') access.delete((answer.body as { accessToken: string }).accessToken);
      return answer;
    }
    if (path === '/login') {
      if (!texts(sent, 'username', 'password')) return { status: 400 };
      const member = members.get(sent.username ?? '') ?? (wrong === 'anybody' ? [...members.values()][0] : undefined);
      if (!member || (member.password !== sent.password && !['any-password', 'anybody'].includes(wrong ?? '')))
        return { status: 401 };
      if (wrong === 'login-ends-older') forget(member);
      return tokens(wrong === 'first-member' ? ([...members.values()][0] ?? member) : member);
    }
    const { username = '', email = '', password = '' } = sent;
    const fits = texts(sent, 'username', 'email', 'password') && username.length > 2 && username.length <= 30;
    if (!fits || password.length < 8 || !email.includes('@')) return { status: 400 };
    if (members.has(username) && wrong !== 'taken-name') return { status: 409 };
    if (wrong === 'name-not-free' && ended.has(username)) return { status: 409 };
    if ([...members.values()].some((m) => m.email === email) && wrong !== 'taken-mail') return { status: 409 };
    const member = { id: `m${++count}`, username, email, password };
    members.set(username, member);
    return { ...view(member), status: 201 };
  };
  const own = (
    member: Member,
    token: string,
    method: string,
    path: string,
    sent: Record<string, string>,
  ): FakeAnswer => {
    if (path === '/logout') {
      if (wrong !== 'logout-keeps') access.delete(token);
      return { status: 204 };
    }
    if (path === '/me/password') {
      if (!texts(sent, 'oldPassword', 'newPassword') || (sent['newPassword'] ?? '').length < 8) return { status: 400 };
      if (sent['oldPassword'] !== member.password && wrong !== 'any-old-password') return { status: 403 };
      if (wrong !== 'password-stays') member.password = sent['newPassword'] ?? '';
      if (wrong !== 'change-keeps-tokens') forget(member);
      return { status: 204 };
    }
    if (method === 'PATCH') {
      const { email } = sent;
      if (email !== undefined && !(typeof email === 'string' && email.includes('@'))) return { status: 400 };
      const before = member.email;
      member.email = email ?? before;
      const answer = view(member);
      if (wrong === 'mail-not-kept') member.email = before;
      return answer;
    }
    if (method !== 'DELETE') return view(member);
    if (wrong !== 'end-keeps-account') members.delete(member.username);
    ended.add(member.username);
    if (wrong !== 'end-keeps-token') forget(member);
    return { status: 204 };
  };
  const page = (member: Member, method: string, id: string, text: unknown): FakeAnswer => {
    const fits = typeof text === 'string' && text.length > 0 && text.length <= 80;
    if (method === 'POST') {
      if (!fits) return { status: 400 };
      const made = `p${++count}`;
      pages.set(made, { of: member, text });
      return { status: 201, body: { id: made, text } };
    }
    const there = pages.get(id);
    if (!there) return { status: 404 };
    const open = { PUT: 'anybody-changes', DELETE: 'anybody-removes' }[method];
    if (method !== 'GET' && there.of !== member && wrong !== open) return { status: 403 };
    if (method === 'PUT' && !fits) return { status: 400 };
    if (method === 'DELETE') pages.delete(id);
    if (method === 'DELETE') return { status: 204 };
    if (method === 'PUT' && fits) there.text = text;
    return { status: 200, body: { id, text: there.text } };
  };
  const invitation = (member: Member, method: string, [id = '', action]: string[], email: unknown): FakeAnswer => {
    if (id === '') {
      if (typeof email !== 'string' || !email.includes('@')) return { status: 400 };
      const made = `i${++count}`;
      invitations.set(made, { of: member, email, status: 'open' });
      return { status: 201, body: { id: made, email, status: 'open' } };
    }
    const there = invitations.get(id);
    if (!there) return { status: 404 };
    if (method === 'DELETE') invitations.delete(id);
    if (method === 'DELETE') return { status: 204 };
    if (action === 'accept') {
      if (there.email !== member.email && wrong !== 'anybody-accepts') return { status: 403 };
      there.status = 'accepted';
    }
    return { status: 200, body: { id, email: there.email, status: there.status } };
  };
  const handler: Handler = ({ method, path, headers, body }) => {
    const sent = objectIn(body);
    if (['/members', '/login', '/refresh'].includes(path)) return sent ? enter(path, sent) : { status: 400 };
    const token = /^Bearer (\S+)$/.exec(headers['authorization'] ?? '')?.[1] ?? '';
    const member = access.get(token);
    if (!member) return { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } };
    if (['PUT', 'PATCH'].includes(method) && !sent) return { status: 400 };
    const [, first, ...rest] = path.split('/');
    if (first === 'pages') return page(member, method, rest[0] ?? '', sent?.['text']);
    if (first === 'invitations') return invitation(member, method, rest, sent?.['email']);
    return own(member, token, method, path, (sent ?? {}) as Record<string, string>);
  };
  return Object.assign(handler, { members });
}
