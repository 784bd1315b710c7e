// Fields of which one has to be there: a body with none of them is refused, one with either is taken.
import { expect, it } from 'vitest';
import { failures } from './testing/certify-fake.js';
import { certifyHandler, objectIn } from './testing/certify-handler.js';
import type { Handler } from './testing/fake-server.js';

const FIELDS = `properties: { id: { type: string, readOnly: true }, name: { type: string, minLength: 1, maxLength: 20 }, mail: { type: string, minLength: 3, maxLength: 30 }, phone: { type: string, minLength: 3, maxLength: 30 } }`;
const BOTH = 'example: { name: Ann, mail: ann@h.example, phone: "0123" }';
const spec = (rule: string): string => `openapi: 3.1.0
info: { title: Guests, version: '1' }
paths:
  /guests:
    post: { operationId: addGuest, requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Guest' } } } }, responses: { '201': { description: Made, content: { application/json: { schema: { type: object, ${FIELDS} } } } }, '422': { description: Wrong } } }
  /guests/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get: { operationId: getGuest, responses: { '200': { description: OK, content: { application/json: { schema: { type: object, ${FIELDS} } } } }, '404': { description: None } } }
    delete: { operationId: dropGuest, responses: { '204': { description: Gone }, '404': { description: None } } }
components: { schemas: { Guest: { type: object, required: [name], ${FIELDS}, ${rule} } } }
`;

const RULES = {
  'a condition': 'allOf: [{ if: { not: { required: [mail] } }, then: { required: [phone] } }]',
  anyOf: 'anyOf: [{ required: [mail] }, { required: [phone] }]',
  'anyOf, with both in the sample': `anyOf: [{ required: [mail] }, { required: [phone] }], ${BOTH}`,
};

function guests(takesNone: boolean): Handler {
  const all = new Map<string, object>();
  let last = 0;
  const isText = (one: unknown, least: number, most: number): boolean =>
    typeof one === 'string' && [...one].length >= least && [...one].length <= most;
  return ({ method, path, body }) => {
    const id = path.split('/')[2];
    if (id !== undefined) {
      const guest = all.get(id);
      if (!guest) return { status: 404 };
      if (method === 'DELETE') all.delete(id);
      return method === 'DELETE' ? { status: 204 } : { status: 200, body: guest };
    }
    const { name, mail, phone } = objectIn(body) ?? {};
    const contacts = [mail, phone].filter((one) => one !== undefined);
    const fits = isText(name, 1, 20) && contacts.every((one) => isText(one, 3, 30));
    if (!fits || (contacts.length === 0 && !takesNone)) return { status: 422 };
    const guest = { id: `g${++last}`, name, ...(mail ? { mail } : {}), ...(phone ? { phone } : {}) };
    all.set(guest.id, guest);
    return { status: 201, body: guest };
  };
}

it('several of which are there together accuse no right server', async () => {
  const rule = `anyOf: [{ required: [mail, name] }, { required: [phone, name] }], ${BOTH}`;
  const right = await certifyHandler(spec(rule), guests(false));
  expect([failures(right), right.counts.cantTell]).toEqual([{}, 0]);
});

it.each(Object.entries(RULES))('told by %s', async (_, rule) => {
  const right = await certifyHandler(spec(rule), guests(false));
  expect([failures(right), right.counts.cantTell]).toEqual([{}, 0]);
  expect(right.cases.find(({ id }) => id.includes('none-of'))?.outcome).toBe('passed');
  const wrong = await certifyHandler(spec(rule), guests(true));
  expect(Object.keys(failures(wrong))).toContain('derived/addGuest/none-of/mail-phone');
});
