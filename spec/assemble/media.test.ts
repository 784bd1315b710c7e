import { expect, it } from 'vitest';
import type { BodyFacts, FieldRow } from '../extract/page.js';
import type { Profile } from '../profiles/profile.js';
import { responseMedia } from './media.js';

const profile = {
  media: { default: 'application/json', formats: { binary: 'application/octet-stream' } },
  wording: { tellsOfFile: /file/ },
} as unknown as Profile;
const file = { tables: [], samples: [], prose: [{ value: 'the file' }] } as unknown as BodyFacts;
const row = (notes: string) => ({ overview: 'Media type', effective: '', notes }) as FieldRow;

it.each([
  ['no header is listed', undefined, 'application/octet-stream'],
  ['the header has the type of the upload', row('As it was uploaded'), '*/*'],
  ['the header has a type', row('image/png'), 'image/png'],
])('a file in an answer, where %s', (_, header, type) => {
  expect(responseMedia(file, header, undefined, profile)).toEqual([type]);
});
