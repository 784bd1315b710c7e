// Courses with places that bookings take and give back, and with a number of notes in them, as sentences tell it.
import { describe, expect, it } from 'vitest';
import { failures } from './testing/certify-fake.js';
import { certifyHandler, objectIn } from './testing/certify-handler.js';
import type { Handler } from './testing/fake-server.js';

const json = (schema: string): string =>
  `content: { application/json: { schema: { $ref: "#/components/schemas/${schema}" } } }`;
const ID = 'parameters: [{ name: id, in: path, required: true, schema: { type: string } }]';
const NONE = "'404': { description: none }";

interface Words {
  book: string;
  full: string;
  cancel: string;
  note: string;
  erase: string;
}

const courses = ({ book, full, cancel, note, erase }: Words): string => `openapi: 3.1.0
info: { title: Courses, version: '1' }
paths:
  /courses:
    post: { operationId: addCourse, requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/NewCourse" }, example: { name: Yoga, places: 4 } } } }, responses: { '201': { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Course" }, example: { id: k1, name: Yoga, places: 4, free: 4, notes: 0 } } } }, '400': { description: wrong } } }
  /courses/{id}:
    ${ID}
    get: { operationId: getCourse, responses: { '200': { description: ok, ${json('Course')} }, ${NONE} } }
    delete: { operationId: removeCourse, responses: { '204': { description: gone }, ${NONE} } }
  /courses/{id}/notes:
    ${ID}
    post: { operationId: addNote, description: "${note}", requestBody: { required: true, ${json('Note')} }, responses: { '201': { description: made, ${json('Note')} }, '400': { description: wrong }, ${NONE} } }
  /courses/{id}/notes/{note}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }, { name: note, in: path, required: true, schema: { type: string } }]
    delete: { operationId: removeNote, description: "${erase}", responses: { '204': { description: gone }, ${NONE} } }
  /bookings:
    post: { operationId: book, description: "${book}", requestBody: { required: true, ${json('Booking')} }, responses: { '201': { description: made, ${json('Booking')} }, '400': { description: wrong }, '404': { description: no course }, '409': { description: "${full}" } } }
  /bookings/{id}:
    ${ID}
    get: { operationId: getBooking, responses: { '200': { description: ok, ${json('Booking')} }, ${NONE} } }
    delete: { operationId: removeBooking, responses: { '204': { description: gone }, ${NONE} } }
  /bookings/{id}/cancel:
    ${ID}
    post: { operationId: cancelBooking, description: "${cancel}", responses: { '200': { description: cancelled, ${json('Booking')} }, ${NONE} } }
components:
  schemas:
    NewCourse: { type: object, required: [name, places], properties: { name: { type: string, maxLength: 40 }, places: { type: integer, minimum: 1, maximum: 90 } } }
    Course: { type: object, properties: { id: { type: string }, name: { type: string }, places: { type: integer }, free: { type: integer }, notes: { type: integer } } }
    Note: { type: object, required: [text], properties: { id: { type: string, readOnly: true }, text: { type: string } } }
    Booking: { type: object, required: [courseId], properties: { id: { type: string, readOnly: true }, courseId: { type: string }, state: { type: string, readOnly: true } } }
`;

const ENGLISH: Words = {
  book: 'Books a place. `free` of the course falls by one.',
  full: 'The course is fully booked.',
  cancel: 'Cancels it. `free` of the course rises again by one.',
  note: 'Adds a note; `notes` of the course grows by 1.',
  erase: 'Removes a note; `notes` of the course is reduced by one.',
};
const GERMAN: Words = {
  book: 'Bucht einen Platz. free des Kurses sinkt dadurch um 1.',
  full: 'Es ist kein Platz mehr frei.',
  cancel: 'Sagt ab. free des Kurses steigt wieder um 1.',
  note: 'Fügt eine Notiz hinzu. notes des Kurses wird um 1 erhöht.',
  erase: 'Entfernt eine Notiz. notes des Kurses verringert sich um eins.',
};

