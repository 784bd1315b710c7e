import { expect, it } from 'vitest';
import { readProfile } from '../../cli/documents.js';
import { packageRoot } from '../package-root.js';
import { statusesOfRow } from './status-rows.js';

const profile = readProfile(undefined, packageRoot());
const cell = (text: string) => ({ text, span: { start: 0, end: text.length }, links: [] });

it.each([
  ['200', 'OK', 'Found', ['200 OK: Found']],
  ['200, 204', 'Changed', '', ['200 Changed', '204 Changed']],
  ['401 / 403', 'Unauthorized / Forbidden', 'No right', ['401 Unauthorized: No right', '403 Forbidden: No right']],
  ['404または410', '', 'Gone, or never there', ['404 Gone, or never there', '410 Gone, or never there']],
  ['404\n409', 'Not Found\nConflict', 'no shelf\ntaken', ['404 Not Found: no shelf', '409 Conflict: taken']],
  ['404, 410 Not Found / Gone', 'No such shelf', '', ['404 No such shelf', '410 No such shelf']],
  ['404', 'Not Found', '-', ['404 Not Found']],
  ['4xx', 'Wrong', '', []],
])('%s', (codes, message, overview, statuses) => {
  const found = statusesOfRow(cell(codes), [cell(message), cell(overview)], { start: 0, end: 1 }, profile);
  expect(found.map(({ code, description }) => `${code} ${description}`)).toEqual(statuses);
});
