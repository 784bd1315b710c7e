// Racks with bins that are there by themselves, too: a PUT puts one in, a DELETE takes it out. One habit may be wrong.
import type { FakeAnswer, Handler } from './fake-server.js';

const json = (schema: string): string => `content: { application/json: { schema: { ${schema} } } }`;
const THING = 'type: object, required: [name], properties: { name: { type: string }, note: { type: string } }';
const text = (name: string): string => `{ name: ${name}, in: path, required: true, schema: { type: string } }`;
const NONE = "'404': { description: none }";

const things = (kind: string): string => `
  /${kind}:
    post: { operationId: make-${kind}, requestBody: { required: true, ${json(THING)} }, responses: { '201': { description: made, ${json(THING)} } } }
  /${kind}/{${kind}Name}:
    parameters: [${text(`${kind}Name`)}]
    get: { operationId: get-${kind}, responses: { '200': { description: ok, ${json(THING)} }, ${NONE} } }
    delete: { operationId: remove-${kind}, responses: { '204': { description: gone }, ${NONE} } }`;

export const RACKS = `openapi: 3.1.0
info: { title: Racks, version: '1' }
paths:${things('racks')}${things('bins')}
  /racks/{racksName}/bins:
    parameters: [${text('racksName')}]
    get: { operationId: list-bins, responses: { '200': { description: ok, ${json(`type: array, items: { ${THING} }`)} }, ${NONE} } }
  /racks/{racksName}/bins/{binsName}:
    parameters: [${text('racksName')}, ${text('binsName')}]
    put: { operationId: putIn, responses: { '204': { description: in }, ${NONE} } }
    delete: { operationId: takeOut, responses: { '204': { description: out }, ${NONE} } }
`;

interface Thing {
  own: { name: string };
  /** Names of the bins in it. */
  members: string[];
}

/** @param wrong the habit that it has */
export function racksHandler(wrong = ''): Handler {
  const all = { racks: new Map<string, Thing>(), bins: new Map<string, Thing>() };
  const none: FakeAnswer = { status: 404 };
  return ({ method, path, body }) => {
    const [, kind = '', name, inside, member] = path.split('/').map(decodeURIComponent);
    const things = kind === 'racks' || kind === 'bins' ? all[kind] : undefined;
    if (!things) return none;
    if (name === undefined) {
      const own = JSON.parse(body) as Thing['own'];
      things.set(own.name, { own, members: [] });
      return { status: 201, body: own };
    }
    const thing = things.get(name);
    if (!thing) return none;
    const { own, members } = thing;
    if (inside === undefined && method === 'DELETE') return { status: things.delete(name) ? 204 : 404 };
    if (inside === undefined) return { status: 200, body: own };
    if (member === undefined) return { status: 200, body: members.flatMap((one) => all.bins.get(one)?.own ?? []) };
    if (method === 'PUT') return all.bins.has(member) ? putIn(members, member) : none;
    return members.includes(member) || wrong === 'takes out twice' ? takeOut(members, member) : none;
  };

  function putIn(members: string[], member: string): FakeAnswer {
    const there = members.includes(member) && wrong !== 'puts in twice';
    if (!there && wrong !== 'puts nothing in') members.push(member);
    return { status: 204 };
  }

  function takeOut(members: string[], member: string): FakeAnswer {
    if (wrong === 'takes all out') members.length = 0;
    else if (wrong !== 'keeps it') members.splice(members.indexOf(member), 1);
    if (wrong === 'throws it away') all.bins.delete(member);
    return { status: 204 };
  }
}