type Wrong = 'books on' | 'keeps what is free' | 'gives nothing back' | 'counts no notes' | 'counts what is gone';

function handler(wrong?: Wrong): Handler {
  const all = new Map<string, { name: unknown; places: number; taken: number; notes: Set<string>; erased: number }>();
  const bookings = new Map<string, { courseId: string; state: string }>();
  let last = 0;
  return ({ method, path, body }) => {
    const [, kind, id = '', , note = ''] = path.split('/');
    const sent = objectIn(body) ?? {};
    if (kind === 'bookings') {
      const known = bookings.get(id);
      if (id === '') {
        const { courseId } = sent;
        if (typeof courseId !== 'string') return { status: 400 };
        const course = all.get(courseId);
        if (!course) return { status: 404 };
        if (course.taken >= course.places && wrong !== 'books on') return { status: 409 };
        course.taken++;
        const key = `z${++last}`;
        bookings.set(key, { courseId, state: 'booked' });
        return { status: 201, body: { id: key, courseId, state: 'booked' } };
      }
      if (!known) return { status: 404 };
      const course = all.get(known.courseId);
      const back = (): void => {
        if (course && known.state === 'booked' && wrong !== 'gives nothing back') course.taken--;
      };
      if (method === 'DELETE') {
        back();
        bookings.delete(id);
        return { status: 204 };
      }
      if (method === 'POST') {
        back();
        known.state = 'cancelled';
      }
      return { status: 200, body: { id, ...known } };
    }
    const known = all.get(id);
    if (id === '') {
      const { name, places } = sent;
      const fit = typeof name === 'string' && name.length <= 40 && Number.isInteger(places);
      if (!fit || Number(places) < 1 || Number(places) > 90) return { status: 400 };
      const key = `k${++last}`;
      all.set(key, { name, places: Number(places), taken: 0, notes: new Set(), erased: 0 });
      return { status: 201, body: { id: key, name, places, free: places, notes: 0 } };
    }
    if (!known) return { status: 404 };
    if (method === 'GET') {
      const free = wrong === 'keeps what is free' ? known.places : known.places - known.taken;
      const counted = known.notes.size + (wrong === 'counts what is gone' ? known.erased : 0);
      const notes = wrong === 'counts no notes' ? 0 : counted;
      return { status: 200, body: { id, name: known.name, places: known.places, free, notes } };
    }
    if (method === 'POST') {
      if (typeof sent['text'] !== 'string') return { status: 400 };
      const key = `n${++last}`;
      known.notes.add(key);
      return { status: 201, body: { id: key, text: sent['text'] } };
    }
    if (note === '') return { status: all.delete(id) ? 204 : 404 };
    if (!known.notes.delete(note)) return { status: 404 };
    known.erased++;
    return { status: 204 };
  };
}

describe.each([
  ['English', ENGLISH],
  ['German', GERMAN],
])('told in %s', (_, words) => {
  it('numbers go up and down, and nothing is left once all is taken', async () => {
    const run = await certifyHandler(courses(words), handler());
    expect([failures(run), run.counts.cantTell]).toEqual([{}, 0]);
  });

  it.each<[Wrong, string, string]>([
    ['books on', 'story/book-uses-up-free/one-more', 'status'],
    ['keeps what is free', 'story/cancelBooking-steps-free/made', 'counted'],
    ['gives nothing back', 'story/cancelBooking-steps-free/then', 'counted'],
    ['gives nothing back', 'story/book-uses-up-free/create-again', 'status'],
    ['counts no notes', 'story/removeNote-steps-notes/made', 'counted'],
    ['counts what is gone', 'story/removeNote-steps-notes/then', 'counted'],
  ])('a server fails that %s: %s', async (wrong, id, finding) => {
    const run = await certifyHandler(courses(words), handler(wrong), id.slice(0, id.lastIndexOf('/')));
    expect(failures(run)[id]).toContain(finding);
  });
});
