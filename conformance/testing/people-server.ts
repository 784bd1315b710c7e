// People with keys and options as OData 4 writes them, in a list that holds others', too. One habit may be wrong.
import type { FakeAnswer, Handler } from './fake-server.js';

const json = (schema: string): string => `content: { application/json: { schema: ${schema} } }`;
const ERROR = `'4XX': { description: wrong, ${json('{ properties: { error: { type: object } }, required: [error] }')} }`;
const PERSON = '{ $ref: "#/components/schemas/Person" }';
const option = (name: string, schema: string): string => `{ name: ${name}, in: query, schema: ${schema} }`;

export const PEOPLE = `openapi: 3.0.0
info: { title: People, version: '4.01' }
paths:
  /People:
    get:
      operationId: listPeople
      parameters:
        - ${option('$filter', '{ type: string }')}
        - ${option('$top', '{ type: integer, minimum: 0 }')}
        - ${option('$skip', '{ type: integer, minimum: 0 }')}
        - ${option('$count', '{ type: boolean }')}
        - ${option('$search', '{ type: string }')}
        - { name: $orderby, in: query, explode: false, schema: { type: array, items: { type: string, enum: [Name, Name desc, City] } } }
        - { name: $select, in: query, explode: false, schema: { type: array, items: { type: string, enum: [Name, City] } } }
      responses: { '200': { description: ok, ${json(`{ properties: { '@odata.count': {}, value: { type: array, items: ${PERSON} } } }`)} }, ${ERROR} }
    post: { operationId: addPerson, requestBody: { required: true, ${json(PERSON)} }, responses: { '201': { description: made, ${json(PERSON)} }, ${ERROR} } }
  /People('{Name}'):
    parameters: [{ name: Name, in: path, required: true, schema: { type: string } }]
    get: { operationId: getPerson, responses: { '200': { description: ok, ${json(PERSON)} }, ${ERROR} } }
    patch: { operationId: changePerson, requestBody: { required: true, ${json('{ properties: { City: { type: string, maxLength: 30 } } }')} }, responses: { '204': { description: ok }, ${ERROR} } }
    delete: { operationId: removePerson, responses: { '204': { description: gone }, ${ERROR} } }
components: { schemas: { Person: { type: object, required: [Name], properties: { Name: { type: string }, City: { type: string, maxLength: 30 } } } } }
`;

type Person = Record<string, string>;

const refusal = (status: number, message: string): FakeAnswer => ({ status, body: { error: { code: 'x', message } } });

function read(body: string): Person | undefined {
  try {
    const value = JSON.parse(body) as Person;
    const fits =
      typeof value === 'object' && value !== null && Object.values(value).every((v) => typeof v === 'string');
    return fits && (value['City'] ?? '').length <= 30 ? value : undefined;
  } catch {
    return undefined;
  }
}

/** @param wrong the habit that it has */
export function peopleHandler(wrong = ''): Handler {
  const people = new Map<string, Person>([['Aunt', { Name: 'Aunt', City: 'Bern' }]]);
  const list = (query: URLSearchParams): FakeAnswer => {
    const [filter, top, skip] = [query.get('$filter'), query.get('$top') ?? '99', query.get('$skip') ?? '0'];
    const conditions = filter?.split(' or ').map((one) => /^Name eq '(.*)'$/.exec(one)?.[1]?.replaceAll("''", "'"));
    const [by = 'Name', way] = query.get('$orderby')?.split(' ') ?? [];
    const select = query.get('$select')?.split(',') ?? ['Name', 'City'];
    const known = (name: string): boolean => name === 'Name' || name === 'City';
    if (conditions?.includes(undefined) || ![by, ...select].every(known) || !/^\d+ \d+$/.test(`${top} ${skip}`))
      return refusal(400, 'an option cannot be read');
    if (!['', 'true', 'false'].includes(query.get('$count') ?? '')) return refusal(400, '$count is a boolean');
    let found = [...people.values()];
    if (conditions && wrong !== 'does not filter') found = found.filter((one) => conditions.includes(one['Name']));
    const word = query.get('$search');
    if (word !== null && wrong !== 'finds all') found = found.filter((one) => Object.values(one).includes(word));
    if (wrong !== 'does not sort') found.sort((a, b) => ((a[by] ?? '') < (b[by] ?? '') ? -1 : 1));
    if (way === 'desc' && wrong !== 'does not sort') found.reverse();
    const count = found.length;
    const start = wrong === 'does not skip' ? 0 : Number(skip);
    const page = found.slice(start, start + Number(top));
    const shown = page.map((one) => Object.fromEntries(Object.entries(one).filter(([name]) => select.includes(name))));
    const counted = query.get('$count') === 'true' || wrong === 'always counts';
    const total = counted ? { '@odata.count': wrong === 'counts the page' ? page.length : count } : {};
    return { status: 200, body: { ...total, value: shown } };
  };
  const make = (body: string): FakeAnswer => {
    const given = read(body);
    const name = given?.['Name'];
    if (!given || name === undefined) return refusal(400, 'no person');
    if (people.has(name) && wrong !== 'takes twins') return refusal(409, 'is there');
    const kept =
      wrong === 'cuts texts' ? Object.entries(given).map(([k, v]) => [k, k === 'City' ? v.slice(0, 20) : v]) : [];
    people.set(name, { ...given, ...Object.fromEntries(kept) });
    return { status: 201, body: people.get(name) };
  };
  return ({ method, path: address, body }) => {
    const [path = '', query = ''] = address.split('?');
    const key = /^\/People\('(.*)'\)$/.exec(decodeURIComponent(path))?.[1];
    if (key === undefined) return method === 'POST' ? make(body) : list(new URLSearchParams(query));
    const name = wrong === 'keeps quotes double' ? key : key.replaceAll("''", "'");
    const person = people.get(name);
    if (!person) return refusal(404, 'none');
    if (method === 'GET') return { status: 200, body: person };
    if (method === 'DELETE') return { status: people.delete(name) ? 204 : 404 };
    const given = read(body);
    if (!given) return refusal(400, 'no change');
    people.set(name, { ...person, ...given, Name: name });
    return { status: 204 };
  };
}
