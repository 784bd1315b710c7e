// Decks with slides in a row: each has its place, which others make room for, and all of them can be put into an order. One habit
// may be wrong.
import { objectIn } from './certify-handler.js';
import type { FakeAnswer, Handler } from './fake-server.js';

const ID = (name: string): string => `{ name: ${name}, in: path, required: true, schema: { type: integer } }`;
const json = (name: string): string =>
  `content: { application/json: { schema: { $ref: '#/components/schemas/${name}' } } }`;
const NONE = "'404': { description: none }";
const WRONG = "'422': { description: wrong }";

export const DECKS = `openapi: 3.1.0
info: { title: Decks, version: '1' }
paths:
  /decks:
    post: { operationId: addDeck, requestBody: { required: true, ${json('NewDeck')} }, responses: { '201': { description: made, ${json('Deck')} }, ${WRONG} } }
  /decks/{deckId}:
    parameters: [${ID('deckId')}]
    get: { operationId: getDeck, responses: { '200': { description: ok, ${json('Deck')} }, ${NONE} } }
    delete: { operationId: dropDeck, responses: { '204': { description: gone }, ${NONE} } }
  /decks/{deckId}/slides:
    parameters: [${ID('deckId')}]
    get: { operationId: listSlides, description: 'The slides, ordered by position.', responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Slide' } } } } }, ${NONE} } }
    post: { operationId: addSlide, description: 'Without position it is added at the end; else the following slides move down.', requestBody: { required: true, ${json('NewSlide')} }, responses: { '201': { description: made, ${json('Slide')} }, ${NONE}, ${WRONG} } }
  /decks/{deckId}/slides/{slideId}:
    parameters: [${ID('deckId')}, ${ID('slideId')}]
    get: { operationId: getSlide, responses: { '200': { description: ok, ${json('Slide')} }, ${NONE} } }
    patch: { operationId: changeSlide, description: Sets its place; the others make room., requestBody: { required: true, ${json('Change')} }, responses: { '200': { description: ok, ${json('Slide')} }, ${NONE}, ${WRONG} } }
    delete: { operationId: dropSlide, responses: { '204': { description: gone }, ${NONE} } }
  /decks/{deckId}/order:
    parameters: [${ID('deckId')}]
    put: { operationId: orderSlides, description: Puts the slides in the given order., requestBody: { required: true, ${json('Order')} }, responses: { '204': { description: done }, ${NONE}, ${WRONG} } }
components:
  schemas:
    NewDeck: { type: object, required: [title], properties: { title: { type: string, minLength: 1, maxLength: 40 } } }
    Deck: { type: object, required: [id, title], properties: { id: { type: integer }, title: { type: string } } }
    NewSlide: { type: object, required: [text], properties: { text: { type: string, minLength: 1, maxLength: 40 }, position: { type: integer, minimum: 0 } } }
    Change: { type: object, properties: { text: { type: string, minLength: 1, maxLength: 40 }, position: { type: integer, minimum: 0 } } }
    Slide: { type: object, required: [id, text, position], properties: { id: { type: integer }, text: { type: string }, position: { type: integer } } }
    Order: { type: object, required: [slideIds], properties: { slideIds: { type: array, items: { type: integer } } } }
`;

interface Slide {
  id: number;
  text: string;
  kept: number;
}

const isText = (one: unknown): one is string => typeof one === 'string' && one !== '' && [...one].length <= 40;
const isPlace = (one: unknown): one is number => Number.isInteger(one) && Number(one) >= 0;

/** @param wrong the habit that it has; `refuses places beyond` is none */
export function decksHandler(wrong = ''): Handler {
  const decks = new Map<string, { id: number; title: string; slides: Slide[] }>();
  let last = 0;
  const shown = (slides: Slide[], { id, text, kept }: Slide): object => {
    return { id, text, position: wrong === 'keeps places' ? kept : slides.findIndex((one) => one.id === id) };
  };
  const place = (slides: Slide[], slide: Slide, at: unknown): FakeAnswer | undefined => {
    if (at === undefined && wrong !== 'adds first') slides.push(slide);
    else if (at !== undefined && !isPlace(at)) return { status: 422 };
    else if (wrong === 'refuses places beyond' && Number(at) > slides.length) return { status: 422 };
    else slides.splice(Number(at ?? 0), 0, slide);
    slide.kept = Number(at ?? slides.indexOf(slide));
    return undefined;
  };
  const write = (slides: Slide[], body: string, slide?: Slide): FakeAnswer => {
    const given = objectIn(body);
    const { text = slide?.text, position } = given ?? {};
    if (!given || !isText(text)) return { status: 422 };
    const one = slide ?? { id: ++last, text, kept: 0 };
    const before = [...slides];
    const moves = !slide || (position !== undefined && wrong !== 'moves nothing');
    if (moves && slide) slides.splice(slides.indexOf(slide), 1);
    const refusal = moves ? place(slides, one, position) : undefined;
    if (refusal) slides.splice(0, slides.length, ...before);
    else one.text = text;
    return refusal ?? { status: slide ? 200 : 201, body: shown(slides, one) };
  };
  const order = (slides: Slide[], body: string): FakeAnswer => {
    const { slideIds: ids } = objectIn(body) ?? {};
    const wanted = Array.isArray(ids) ? ids.flatMap((id) => slides.find((one) => one.id === id) ?? []) : [];
    if (!Array.isArray(ids) || wanted.length !== ids.length || new Set(wanted).size !== slides.length)
      return { status: 422 };
    if (wrong !== 'orders nothing') slides.splice(0, slides.length, ...wanted);
    return { status: 204 };
  };
  const inside = (slides: Slide[], method: string, [, id]: string[], body: string): FakeAnswer => {
    if (id === undefined && method === 'GET') return { status: 200, body: slides.map((one) => shown(slides, one)) };
    if (id === undefined) return write(slides, body);
    const slide = slides.find((one) => String(one.id) === id);
    if (!slide) return { status: 404 };
    if (method === 'DELETE') slides.splice(slides.indexOf(slide), 1);
    if (method !== 'PATCH') return method === 'DELETE' ? { status: 204 } : { status: 200, body: shown(slides, slide) };
    return write(slides, body, slide);
  };
  return ({ method, path, body }) => {
    const [, , id, ...rest] = path.split('?')[0]?.split('/') ?? [];
    if (id === undefined) {
      const { title } = objectIn(body) ?? {};
      if (!isText(title)) return { status: 422 };
      decks.set(String(++last), { id: last, title, slides: [] });
      return { status: 201, body: { id: last, title } };
    }
    const deck = decks.get(id);
    if (!deck) return { status: 404 };
    if (rest[0] === 'order') return order(deck.slides, body);
    if (rest[0] === 'slides') return inside(deck.slides, method, rest, body);
    if (method === 'DELETE') decks.delete(id);
    return method === 'DELETE' ? { status: 204 } : { status: 200, body: { id: deck.id, title: deck.title } };
  };
}
